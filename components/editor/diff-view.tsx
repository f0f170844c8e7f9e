"use client";

import { DiffEditor } from "@monaco-editor/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Dimmed } from "../../lib/view/change-filter";
import type { Mark } from "../../lib/view/marks";
import type { Lit } from "../../lib/view/why";
import { computeDiffs } from "./diff-provider";
import { editLines } from "./models";
import { COLOURED, COMMON_OPTIONS, monaco } from "./monaco";
import { DARK, LIGHT } from "./themes";
import { useStrings } from "../language";
import { YAML } from "./yaml-language";

/** A line to show in one of the two sides; a new object asks again for the same line. */
export interface DiffPlace {
  readonly side: "left" | "right";
  readonly line: number;
  /** The caret goes there, too. */
  readonly focus?: boolean;
}

/** What the page can ask of the editor. */
export interface DiffHandle {
  go(direction: "next" | "previous"): void;
  /** Opens the view that is read change by change; where there is none the difference itself is read. */
  read?(): void;
}

export interface DiffViewProps {
  /** What is compared; while it stays the same, new texts keep the scroll position. */
  readonly topic: string;
  readonly left: string;
  readonly right: string;
  readonly marks: readonly Mark[];
  readonly inline: boolean;
  readonly label: string;
  readonly reveal?: DiffPlace;
  /** Lines of both sides that light up. */
  readonly lit: Lit;
  /** Lines of both sides that step back. */
  readonly dimmed: Dimmed;
  readonly dark: boolean;
  /** The reader has put the caret on a line. */
  onCaret(place: DiffPlace): void;
  /** The reader wants to see what wrote the line at the caret. */
  onSource(): void;
  /** What a mark says when pointed at. */
  note(mark: Mark): string;
  /** The first difference is on the screen. */
  onReady(): void;
  readonly handleRef: RefObject<DiffHandle | null>;
}

interface Shown {
  readonly left: string;
  readonly right: string;
  readonly marks: monaco.editor.IEditorDecorationsCollection;
  readonly lit: Record<DiffPlace["side"], monaco.editor.IEditorDecorationsCollection>;
  readonly dimmed: Record<DiffPlace["side"], monaco.editor.IEditorDecorationsCollection>;
}

/** Monaco's difference of two texts, with marks in the right gutter. */
export function DiffView({
  topic,
  left,
  right,
  marks,
  inline,
  label,
  reveal,
  lit,
  dimmed,
  dark,
  note,
  onCaret,
  onSource,
  onReady,
  handleRef,
}: DiffViewProps) {
  const t = useStrings();
  const [editor, setEditor] = useState<monaco.editor.IStandaloneDiffEditor>();
  const [shown, setShown] = useState<Shown>();
  // One object for as long as this is on the page: what is in it goes with this.
  const current = useRef<{ topic: string; model?: monaco.editor.IDiffEditorViewModel }>({ topic: "" });

  // The texts are changed where they differ and the difference is there before the next frame: nothing flickers, and what was unfolded
  // stays so. Another pair of texts gets models of its own.
  useEffect(() => {
    if (!editor) return;
    const { topic: oldTopic, model: old } = current.current;
    if (old && oldTopic === topic) {
      const { original, modified } = old.model;
      const inPlace = keepsLines(original, left) && keepsLines(modified, right);
      if (inPlace && editLines(original, left) && editLines(modified, right)) {
        computeDiffs();
        setShown((shown) => shown && { ...shown, left, right });
        return;
      }
    }
    let gone = false;
    const models = {
      original: monaco.editor.createModel(left, YAML),
      modified: monaco.editor.createModel(right, YAML),
    };
    const next = editor.createViewModel(models);
    void next.waitForDiff().then(() => {
      if (gone) {
        dispose(next);
        return;
      }
      const { topic: oldTopic, model: old } = current.current;
      const state = oldTopic === topic ? editor.saveViewState() : null;
      editor.setModel(next);
      // Which parts were unfolded is not known of texts that are so different.
      if (state) editor.restoreViewState({ original: state.original, modified: state.modified });
      else editor.revealFirstDiff();
      if (old) dispose(old);
      Object.assign(current.current, { topic, model: next });
      setShown({
        left,
        right,
        marks: editor.getModifiedEditor().createDecorationsCollection(),
        lit: collections(editor),
        dimmed: collections(editor),
      });
      onReady();
    });
    return () => {
      gone = true;
    };
  }, [editor, topic, left, right, onReady]);

  useEffect(() => {
    const { current: last } = current;
    return () => {
      // After the editor, which goes after this.
      setTimeout(() => last.model && dispose(last.model));
    };
  }, []);

  useEffect(() => {
    if (!editor) return;
    const handle: DiffHandle = {
      go: (direction) => editor.goToDiff(direction),
      read: () => editor.accessibleDiffViewerNext(),
    };
    handleRef.current = handle;
    return () => {
      if (handleRef.current === handle) handleRef.current = null;
    };
  }, [editor, handleRef]);

  useEffect(() => {
    if (shown?.left !== left || shown.right !== right) return;
    shown.marks.set(
      marks.map((mark) => ({
        range: new monaco.Range(mark.lines[0], 1, mark.lines[0], 1),
        options: {
          glyphMarginClassName: `glyph-mark mark mark-${mark.kind}`,
          glyphMarginHoverMessage: { value: note(mark), isTrusted: false, supportHtml: false },
        },
      })),
    );
  }, [shown, left, right, marks, note]);

  useEffect(() => {
    if (!editor || shown?.left !== left || shown.right !== right) return;
    shown.lit.left.set(lit.left.map(litLine));
    shown.lit.right.set(lit.right.map(litLine));
  }, [editor, shown, left, right, lit]);

  useEffect(() => {
    if (shown?.left !== left || shown.right !== right) return;
    shown.dimmed.left.set(dimmed.left.flatMap(dimmedLines));
    shown.dimmed.right.set(dimmed.right.flatMap(dimmedLines));
  }, [shown, left, right, dimmed]);

  useEffect(() => {
    if (!editor) return;
    const sides = [["left", editor.getOriginalEditor()] as const, ["right", editor.getModifiedEditor()] as const];
    const watched = sides.map(([side, of]) => watchCaret(of, (line) => onCaret({ side, line })));
    return () => watched.forEach((each) => each.dispose());
  }, [editor, onCaret]);

  const openSource = t.commands.titles["why.follow"];
  useEffect(() => {
    if (!editor) return;
    const actions = [editor.getOriginalEditor(), editor.getModifiedEditor()].map((of) =>
      of.addAction({
        id: "open-source",
        label: openSource,
        keybindings: [monaco.KeyCode.Enter],
        contextMenuGroupId: "navigation",
        run: onSource,
      }),
    );
    return () => actions.forEach((action) => action.dispose());
  }, [editor, openSource, onSource]);

  const revealed = useRef<{ readonly reveal: DiffPlace; readonly inline: boolean }>(undefined);
  useEffect(() => {
    // A line of texts that are not on the screen yet waits for them.
    if (!editor || !reveal || shown?.left !== left || shown.right !== right) return;
    const { current: last } = revealed;
    if (last?.reveal === reveal && last.inline === inline) return;
    revealed.current = { reveal, inline };
    const side = reveal.side === "left" && !inline ? editor.getOriginalEditor() : editor.getModifiedEditor();
    const position = { lineNumber: reveal.line, column: 1 };
    side.setPosition(position, PROGRAM);
    side.revealPositionInCenter(position);
    if (reveal.focus) side.focus();
  }, [editor, reveal, inline, shown, left, right]);

  return (
    <DiffEditor
      className={COLOURED}
      language={YAML}
      theme={dark ? DARK : LIGHT}
      loading={null}
      originalModelPath="inmemory://difference/left.yaml"
      modifiedModelPath="inmemory://difference/right.yaml"
      keepCurrentOriginalModel
      keepCurrentModifiedModel
      onMount={(mounted) => setEditor(mounted as monaco.editor.IStandaloneDiffEditor)}
      options={{
        ...COMMON_OPTIONS,
        readOnly: true,
        originalEditable: false,
        originalAriaLabel: `${label}${t.punctuation.comma}${t.leftPane}`,
        modifiedAriaLabel: `${label}${t.punctuation.comma}${t.rightPane}`,
        domReadOnly: true,
        glyphMargin: true,
        folding: false,
        lineNumbersMinChars: 3,
        renderSideBySide: !inline,
        useInlineViewWhenSpaceIsLimited: false,
        renderMarginRevertIcon: false,
        renderGutterMenu: false,
        renderOverviewRuler: true,
        ignoreTrimWhitespace: false,
        diffWordWrap: "off",
        maxComputationTime: 1000,
        hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4, revealLineCount: 20 },
      }}
    />
  );
}

/**
 * Whether a text can be changed in place. Monaco draws with the old difference once more as soon as one is, and fails where that names
 * lines which are no longer there.
 */
function keepsLines(model: monaco.editor.ITextModel, text: string): boolean {
  return text.split("\n").length >= model.getLineCount();
}

/** The source of caret movements that are not the reader's own. */
const PROGRAM = "explorer";

/** Tells each line on which the reader puts the caret; a click on the line where it stands already counts. */
function watchCaret(editor: monaco.editor.ICodeEditor, onLine: (line: number) => void): monaco.IDisposable {
  const moved = editor.onDidChangeCursorPosition(({ source, reason, position }) => {
    if (source !== PROGRAM && reason === monaco.editor.CursorChangeReason.Explicit) onLine(position.lineNumber);
  });
  const clicked = editor.onMouseDown(({ target }) => {
    if (target.position) onLine(target.position.lineNumber);
  });
  return {
    dispose: () => {
      moved.dispose();
      clicked.dispose();
    },
  };
}

function collections(editor: monaco.editor.IDiffEditor): Shown["lit"] {
  return {
    left: editor.getOriginalEditor().createDecorationsCollection(),
    right: editor.getModifiedEditor().createDecorationsCollection(),
  };
}

/** Over the colour of whole lines and, once more, over that of their characters, which is drawn above. */
function dimmedLines([first, last]: readonly [number, number]): monaco.editor.IModelDeltaDecoration[] {
  return [
    {
      range: new monaco.Range(first, 1, last, 1),
      options: { isWholeLine: true, className: "dimmed-line", zIndex: 20 },
    },
    {
      range: new monaco.Range(first, 1, last + 1, 1),
      options: {
        className: "dimmed-line",
        inlineClassName: "dimmed-text",
        shouldFillLineOnLineBreak: true,
        zIndex: 20,
      },
    },
  ];
}

function litLine(line: number): monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(line, 1, line, 1),
    options: {
      isWholeLine: true,
      className: "lit-line",
      overviewRuler: { color: { id: "focusBorder" }, position: monaco.editor.OverviewRulerLane.Center },
    },
  };
}

function dispose(view: monaco.editor.IDiffEditorViewModel): void {
  const { original, modified } = view.model;
  view.dispose();
  original.dispose();
  modified.dispose();
}
