import type { InjectOptions, InjectRequest } from "../inject/api";
import { injectorTexts, namedRelease } from "../inject/inputs";
import { releaseName } from "../k8s/release";

/** What two situations can differ in: an input, the release whose behaviour is asked for, or another option. */
export const ASPECTS = [
  "workload",
  "templates",
  "values",
  "mesh",
  "proxyConfigs",
  "namespaces",
  "release",
  "path",
  "namespace",
  "revision",
  "nativeSidecars",
  "platform",
  "compliancePolicy",
  "injectPath",
  /** Not of the situations: other steps of the two are compared. */
  "step",
] as const;

export type Aspect = (typeof ASPECTS)[number];

/** A request with its parts apart: the injector as two texts, the release named. */
export interface Situation {
  readonly request: InjectRequest;
  /** The text of each aspect, by which two situations are told apart. */
  readonly aspects: ReadonlyMap<Aspect, string>;
}

const OPTIONS = [
  "path",
  "namespace",
  "revision",
  "nativeSidecars",
  "platform",
  "compliancePolicy",
  "injectPath",
] as const;

/** What an absent option means, as far as it is the same for all requests. */
const ABSENT: Partial<Record<(typeof OPTIONS)[number], string>> = {
  path: "webhook",
  nativeSidecars: "auto",
  injectPath: "/inject",
};

/**
 * Takes a request apart. Texts count, not what they mean: a comment in the mesh is a difference, which then changes nothing.
 * @throws InputError where the injector's texts or the release cannot be told.
 */
export function situationOf(request: InjectRequest): Situation {
  const { config, values, told } = injectorTexts(request.injector);
  const options: InjectOptions = request.options ?? {};
  const wanted = options.release ?? "auto";
  const release = releaseName(wanted === "auto" ? told.release : namedRelease(wanted).release);
  const apart: InjectRequest = {
    ...request,
    injector: { config: config.text, values: values.text },
    options: { ...options, release },
  };
  const aspects = new Map<Aspect, string>([
    ["workload", request.workload],
    ["templates", config.text],
    ["values", values.text],
    ["mesh", request.mesh ?? ""],
    ["proxyConfigs", request.proxyConfigs ?? ""],
    ["namespaces", request.namespaces ?? ""],
    ["release", release],
  ]);
  for (const name of OPTIONS) aspects.set(name, String(options[name] ?? ABSENT[name] ?? ""));
  return { request: apart, aspects };
}

/** What differs between two situations, in the order of `Aspect`. */
export function differing(a: Situation, b: Situation): Aspect[] {
  return [...a.aspects.keys()].filter((aspect) => a.aspects.get(aspect) !== b.aspects.get(aspect));
}

/** A situation with one aspect of another. */
export function withAspect({ request }: Situation, aspect: Exclude<Aspect, "step">, other: Situation): InjectRequest {
  const [mine, theirs] = [textsOf(request), textsOf(other.request)];
  switch (aspect) {
    case "templates":
      return { ...request, injector: { ...mine, config: theirs.config } };
    case "values":
      return { ...request, injector: { ...mine, values: theirs.values } };
    case "workload":
    case "mesh":
    case "proxyConfigs":
    case "namespaces":
      return { ...request, [aspect]: other.request[aspect] };
    default:
      return { ...request, options: { ...request.options, [aspect]: other.request.options?.[aspect] } };
  }
}

function textsOf({ injector }: InjectRequest): { config: string; values: string } {
  return injector as { config: string; values: string };
}
