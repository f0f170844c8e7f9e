import type { Finding } from "../../lib/index";
import { useLanguage } from "../language";
import { SEVERITY_COLOURS } from "./severity";

/** As in the gutters of the inputs. */
const SIGNS = { error: "◆", warning: "▲", info: "i" } as const;

/** Says that something was found about a change, and leads there; `findings`: the worst first. */
export function EntryMark({
  findings: [worst, ...more],
  onShow,
}: {
  readonly findings: readonly Finding[];
  onShow(finding: Finding): void;
}) {
  const { strings: t, language } = useLanguage();
  if (!worst) return null;
  const says = [worst, ...more]
    .map(({ code, severity, sentence }) => `${t.findings.severity[severity]} ${code}: ${sentence[language]}`)
    .join("\n");
  return (
    <button
      type="button"
      data-finding={worst.code}
      className={`mr-1 rounded px-0.5 text-[11px] font-bold hover:bg-raised ${SEVERITY_COLOURS[worst.severity]}`}
      title={says}
      aria-label={says}
      onClick={() => onShow(worst)}
    >
      <span aria-hidden="true">{SIGNS[worst.severity]}</span>
    </button>
  );
}
