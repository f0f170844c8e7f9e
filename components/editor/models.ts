import { lineDiff } from "../../lib/view/line-diff";
import { monaco } from "./monaco";

/**
 * Makes a model's text the given one by replacing only what differs, so that the scroll position, the folding and marks elsewhere
 * stay; it can be undone.
 * @returns whether anything differed.
 */
export function replaceText(model: monaco.editor.ITextModel, text: string): boolean {
  const old = model.getValue();
  if (old === text) return false;
  let start = 0;
  const shorter = Math.min(old.length, text.length);
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && old.charCodeAt(old.length - 1 - end) === text.charCodeAt(text.length - 1 - end))
    end++;
  // Neither edge may split a line end or a surrogate pair.
  while (start > 0 && isInner(old, start)) start--;
  while (end > 0 && isInner(old, old.length - end)) end--;
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(old.length - end));
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: text.slice(start, text.length - end) }], () => null);
  model.pushStackElement();
  return true;
}

/** Lines beyond which, one after another, there is little to keep of the old text. */
const MOST_EDITS = 200;

/**
 * Makes a model's text the given one by replacing only the lines that differ, so that what stands elsewhere keeps its place. Cannot be
 * undone. O(lines × changed lines).
 * @returns whether it did: not where more than 200 lines differ.
 */
export function editLines(model: monaco.editor.ITextModel, text: string): boolean {
  const old = model.getValue();
  if (old === text) return true;
  const hunks = lineDiff(old, text).filter(({ kind }) => kind === "changed");
  if (hunks.reduce((sum, { left, right }) => sum + left.length + right.length, 0) > MOST_EDITS) return false;
  const last = model.getLineCount();
  const edits = hunks.map(({ left, right, leftStart }) => {
    const end = leftStart + left.length;
    // The last line has no line end of its own to go with it.
    const range =
      end <= last
        ? new monaco.Range(leftStart, 1, end, 1)
        : new monaco.Range(leftStart, 1, last, model.getLineMaxColumn(last));
    return { range, text: right.map((line) => `${line}\n`).join("") };
  });
  model.applyEdits(edits);
  if (model.getValue() !== text) model.setValue(text);
  return true;
}

function isInner(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 13 || (before >= 0xd800 && before < 0xdc00);
}

/** Does something in the input editor that is open, and leaves the focus there. */
export function runInInput(action: "editor.foldAll" | "editor.unfoldAll" | "actions.find"): void {
  const editor = monaco.editor.getEditors().find((candidate) => candidate.getModel()?.uri.path.startsWith(INPUTS_PATH));
  editor?.focus();
  editor?.trigger("command", action, undefined);
}

const INPUTS_PATH = "/inputs/";

/** The name of the model of an input. */
export function inputUri(name: string): monaco.Uri {
  return monaco.Uri.from({ scheme: "inmemory", path: `${INPUTS_PATH}${name}.yaml` });
}

/** Whether what is pasted now takes the place of all text of the editor that has the focus. */
export function replacesAll(): boolean {
  const editor = monaco.editor.getEditors().find((candidate) => candidate.hasTextFocus());
  const [model, selection] = [editor?.getModel(), editor?.getSelection()];
  if (!model || !selection) return false;
  return selection.equalsRange(model.getFullModelRange()) || model.getValue().trim() === "";
}
