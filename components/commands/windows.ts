/** What opens only when asked for, loaded apart from the page. */
export { KeyList } from "./key-list";
export { Palette } from "./palette";
