import { useId } from "react";
import type { LiveCause, LiveDifference, LivePod } from "../../lib/index";
import { grouped } from "../../lib/view/grouped";
import { useLanguage } from "../language";
import { Terms } from "../learn/terms";
import { CopyButton } from "../result/copy-button";
import { type GoTo, PlaceLink } from "../result/place-link";
import type { VariantTexts } from "./texts-en";

interface LivePanelProps {
  /** Undefined until it is known. */
  readonly pods: readonly LivePod[] | undefined;
  readonly texts: VariantTexts;
  /** The live pods that were pasted here; `onLive` is absent where they are only read. */
  readonly live: string;
  readonly onLive: ((text: string) => void) | undefined;
  readonly onGo: GoTo;
}

/** How live pods differ from what the injector would make of their workload today, and a place to paste them. */
export function LivePanel({ pods, texts, live, onLive, onGo }: LivePanelProps) {
  const id = useId();
  const t = texts.live;
  return (
    <div className="px-3 py-2 leading-6">
      <p className="flex flex-wrap items-center gap-2">
        <label htmlFor={`${id}-live`} className="text-muted">
          {t.paste}
        </label>
        <code className="code wrap-anywhere">{t.command}</code>
        <CopyButton text={t.command} label={t.copyCommand} />
      </p>
      <textarea
        id={`${id}-live`}
        value={live}
        rows={live === "" ? 4 : 2}
        spellCheck={false}
        className="code mt-1 w-full rounded border border-line bg-panel p-2"
        readOnly={!onLive}
        onChange={(event) => onLive?.(event.target.value)}
      />
      <div aria-live="polite">
        {!pods && <p className="text-muted">{texts.looking}</p>}
        {live.trim() !== "" && pods && !pods.some(({ source }) => source === "live") && (
          <p className="text-muted">{t.none}</p>
        )}
        {pods?.map((pod, i) => (
          <PodSection key={`${pod.name} ${i}`} pod={pod} texts={t} onGo={onGo} />
        ))}
      </div>
    </div>
  );
}

/** The causes, those that ask for a restart first. */
const CAUSES: readonly LiveCause[] = [
  "not-injected",
  "old-release",
  "old-config",
  "old-workload",
  "by-hand",
  "other-mutator",
  "api-server",
];

interface PodSectionProps {
  readonly pod: LivePod;
  readonly texts: VariantTexts["live"];
  readonly onGo: GoTo;
}

function PodSection({ pod, texts: t, onGo }: PodSectionProps) {
  const { language } = useLanguage();
  const groups = grouped(pod.differences, ({ cause }) => cause);
  return (
    <section aria-label={t.pod(pod.name)} className="mt-2">
      <h2 className="font-semibold">{t.pod(pod.name)}</h2>
      <p data-testid="restart" className={pod.restart.must ? "font-semibold text-bad" : ""}>
        <span className="font-semibold">{t.restart}</span> <Terms text={pod.restart.sentence[language]} />
      </p>
      {pod.of !== undefined && <p className="text-muted">{pod.wouldChange ? t.wouldChange : t.wouldNotChange}</p>}
      {CAUSES.filter((cause) => groups.has(cause)).map((cause) => (
        <details key={cause} data-cause={cause} open={cause !== "api-server"} className="mt-1">
          <summary className="cursor-pointer font-medium">
            {t.causes[cause]} <span className="font-mono text-[11px] text-muted">{groups.get(cause)!.length}</span>
          </summary>
          <ul className="list-disc pl-5">
            {groups.get(cause)!.map((one) => (
              <li key={one.path} className="wrap-anywhere">
                <Terms text={one.sentence[language]} />
                <Where one={one} pod={pod} texts={t} onGo={onGo} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** The line of a difference: one of the workload text leads there, one of the box is only told. */
function Where({ one, pod, texts: t, onGo }: PodSectionProps & { readonly one: LiveDifference }) {
  if (one.line === undefined) return null;
  if (pod.source === "live") return <span className="ml-1 text-muted">{t.line(one.line)}</span>;
  return (
    <>
      {" "}
      <PlaceLink place={{ source: "workload", line: one.line, column: 1 }} onGo={onGo} />
    </>
  );
}
