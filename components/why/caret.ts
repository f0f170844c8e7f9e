import type { Span } from "../../lib/index";
import type { TextField } from "../inputs";
import { Shared, useShared } from "../shared";

/** Where the reader looks: a line of one side of the difference, or a place in an input. */
export type Caret =
  /** `quiet`: the reader came from somewhere else than the difference, and need not be shown the answer. */
  | { readonly on: "left" | "right"; readonly line: number; readonly quiet?: boolean }
  | { readonly on: "input"; readonly field: TextField; readonly line: number; readonly column: number };

const caret = new Shared<Caret>();
const source = new Shared<Span>();

/** Says where the reader looks now; undefined for nowhere. */
export function setCaret(next: Caret | undefined): void {
  caret.set(next);
}

/** Where the reader looks. */
export function useCaret(): Caret | undefined {
  return useShared(caret);
}

/** The line of the difference that the reader asked about last; undefined while the caret is elsewhere. */
export function useAsksWhy(): Caret | undefined {
  const now = useCaret();
  return now && now.on !== "input" && !now.quiet ? now : undefined;
}

/** Says which place of what was pasted wrote the line of the pod that the reader looks at. */
export function setSource(next: Span | undefined): void {
  source.set(next);
}

/** The place that wrote the line of the pod that the reader looks at. */
export function useSource(): Span | undefined {
  return useShared(source);
}
