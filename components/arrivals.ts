import { holdsObjects } from "../lib/view/holds-objects";
import type { Kindred, Recognised, Slot } from "../lib/view/recognise";
import { tabOf } from "./input/input-tab";
import type { Inputs, TextField } from "./inputs";
import type { Strings } from "./strings/en";

/** Texts that were put in their places, and what to say about it. */
export interface Arrival {
  readonly message: string;
  readonly texts: Partial<Pick<Inputs, Slot>>;
}

const MAX_BYTES = 6 * 1024 * 1024;

/**
 * Reads files and sorts what they hold by where it belongs. What does so is loaded when first needed.
 * @param beside whether live pods are to be held against a workload that is there already.
 */
export async function readFiles(files: readonly File[], t: Strings, beside: boolean): Promise<Arrival> {
  const texts: string[] = [];
  for (const file of files) {
    if (file.size > MAX_BYTES) return { message: t.tooLarge(file.name), texts: {} };
    const text = await file.text();
    if (text.includes("\u0000")) return { message: t.unreadable(file.name), texts: {} };
    texts.push(text);
  }
  return sortedArrival(texts, t, beside);
}

/** Sorts pasted or dropped texts; `beside` as for `readFiles`. */
export async function sortedArrival(texts: readonly string[], t: Strings, beside: boolean): Promise<Arrival> {
  const found = await recognised(texts);
  return arrivalOf(beside || found.texts.has("workload") ? found : liveAsWorkload(found), t);
}

/** Live pods with nothing to hold them against are what is to be injected. */
function liveAsWorkload({ texts, found, ...rest }: Recognised): Recognised {
  const moved = (slot: Slot): Slot => (slot === "live" ? "workload" : slot);
  return {
    ...rest,
    texts: new Map([...texts].map(([slot, text]) => [moved(slot), text])),
    found: found.map((kindred) => ({ ...kindred, slot: moved(kindred.slot) })),
  };
}

/**
 * Sorts what was pasted into a field.
 * @param whole whether it took the place of all that stood there.
 * @returns undefined for an ordinary paste, which belongs where it was put.
 */
export async function pastedArrival(
  text: string,
  field: TextField,
  whole: boolean,
  t: Strings,
): Promise<Arrival | undefined> {
  if (!whole && !holdsObjects(text)) return undefined;
  const found = await recognised([text]);
  // A live pod that somebody puts among the workloads is meant to be one.
  const elsewhere = [...found.texts.keys()].some(
    (slot) => slot !== field && !(slot === "live" && field === "workload"),
  );
  const useless = found.helmValues && found.texts.size === 0;
  return elsewhere || useless ? arrivalOf(found, t) : undefined;
}

async function recognised(texts: readonly string[]): Promise<Recognised> {
  const { recognise } = await import("../lib/view/recognise");
  return recognise(texts);
}

/** How many kinds a message names. */
const MOST_KINDS = 6;

function arrivalOf({ texts, found, leftOut, helmValues }: Recognised, t: Strings): Arrival {
  const sentences: string[] = [];
  if (found.length > 0) {
    const parts = found.map((kindred) =>
      t.sortedPart(named(kindred), kindred.slot === "live" ? t.live : t.tabs[tabOf(kindred.slot)]),
    );
    sentences.push(t.sorted(shortened(parts)));
  }
  if (leftOut.length > 0) sentences.push(t.leftOut(shortened(leftOut.map(named))));
  if (helmValues) sentences.push(t.helmValues);
  if (sentences.length === 0) sentences.push(t.sortedNothing);
  return { message: sentences.join(t.punctuation.space), texts: Object.fromEntries(texts) };
}

function named({ kind, names }: Kindred): string {
  return names.length === 1 ? `${kind} ${names[0]}`.trimEnd() : `${names.length} × ${kind}`;
}

function shortened(parts: readonly string[]): readonly string[] {
  return parts.length <= MOST_KINDS ? parts : [...parts.slice(0, MOST_KINDS - 1), "…"];
}
