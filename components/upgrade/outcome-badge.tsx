import type { Outcome } from "../../lib/compare/api";
import { useUpgradeTexts } from "./texts";

const LOOKS: Readonly<Record<Outcome, { readonly sign: string; readonly colour: string }>> = {
  "starts-to-fail": { sign: "✕", colour: "text-bad" },
  fails: { sign: "✕", colour: "text-muted" },
  changed: { sign: "≠", colour: "text-warn" },
  "stops-failing": { sign: "✓", colour: "text-good" },
  same: { sign: "=", colour: "text-muted" },
  "only-a": { sign: "−", colour: "text-bad" },
  "only-b": { sign: "+", colour: "text-good" },
};

/** What becomes of workloads: a sign and the word for it. */
export function OutcomeBadge({ outcome }: { readonly outcome: Outcome }) {
  const { sign, colour } = LOOKS[outcome];
  return (
    <span className={`inline-flex items-center gap-1 font-semibold whitespace-nowrap ${colour}`}>
      <span aria-hidden="true" className="w-3 text-center font-mono">
        {sign}
      </span>
      {useUpgradeTexts().outcomes[outcome]}
    </span>
  );
}
