"use client";

import { Editor } from "@monaco-editor/react";
import { useEffect, useRef, useState } from "react";
import { replaceText } from "./models";
import { COLOURED, COMMON_OPTIONS, monaco } from "./monaco";
import { DARK, LIGHT } from "./themes";
import { YAML } from "./yaml-language";

/** A place to mark in a text. */
export interface EditorError {
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

/** A place to show; a new object asks again for the same place. */
export interface EditorPlace {
  readonly line: number;
  readonly column?: number;
}

export interface InputEditorProps {
  /** Tells the texts apart that share this editor. Each keeps its own undo steps and scroll position. */
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** Stands where the text would, while there is none. */
  readonly placeholder: string;
  /** Goes up whenever the text was changed by something else than this editor. */
  readonly revision: number;
  readonly error?: EditorError;
  readonly reveal?: EditorPlace;
  readonly dark: boolean;
  onChange(text: string): void;
}

const OWNER = "injection-explorer";

function uriOf(name: string): monaco.Uri {
  return monaco.Uri.parse(`inmemory://inputs/${name}.yaml`);
}

/** Monaco for one of several texts. */
export function InputEditor({
  name,
  label,
  text,
  placeholder,
  revision,
  error,
  reveal,
  dark,
  onChange,
}: InputEditorProps) {
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor>();
  const decorations = useRef<monaco.editor.IEditorDecorationsCollection>(undefined);

  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });

  // Not for every new text: what arrives may be older than what has been typed since.
  useEffect(() => {
    const model = monaco.editor.getModel(uriOf(name));
    if (!model || !replaceText(model, latest.current) || editor?.getModel() !== model) return;
    // Another text is read from its beginning.
    editor.setPosition({ lineNumber: 1, column: 1 });
    editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
  }, [name, revision, editor]);

  useEffect(() => {
    const model = monaco.editor.getModel(uriOf(name));
    if (!model || !editor) return;
    decorations.current?.clear();
    if (!error) {
      monaco.editor.setModelMarkers(model, OWNER, []);
      return;
    }
    const line = Math.min(Math.max(error.line, 1), model.getLineCount());
    const end = model.getLineMaxColumn(line);
    const start =
      error.column !== undefined && error.column < end
        ? error.column
        : model.getLineFirstNonWhitespaceColumn(line) || 1;
    const range = { startLineNumber: line, startColumn: start, endLineNumber: line, endColumn: end };
    monaco.editor.setModelMarkers(model, OWNER, [
      { ...range, message: error.message, severity: monaco.MarkerSeverity.Error },
    ]);
    decorations.current = editor.createDecorationsCollection([
      { range: new monaco.Range(line, 1, line, 1), options: { isWholeLine: true, className: "error-line" } },
    ]);
  }, [name, text, error, editor]);

  useEffect(() => {
    if (!editor || !reveal) return;
    const position = { lineNumber: reveal.line, column: reveal.column ?? 1 };
    editor.setPosition(position);
    editor.revealPositionInCenter(position);
    editor.focus();
  }, [reveal, editor]);

  useEffect(() => editor?.updateOptions({ ariaLabel: label, placeholder }), [editor, label, placeholder]);

  return (
    <Editor
      className={COLOURED}
      path={uriOf(name).toString()}
      defaultValue={text}
      language={YAML}
      theme={dark ? DARK : LIGHT}
      loading={null}
      keepCurrentModel
      onMount={(mounted) => {
        mounted.getModel()?.updateOptions({ tabSize: 2, insertSpaces: true });
        setEditor(mounted as monaco.editor.IStandaloneCodeEditor);
      }}
      onChange={(value) => onChange(value ?? "")}
      options={{
        ...COMMON_OPTIONS,
        glyphMargin: false,
        folding: true,
        lineNumbersMinChars: 3,
        ariaLabel: label,
        tabSize: 2,
        detectIndentation: false,
      }}
    />
  );
}
