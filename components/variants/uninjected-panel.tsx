import type { Lack } from "../../lib/index";
import { grouped } from "../../lib/view/grouped";
import type { ObjectView } from "../../lib/view/result";
import { useLanguage } from "../language";
import { Terms } from "../learn/terms";
import { type GoTo, PlaceLinks } from "../result/place-link";
import type { VariantTexts } from "./texts-en";

interface UninjectedPanelProps {
  readonly object: ObjectView;
  readonly texts: VariantTexts;
  readonly onGo: GoTo;
  onShow(pointer: string): void;
}

/** What would fail without injection, in its order, and all that would be lacking, by container. */
export function UninjectedPanel({ object, texts, onGo, onShow }: UninjectedPanelProps) {
  const { language } = useLanguage();
  const t = texts.uninjected;
  const { failures = [], lacks = [] } = object.uninjected ?? {};
  if (failures.length + lacks.length === 0) return <p className="p-3 text-muted">{t.nothing}</p>;
  const groups = [...grouped(lacks, ({ container }) => container)];
  return (
    <div className="px-3 py-2 leading-6">
      <p className="text-muted">{t.about}</p>
      {failures.length > 0 && <h2 className="mt-1 font-semibold">{t.failures}</h2>}
      <ol className="list-decimal pl-5">
        {failures.map(({ code, sentence, places }) => (
          <li key={code} data-code={code}>
            <Terms text={sentence[language]} />
            <PlaceLinks places={places} onGo={onGo} />
          </li>
        ))}
      </ol>
      {lacks.length > 0 && <h2 className="mt-2 font-semibold">{t.lacks}</h2>}
      {groups.map(([container, own]) => (
        <section key={container} aria-label={container || t.pod} className="mt-1">
          <h3 className="font-mono text-[12.5px] font-semibold">
            {container || t.pod}
            <PlaceLinks places={own.flatMap(({ places }) => places)} onGo={onGo} />
          </h3>
          <dl className="grid grid-cols-[max-content_1fr] gap-x-3 max-wide:grid-cols-1">
            {[...grouped(own, ({ what }) => what)].map(([what, all]) => (
              <LackRow
                key={what}
                title={t.whats[what]}
                lacks={all}
                injected={object.decision?.inject === true}
                show={t.show}
                onShow={onShow}
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

interface LackRowProps {
  readonly title: string;
  readonly lacks: readonly Lack[];
  /** Whether the final pod has it, so that it can be shown there. */
  readonly injected: boolean;
  readonly show: (name: string) => string;
  onShow(pointer: string): void;
}

function LackRow({ title, lacks, injected, show, onShow }: LackRowProps) {
  return (
    <>
      <dt className="text-muted">{title}</dt>
      <dd className="flex flex-wrap items-center gap-1">
        {lacks.map(({ name, pointer }) =>
          injected ? (
            <button
              key={pointer}
              type="button"
              className="place wrap-anywhere"
              title={show(name)}
              onClick={() => onShow(pointer)}
            >
              {name}
            </button>
          ) : (
            <code key={pointer} className="font-mono text-[11.5px] wrap-anywhere">
              {name}
            </code>
          ),
        )}
      </dd>
    </>
  );
}
