import type { FleetSource } from "../../lib/compare/fleet";
import { fleetBatches, fleetPieces } from "../../lib/compare/fleet-pieces";
import { textsOf, type UpgradeFile } from "./file-texts";

/** What the page asks: to read files, for the next objects, for one of those that were given. */
export type ReaderQuestion =
  { readonly read: readonly UpgradeFile[] } | { readonly next: true } | { readonly number: number };

/** A file that could not be read. */
export interface FileProblem {
  readonly path: string;
  readonly why: "unreadable" | "no-tar";
}

/** What it is told. Objects that come to an end come as an empty list. */
export type ReaderAnswer =
  | { readonly count: number; readonly files: number; readonly problems: readonly FileProblem[] }
  | { readonly sources: readonly FleetSource[] }
  | { readonly source: FleetSource | undefined };

const sources: FleetSource[] = [];
let batches: Iterator<readonly FleetSource[]> | undefined;

let last: Promise<void> = Promise.resolve();

// One after the other: whoever asks takes answers in the order of the questions.
addEventListener("message", ({ data }: MessageEvent<ReaderQuestion>) => {
  last = last.then(() => reply(data));
});

async function reply(data: ReaderQuestion): Promise<void> {
  if ("read" in data) await read(data.read);
  else if ("next" in data) answer({ sources: (batches?.next().value as readonly FleetSource[] | undefined) ?? [] });
  else answer({ source: sources[data.number] });
}

function answer(message: ReaderAnswer): void {
  postMessage(message);
}

async function read(files: readonly UpgradeFile[]): Promise<void> {
  const problems: FileProblem[] = [];
  let count = 0;
  for (const file of files) {
    try {
      for await (const { path, text } of textsOf(file)) {
        count++;
        if (text.includes("\u0000")) {
          problems.push({ path, why: "unreadable" });
          continue;
        }
        for (const piece of fleetPieces(text)) sources.push({ ...piece, number: sources.length, file: path });
      }
    } catch {
      problems.push({ path: file.path, why: /\.(?:tar|tgz|tar\.gz)$/i.test(file.path) ? "no-tar" : "unreadable" });
    }
  }
  batches = fleetBatches(sources);
  answer({ count: sources.length, files: count, problems });
}
