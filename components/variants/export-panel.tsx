import { useMemo, useRef, useState } from "react";
import type { Note } from "../../lib/index";
import { exportedText, linesOf } from "../../lib/view/exported-text";
import type { PodText } from "../../lib/view/pod-text";
import type { ObjectView } from "../../lib/view/result";
import { useLanguage } from "../language";
import { Terms } from "../learn/terms";
import { CopyButton } from "../result/copy-button";
import { type GoTo, PlaceLinks } from "../result/place-link";
import { fileName, saveFile } from "../save-file";
import type { VariantTexts } from "./texts-en";

interface ExportPanelProps {
  readonly object: ObjectView;
  readonly texts: VariantTexts;
  readonly onGo: GoTo;
}

/** The workload as it needs no injector, and what to know about its lines. */
export function ExportPanel({ object, texts, onGo }: ExportPanelProps) {
  const { language } = useLanguage();
  const t = texts.export;
  const { export: own, kind, name } = object;
  const text = useMemo(() => own && exportedText(own), [own]);
  const [lit, setLit] = useState(0);
  const lines = useRef<HTMLPreElement>(null);
  if (!own || !text) return <p className="p-3 text-muted">{t.nothing}</p>;

  const show = (line: number) => {
    setLit(line);
    lines.current?.children[line - 1]?.scrollIntoView({ block: "center" });
  };
  const list = (title: string, notes: readonly Note[]) =>
    notes.length > 0 && (
      <section className="mt-2 first:mt-0">
        <h2 className="font-semibold">{title}</h2>
        <ul>
          {notes.map(({ code, sentence, pointers, places }) => (
            <li key={code} data-code={code} className="border-b border-line py-1 last:border-b-0">
              <Terms text={sentence[language]} />
              <Lines text={text} pointers={pointers} texts={t} onShow={show} />
              <PlaceLinks places={places} onGo={onGo} />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 px-3 pt-2">
        <p className="min-w-0 flex-1 basis-60 text-muted">{t.about}</p>
        <CopyButton text={text.text} label={t.copy} />
        <button
          type="button"
          className="quiet"
          onClick={() =>
            saveFile(fileName(`${kind.toLowerCase()}-${name}`, "standalone", "yaml"), "application/yaml", text.text)
          }
        >
          {t.save}
        </button>
      </div>
      <div className="grid min-h-0 grow grid-cols-2 gap-3 px-3 py-2 leading-6 max-wide:grid-cols-1">
        <div role="region" tabIndex={0} aria-label={t.notes} className="overflow-auto">
          {list(t.changed, own.changed)}
          {list(t.byHand, own.byHand)}
          {list(t.fromCluster, own.fromCluster)}
        </div>
        <pre
          ref={lines}
          role="region"
          tabIndex={0}
          aria-label={t.text}
          className="code overflow-auto rounded border border-line py-1 max-wide:max-h-[60dvh]"
        >
          {text.text
            .trimEnd()
            .split("\n")
            .map((line, i) => (
              <span
                key={i}
                data-lit={i + 1 === lit ? "" : undefined}
                className="block min-w-max px-2 data-lit:bg-accent-soft"
              >
                {`${line}\n`}
              </span>
            ))}
        </pre>
      </div>
    </>
  );
}

/** How many lines a note names. */
const MOST = 6;

interface LinesProps {
  readonly text: PodText;
  readonly pointers: readonly string[];
  readonly texts: VariantTexts["export"];
  onShow(line: number): void;
}

function Lines({ text, pointers, texts, onShow }: LinesProps) {
  const lines = linesOf(text, pointers);
  return (
    <>
      {lines.slice(0, MOST).map((line) => (
        <span key={line}>
          {" "}
          <button type="button" className="place" title={texts.goTo(line)} onClick={() => onShow(line)}>
            {texts.line(line)}
          </button>
        </span>
      ))}
      {lines.length > MOST && " …"}
    </>
  );
}
