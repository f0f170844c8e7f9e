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

/** Reads files and sorts what they hold by where it belongs. What does so is loaded when first needed. */
export async function readFiles(files: readonly File[], t: Strings): Promise<Arrival> {
  const texts: string[] = [];
  for (const file of files) {
    if (file.size > MAX_BYTES) return { message: t.tooLarge(file.name), texts: {} };
    const text = await file.text();
    if (text.includes("\u0000")) return { message: t.unreadable(file.name), texts: {} };
    texts.push(text);
  }
  return sortedArrival(texts, t);
}

/** Sorts pasted or dropped texts. */
export async function sortedArrival(texts: readonly string[], t: Strings): Promise<Arrival> {
  return arrivalOf(await recognised(texts), t);
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
  const elsewhere = [...found.texts.keys()].some((slot) => slot !== field);
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
    const parts = found.map((kindred) => t.sortedPart(named(kindred), t.tabs[tabOf(kindred.slot)]));
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
