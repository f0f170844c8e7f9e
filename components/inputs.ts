import type { InjectOptions, InjectRequest } from "../lib/index";

/** What can be typed on the page. Texts are empty where nothing is given. */
export interface Inputs {
  readonly workload: string;
  readonly injector: string;
  readonly mesh: string;
  readonly proxyConfigs: string;
  readonly namespaces: string;
  readonly options: InputOptions;
}

export type TextField = Exclude<keyof Inputs, "options">;

export const TEXT_FIELDS: readonly TextField[] = ["workload", "injector", "mesh", "proxyConfigs", "namespaces"];

/** The options of a request that the page offers, as its controls hold them. */
export interface InputOptions {
  readonly path: "webhook" | "kube-inject";
  readonly release: string;
  readonly namespace: string;
  readonly revision: string;
  readonly nativeSidecars: "auto" | "true" | "false";
  readonly platform: "" | "openshift";
  readonly compliancePolicy: string;
  readonly injectPath: string;
}

export const DEFAULT_OPTIONS: InputOptions = {
  path: "webhook",
  release: "auto",
  namespace: "",
  revision: "",
  nativeSidecars: "auto",
  platform: "",
  compliancePolicy: "",
  injectPath: "",
};

/** The inputs that make a request, the other way round of `requestOf`. The injector is given as one text. */
export function inputsOf(request: InjectRequest): Inputs {
  return {
    workload: request.workload,
    injector: typeof request.injector === "string" ? request.injector : "",
    mesh: request.mesh ?? "",
    proxyConfigs: request.proxyConfigs ?? "",
    namespaces: request.namespaces ?? "",
    options: DEFAULT_OPTIONS,
  };
}

/** The request that the inputs make. What is empty is left out, so that the engine's defaults hold. */
export function requestOf(inputs: Inputs): InjectRequest {
  const { workload, injector, options } = inputs;
  const given = (text: string) => (text.trim() === "" ? undefined : text);
  const name = (text: string) => (text.trim() === "" ? undefined : text.trim());
  const requestOptions: InjectOptions = {
    path: options.path,
    release: options.release,
    namespace: name(options.namespace),
    revision: name(options.revision),
    nativeSidecars: options.nativeSidecars === "auto" ? "auto" : options.nativeSidecars === "true",
    platform: options.platform,
    compliancePolicy: name(options.compliancePolicy),
    injectPath: name(options.injectPath),
    include: ["stages", "patch", "output"],
  };
  return {
    workload,
    injector,
    mesh: given(inputs.mesh),
    proxyConfigs: given(inputs.proxyConfigs),
    namespaces: given(inputs.namespaces),
    options: requestOptions,
  };
}

/** Inputs read back from the browser's storage; undefined for what is none. */
export function restoredInputs(text: string | null): Inputs | undefined {
  if (text === null) return undefined;
  try {
    const stored = JSON.parse(text) as Partial<Inputs> | null;
    if (!stored || TEXT_FIELDS.some((field) => typeof stored[field] !== "string")) return undefined;
    const options = { ...DEFAULT_OPTIONS, ...stored.options };
    const wellFormed = Object.values(options).every((value) => typeof value === "string");
    return { ...(stored as Inputs), options: wellFormed ? options : DEFAULT_OPTIONS };
  } catch {
    return undefined;
  }
}

/** Whether two inputs would give the same result and look the same. */
export function sameInputs(a: Inputs, b: Inputs): boolean {
  return (
    TEXT_FIELDS.every((field) => a[field] === b[field]) &&
    (Object.keys(DEFAULT_OPTIONS) as (keyof InputOptions)[]).every((key) => a.options[key] === b.options[key])
  );
}
