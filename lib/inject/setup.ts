import { GoError, LimitError } from "../source/errors";
import { compareStrings } from "../go/strings";
import type { GoType } from "../go/types";
import type { MessageNode } from "../istio/protobuf/descriptor";
import { functionTable } from "../functions/index";
import type { FunctionTable } from "../gotemplate/function";
import { parseTemplate, type Template } from "../gotemplate/template";
import { parseInjectionConfig, type InjectionConfig } from "../istio/injection-config";
import { applyMeshConfig, type MeshConfig } from "../istio/mesh-config";
import { messageOf } from "../istio/protobuf/methods";
import { messageText } from "../istio/protobuf/print";
import { defaultProxyConfig } from "../istio/proxy-config";
import type { Behaviours } from "../istio/releases";
import { parseValues, type InjectionValues } from "../istio/values";
import type { Release } from "../k8s/release";
import { typesOf } from "../k8s/types";
import { Recent } from "./recent";

/** What an injector has read before any pod comes: the same for all pods of a request. */
export interface Setup {
  readonly release: Release;
  readonly behaviours: Behaviours;
  readonly podType: GoType;
  readonly config: InjectionConfig;
  readonly templates: ReadonlyMap<string, Template>;
  readonly values: InjectionValues;
  readonly mesh: MeshConfig;
  readonly nativeSidecar: boolean;
  readonly revision: string;
  readonly compliancePolicy: string;
}

/** The compiled templates of an injection config. */
export interface CompiledConfig {
  readonly config: InjectionConfig;
  readonly templates: ReadonlyMap<string, Template>;
}

export const podTypeOf = (release: Release): GoType => typesOf(release).get("k8s.io/api/core/v1.Pod");

const configs = new Recent<CompiledConfig>(4);
const values = new Recent<InjectionValues>(8);
const meshes = new Recent<MeshConfig>(8);

/**
 * The injection config with its templates compiled.
 * @throws GoError with the text with which istiod refuses the ConfigMap.
 * Mirrors UnmarshalConfig and ParseTemplates of pkg/kube/inject.
 */
export function compileConfig(
  text: string,
  release: Release,
  environment: ReadonlyMap<string, string>,
): CompiledConfig {
  return configs.get(`${release} ${[...environment].join()}`, text, () => {
    const config = parseInjectionConfig(release, text);
    const functions = functionsOf(release, environment);
    return { config, templates: compileTemplates(config.templates, functions) };
  });
}

/** Mirrors ParseTemplates; Go tells the error of any broken template, here it is the least text of them. */
function compileTemplates(texts: ReadonlyMap<string, string>, functions: FunctionTable): ReadonlyMap<string, Template> {
  const templates = new Map<string, Template>();
  let failure: GoError | undefined;
  for (const [name, text] of texts) {
    try {
      templates.set(name, parseTemplate("inject", text, functions));
    } catch (error) {
      if (!(error instanceof GoError)) throw error;
      if (!failure || compareStrings(error.message, failure.message) < 0) failure = ofTemplate(name, error);
    }
  }
  if (failure) throw failure;
  return templates;
}

/** An error of a template's text, saying which template's. */
export function ofTemplate(name: string, error: GoError): GoError {
  if (error instanceof LimitError) return new LimitError(error.message, error.position, `template ${name}`);
  return new GoError(error.message, error.position, `template ${name}`);
}

/** What templates of a release can call, over that environment. */
export function functionsOf(release: Release, env: ReadonlyMap<string, string>): FunctionTable {
  return functionTable({
    release,
    env,
    protoToJson: (type, node) => messageText(messageOf(type)!, node as MessageNode),
    defaultProxyConfig: defaultProxyConfig(release),
  });
}

/** The values, typed and as a map. @throws GoError `could not parse configuration values: …`. */
export function readValues(text: string, release: Release): InjectionValues {
  return values.get(String(release), text, () => parseValues(release, text));
}

/** The mesh config over the release's defaults. @throws GoError with istiod's text. */
export function readMesh(text: string, release: Release): MeshConfig {
  return meshes.get(String(release), text, () => applyMeshConfig(release, text));
}
