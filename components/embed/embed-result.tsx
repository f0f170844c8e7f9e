import { useEffect, useRef, useState } from "react";
import type { Place } from "../../lib/index";
import { useCommandKeys } from "../commands/use-commands";
import type { DiffHandle } from "../editor/diff-view";
import { failureOf, failuresOf, fieldOf } from "../failure";
import { TEXT_FIELDS, type TextField } from "../inputs";
import { tabOf } from "../input/input-tab";
import { useStrings } from "../language";
import { ResultPane } from "../result/result-pane";
import type { ShareTexts } from "../share/texts";
import type { Answer } from "../use-injection";
import type { Layout } from "../use-layout";
import { useTheme } from "../use-theme";
import type { View } from "../use-view";
import { setCaret } from "../why/caret";
import { EmbedFrame } from "./embed-frame";
import { ReadText } from "./read-text";

interface EmbedResultProps {
  readonly answer: Answer;
  /** What the link looks at. */
  readonly view: View;
  /** The engine gives something else than when the link was made. */
  readonly changed: boolean;
  readonly lesson: string | undefined;
  readonly texts: ShareTexts;
  /** Where it can be changed. */
  readonly opens: string;
}

/** The result of a link and its texts, to be read. */
export function EmbedResult({ answer, view: first, changed, lesson, texts, opens }: EmbedResultProps) {
  const t = useStrings();
  const { dark } = useTheme();
  const [view, setView] = useState(first);
  const [layout, setLayout] = useState<Layout>({ split: 0.5, details: 0.35, detailsOpen: false, inline: false });
  const [text, setText] = useState<{ readonly field: TextField; readonly line?: number }>();
  const [said, say] = useState("");
  const handleRef = useRef<DiffHandle>(null);
  useCommandKeys();

  const { line } = first;
  useEffect(() => {
    // One's own stored text has no place here.
    delete document.documentElement.dataset.restoring;
    if (line) setCaret({ on: line.side, line: line.line, quiet: true });
  }, [line]);

  const { inputs, result } = answer;
  const injection = { answer, good: answer, retry: () => location.reload() };
  const makes = result.objects.findIndex((object) => object.makesPods);
  const selected = view.object !== undefined && view.object < result.objects.length ? view.object : Math.max(0, makes);
  const failure = failureOf(failuresOf(injection, t), selected);
  const goTo = (place: Place) => {
    const field = fieldOf(place);
    if (field) setText({ field, line: place.line });
  };
  const given = TEXT_FIELDS.filter((field) => inputs[field].trim() !== "");

  return (
    <>
      <EmbedFrame
        tabs={[
          { name: texts.showResult, chosen: text === undefined, choose: () => setText(undefined) },
          ...given.map((field) => ({
            name: tabOf(field) === "more" ? t.sources[field] : t.tabs[tabOf(field)],
            chosen: text?.field === field,
            choose: () => setText({ field }),
          })),
        ]}
        changed={changed}
        lesson={lesson}
        opens={opens}
      >
        {text ? (
          <ReadText text={inputs[text.field]} label={t.fields[text.field]} line={text.line} />
        ) : (
          <ResultPane
            injection={injection}
            failure={failure}
            selected={selected}
            editors={undefined}
            dark={dark}
            layout={layout}
            view={view}
            handleRef={handleRef}
            onGo={goTo}
            live={inputs.live}
            onSelect={(object) => setView({ ...view, object })}
            onView={(part) => setView((old) => ({ ...old, ...part }))}
            onLayout={(part) => setLayout((old) => ({ ...old, ...part }))}
            say={(message) => say(message.text)}
          />
        )}
      </EmbedFrame>
      <div role="status" className="sr-only">
        {said}
      </div>
    </>
  );
}
