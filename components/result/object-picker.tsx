import type { ObjectView } from "../../lib/view/result";
import { useStrings } from "../language";
import type { Strings } from "../strings/en";

interface ObjectPickerProps {
  readonly objects: readonly ObjectView[];
  readonly selected: number;
  onSelect(index: number): void;
}

/** What became of an object, in a colour and a word. */
function stateOf(object: ObjectView, t: Strings): { colour: string; word: string } {
  if (object.error) return { colour: "bg-bad", word: t.rejected };
  if (!object.makesPods) return { colour: "bg-line", word: t.passesThrough };
  return object.decision?.inject
    ? { colour: "bg-good", word: t.injected }
    : { colour: "bg-faint", word: t.notInjected };
}

/** The objects of the workload text, where there are several. Those that make no pods pass through unchanged: they are only counted. */
export function ObjectPicker({ objects, selected, onSelect }: ObjectPickerProps) {
  const t = useStrings();
  if (objects.length < 2) return null;
  const makers = objects.filter((object) => object.makesPods);
  const shown = makers.length > 0 ? makers : objects;
  const others = objects.length - shown.length;
  return (
    <nav
      aria-label={t.objects}
      className="flex shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-2 py-1.5"
    >
      {shown.map((object) => {
        const { colour, word } = stateOf(object, t);
        const index = objects.indexOf(object);
        return (
          <button
            key={index}
            type="button"
            aria-pressed={index === selected}
            title={word}
            onClick={() => onSelect(index)}
            className={`flex h-7 shrink-0 items-center gap-1.5 rounded border px-2 ${
              index === selected
                ? "border-accent bg-accent-soft text-text"
                : "border-transparent text-muted hover:bg-raised"
            }`}
          >
            <span aria-hidden="true" className={`h-2 w-2 rounded-full ${colour}`} />
            <span className="sr-only">{word}</span>
            <span>{object.kind}</span>
            <span className="font-mono text-[12px] font-semibold">{object.name}</span>
          </button>
        );
      })}
      {others > 0 && <span className="shrink-0 px-2 text-muted">{t.moreObjects(others)}</span>}
    </nav>
  );
}
