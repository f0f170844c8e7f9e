"use client";

import { Editor } from "@monaco-editor/react";
import { useEffect, useState } from "react";
import { replaceText } from "./models";
import { COLOURED, COMMON_OPTIONS, type monaco } from "./monaco";
import { DARK, LIGHT } from "./themes";
import { YAML } from "./yaml-language";

/** Monaco for one text to read. */
export function TextView({
  text,
  label,
  line,
  dark,
}: {
  readonly text: string;
  readonly label: string;
  /** The line to look at. */
  readonly line?: number;
  readonly dark: boolean;
}) {
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor>();
  const [initial] = useState(text);

  useEffect(() => {
    const model = editor?.getModel();
    if (model) replaceText(model, text);
  }, [editor, text]);
  useEffect(() => editor?.updateOptions({ ariaLabel: label }), [editor, label]);
  useEffect(() => {
    if (!editor || line === undefined) return;
    editor.revealLineInCenter(line);
    const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
    const marked = editor.createDecorationsCollection([
      { range, options: { isWholeLine: true, className: "lit-line" } },
    ]);
    return () => marked.clear();
  }, [editor, line, text]);

  return (
    <Editor
      className={COLOURED}
      defaultValue={initial}
      language={YAML}
      theme={dark ? DARK : LIGHT}
      loading={null}
      onMount={(mounted) => setEditor(mounted as monaco.editor.IStandaloneCodeEditor)}
      options={{
        ...COMMON_OPTIONS,
        readOnly: true,
        domReadOnly: true,
        glyphMargin: false,
        folding: true,
        lineNumbersMinChars: 3,
      }}
    />
  );
}
