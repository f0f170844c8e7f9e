"use client";

import { Editor } from "@monaco-editor/react";
import { useEffect, useRef, useState } from "react";
import { noted } from "../findings/noted";
import { useLanguage } from "../language";
import { useShared } from "../shared";
import { findingMarks } from "./finding-marks";
import { inputUri, replaceText } from "./models";
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
  /** What is wrong there, which is shown at once. */
  readonly message?: string;
}

/** Lines that are told from others, counted from 1, both ends included. */
export interface Barred {
  readonly ranges: readonly { readonly line: number; readonly endLine: number }[];
  readonly note: string;
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
  readonly errors: readonly EditorError[];
  readonly reveal?: EditorPlace;
  /** The lines that wrote what the reader looks at. */
  readonly origin?: { readonly line: number; readonly endLine?: number };
  /** Lines with a bar beside them, and what it says. */
  readonly barred?: Barred;
  readonly dark: boolean;
  /** The reader has put the caret somewhere. */
  onCaret?(place: { readonly line: number; readonly column: number }): void;
  onChange(text: string): void;
}

const OWNER = "injection-explorer";
/** The source of caret movements that are not the reader's own. */
const PROGRAM = "explorer";

/** From the error's place to the end of its line, which may have moved since. */
function rangeOf({ line: asked, column }: EditorError, model: monaco.editor.ITextModel): monaco.IRange {
  const line = Math.min(Math.max(asked, 1), model.getLineCount());
  const end = model.getLineMaxColumn(line);
  const start = column !== undefined && column < end ? column : model.getLineFirstNonWhitespaceColumn(line) || 1;
  return { startLineNumber: line, startColumn: start, endLineNumber: line, endColumn: end };
}

/** Milliseconds after which a place that was asked for stands still. */
const AFTER_SCROLLING = 150;

/** Characters of a message that stand behind its line; pointing at the line shows all of it. */
const BEHIND = 160;

/** The line's colour, a sign in the gutter, and the message behind the line. */
function marksOf(error: EditorError, model: monaco.editor.ITextModel): monaco.editor.IModelDeltaDecoration[] {
  const { startLineNumber: line, endColumn: end } = rangeOf(error, model);
  const first = error.message.split("\n")[0]!;
  return [
    {
      range: new monaco.Range(line, 1, line, 1),
      options: {
        isWholeLine: true,
        className: "error-line",
        glyphMarginClassName: "glyph-mark error-glyph",
        glyphMarginHoverMessage: { value: escaped(error.message), isTrusted: false, supportHtml: false },
      },
    },
    {
      range: new monaco.Range(line, end, line, end),
      options: {
        showIfCollapsed: true,
        after: {
          content: `   ${first.length > BEHIND ? `${first.slice(0, BEHIND)}…` : first}`,
          inlineClassName: "error-text",
          cursorStops: monaco.editor.InjectedTextCursorStops.None,
        },
      },
    },
  ];
}

/** A text as Markdown that shows it as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, "\\$&");
}

/** Lets the Tab that follows Escape go on to the next control, where it would indent otherwise. */
function leaveByEscape(editor: monaco.editor.ICodeEditor): () => void {
  const leave = (tabFocusMode: boolean) => editor.updateOptions({ tabFocusMode });
  const keys = editor.onKeyDown(({ keyCode }) => {
    if (keyCode === monaco.KeyCode.Escape) leave(true);
    else if (keyCode !== monaco.KeyCode.Tab && keyCode !== monaco.KeyCode.Shift) leave(false);
  });
  const blur = editor.onDidBlurEditorWidget(() => leave(false));
  return () => {
    keys.dispose();
    blur.dispose();
  };
}

/** Monaco for one of several texts. */
export function InputEditor({
  name,
  label,
  text,
  placeholder,
  revision,
  errors,
  reveal,
  origin,
  barred,
  dark,
  onCaret,
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
    const model = monaco.editor.getModel(inputUri(name));
    if (!model || !replaceText(model, latest.current) || editor?.getModel() !== model) return;
    // Another text is read from its beginning.
    editor.setPosition({ lineNumber: 1, column: 1 }, PROGRAM);
    editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
  }, [name, revision, editor]);

  useEffect(() => {
    const model = monaco.editor.getModel(inputUri(name));
    if (!model || !editor) return;
    decorations.current?.clear();
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      errors.map((error) => ({
        ...rangeOf(error, model),
        message: error.message,
        severity: monaco.MarkerSeverity.Error,
      })),
    );
    decorations.current = editor.createDecorationsCollection(errors.flatMap((error) => marksOf(error, model)));
  }, [name, text, errors, editor]);

  useEffect(() => {
    if (!editor || !reveal) return;
    const position = { lineNumber: reveal.line, column: reveal.column ?? 1 };
    editor.setPosition(position, PROGRAM);
    editor.revealPositionInCenter(position);
    editor.focus();
    if (reveal.message === undefined) return;
    // The message behind a long line is out of sight. Scrolling there would hide this again: it comes after.
    const timer = setTimeout(
      () => editor.trigger("explorer", "editor.action.showHover", { focus: "noAutoFocus" }),
      AFTER_SCROLLING,
    );
    return () => clearTimeout(timer);
  }, [reveal, editor]);

  const findings = useShared(noted);
  const { language } = useLanguage();
  useEffect(() => {
    const model = monaco.editor.getModel(inputUri(name));
    if (!model || !editor || !findings || editor.getModel() !== model) return;
    const marks = findingMarks(findings, name, language).filter(
      ({ line }) => line <= model.getLineCount() && !errors.some((error) => error.line === line),
    );
    const drawn = editor.createDecorationsCollection(
      marks.map(({ line, severity, texts }) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: {
          glyphMarginClassName: `glyph-mark finding-glyph finding-${severity}`,
          glyphMarginHoverMessage: texts.map((text) => ({
            value: escaped(text),
            isTrusted: false,
            supportHtml: false,
          })),
        },
      })),
    );
    return () => drawn.clear();
  }, [name, editor, findings, errors, language]);

  useEffect(() => (editor ? leaveByEscape(editor) : undefined), [editor]);
  useEffect(() => {
    const model = monaco.editor.getModel(inputUri(name));
    if (!model || !editor || !origin || editor.getModel() !== model) return;
    const last = Math.min(origin.endLine ?? origin.line, model.getLineCount());
    const lines = editor.createDecorationsCollection([
      {
        range: new monaco.Range(Math.min(origin.line, last), 1, last, 1),
        options: { isWholeLine: true, className: "lit-line" },
      },
    ]);
    return () => lines.clear();
  }, [name, editor, origin]);

  useEffect(() => {
    const model = monaco.editor.getModel(inputUri(name));
    if (!model || !editor || !barred || editor.getModel() !== model) return;
    const last = model.getLineCount();
    const bars = editor.createDecorationsCollection(
      barred.ranges.map(({ line, endLine }) => ({
        range: new monaco.Range(Math.min(line, last), 1, Math.min(endLine, last), 1),
        options: { linesDecorationsClassName: "line-bar", linesDecorationsTooltip: barred.note },
      })),
    );
    return () => bars.clear();
  }, [name, editor, barred]);

  useEffect(() => {
    if (!editor || !onCaret) return;
    const moved = editor.onDidChangeCursorPosition(({ source, position }) => {
      if (source !== PROGRAM) onCaret({ line: position.lineNumber, column: position.column });
    });
    return () => moved.dispose();
  }, [editor, onCaret]);

  useEffect(() => editor?.updateOptions({ ariaLabel: label, placeholder }), [editor, label, placeholder]);

  return (
    <Editor
      className={COLOURED}
      path={inputUri(name).toString()}
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
        glyphMargin: true,
        folding: true,
        lineNumbersMinChars: 3,
        ariaLabel: label,
        tabSize: 2,
        detectIndentation: false,
      }}
    />
  );
}
