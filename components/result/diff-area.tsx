import { type RefObject, useCallback } from "react";
import type { Dimmed } from "../../lib/view/change-filter";
import type { Comparison } from "../../lib/view/comparison";
import type { Mark } from "../../lib/view/marks";
import type { Lit } from "../../lib/view/why";
import { shortText } from "../../lib/view/short-text";
import type { DiffHandle, DiffPlace } from "../editor/diff-view";
import { useStrings } from "../language";
import type { Editors } from "../use-editors";
import { setCaret } from "../why/caret";
import { DiffOfTexts } from "./diff-of-texts";
import { PlainText } from "./plain-diff";

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
  return (
    <DiffOfTexts
      editors={editors}
      topic={`${topic} ${left.id} ${comparison.right.id}`}
      left={leftText.text}
      right={rightText.text}
      marks={marks}
      inline={inline}
      label={t.diffLabel(leftName, rightName)}
      reveal={reveal}
      lit={lit}
      dimmed={dimmed}
      onCaret={putCaret}
      onSource={onSource}
      dark={dark}
      note={noteOf}
      handleRef={handleRef}
    />
  );
}

function putCaret({ side, line }: DiffPlace): void {
  setCaret({ on: side, line });
}
