import { type ExampleId, isExampleId } from "../lib/example/catalogue";
import { type Inputs, readInputs, sameTexts, TEXTS } from "./inputs";

/** Texts of one's own that gave way to an example. */
export interface Kept {
  /** When, in milliseconds. */
  readonly at: number;
  readonly inputs: Inputs;
}

/** How many are kept: a few, as what the browser stores is bounded. */
const MOST = 5;

/** One more, as the first. The same texts are kept once; empty ones are nothing to keep. */
export function withKept(kept: readonly Kept[], inputs: Inputs, at: number): readonly Kept[] {
  if (TEXTS.every((text) => inputs[text].trim() === "")) return kept;
  return [{ at, inputs }, ...withoutKept(kept, inputs)].slice(0, MOST);
}

/** Without what has the same texts. */
export function withoutKept(kept: readonly Kept[], inputs: Inputs): readonly Kept[] {
  return kept.filter((other) => !sameTexts(other.inputs, inputs));
}

/** What stands first in a workload text, by its kind and name: what one's texts are called. */
export function titleOf({ workload }: Pick<Inputs, "workload">): string {
  const value = (key: string) => new RegExp(`^[\\s{"'-]*${key}["']?:\\s*["']?([^\\s"',#{}]+)`, "m").exec(workload)?.[1];
  return [value("kind"), value("name")].filter((text) => text !== undefined).join(" ");
}

/** Reads kept texts back from the browser's storage; what is none is left out. */
export function readKept(text: string | null): readonly Kept[] {
  const json = parsed(text);
  if (!Array.isArray(json)) return [];
  return json.slice(0, MOST).flatMap((item: unknown) => {
    const { at, inputs } = (item ?? {}) as { readonly at?: unknown; readonly inputs?: unknown };
    const read = readInputs(inputs);
    return typeof at === "number" && read ? [{ at, inputs: read }] : [];
  });
}

/** What the page shows: inputs, and the example that they are as long as nobody changed its texts. */
export interface Shown {
  readonly inputs: Inputs;
  readonly example?: ExampleId;
  /** They came with a link, and are another's as long as nobody changed them. */
  readonly link?: true;
}

/** Reads what was shown back from the browser's storage. */
export function readShown(text: string | null): Shown | undefined {
  const json = parsed(text);
  const inputs = readInputs(json);
  const { example } = (json ?? {}) as { readonly example?: unknown };
  return inputs && { inputs, ...(typeof example === "string" && isExampleId(example) ? { example } : {}) };
}

/** What is stored of it. */
export function shownText({ inputs, example }: Shown): string {
  return JSON.stringify({ ...inputs, example });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
