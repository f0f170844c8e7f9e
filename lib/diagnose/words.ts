import { finalContainers, ownContainers, type PlacedContainer, type Subject } from "./subject";

/** Labels and annotations that decide about injection. */
export const INJECT = "sidecar.istio.io/inject";
export const REV = "istio.io/rev";
export const TEMPLATES = "inject.istio.io/templates";

/** Whether the injector is known not to be called for what counts on it. */
export function notCalled({ called, wants }: Subject): boolean {
  return called === false && wants;
}

/** The message of a failed injection; "" where it went through. */
export function rejected({ object, result }: Subject): string {
  return object.error?.message ?? result.configError?.message ?? "";
}

/** The proxy's container as it was pasted, or after injection. */
export function proxyOf(subject: Subject, which: "own" | "final"): PlacedContainer | undefined {
  const all = which === "own" ? ownContainers(subject) : finalContainers(subject);
  return all.find(({ name }) => name === "istio-proxy");
}

/** The name nearest to a wrong one: at most three edits away (Levenshtein), and less than its own length. */
export function closest(wrong: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, wrong.length - 1) + 1;
  for (const name of names) {
    const steps = distance(wrong.toLowerCase(), name.toLowerCase());
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
