import { useEffect, useMemo, useState } from "react";
import { encodeFragment } from "../../lib/links/fragment";
import type { LinkContent, LinkText } from "../../lib/links/content";
import { resultHash } from "../../lib/links/result-hash";
import { findSecrets, maskSecrets, type Secret } from "../../lib/links/secrets";
import { ask } from "../ask";
import { type Inputs, requestOf, sameInputs, TEXTS } from "../inputs";
import type { Answer } from "../use-injection";
import type { View } from "../use-view";
import type { Caret } from "../why/caret";
import { contentOf } from "./link-content";

/** What is to be shared: what the page shows now. */
export interface Shared {
  readonly inputs: Inputs;
  readonly view: View;
  readonly caret: Caret | undefined;
  /** The newest result, perhaps of other inputs; absent for a comparison. */
  readonly answer?: Answer;
  /** What `inputs` are compared with. */
  readonly compared?: {
    readonly other: Inputs;
    /** The hash of the comparison of such inputs; undefined where the server gives none. */
    hash(a: Inputs, b: Inputs, signal: AbortSignal): Promise<string | undefined>;
  };
}

/** What a link would hold, once its result is known. */
export interface Prepared {
  readonly content: LinkContent;
  /** For the address of a link that holds it itself. */
  readonly fragment: string;
}

/** What is looked at for secrets: the texts of a situation, those of the other one that are not the same, and what the user writes. */
export type SharedText = LinkText | `other ${LinkText}` | "lesson";

/** A secret that was found, and whether it is masked. */
export interface Masking {
  readonly secret: Secret<SharedText>;
  readonly masked: boolean;
}

/**
 * What would be shared: as it is shown when this is first called, its secrets masked but for those that the user lets through.
 * @param lesson what the user writes beside it.
 */
export function useShare(
  now: Shared,
  lesson: string,
): {
  readonly secrets: readonly Masking[];
  mask(secret: Secret<SharedText>, masked: boolean): void;
  /** Undefined while it is being made. */
  readonly prepared: Prepared | undefined;
} {
  const [{ inputs, view, caret, answer, compared }] = useState(now);
  const other = compared?.other;
  const texts = useMemo(() => sharedTexts(inputs, other, lesson), [inputs, other, lesson]);
  // All at once: what one of them knows as a secret is looked for in the others.
  const secrets = useMemo(() => findSecrets(texts), [texts]);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const masked = useMemo(() => {
    const kept = maskSecrets(
      texts,
      secrets.filter((secret) => !shown.has(keyOf(secret, texts))),
    );
    const own = Object.fromEntries(TEXTS.map((field) => [field, kept[field]])) as Record<LinkText, string>;
    const others = Object.fromEntries(TEXTS.map((field) => [field, kept[`other ${field}`] ?? own[field]])) as Record<
      LinkText,
      string
    >;
    return {
      inputs: { ...own, options: inputs.options } satisfies Inputs,
      other: other && ({ ...others, options: other.options } satisfies Inputs),
      lesson: kept.lesson,
    };
  }, [texts, secrets, shown, inputs, other]);
  const [made, setMade] = useState<{ readonly of: typeof masked; readonly prepared: Prepared }>();

  useEffect(() => {
    const stop = new AbortController();
    const prepare = async () => {
      const result =
        compared && masked.other
          ? await compared.hash(masked.inputs, masked.other, stop.signal)
          : answer && (await hashOf(masked.inputs, answer, stop.signal));
      const content = {
        ...contentOf(masked.inputs, view, caret, masked.other),
        ...(result === undefined ? {} : { result }),
        ...(masked.lesson.trim() === "" ? {} : { lesson: masked.lesson }),
      };
      const fragment = await encodeFragment(content);
      if (!stop.signal.aborted) setMade({ of: masked, prepared: { content, fragment } });
    };
    void prepare();
    return () => stop.abort();
  }, [masked, view, caret, answer, compared]);

  return {
    secrets: secrets.map((secret) => ({ secret, masked: !shown.has(keyOf(secret, texts)) })),
    mask(secret, isMasked) {
      const next = new Set(shown);
      if (isMasked) next.delete(keyOf(secret, texts));
      else next.add(keyOf(secret, texts));
      setShown(next);
    },
    prepared: made?.of === masked ? made.prepared : undefined,
  };
}

/** Only what is shared is there. */
type SharedTexts = Readonly<Record<SharedText, string>>;

/** A text that both situations have is there once. */
function sharedTexts(inputs: Inputs, other: Inputs | undefined, lesson: string): SharedTexts {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, inputs[field]]));
  const differing = other ? TEXTS.filter((field) => other[field] !== inputs[field]) : [];
  return {
    ...texts,
    ...Object.fromEntries(differing.map((field) => [`other ${field}`, other![field]])),
    lesson,
  } as Record<SharedText, string>;
}

/** What a secret is known by while the lesson is being written. */
function keyOf({ text, start, end }: Secret<SharedText>, texts: SharedTexts): string {
  return `${text} ${start} ${texts[text].slice(start, end)}`;
}

/** The hash of the inputs' result; undefined where the server gives none. */
async function hashOf(inputs: Inputs, answer: Answer, signal: AbortSignal): Promise<string | undefined> {
  if (sameInputs(inputs, answer.inputs)) return resultHash(answer.result);
  try {
    return resultHash(await ask(requestOf(inputs), signal));
  } catch {
    return undefined;
  }
}
