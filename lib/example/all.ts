import type { InjectRequest } from "../inject/api";
import { annotation } from "./broken/annotation";
import { brokenMesh } from "./broken/mesh-config";
import { renderedYaml } from "./broken/rendered-yaml";
import { templateRun } from "./broken/template-run";
import { templateSyntax } from "./broken/template-syntax";
import { unknownTemplate } from "./broken/unknown-template";
import { brokenValues } from "./broken/values";
import { workloadSyntax } from "./broken/workload-syntax";
import type { ExampleId } from "./catalogue";
import { customTemplates } from "./custom-templates";
import { exampleRequest } from "./index";
import { nativeSidecar } from "./native-sidecar";
import { notInjected } from "./not-injected";
import { overwrittenProxy } from "./overwritten-proxy";
import { reinjected } from "./reinjected";
import { sidecar } from "./sidecar";

/** Every example by its id. */
export const examples: Readonly<Record<ExampleId, InjectRequest>> = {
  gateway: exampleRequest,
  sidecar,
  "overwritten-proxy": overwrittenProxy,
  "custom-templates": customTemplates,
  reinjected,
  "native-sidecar": nativeSidecar,
  "not-injected": notInjected,
  "broken-template": templateSyntax,
  "broken-template-run": templateRun,
  "broken-rendering": renderedYaml,
  "broken-annotation": annotation,
  "broken-template-name": unknownTemplate,
  "broken-values": brokenValues,
  "broken-workload": workloadSyntax,
  "broken-mesh": brokenMesh,
};
