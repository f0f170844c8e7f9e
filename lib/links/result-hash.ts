import { hex, sha256 } from "../functions/hashes";
import { toBytes } from "../go/strings";
import type { ResultView } from "../view/result";
import type { Value } from "../view/value";
import { writeJson } from "../view/write-json";

/** What a comparison says, as far as its hash counts it. */
interface Compared {
  readonly objects: readonly {
    readonly outcome: string;
    readonly a?: { readonly error?: { readonly message: string } };
    readonly b?: { readonly error?: { readonly message: string } };
    readonly podA?: Value;
    readonly podB?: Value;
  }[];
}

/** The same for a comparison: its outcomes, pods and errors. */
export function comparisonHash({ objects }: Compared): string {
  const pod = (value: Value | undefined) => (value === undefined ? null : writeJson(value));
  const parts = objects.map(({ outcome, a, b, podA, podB }) => [
    outcome,
    a?.error?.message ?? null,
    b?.error?.message ?? null,
    pod(podA),
    pod(podB),
  ]);
  return hex(sha256(toBytes(JSON.stringify(parts)))).slice(0, 16);
}

/**
 * What tells one result from another: the first 64 bits of a SHA-256 in hexadecimal digits, over what the injector decides, makes
 * and says. Whatever else an answer holds (steps, places, what later versions add) does not count. O(size of the pods).
 */
export function resultHash({ configError, error, output, objects }: ResultView): string {
  const parts = objects.map(({ kind, name, namespace, decision, templates, pod, error: failure }) => [
    kind,
    name,
    namespace,
    decision?.inject ?? null,
    templates?.map((template) => template.name) ?? [],
    failure?.message ?? null,
    pod === undefined ? null : writeJson(pod),
  ]);
  const text = JSON.stringify([configError?.message ?? null, error?.message ?? null, output ?? null, parts]);
  return hex(sha256(toBytes(text))).slice(0, 16);
}
