import { type ExampleId, EXAMPLES } from "../lib/example/catalogue";
import { type Kept, titleOf } from "./kept";
import { useLanguage } from "./language";
import { Menu, type MenuGroup } from "./menu";
import { HTML_LANG } from "./strings/language";

interface ExamplesMenuProps {
  /** The example that is shown, if it is one. */
  readonly shown: ExampleId | undefined;
  /** Texts of one's own that gave way, newest first. */
  readonly kept: readonly Kept[];
  onExample(id: ExampleId): void;
  onMine(kept: Kept): void;
  onForget(): void;
}

/** Examples to choose from, and the ways back to one's own texts. */
export function ExamplesMenu({ shown, kept, onExample, onMine, onForget }: ExamplesMenuProps) {
  const { strings: t, language } = useLanguage();
  const { examples } = t;
  const time = (at: number) =>
    new Intl.DateTimeFormat(HTML_LANG[language], { dateStyle: "short", timeStyle: "short" }).format(at);
  const mine: MenuGroup = {
    label: examples.yours,
    items: [
      ...kept.map((item, i) => ({
        id: `mine-${item.at}`,
        label: i === 0 ? examples.back : titleOf(item.inputs) || examples.untitled,
        about: [i === 0 ? titleOf(item.inputs) : "", time(item.at)].filter((text) => text !== "").join(" · "),
        run: () => onMine(item),
      })),
      { id: "forget", label: examples.forget, about: examples.forgetHint, run: onForget },
    ],
  };
  const groups = (["injected", "broken"] as const).map((group) => ({
    label: examples.groups[group],
    items: EXAMPLES.filter((example) => example.group === group).map(({ id }) => ({
      id,
      label: examples.names[id],
      about: examples.about[id],
      checked: id === shown,
      run: () => onExample(id),
    })),
  }));
  const own = kept.length > 0 || shown === undefined;
  return (
    <Menu label={examples.title} groups={own ? [mine, ...groups] : groups}>
      {examples.title}
    </Menu>
  );
}
