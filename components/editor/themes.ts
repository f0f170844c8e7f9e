import type * as Monaco from "monaco-editor/editor";

export const LIGHT = "explorer-light";
export const DARK = "explorer-dark";

/** The editor in the page's own colours; see app/globals.css. */
export function defineThemes(monaco: typeof Monaco): void {
  monaco.editor.defineTheme(LIGHT, {
    base: "vs",
    inherit: true,
    rules: [
      { token: "type", foreground: "1b4f9c" },
      { token: "string", foreground: "18202c" },
      { token: "number", foreground: "7e4d00" },
      { token: "keyword", foreground: "6d35b8" },
      { token: "comment", foreground: "586576" },
      { token: "operators", foreground: "586576" },
      { token: "delimiter", foreground: "586576" },
      { token: "template", foreground: "a61e68" },
      { token: "template.keyword", foreground: "a61e68", fontStyle: "bold" },
      { token: "template.name", foreground: "0b6970" },
      { token: "template.string", foreground: "7e4d00" },
    ],
    colors: {
      "editor.background": "#ffffff",
      "editor.foreground": "#18202c",
      "editorLineNumber.foreground": "#586576",
      "editorLineNumber.activeForeground": "#18202c",
      "editor.lineHighlightBackground": "#f3f5f8",
      "editor.lineHighlightBorder": "#00000000",
      "diffEditor.insertedLineBackground": "#dff5e6b0",
      "diffEditor.insertedTextBackground": "#a6e3b880",
      "diffEditor.removedLineBackground": "#fde6e6b0",
      "diffEditor.removedTextBackground": "#f6b8b880",
      "diffEditor.unchangedRegionBackground": "#f3f5f8",
      "diffEditor.unchangedRegionForeground": "#4d5a6b",
      "diffEditor.border": "#d8dee7",
      "diffEditor.diagonalFill": "#eaeef3",
      "editorWidget.background": "#ffffff",
      "editorHoverWidget.background": "#ffffff",
      "editorStickyScroll.background": "#f8f9fb",
      "editor.placeholder.foreground": "#586576",
    },
  });
  monaco.editor.defineTheme(DARK, {
    base: "vs-dark",
    inherit: true,
    rules: [
      { token: "type", foreground: "8bb4f7" },
      { token: "string", foreground: "dbe2ec" },
      { token: "number", foreground: "eeb95c" },
      { token: "keyword", foreground: "c19bff" },
      { token: "comment", foreground: "8b98ac" },
      { token: "operators", foreground: "8b98ac" },
      { token: "delimiter", foreground: "8b98ac" },
      { token: "template", foreground: "ff8fc4" },
      { token: "template.keyword", foreground: "ff8fc4", fontStyle: "bold" },
      { token: "template.name", foreground: "4fd1c5" },
      { token: "template.string", foreground: "eeb95c" },
    ],
    colors: {
      "editor.background": "#12161d",
      "editor.foreground": "#dbe2ec",
      "editorLineNumber.foreground": "#8b98ac",
      "editorLineNumber.activeForeground": "#dbe2ec",
      "editor.lineHighlightBackground": "#191f28",
      "editor.lineHighlightBorder": "#00000000",
      "diffEditor.insertedLineBackground": "#10291cb0",
      "diffEditor.insertedTextBackground": "#1f5a3870",
      "diffEditor.removedLineBackground": "#311a1db0",
      "diffEditor.removedTextBackground": "#6b2a3070",
      "diffEditor.unchangedRegionBackground": "#161b23",
      "diffEditor.unchangedRegionForeground": "#97a4b6",
      "diffEditor.border": "#262e3a",
      "diffEditor.diagonalFill": "#1b212b",
      "editorWidget.background": "#171c25",
      "editorHoverWidget.background": "#171c25",
      "editorStickyScroll.background": "#151a22",
      "editor.placeholder.foreground": "#8b98ac",
    },
  });
}
