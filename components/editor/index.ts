/** Everything that comes with Monaco, loaded as one after the page is usable. */
export { DiffView } from "./diff-view";
export { InputEditor } from "./input-editor";
export { replacesAll, runInInput } from "./models";
export { TextView } from "./text-view";
