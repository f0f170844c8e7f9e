import type { RefObject } from "react";
import { type ChangeFilter, filtersNothing } from "../../lib/view/change-filter";
import { oneStep, type Sides } from "../../lib/view/comparison";
import type { Step } from "../../lib/view/steps";
import { useCommand, useCommandFamily } from "../commands/use-commands";
import { useStrings } from "../language";
import type { Layout } from "../use-layout";
import type { DiffHandle } from "../editor/diff-view";
import type { Why } from "../why/use-why";
import { stepName } from "./stepper";
import type { Changes } from "./use-changes";
import type { Compared } from "./use-comparison";

interface ResultCommands {
  readonly compared: Compared;
  readonly layout: Layout;
  readonly why: Why;
  readonly changes: Changes;
  readonly filter: ChangeFilter;
  /** Whether the difference is in an editor, which has a view to read it change by change. */
  readonly editors: boolean;
  readonly handleRef: RefObject<DiffHandle | null>;
  onSides(sides: Sides | undefined): void;
  onFilter(filter: ChangeFilter): void;
  onGo(direction: "next" | "previous"): void;
  onLayout(layout: Partial<Layout>): void;
}

/** The commands that concern the result: what is compared, and how it is looked at. */
export function useResultCommands(result: ResultCommands): void {
  const { compared, changes, filter, layout, editors, handleRef, why, onSides, onFilter, onGo, onLayout } = result;
  const t = useStrings();
  const { sides, comparison } = compared;
  const { steps } = compared.texts;
  const two = comparison?.left !== undefined;
  const toStep = (title: (name: string) => string, to: (step: Step) => Sides) =>
    steps.map((step) => ({
      id: step.id,
      title: title(stepName(step, steps, t)),
      run: () => onSides(to(step)),
    }));

  useCommand("change.next", () => onGo("next"), two);
  useCommand("change.previous", () => onGo("previous"), two);
  const isLit = why.lit.left.length + why.lit.right.length > 0;
  useCommand("why.follow", why.follow, why.source !== undefined || isLit);
  useCommand("lit.next", () => why.goLit("next"), isLit);
  useCommand("lit.previous", () => why.goLit("previous"), isLit);
  useCommand("diff.read", () => handleRef.current?.read?.(), two && editors);
  useCommand("filter.clear", () => onFilter({}), !filtersNothing(filter));
  const { containers, kinds, topics } = changes.choices;
  useCommandFamily(
    "container",
    "filter",
    [...containers.keys()].slice(0, MOST_CONTAINERS).map((name) => ({
      id: name,
      title: t.filter.counted(name === "" ? t.pod : name, containers.get(name) ?? 0),
      run: () => onFilter({ ...filter, container: name }),
    })),
  );
  useCommandFamily(
    "what",
    "filter",
    [
      ...[...kinds.keys()].map((what) => ({ what, title: t.filter.counted(t.kinds[what], kinds.get(what) ?? 0) })),
      ...[...topics.keys()].map((what) => ({ what, title: t.filter.counted(t.topics[what], topics.get(what) ?? 0) })),
    ].map(({ what, title }) => ({ id: what, title, run: () => onFilter({ ...filter, what }) })),
  );
  useCommand("view.inline", () => onLayout({ inline: !layout.inline }), two);
  useCommand("view.details", () => onLayout({ detailsOpen: !layout.detailsOpen }), comparison !== undefined);
  useCommand("step.all", () => onSides(undefined), sides !== undefined);
  useCommandFamily("step", "step", toStep(t.commands.step, oneStep));
  useCommandFamily("left", "step", sides ? toStep(t.commands.left, ({ id }) => ({ ...sides, left: id })) : []);
  useCommandFamily("right", "step", sides ? toStep(t.commands.right, ({ id }) => ({ ...sides, right: id })) : []);
}

/** Containers that the palette lists to filter by: more are found sooner in the list of the bar. */
const MOST_CONTAINERS = 50;
