import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Place, Source, Span } from "../../lib/index";
import type { Comparison } from "../../lib/view/comparison";
import type { ObjectView } from "../../lib/view/result";
import { type Known, type Lit, type LitPlace, litAfter, type Sides, UNLIT, whySide } from "../../lib/view/why";
import { answerTo, type Question, type WhyAnswer } from "../../lib/view/why-answer";
import type { DiffPlace } from "../editor/diff-view";
import type { Inputs, TextField } from "../inputs";
import { type Caret, setSource, useCaret } from "./caret";
import { useOrigins } from "./use-origins";

/** The answer to where the reader looks. */
export interface Why {
  readonly answer: WhyAnswer | undefined;
  /** The lines that light up in the difference. */
  readonly lit: Lit;
  /** Origins are on their way. */
  readonly pending: boolean;
  /** Why there are no origins: the server's words, "" where it said nothing. */
  readonly refused: string | undefined;
  common(place: Place): boolean;
  /** The place in what was pasted that wrote the line at the caret. */
  readonly source: Span | undefined;
  /** Goes from a line of the pod to what wrote it, from there back, and from an input to what comes from it. */
  follow(): void;
  /** Shows the next or the previous line that lights up, of those after or before the last one shown. */
  goLit(direction: "next" | "previous"): void;
  /** Shows one of the lines that light up. */
  showLit(place: LitPlace): void;
  /** The text of a line of the difference. */
  textOf(place: LitPlace): string;
}

interface Asking {
  /** The inputs of the result that is shown. */
  readonly inputs: Inputs;
  /** The number of the object that is looked at. */
  readonly index: number;
  readonly object: ObjectView | undefined;
  readonly comparison: Comparison | undefined;
  /** Somebody would see the answer even without a caret. */
  readonly open: boolean;
  onReveal(place: DiffPlace): void;
  onGo(place: Place): void;
}

/** Answers why what stands at the caret is there. */
export function useWhy({ inputs, index, object, comparison, open, onReveal, onGo }: Asking): Why {
  const caret = useCaret();
  const { known, refused } = useOrigins(inputs, index, (open || caret !== undefined) && object?.pod !== undefined);
  const sides = useMemo(() => sidesOf(object, comparison), [object, comparison]);
  const answer = useMemo(
    () => (known && caret && sides ? answerTo(questionOf(caret, inputs), known, sides) : undefined),
    [known, caret, sides, inputs],
  );
  const lit = answer?.lit ?? UNLIT;

  const last = useRef<DiffPlace>(undefined);
  useEffect(() => {
    last.current = caret && caret.on !== "input" ? { side: caret.on, line: caret.line } : undefined;
  }, [caret, lit]);
  const showLit = useCallback(
    (place: LitPlace) => {
      last.current = place;
      onReveal({ ...place, focus: true });
    },
    [onReveal],
  );
  const goLit = useCallback(
    (direction: "next" | "previous") => {
      const place = litAfter(lit.places, last.current, direction);
      if (place) showLit(place);
    },
    [lit, showLit],
  );
  const texts = useMemo(
    () => ({ left: comparison?.leftText.text.split("\n"), right: comparison?.rightText.text.split("\n") }),
    [comparison],
  );
  const textOf = useCallback(({ side, line }: LitPlace) => texts[side]?.[line - 1] ?? "", [texts]);
  const source = answer?.kind === "leaf" ? answer.origin.at : undefined;
  useEffect(() => setSource(source), [source]);
  const follow = useCallback(() => {
    if (!document.activeElement?.closest("[data-pane=inputs]")) {
      if (source) onGo(source);
    } else if (caret && caret.on !== "input") onReveal({ side: caret.on, line: caret.line, focus: true });
    else goLit("next");
  }, [source, caret, onGo, onReveal, goLit]);
  return {
    answer,
    lit,
    pending: known === undefined && refused === undefined && object?.pod !== undefined,
    refused,
    common: known ? known.common : NEVER,
    source,
    follow,
    goLit,
    showLit,
    textOf,
  };
}

const NEVER: Known["common"] = () => false;

function sidesOf(object: ObjectView | undefined, comparison: Comparison | undefined): Sides | undefined {
  if (object?.pod === undefined || !comparison) return undefined;
  const { pod, input } = object;
  const { left, right, leftText, rightText } = comparison;
  return {
    ...(left?.pod === undefined ? {} : { left: whySide(leftText, left.pod, pod, input) }),
    ...(right.pod === undefined ? {} : { right: whySide(rightText, right.pod, pod, input) }),
  };
}

function questionOf(caret: Caret, inputs: Inputs): Question {
  if (caret.on !== "input") return caret;
  const { field, line, column } = caret;
  return { on: "input", sources: sourcesOf(field), line, column, text: inputs[field].split("\n")[line - 1] ?? "" };
}

/** The sources whose text an input is: an injector ConfigMap holds the values, too. */
function sourcesOf(field: TextField): readonly Source[] {
  return field === "injector" ? ["injector", "values"] : [field];
}
