import { loader } from "@monaco-editor/react";
import { getDefaultHoverDelegate } from "monaco-editor/base/browser/ui/hover/hoverDelegateFactory";
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/diffEditor/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/placeholderText/register";
import "monaco-editor/features/smartSelect/register";
import "monaco-editor/features/stickyScroll/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/wordHighlighter/register";
import "monaco-editor/features/wordOperations/register";
import { provideDiffs } from "./diff-provider";
import { defineThemes } from "./themes";
import { registerYaml } from "./yaml-language";

// The bundled editor, not the copy on a CDN that the loader would fetch.
globalThis.MonacoEnvironment = {
  getWorker: () => new Worker(new URL("monaco-editor/editor/editor.worker.js", import.meta.url), { type: "module" }),
};
registerYaml(monaco);
provideDiffs(monaco);
// Rainbow brackets drown the colours that mean something here.
monaco.editor.onDidCreateModel((model) =>
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } }),
);
defineThemes(monaco);
// Monaco makes what shows hovers when the first one is wanted, with the services of the editor that was made last. Where that editor
// is gone by then (a difference gives way to an error), every hover would fail: it is made while an editor is there.
const firstEditor = monaco.editor.onDidCreateEditor(() => {
  firstEditor.dispose();
  queueMicrotask(() => {
    getDefaultHoverDelegate("mouse");
    getDefaultHoverDelegate("element");
  });
});
loader.config({ monaco });

export { monaco };

/** The class that gives Monaco's colours to what an editor opens beside itself: without it its menus are transparent. */
export const COLOURED = "monaco-component";

/** What all editors of the page have in common. */
export const COMMON_OPTIONS = {
  automaticLayout: true,
  fontFamily: "var(--mono)",
  fontSize: 12.5,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  renderLineHighlight: "line",
  renderFinalNewline: "on",
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  dropIntoEditor: { enabled: false },
  fixedOverflowWidgets: true,
  padding: { top: 6, bottom: 6 },
  scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  unicodeHighlight: { ambiguousCharacters: false },
  stickyScroll: { enabled: true, maxLineCount: 4 },
} satisfies monaco.editor.IEditorOptions & { automaticLayout: boolean; stickyScroll: object };
