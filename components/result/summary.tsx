import type { ContainerCase } from "../../lib/index";
import { type Mark, markCounts } from "../../lib/view/marks";
import type { ObjectView } from "../../lib/view/result";
import { useStrings } from "../language";
import { type GoTo, PlaceLinks } from "./place-link";
import { WebhookSentence } from "./webhook-sentence";

interface SummaryProps {
  readonly object: ObjectView;
  /** The marks of the whole injection. */
  readonly marks: readonly Mark[];
  readonly onGo: GoTo;
}

/** What happened to an object, and why, in a sentence or two. */
export function Summary({ object, marks, onGo }: SummaryProps) {
  const t = useStrings();
  const { list, lastInList, colon, stop, space } = t.punctuation;
  const { decision, templates = [], containers = [], warnings = [], error } = object;
  const injected = decision?.inject && !error;
  const verdict = error ? t.rejected : injected ? t.injected : object.makesPods ? t.notInjected : t.passesThrough;
  const colour = error ? "bg-bad" : injected ? "bg-good" : "bg-faint";
  return (
    <div className="shrink-0 px-3 py-2 text-[13.5px] leading-6">
      {object.webhook && <WebhookSentence webhook={object.webhook} onGo={onGo} />}
      <p data-testid="summary">
        <span aria-hidden="true" className={`mr-2 inline-block h-2.5 w-2.5 rounded-full ${colour}`} />
        <strong className="font-semibold">{verdict}</strong>
        {decision && (
          <>
            {injected ? t.because : colon}
            {t.reasons[decision.reason]}
            <PlaceLinks places={decision.because} onGo={onGo} />
          </>
        )}
        {injected && templates.length > 0 && (
          <>
            {t.withTemplates(templates.length)}
            {templates.map(({ name, from, because }, i) => (
              <span key={name}>
                {i > 0 && (i === templates.length - 1 ? lastInList : list)}
                <code className="font-mono font-semibold">{name}</code>
                {t.templateFrom[from]}
                <PlaceLinks places={because} onGo={onGo} />
              </span>
            ))}
          </>
        )}
        {stop}
        {injected && <Containers containers={containers} marks={marks} />}
        {injected && <Counts marks={marks} />}
        {decision && !injected && !error && object.makesPods && `${space}${t.unchanged}`}
      </p>
      {warnings.length > 0 && (
        <ul aria-label={t.warnings(warnings.length)} className="mt-1 text-warn">
          {warnings.map((warning, i) => (
            <li key={i}>⚠ {warning}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Containers({
  containers,
  marks,
}: {
  readonly containers: readonly ContainerCase[];
  readonly marks: readonly Mark[];
}) {
  const t = useStrings();
  const { comma, stop, space } = t.punctuation;
  const overwritten = containers.filter((container) => container.case === "overwritten");
  const again = containers.filter((container) => container.case === "reinjected");
  const added = containers.filter((container) => container.case === "injected");
  return (
    <>
      {added.length > 0 && (
        <>
          {`${space}${t.adds}`}
          <Names names={added.map(({ name }) => name)} />
          {stop}
        </>
      )}
      {overwritten.map(({ name, list }) => {
        const own = marks.filter((mark) => mark.container === name);
        const kept = own.filter((mark) => mark.kind === "kept").length;
        return (
          <span key={`${list}/${name}`}>
            {space}
            <code className="font-mono">{name}</code> {t.containerYours(kept)}
            {own.some((mark) => mark.kind === "image") && `${comma}${t.imageReplaced}`}
            {stop}
          </span>
        );
      })}
      {again.length > 0 && (
        <>
          {space}
          <Names names={again.map(({ name }) => name)} /> {t.containerReinjected}
          {stop}
        </>
      )}
    </>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  const t = useStrings();
  return names.map((name, i) => (
    <span key={i}>
      {i > 0 && t.punctuation.list}
      <code className="font-mono">{name}</code>
    </span>
  ));
}

function Counts({ marks }: { readonly marks: readonly Mark[] }) {
  const t = useStrings();
  const counts = markCounts(marks);
  return (["args", "env", "volume", "mount"] as const).map((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? null : (
      <span
        key={kind}
        className="ml-2 font-mono text-[12px] font-semibold whitespace-nowrap"
        style={{ color: `var(--m-${kind})` }}
      >
        +{count} {t.marks[kind]}
      </span>
    );
  });
}
