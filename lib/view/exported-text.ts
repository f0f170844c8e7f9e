import { podText, type PodText } from "./pod-text";
import type { ExportView } from "./result";

/** An export as people write it, and where each of its values stands. */
export function exportedText({ workload, at }: Pick<ExportView, "workload" | "at">): PodText {
  return podText(workload, at.spec.slice(0, at.spec.lastIndexOf("/")));
}

/** The lines of pointers in a text: of what is not there, of what it would stand in. Each once, in order. */
export function linesOf({ places }: PodText, pointers: readonly string[]): number[] {
  const lines = new Set<number>();
  for (const pointer of pointers) {
    let known = pointer;
    while (known !== "" && !places.has(known)) known = known.slice(0, known.lastIndexOf("/"));
    const place = places.get(known);
    if (place) lines.add(place[0]);
  }
  return [...lines].sort((a, b) => a - b);
}
