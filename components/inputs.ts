import type { InjectOptions, InjectRequest } from "../lib/index";

/** What can be typed on the page. Texts are empty where nothing is given. */
export interface Inputs {
  readonly workload: string;
  readonly injector: string;
  readonly mesh: string;
  readonly proxyConfigs: string;
  readonly namespaces: string;
  readonly webhooks: string;
  /** Pods as the cluster has them, held against what the injector would make today. */
  readonly live: string;
  readonly options: InputOptions;
}

/** The texts that the injector reads; each has an editor. */
export type TextField = Exclude<keyof Inputs, "options" | "live">;

export const TEXT_FIELDS = [
  "workload",
  "injector",
  "mesh",
  "proxyConfigs",
  "namespaces",
  "webhooks",
] as const satisfies readonly TextField[];

/** All texts. */
export const TEXTS = [...TEXT_FIELDS, "live"] as const;

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

/** The options that are not the same, by name. */
export function differingOptions(a: InputOptions, b: InputOptions): (keyof InputOptions)[] {
  return (Object.keys(DEFAULT_OPTIONS) as (keyof InputOptions)[]).filter((name) => a[name] !== b[name]);
}

/** The inputs that make a request, the other way round of `requestOf`. The injector is given as one text. */
export function inputsOf(request: InjectRequest): Inputs {
  const { nativeSidecars = "auto" } = request.options ?? {};
  return {
    workload: request.workload,
    injector: typeof request.injector === "string" ? request.injector : "",
    mesh: request.mesh ?? "",
    proxyConfigs: request.proxyConfigs ?? "",
    namespaces: request.namespaces ?? "",
    webhooks: request.webhooks ?? "",
    live: request.live ?? "",
    options: { ...DEFAULT_OPTIONS, nativeSidecars: `${nativeSidecars}` },
  };
}

/** The request that the inputs make, live pods apart. What is empty is left out, so that the engine's defaults hold. */
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
    webhooks: given(inputs.webhooks),
    options: requestOptions,
  };
}

/** Inputs read back from JSON; undefined for what is none. A text that an older page did not know is empty. */
export function readInputs(json: unknown): Inputs | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { options, ...stored } = json as { readonly [key in keyof Inputs]?: unknown };
  if (typeof stored.workload !== "string" || typeof stored.injector !== "string") return undefined;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    workload: stored.workload,
    injector: stored.injector,
    mesh: text(stored.mesh),
    proxyConfigs: text(stored.proxyConfigs),
    namespaces: text(stored.namespaces),
    webhooks: text(stored.webhooks),
    live: text(stored.live),
    options: readOptions(options),
  };
}

/** What options with a few values may be. */
const CHOICES: { readonly [key in keyof InputOptions]?: readonly string[] } = {
  path: ["webhook", "kube-inject"],
  nativeSidecars: ["auto", "true", "false"],
  platform: ["", "openshift"],
};

/** Options read back from JSON: one that is missing, or that is none, has its ordinary value. */
export function readOptions(json: unknown): InputOptions {
  const given = (typeof json === "object" && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  const options = Object.entries(DEFAULT_OPTIONS).map(([key, ordinary]) => {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    const choices = CHOICES[key as keyof InputOptions];
    return [key, typeof value === "string" && (choices?.includes(value) ?? true) ? value : ordinary];
  });
  return Object.fromEntries(options) as unknown as InputOptions;
}

/** Whether two inputs would give the same result and look the same. */
export function sameInputs(a: Inputs, b: Inputs): boolean {
  return sameTexts(a, b) && differingOptions(a.options, b.options).length === 0;
}

/** Whether two inputs have the same texts, whatever their options. */
export function sameTexts(a: Inputs, b: Inputs): boolean {
  return TEXTS.every((text) => a[text] === b[text]);
}
