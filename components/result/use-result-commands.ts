import { oneStep, type Sides } from "../../lib/view/comparison";
import type { Step } from "../../lib/view/steps";
import { useCommand, useCommandFamily } from "../commands/use-commands";
import { useStrings } from "../language";
import type { Layout } from "../use-layout";
import type { Why } from "../why/use-why";
import { stepName } from "./stepper";
import type { Compared } from "./use-comparison";

interface ResultCommands {
  readonly compared: Compared;
  readonly layout: Layout;
  readonly why: Why;
  onSides(sides: Sides | undefined): void;
  onGo(direction: "next" | "previous"): void;
  onLayout(layout: Partial<Layout>): void;
}

/** The commands that concern the result: what is compared, and how it is looked at. */
export function useResultCommands({ compared, layout, why, onSides, onGo, onLayout }: ResultCommands): void {
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
  useCommand("view.inline", () => onLayout({ inline: !layout.inline }), two);
  useCommand("view.details", () => onLayout({ detailsOpen: !layout.detailsOpen }), comparison !== undefined);
  useCommand("step.all", () => onSides(undefined), sides !== undefined);
  useCommandFamily("step", "step", toStep(t.commands.step, oneStep));
  useCommandFamily("left", "step", sides ? toStep(t.commands.left, ({ id }) => ({ ...sides, left: id })) : []);
  useCommandFamily("right", "step", sides ? toStep(t.commands.right, ({ id }) => ({ ...sides, right: id })) : []);
}
