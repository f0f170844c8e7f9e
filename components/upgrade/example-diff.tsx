import { useRef } from "react";
import type { DiffHandle } from "../editor/diff-view";
import { UNLIT } from "../../lib/view/why";
import { DiffOfTexts } from "../result/diff-of-texts";
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

/** The pods of a group's example side by side: nothing is marked in them, and no line leads elsewhere. */
export function ExampleDiff(props: ExampleDiffProps) {
  const handle = useRef<DiffHandle>(null);
  return (
    <DiffOfTexts
      {...props}
      marks={NONE}
      lit={UNLIT}
      dimmed={NOTHING}
      onCaret={ignore}
      onSource={ignore}
      note={noNote}
      handleRef={handle}
    />
  );
}

const NONE: readonly never[] = [];
const NOTHING = { left: NONE, right: NONE };
const ignore = () => undefined;
const noNote = () => "";
