import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { type Inputs, sameInputs } from "../inputs";
import { useLanguage } from "../language";
import { PAGES } from "../pages";
import type { ToastMessage } from "../toast";
import type { Injection } from "../use-injection";
import type { StoredInputs } from "../use-stored-inputs";
import type { View } from "../use-view";
import { setCaret } from "../why/caret";
import type { Outcome } from "./open-link";
import { type LinkSource, sourceOf } from "./source";

type Opener = typeof import("./opener");

interface LinkOptions {
  /** Of the link that this page is the page of. */
  readonly id: string | undefined;
  readonly stored: StoredInputs;
  readonly injection: Injection;
  readonly releases: readonly string[];
  onView(view: Partial<View>): void;
  /** Other texts are shown now. */
  onOpen(): void;
  /** Shows one's own texts again. */
  onBack(): void;
  say(message: ToastMessage | undefined): void;
}

/** What was opened, until its result has come. */
interface Awaited {
  readonly inputs: Inputs;
  readonly line: View["line"];
  readonly result: string | undefined;
}

/**
 * Opens the link that the address holds or names: its texts take the place of one's own, which are kept; what it looks at comes back,
 * and the result is compared with what it was when the link was made. The address stays as long as the texts are the link's.
 */
export function useLink(options: LinkOptions): { readonly pending: boolean; readonly bar: ReactNode } {
  const { id, stored, injection, onView, onBack } = options;
  const { language } = useLanguage();
  const [pending, setPending] = useState(() => typeof location !== "undefined" && hasLink(id));
  const [opener, setOpener] = useState<Opener>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [awaited, setAwaited] = useState<Awaited>();
  const [changed, setChanged] = useState(false);
  const latest = useRef({ ...options, language });
  useEffect(() => {
    latest.current = { ...options, language };
  });

  const settle = useCallback((loaded: Opener, next: Outcome) => {
    const { stored: now, releases, onView: view, onOpen, onBack: goBack, say, language: spoken } = latest.current;
    setOpener(loaded);
    setOutcome(next);
    setPending(false);
    setChanged(false);
    if (next.kind !== "opened") return;
    const { content, burned } = next;
    if (content.other) {
      // What was read once is not asked for again: the address of the comparison holds it.
      void loaded.encodeFragment(content).then((fragment) => location.replace(`${PAGES.compare}#${fragment}`));
      return;
    }
    const inputs = loaded.inputsOfLink(content, releases);
    const ownIsKept = (now.example === undefined && !now.link) || now.kept.length > 0;
    // Nobody else will have them again: they are as good as one's own.
    now.open({ inputs, ...(burned ? {} : { link: true }) });
    if (burned) history.replaceState(null, "", "/");
    onOpen();
    view(loaded.viewOfLink(content.view));
    setAwaited({ inputs, line: content.view.line, result: content.result });
    const texts = loaded.SHARE_TEXTS[spoken];
    say({
      text: texts.opened(ownIsKept),
      ...(ownIsKept ? { action: { label: texts.back, run: goBack } } : {}),
    });
  }, []);

  const { restored } = stored;
  useEffect(() => {
    if (!restored) return;
    let newest: LinkSource | undefined;
    const look = () => {
      const source = sourceOf(location.hash, id);
      newest = source;
      if (!source) return;
      void import("./opener").then(
        async (loaded) => {
          const next = await loaded.openLink(source);
          if (newest === source) settle(loaded, next);
        },
        () => {
          setPending(false);
          latest.current.say({ text: UNREACHABLE[latest.current.language] });
        },
      );
    };
    look();
    addEventListener("hashchange", look);
    return () => {
      newest = undefined;
      removeEventListener("hashchange", look);
    };
  }, [restored, id, settle]);

  const { answer } = injection;
  useEffect(() => {
    if (!awaited || !opener || !sameInputs(answer.inputs, awaited.inputs)) return;
    void Promise.resolve().then(() => {
      const { line, result } = awaited;
      setAwaited(undefined);
      setChanged(result !== undefined && opener.resultHash(answer.result) !== result);
      if (!line) return;
      onView({ line });
      setCaret({ on: line.side, line: line.line });
    });
  }, [awaited, opener, answer, onView]);

  // The address says what is shown, or nothing.
  const shown = useRef(false);
  useEffect(() => {
    if (shown.current && !stored.link) history.replaceState(null, "", "/");
    shown.current = stored.link;
  }, [stored.link]);

  const bar = opener && outcome && (
    <opener.LinkBar
      texts={opener.SHARE_TEXTS[language]}
      outcome={outcome}
      changed={changed && stored.link}
      onOutcome={(next) => settle(opener, next)}
      onBack={stored.kept.length > 0 ? onBack : undefined}
      onClose={() => {
        setOutcome(undefined);
        if (!stored.link) history.replaceState(null, "", "/");
      }}
    />
  );
  return { pending, bar };
}

function hasLink(id: string | undefined): boolean {
  return sourceOf(location.hash, id) !== undefined;
}

/** What opens links did not come: then its texts did not, either. */
const UNREACHABLE = {
  en: "The server does not answer: the link cannot be opened. Your own text is as it was.",
  zh: "服务器没有响应：无法打开链接。你自己的内容没有改变。",
} as const;
