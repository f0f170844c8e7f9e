import { useTooltip } from "../commands/use-commands";
import { useLanguage } from "../language";
import { SEVERITY_COLOURS } from "./severity";
import type { Found } from "./use-findings";

interface FindingsStripProps {
  readonly found: Found | undefined;
  /** Whether nothing came out: then nobody says that nothing is wrong. */
  readonly failed: boolean;
  onShow(): void;
}

/** What is wrong, in a line: how many of each severity, and the first one's sentence. Its place is kept, so that nothing jumps. */
export function FindingsStrip({ found, failed, onShow }: FindingsStripProps) {
  const { strings: t, language } = useLanguage();
  const tooltip = useTooltip("findings.show");
  const [first] = found?.all ?? [];
  const counts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = found?.all.filter((finding) => finding.severity === severity).length ?? 0;
    return count > 0 ? [{ severity, count }] : [];
  });
  return (
    <div data-testid="findings" className="flex h-8 shrink-0 items-center border-b border-line bg-panel px-3">
      {first ? (
        <button
          type="button"
          {...tooltip}
          className="flex min-w-0 flex-1 items-baseline gap-2 text-left hover:underline"
          onClick={onShow}
        >
          {counts.map(({ severity, count }) => (
            <span key={severity} className={`shrink-0 font-semibold ${SEVERITY_COLOURS[severity]}`}>
              {t.findings.count[severity](count)}
            </span>
          ))}
          <span className="min-w-0 truncate text-muted">{first.sentence[language]}</span>
        </button>
      ) : (
        <span className="text-muted">{found && !failed ? t.findings.none : ""}</span>
      )}
    </div>
  );
}
