import { useEffect, useMemo, useState } from "react";
import { encodeFragment } from "../../lib/links/fragment";
import type { LinkContent } from "../../lib/links/content";
import { resultHash } from "../../lib/links/result-hash";
import { findSecrets, maskSecrets, type Secret } from "../../lib/links/secrets";
import { ask } from "../ask";
import { type Inputs, requestOf, sameInputs } from "../inputs";
import type { Answer } from "../use-injection";
import type { View } from "../use-view";
import type { Caret } from "../why/caret";
import { contentOf } from "./link-content";

/** What is to be shared: what the page shows now. */
export interface Shared {
  readonly inputs: Inputs;
  readonly view: View;
  readonly caret: Caret | undefined;
  /** The newest result, perhaps of other inputs. */
  readonly answer: Answer;
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
  const [{ inputs, view, caret, answer }] = useState(now);
  const secrets = useMemo(() => findSecrets(inputs), [inputs]);
  const [shown, setShown] = useState<ReadonlySet<Secret>>(new Set());
  const masked = useMemo((): Inputs => {
    const { options, ...texts } = inputs;
    return {
      ...maskSecrets(
        texts,
        secrets.filter((secret) => !shown.has(secret)),
      ),
      options,
    };
  }, [inputs, secrets, shown]);
  const [made, setMade] = useState<{ readonly of: Inputs; readonly lesson: string; readonly prepared: Prepared }>();

  useEffect(() => {
    const stop = new AbortController();
    const prepare = async () => {
      const result = await hashOf(masked, answer, stop.signal);
      const content = {
        ...contentOf(masked, view, caret),
        ...(result === undefined ? {} : { result }),
        ...(lesson.trim() === "" ? {} : { lesson }),
      };
      const fragment = await encodeFragment(content);
      if (!stop.signal.aborted) setMade({ of: masked, lesson, prepared: { content, fragment } });
    };
    void prepare();
    return () => stop.abort();
  }, [masked, view, caret, answer, lesson]);

  return {
    secrets: secrets.map((secret) => ({ secret, masked: !shown.has(secret) })),
    mask(secret, isMasked) {
      const next = new Set(shown);
      if (isMasked) next.delete(secret);
      else next.add(secret);
      setShown(next);
    },
    prepared: made?.of === masked && made.lesson === lesson ? made.prepared : undefined,
  };
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
