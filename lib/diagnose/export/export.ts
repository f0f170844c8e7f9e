import type { ExportedWorkload, InjectResult, Note } from "../../inject/api";
import { kindOf } from "../../inject/workload";
import { sidesOf } from "../pod-sides";
import type { Subject } from "../subject";
import { BY_HAND } from "./by-hand";
import { FROM_CLUSTER } from "./from-cluster";
import type { NoteRow } from "./note-row";
import { putBack, type PodAt } from "./put-back";

/** A result whose injected objects have their export. */
export function exported(
  result: InjectResult,
  subjects: readonly { readonly index: number; readonly subject: Subject }[],
): InjectResult {
  const byIndex = new Map(subjects.map(({ index, subject }) => [index, exportOf(subject)]));
  const objects = result.objects.map((object, index) => {
    const own = byIndex.get(index);
    return own ? { ...object, export: own } : object;
  });
  return { ...result, objects };
}

/**
 * The workload as it needs no injector; undefined where there is nothing that the injector does for it, in a List of Lists, and where
 * its keys are not written as Kubernetes writes them, which Go reads all the same.
 */
function exportOf(subject: Subject): ExportedWorkload | undefined {
  const isFound = kindOf(subject.own.json) === subject.object.kind && subject.own.json.has("spec");
  if (!subject.injected || subject.final === undefined || !isFound) return undefined;
  const { workload, at, changed } = putBack(subject);
  const sides = sidesOf(subject);
  const notes = (rows: readonly NoteRow[]) =>
    rows.flatMap((row): Note[] => {
      const seen = row.see(sides);
      if (seen.length === 0) return [];
      const words = row.words?.(sides) ?? "";
      return [
        {
          code: row.code,
          pointers: seen.map((pointer) => inWorkload(pointer, at)),
          places: [],
          sentence: { en: row.en(words), zh: row.zh(words) },
        },
      ];
    });
  return { workload, at, changed, byHand: notes(BY_HAND), fromCluster: notes(FROM_CLUSTER) };
}

function inWorkload(pointer: string, { metadata, spec }: PodAt): string {
  const ofMetadata = pointer.startsWith("/metadata");
  return ofMetadata ? metadata + pointer.slice("/metadata".length) : spec + pointer.slice("/spec".length);
}
