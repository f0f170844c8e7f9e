import { useEffect, useMemo, useState } from "react";
import { encodeFragment } from "../../lib/links/fragment";
import type { LinkContent } from "../../lib/links/content";
import { resultHash } from "../../lib/links/result-hash";
import { findSecrets, maskSecrets, type Secret } from "../../lib/links/secrets";
import { ask } from "../ask";
import { type Inputs, requestOf, sameInputs, TEXT_FIELDS } from "../inputs";
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

/** A secret that was found, and whether it is masked. */
export interface Masking {
  readonly secret: Secret;
  readonly masked: boolean;
  /** It stands in the other situation of a comparison. */
  readonly other: boolean;
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
  mask(secret: Secret, masked: boolean): void;
  /** Undefined while it is being made. */
  readonly prepared: Prepared | undefined;
} {
  const [{ inputs, view, caret, answer, compared }] = useState(now);
  const other = compared?.other;
  const secrets = useMemo(() => findSecrets(inputs), [inputs]);
  // A text that both have is masked as that of the first.
  const otherSecrets = useMemo(
    () => (other ? findSecrets(other).filter(({ text }) => other[text] !== inputs[text]) : []),
    [other, inputs],
  );
  const [shown, setShown] = useState<ReadonlySet<Secret>>(new Set());
  const masked = useMemo(() => maskedInputs(inputs, secrets, shown), [inputs, secrets, shown]);
  const maskedOther = useMemo((): Inputs | undefined => {
    if (!other) return undefined;
    const own = maskedInputs(other, otherSecrets, shown);
    const same = TEXT_FIELDS.filter((field) => other[field] === inputs[field]);
    return { ...own, ...Object.fromEntries(same.map((field) => [field, masked[field]])) };
  }, [other, otherSecrets, shown, inputs, masked]);
  const [made, setMade] = useState<{
    readonly of: readonly [Inputs, Inputs | undefined];
    readonly lesson: string;
    readonly prepared: Prepared;
  }>();

  useEffect(() => {
    const stop = new AbortController();
    const prepare = async () => {
      const result =
        compared && maskedOther
          ? await compared.hash(masked, maskedOther, stop.signal)
          : answer && (await hashOf(masked, answer, stop.signal));
      const content = {
        ...contentOf(masked, view, caret, maskedOther),
        ...(result === undefined ? {} : { result }),
        ...(lesson.trim() === "" ? {} : { lesson }),
      };
      const fragment = await encodeFragment(content);
      if (!stop.signal.aborted) setMade({ of: [masked, maskedOther], lesson, prepared: { content, fragment } });
    };
    void prepare();
    return () => stop.abort();
  }, [masked, maskedOther, view, caret, answer, compared, lesson]);

  return {
    secrets: [
      ...secrets.map((secret) => ({ secret, masked: !shown.has(secret), other: false })),
      ...otherSecrets.map((secret) => ({ secret, masked: !shown.has(secret), other: true })),
    ],
    mask(secret, isMasked) {
      const next = new Set(shown);
      if (isMasked) next.delete(secret);
      else next.add(secret);
      setShown(next);
    },
    prepared:
      made?.of[0] === masked && made.of[1] === maskedOther && made.lesson === lesson ? made.prepared : undefined,
  };
}

function maskedInputs(inputs: Inputs, secrets: readonly Secret[], shown: ReadonlySet<Secret>): Inputs {
  const { options, ...texts } = inputs;
  const hidden = secrets.filter((secret) => !shown.has(secret));
  return { ...maskSecrets(texts, hidden), options };
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
