import type { InjectRequest } from "../inject/api";
import { exampleInjector } from "./injector";
import { exampleMesh } from "./mesh";
import { exampleWorkload } from "./workload";

/** What the page shows first: an east-west gateway and an injector with several templates. */
export const exampleRequest: InjectRequest = {
  workload: exampleWorkload,
  injector: exampleInjector,
  mesh: exampleMesh,
  options: { include: ["stages", "patch", "output"] },
};
