import type { Entry } from "../../lib/view/entries";
import { podText } from "../../lib/view/pod-text";
import type { ObjectView } from "../../lib/view/result";
import type { Step } from "../../lib/view/steps";
import { useCommand, useCommandFamily } from "../commands/use-commands";
import { useStrings } from "../language";
import type { MenuGroup, MenuItem } from "../menu";
import { fileName, saveFile } from "../save-file";
import type { Strings } from "../strings/en";
import type { ToastMessage } from "../toast";
import { patchJson } from "./patch-json";
import { stepName } from "./stepper";
import type { Compared } from "./use-comparison";

interface Exported {
  readonly object: ObjectView | undefined;
  readonly compared: Compared;
  /** The changes that the filter lets through; undefined where there are none to speak of. */
  readonly entries: readonly Entry[] | undefined;
  readonly release: string;
  say(message: ToastMessage): void;
}

const YAML = "application/yaml";

/** What can be copied and downloaded of a result: as commands, and as the groups of a menu. */
export function useExport({ object, compared, entries, release, say }: Exported): readonly MenuGroup[] {
  const t = useStrings();
  const { titles } = t.commands;
  const { texts, comparison } = compared;
  const name = (...parts: readonly string[]) =>
    fileName(`${object?.kind.toLowerCase() ?? ""}-${object?.name ?? ""}`, ...parts);
  const rendered = texts.steps.filter(({ kind }) => kind === "rendered");
  const { pod, patch } = object ?? {};
  const words = { ...t, columns: { ...t.columns, topic: t.columns.where, where: t.columns.container } };

  // What makes reports is loaded when one is made.
  const report = async () => import("../../lib/view/change-report");
  const markdown = async () =>
    (await report()).changesMarkdown(
      `${object?.kind} ${object?.name}`,
      comparison ? [sentenceOf(comparison, texts.steps, release, entries?.length ?? 0, t)] : [],
      entries ?? [],
      words,
    );
  const offline = () => say({ text: t.errorTitles.unreachable });
  const copy = () =>
    void markdown()
      .then((text) => navigator.clipboard.writeText(text))
      .then(
        () => say({ text: t.exports.copied }),
        () => say({ text: t.exports.notCopied }),
      );
  const saveMarkdown = () =>
    void markdown().then((text) => saveFile(name("changes", "md"), "text/markdown", text), offline);
  const saveCsv = () =>
    void report().then(
      ({ changesCsv }) => saveFile(name("changes", "csv"), "text/csv", changesCsv(entries ?? [], words)),
      offline,
    );
  const savePod = () => pod !== undefined && saveFile(name("final", "yaml"), YAML, podText(pod).text);
  const savePatch = () => patch && saveFile(name("patch", "json"), "application/json", `${patchJson(patch)}\n`);
  const saveRendered = (step: Step) =>
    saveFile(name("rendered", step.template ?? "", "yaml"), YAML, texts.text(step.id).text);

  const hasEntries = entries !== undefined && entries.length > 0;
  useCommand("changes.copy", copy, hasEntries);
  useCommand("changes.markdown", saveMarkdown, hasEntries);
  useCommand("changes.csv", saveCsv, hasEntries);
  useCommand("pod.save", savePod, pod !== undefined);
  useCommand("patch.save", savePatch, patch !== undefined);
  const renderings = rendered.map((step) => ({
    id: step.id,
    title: t.exports.rendered(step.template ?? ""),
    run: () => saveRendered(step),
  }));
  useCommandFamily("save", "export", renderings);

  const item = (
    id: "changes.copy" | "changes.markdown" | "changes.csv" | "pod.save" | "patch.save",
    run: () => void,
  ) => ({
    id,
    label: titles[id],
    run,
  });
  const changes: MenuItem[] = hasEntries
    ? [item("changes.copy", copy), item("changes.markdown", saveMarkdown), item("changes.csv", saveCsv)]
    : [];
  const files: MenuItem[] = [
    ...(pod === undefined ? [] : [item("pod.save", savePod)]),
    ...(patch ? [item("patch.save", savePatch)] : []),
    ...renderings.map(({ id, title, run }) => ({ id, label: title, run })),
  ];
  return [
    { label: t.exports.changes(entries?.length ?? 0), items: changes },
    { label: t.exports.files, items: files },
  ].filter(({ items }) => items.length > 0);
}

function sentenceOf(
  { left, right }: NonNullable<Compared["comparison"]>,
  steps: readonly Step[],
  release: string,
  count: number,
  t: Strings,
): string {
  return t.exports.sentence(left ? stepName(left, steps, t) : "", stepName(right, steps, t), release, count);
}
