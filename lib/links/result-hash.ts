import { hex, sha256 } from "../functions/hashes";
import { toBytes } from "../go/strings";
import type { ResultView } from "../view/result";
import { writeJson } from "../view/write-json";

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
