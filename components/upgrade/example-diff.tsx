import { useCallback, useRef, useState } from "react";
import type { DiffHandle } from "../editor/diff-view";
import { UNLIT } from "../../lib/view/why";
import type { Language } from "../strings/language";
import { PlainDiff } from "../result/plain-diff";
import type { Editors } from "../use-editors";

interface ExampleDiffProps {
  readonly topic: string;
  readonly left: string;
  readonly right: string;
  readonly label: string;
  readonly editors: Editors | undefined;
  readonly inline: boolean;
  readonly dark: boolean;
}

/** The pods of a group's example side by side: plain at first, in the editor once that has drawn them. */
export function ExampleDiff({ topic, left, right, label, editors, inline, dark }: ExampleDiffProps) {
  const handle = useRef<DiffHandle>(null);
  const language = editors?.language;
  // The editor is made anew for another language; until then the plain difference stands in.
  const [drawn, setDrawn] = useState<Language>();
  const onReady = useCallback(() => setDrawn(language), [language]);
  const covered = language !== undefined && drawn === language;
  const common = { left, right, marks: NONE, lit: UNLIT, dimmed: NOTHING, label, onCaret: ignore, note: noNote };
  return (
    <div className="relative h-full min-h-0">
      {!covered && <PlainDiff {...common} handleRef={handle} />}
      {editors && (
        <div className={`absolute inset-0 ${covered ? "" : "invisible opacity-0"}`} data-testid="diff-editor">
          <editors.DiffView
            key={editors.language}
            {...common}
            topic={topic}
            inline={inline}
            dark={dark}
            onSource={ignore}
            onReady={onReady}
            handleRef={handle}
          />
        </div>
      )}
    </div>
  );
}

const NONE: readonly never[] = [];
const NOTHING = { left: NONE, right: NONE };
const ignore = () => undefined;
const noNote = () => "";
