import { type RefObject, useCallback, useState } from "react";
import type { Dimmed } from "../../lib/view/change-filter";
import type { Comparison } from "../../lib/view/comparison";
import type { Mark } from "../../lib/view/marks";
import type { Lit } from "../../lib/view/why";
import { shortText } from "../../lib/view/short-text";
import type { DiffHandle, DiffPlace } from "../editor/diff-view";
import { useStrings } from "../language";
import type { Language } from "../strings/language";
import type { Editors } from "../use-editors";
import { setCaret } from "../why/caret";
import { PlainDiff, PlainText } from "./plain-diff";

interface DiffAreaProps {
  /** The object that is looked at. */
  readonly topic: string;
  readonly comparison: Comparison;
  /** Those that the filter lets through. */
  readonly marks: readonly Mark[];
  /** Lines of both sides that step back. */
  readonly dimmed: Dimmed;
  readonly leftName: string;
  readonly rightName: string;
  readonly editors?: Editors;
  readonly inline: boolean;
  readonly reveal?: DiffPlace;
  /** Lines of both sides that light up. */
  readonly lit: Lit;
  /** The reader wants to see what wrote the line at the caret. */
  onSource(): void;
  readonly dark: boolean;
  readonly handleRef: RefObject<DiffHandle | null>;
}

/** The two steps side by side, or the one alone: plain at first, in the editor once that has drawn it. */
export function DiffArea({
  topic,
  comparison,
  marks,
  dimmed,
  leftName,
  rightName,
  editors,
  inline,
  reveal,
  lit,
  onSource,
  dark,
  handleRef,
}: DiffAreaProps) {
  const t = useStrings();
  const noteOf = useCallback((mark: Mark) => t.markNote(mark.kind, mark.label, shortText(mark.instead)), [t]);
  // The editor is made anew for another language; until then the plain difference stands in.
  const language = editors?.language;
  const [drawn, setDrawn] = useState<Language>();
  const onReady = useCallback(() => setDrawn(language), [language]);
  const { left, leftText, rightText } = comparison;

  if (!left) {
    return (
      <div className="h-full min-h-0">
        {editors ? (
          <editors.TextView text={rightText.text} label={rightName} line={reveal?.line} dark={dark} />
        ) : (
          <PlainText text={rightText.text} label={rightName} />
        )}
      </div>
    );
  }
  const label = t.diffLabel(leftName, rightName);
  const covered = language !== undefined && drawn === language;
  return (
    <div className="relative h-full min-h-0">
      {!covered && (
        <PlainDiff
          left={leftText.text}
          right={rightText.text}
          marks={marks}
          label={label}
          reveal={reveal}
          lit={lit}
          dimmed={dimmed}
          onCaret={putCaret}
          note={noteOf}
          handleRef={handleRef}
        />
      )}
      {editors && (
        // Parts of the editor are visible in whatever is not: until it has drawn something it is clear, too.
        <div className={`absolute inset-0 ${covered ? "" : "invisible opacity-0"}`} data-testid="diff-editor">
          <editors.DiffView
            key={editors.language}
            topic={`${topic} ${left.id} ${comparison.right.id}`}
            left={leftText.text}
            right={rightText.text}
            marks={marks}
            inline={inline}
            label={label}
            reveal={reveal}
            lit={lit}
            dimmed={dimmed}
            onCaret={putCaret}
            onSource={onSource}
            dark={dark}
            note={noteOf}
            onReady={onReady}
            handleRef={handleRef}
          />
        </div>
      )}
    </div>
  );
}

function putCaret({ side, line }: DiffPlace): void {
  setCaret({ on: side, line });
}
