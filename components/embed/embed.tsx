"use client";

import { useEffect, useState } from "react";
import type { CompareResult } from "../../lib/compare/api";
import { comparisonHash, resultHash } from "../../lib/links/result-hash";
import { askCompared } from "../compare/use-compared";
import type { Compared } from "../compare/use-sides";
import { ask, RefusedError, UNREACHABLE } from "../ask";
import { type Inputs, requestOf } from "../inputs";
import { useLanguage } from "../language";
import { PAGES } from "../pages";
import { inputsOfLink, otherInputsOfLink, viewOfLink } from "../share/link-content";
import { openLink } from "../share/open-link";
import { sourceOf } from "../share/source";
import { SHARE_TEXTS, type ShareTexts } from "../share/texts";
import type { Answer } from "../use-injection";
import type { View } from "../use-view";
import { EmbedComparison } from "./embed-comparison";
import { EmbedResult } from "./embed-result";

/** What is shown: a link's result, or why there is none. */
type Shown =
  | { readonly answer: Answer; readonly of: Looked }
  | { readonly compared: Compared; readonly result: CompareResult; readonly of: Looked }
  | ((texts: ShareTexts) => string);

/** How a link looks at it, and what its author wrote beside it. */
interface Looked {
  readonly view: View;
  readonly changed: boolean;
  readonly lesson: string | undefined;
}

interface EmbedProps {
  /** Of a link that the server keeps; undefined for one that holds everything itself. */
  readonly id: string | undefined;
  readonly releases: readonly string[];
}

/** A link's result inside another page: to be read, with the way to where it can be changed. */
export function Embed({ id, releases }: EmbedProps) {
  const { language } = useLanguage();
  const texts = SHARE_TEXTS[language];
  const [{ shown, hash }, setState] = useState<{ readonly shown?: Shown; readonly hash: string }>({ hash: "" });

  useEffect(() => {
    let newest = 0;
    const look = () => {
      const mine = ++newest;
      const { hash: now } = location;
      void show(now, id, releases).then((next) => {
        if (mine === newest) setState({ shown: next, hash: now });
      });
    };
    look();
    addEventListener("hashchange", look);
    return () => {
      newest = -1;
      removeEventListener("hashchange", look);
    };
  }, [id, releases]);

  const page = shown && "compared" in shown ? PAGES.compare : PAGES.explorer;
  const opens = `${id === undefined ? page : `/s/${id}`}${hash}`;
  return (
    <div className="flex h-dvh flex-col bg-panel">
      {shown && typeof shown !== "function" ? (
        "compared" in shown ? (
          <EmbedComparison key={hash} compared={shown.compared} result={shown.result} {...shown.of} opens={opens} />
        ) : (
          <EmbedResult key={hash} answer={shown.answer} {...shown.of} texts={texts} opens={opens} />
        )
      ) : (
        <main className="grid flex-1 place-content-center gap-2 p-4 text-center">
          <h1 className="font-semibold">{texts.embedTitle}</h1>
          <p role={shown ? "alert" : "status"} className="text-muted">
            {shown ? shown(texts) : texts.loading}
          </p>
          <a href={opens} target="_blank" rel="noopener" className="text-accent underline">
            {texts.openInExplorer}
          </a>
        </main>
      )}
    </div>
  );
}

/** Opens a link and asks for its result. */
async function show(hash: string, id: string | undefined, releases: readonly string[]): Promise<Shown> {
  const source = sourceOf(hash, id);
  if (!source || source.kind === "delete") return (texts) => texts.failure({ kind: "not-ours" });
  const outcome = await openLink(source);
  if (outcome.kind === "failed") return (texts) => `${texts.notOpened} ${texts.failure(outcome.failure)}`;
  if (outcome.kind !== "opened") return (texts) => texts.onceEmbedded;
  const { content } = outcome;
  const inputs: Inputs = inputsOfLink(content, releases);
  const { signal } = new AbortController();
  const of = (hash: string): Looked => ({
    view: { ...viewOfLink(content.view), line: content.view.line },
    changed: content.result !== undefined && hash !== content.result,
    lesson: content.lesson,
  });
  try {
    if (content.other) {
      const { sides } = content.view;
      const b = otherInputsOfLink(content, releases);
      const compared: Compared = { a: inputs, b, step: sides?.left ?? "final", stepB: sides?.right ?? "final" };
      const result = await askCompared(compared, signal);
      return { compared, result, of: of(comparisonHash(result)) };
    }
    const result = await ask(requestOf(inputs), signal);
    return { answer: { inputs, result }, of: of(resultHash(result)) };
  } catch (error) {
    return (texts) => texts.refused(error instanceof RefusedError ? error.refusal : UNREACHABLE);
  }
}
