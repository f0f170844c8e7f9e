import type { ContainerCase, Origin, Place } from "../../lib/index";
import { presentValue } from "../../lib/view/input-value";
import type { LitPlace, Share } from "../../lib/view/why";
import { type ContainerShares, quote, type WhyAnswer } from "../../lib/view/why-answer";
import { steps } from "../../lib/view/value";
import { commandRow } from "../commands/catalogue";
import { keyText } from "../commands/keys";
import { useMac, useTooltip } from "../commands/use-commands";
import { fieldOf } from "../failure";
import type { Inputs } from "../inputs";
import { useLanguage, useStrings } from "../language";
import { Terms } from "../learn/terms";
import type { GoTo } from "../result/place-link";
import type { Strings } from "../strings/en";

interface WhyPanelProps {
  /** The answer to where the caret is; undefined where it has not been put anywhere. */
  readonly answer: WhyAnswer | undefined;
  /** Origins are on their way. */
  readonly pending: boolean;
  /** Why there are no origins: the server's words, "" where it said nothing. */
  readonly refused: string | undefined;
  /** The texts that places point into. */
  readonly inputs: Inputs;
  /** Which of the injector's cases each container is. */
  readonly containers: readonly ContainerCase[];
  /** Whether an input decided about so much that it tells nothing of one leaf. */
  common(place: Place): boolean;
  /** Shows the next or the previous of the lines that light up. */
  onLit(direction: "next" | "previous"): void;
  /** Shows one of them. */
  onShowLit(place: LitPlace): void;
  /** The text of a line of the difference. */
  textOf(place: LitPlace): string;
  readonly onGo: GoTo;
}

/** Why the line at the caret is there, or what comes from the line of an input. */
export function WhyPanel({
  answer,
  pending,
  refused,
  inputs,
  containers,
  common,
  onLit,
  onShowLit,
  textOf,
  onGo,
}: WhyPanelProps) {
  const t = useStrings();
  if (refused !== undefined) {
    return (
      <p role="status" className="p-3 text-muted">
        {t.why.refused} {refused || t.errorTitles.unreachable}
      </p>
    );
  }
  if (!answer) return <p className="p-3 text-muted">{pending ? t.why.pending : t.why.hint}</p>;
  return (
    <div data-testid="why" aria-live="polite" className="px-3 py-2">
      {answer.kind === "leaf" && <LeafOrigin origin={answer.origin} inputs={inputs} common={common} onGo={onGo} />}
      {answer.kind === "group" && <Shares shares={answer.shares} />}
      {answer.kind === "nothing" && <p className="text-muted">{t.why.nothing}</p>}
      {answer.kind === "leaf" && answer.container && (
        <ContainerSum container={answer.container} containers={containers} />
      )}
      <LitLines answer={answer} onLit={onLit} onShowLit={onShowLit} textOf={textOf} />
    </div>
  );
}

/** How many other lines belong to this one, and the way to them. */
function LitLines({
  answer,
  onLit,
  onShowLit,
  textOf,
}: { readonly answer: WhyAnswer } & Pick<WhyPanelProps, "onLit" | "onShowLit" | "textOf">) {
  const t = useStrings();
  const [previous, next] = [useTooltip("lit.previous"), useTooltip("lit.next")];
  const { places, decides } = answer.lit;
  const count = places.length;
  if (answer.kind === "input" && count === 0) return <p className="text-muted">{t.why.nothingComes}</p>;
  const says = answer.kind === "input" ? (decides ? t.why.decides(count) : t.why.comes(count)) : t.why.sameLine(count);
  if (count === 0 || (answer.kind !== "input" && count < 2)) return null;
  return (
    <>
      <p className="mt-1 flex flex-wrap items-center gap-1 text-muted">
        <span className="lit-sign" aria-hidden="true" />
        {says}
        <button
          type="button"
          className="quiet"
          {...previous}
          aria-label={t.commands.titles["lit.previous"]}
          onClick={() => onLit("previous")}
        >
          ↑
        </button>
        <button
          type="button"
          className="quiet"
          {...next}
          aria-label={t.commands.titles["lit.next"]}
          onClick={() => onLit("next")}
        >
          ↓
        </button>
      </p>
      <ol aria-live="off" className="mt-0.5">
        {places.slice(0, LISTED).map((place) => (
          <li key={`${place.side} ${place.line}`}>
            <button
              type="button"
              className="flex w-full min-w-0 items-baseline rounded text-left hover:bg-raised"
              onClick={() => onShowLit(place)}
            >
              <span className="w-10 shrink-0 text-right font-mono text-[12px] text-muted">{place.line}</span>
              <code className="ml-3 truncate font-mono text-[12px]">{textOf(place).trim()}</code>
              {place.side === "left" && <span className="ml-2 shrink-0 text-muted">{t.leftPane}</span>}
            </button>
          </li>
        ))}
        {count > LISTED && <li className="ml-13 text-muted">{t.why.more(count - LISTED)}</li>}
      </ol>
    </>
  );
}

/** The most lines that are listed before the others are counted. */
const LISTED = 12;

/** Which case of the injector's a container is, and what came from whom. */
function ContainerSum({
  container: { name, list, shares },
  containers,
}: { readonly container: ContainerShares } & Pick<WhyPanelProps, "containers">) {
  const t = useStrings();
  const known = containers.find((one) => one.name === name && one.list === list);
  return (
    <div className="mt-1.5 border-t border-line pt-1.5">
      <p>
        <code className="font-mono font-semibold">{name}</code>
        {known && (
          <>
            {t.punctuation.colon}
            {t.containerCases[known.case]}
          </>
        )}
      </p>
      <Shares shares={shares} />
    </div>
  );
}

function LeafOrigin({
  origin,
  inputs,
  common,
  onGo,
}: { readonly origin: Origin } & Pick<WhyPanelProps, "inputs" | "common" | "onGo">) {
  const t = useStrings();
  const { language } = useLanguage();
  const { at, data, control, over } = origin;
  const near = control.filter((place) => !common(place));
  return (
    <>
      <p className="text-[14px] leading-6">
        <Terms text={origin.sentence[language]} />
      </p>
      {at && <Quotation place={at} inputs={inputs} onGo={onGo} />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Inputs label={t.why.data} places={data} inputs={inputs} onGo={onGo} />
        <Inputs label={t.why.control} places={near} more={control.length - near.length} inputs={inputs} onGo={onGo} />
        {over && (
          <>
            <dt className="text-muted">{t.why.over}</dt>
            <dd>
              {chain(over).map((one, i) => (
                <p key={i}>
                  {one.sentence[language]} {one.at && <PlaceButton place={one.at} onGo={onGo} />}
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

function chain(origin: Origin): Origin[] {
  return origin.over ? [origin, ...chain(origin.over)] : [origin];
}

const KEY = commandRow("why.follow").keys![0]!;

/** The lines of a place, and the way there. */
function Quotation({ place, inputs, onGo }: { readonly place: Place } & Pick<WhyPanelProps, "inputs" | "onGo">) {
  const t = useStrings();
  const mac = useMac();
  const field = fieldOf(place);
  if (field === undefined || place.line === undefined) return null;
  const lines = quote(inputs[field], { ...place, line: place.line });
  const where = t.line(t.sources[place.source], place.line);
  return (
    <div className="my-1.5 overflow-hidden rounded border border-line">
      <div className="flex items-center gap-2 border-b border-line bg-bg px-2 text-[12px] text-muted">
        <span className="truncate">{where}</span>
        <button type="button" className="quiet ml-auto h-6!" title={t.goTo(where)} onClick={() => onGo(place)}>
          {t.why.open} <kbd className="key-cap">{keyText(KEY, mac)}</kbd>
        </button>
      </div>
      <pre className="code overflow-x-auto py-1" tabIndex={0} aria-label={where}>
        {lines.map(({ line, text, meant }) => (
          <div key={line} className={`px-2 ${meant ? "bg-accent-soft" : "text-muted"}`}>
            <span aria-hidden="true" className="mr-3 inline-block w-10 text-right text-faint select-none">
              {line}
            </span>
            {text}
          </div>
        ))}
      </pre>
    </div>
  );
}

/** The most inputs that are named before the others are counted. */
const NAMED = 6;

function Inputs({
  label,
  places,
  more = 0,
  inputs,
  onGo,
}: {
  readonly label: string;
  readonly places: readonly Place[];
  readonly more?: number;
  readonly inputs: Inputs;
  readonly onGo: GoTo;
}) {
  const t = useStrings();
  if (places.length === 0 && more === 0) return null;
  const hidden = Math.max(0, places.length - NAMED);
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
        {places.slice(0, NAMED).map((place, i) => (
          <span key={i} className="inline-flex max-w-full min-w-0 items-center gap-1.5">
            <code className="truncate font-mono text-[12px]" title={place.pointer}>
              {inputName(place, t)}
            </code>
            <Present value={presentOf(place, inputs)} />
            <PlaceButton place={place} onGo={onGo} />
          </span>
        ))}
        {hidden > 0 && <span className="text-muted">{t.why.more(hidden)}</span>}
        {more > 0 && <span className="text-muted">{t.why.common(more)}</span>}
      </dd>
    </>
  );
}

function presentOf(place: Place, inputs: Inputs): ReturnType<typeof presentValue> {
  const field = fieldOf(place);
  return field && presentValue(inputs[field], place);
}

/** What an input is at present. */
function Present({ value }: { readonly value: ReturnType<typeof presentValue> }) {
  const t = useStrings();
  if (value === undefined) return null;
  if (value === null) return <span className="whitespace-nowrap text-muted italic">{t.why.unset}</span>;
  return <code className="max-w-60 truncate font-mono text-[12px] text-muted">= {value}</code>;
}

function PlaceButton({ place, onGo }: { readonly place: Place; readonly onGo: GoTo }) {
  const t = useStrings();
  const source = t.sources[place.source];
  if (place.line === undefined || fieldOf(place) === undefined) return <span className="text-muted">{source}</span>;
  const where = t.line(source, place.line);
  return (
    <button type="button" className="place whitespace-nowrap" title={t.goTo(where)} onClick={() => onGo(place)}>
      {where}
    </button>
  );
}

/** What people call an input: an annotation or label by its key, what is in the values or the mesh by its path. */
function inputName({ source, pointer = "" }: Place, t: Strings): string {
  const path = steps(pointer);
  const metadata = /\/metadata\/(annotations|labels)\/[^/]+$/.exec(pointer)?.[1];
  if (metadata !== undefined) return `${t.topics[metadata === "labels" ? "label" : "annotation"]} ${path.at(-1)}`;
  const own = source === "workload" ? withoutTemplate(path) : path;
  return (
    own.reduce(
      (name, step) => (/^\d+$/.test(step) ? `${name}[${step}]` : `${name}${name === "" ? "" : "."}${step}`),
      "",
    ) || t.sources[source]
  );
}

function withoutTemplate(path: readonly string[]): readonly string[] {
  const at = path.lastIndexOf("template");
  return at < 0 ? path : path.slice(at + 1);
}

function Shares({ shares }: { readonly shares: readonly Share[] }) {
  const t = useStrings();
  const lines = shares.reduce((sum, share) => sum + share.lines, 0);
  return (
    <>
      <p className="text-[14px] leading-6">{t.why.holds(lines)}</p>
      <ul className="mt-1 space-y-0.5">
        {shares.map(({ step, template, lines: own }) => (
          <li key={`${step} ${template ?? ""}`} className="flex items-center gap-2">
            <span className="w-10 text-right font-mono text-[12px]">{own}</span>
            <span
              aria-hidden="true"
              className="h-1.5 rounded-sm bg-accent"
              style={{ width: `${Math.max(4, (160 * own) / lines)}px` }}
            />
            {t.why.step(step, template)}
          </li>
        ))}
      </ul>
    </>
  );
}
