import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLanguage } from "../language";
import type { Outcome } from "../share/open-link";
import { sourceOf } from "../share/source";
import type { View } from "../use-view";
import type { ComparedAnswer } from "./use-compared";
import { sameCompared } from "./use-compared";
import type { Compared, ComparedSides } from "./use-sides";

type Opener = typeof import("../share/opener");

interface ComparedLink {
  readonly sides: ComparedSides;
  readonly answer: ComparedAnswer;
  readonly releases: readonly string[];
  /** What the link looks at. */
  onView(view: View): void;
}

/**
 * Opens the comparison that the address holds: it takes the place of what was compared here, which stays in the browser. Where the
 * engine gives something else now than when the link was made, or the link is broken, a line above the page says so.
 */
export function useComparedLink({ sides, answer, releases, onView }: ComparedLink): ReactNode {
  const { language } = useLanguage();
  const [opener, setOpener] = useState<Opener>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [awaited, setAwaited] = useState<{ readonly compared: Compared; readonly hash: string | undefined }>();
  const [changed, setChanged] = useState(false);
  const { restored, open, link } = sides;
  const latest = useRef({ releases, onView });
  useEffect(() => {
    latest.current = { releases, onView };
  });

  useEffect(() => {
    if (!restored) return;
    let left = false;
    const look = () => {
      const source = sourceOf(location.hash, undefined);
      if (!source) return;
      void import("../share/opener").then(async (loaded) => {
        const next = await loaded.openLink(source);
        if (left) return;
        setOpener(loaded);
        setOutcome(next);
        setChanged(false);
        if (next.kind !== "opened") return;
        const { content } = next;
        const { sides: steps } = content.view;
        const compared: Compared = {
          a: loaded.inputsOfLink(content, latest.current.releases),
          b: loaded.otherInputsOfLink(content, latest.current.releases),
          step: steps?.left ?? "final",
          stepB: steps?.right ?? "final",
        };
        open(compared);
        latest.current.onView(loaded.viewOfLink(content.view));
        setAwaited({ compared, hash: content.result });
      });
    };
    look();
    addEventListener("hashchange", look);
    return () => {
      left = true;
      removeEventListener("hashchange", look);
    };
  }, [restored, open]);

  useEffect(() => {
    if (!awaited || !opener || !sameCompared(answer.asked, awaited.compared)) return;
    void Promise.resolve().then(() => {
      setAwaited(undefined);
      setChanged(awaited.hash !== undefined && opener.comparisonHash(answer.result) !== awaited.hash);
    });
  }, [awaited, opener, answer]);

  // The address says what is shown, or nothing.
  const shown = useRef(false);
  useEffect(() => {
    if (shown.current && !link) history.replaceState(null, "", location.pathname);
    shown.current = link;
  }, [link]);

  if (!opener || !outcome) return null;
  return (
    <opener.LinkBar
      texts={opener.SHARE_TEXTS[language]}
      outcome={outcome}
      changed={changed && link}
      onOutcome={setOutcome}
      onBack={undefined}
      onClose={() => setOutcome(undefined)}
    />
  );
}
