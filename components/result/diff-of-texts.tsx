import { useCallback, useState } from "react";
import type { DiffViewProps } from "../editor/diff-view";
import type { Language } from "../strings/language";
import type { Editors } from "../use-editors";
import { PlainDiff } from "./plain-diff";

interface DiffOfTextsProps extends Omit<DiffViewProps, "onReady"> {
  readonly editors: Editors | undefined;
}

/** Two texts side by side: plain at first, in the editor once that has drawn them. */
export function DiffOfTexts({ editors, ...view }: DiffOfTextsProps) {
  // The editor is made anew for another language; until then the plain difference stands in.
  const language = editors?.language;
  const [drawn, setDrawn] = useState<Language>();
  const onReady = useCallback(() => setDrawn(language), [language]);
  const covered = language !== undefined && drawn === language;
  const { left, right, marks, label, reveal, lit, dimmed, onCaret, note, handleRef } = view;
  return (
    <div className="relative h-full min-h-0">
      {!covered && <PlainDiff {...{ left, right, marks, label, reveal, lit, dimmed, onCaret, note, handleRef }} />}
      {editors && (
        // Parts of the editor are visible in whatever is not: until it has drawn something it is clear, too.
        <div className={`absolute inset-0 ${covered ? "" : "invisible opacity-0"}`} data-testid="diff-editor">
          <editors.DiffView key={editors.language} {...view} onReady={onReady} />
        </div>
      )}
    </div>
  );
}
