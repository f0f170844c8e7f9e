import { type Entry, groupsOf } from "../../lib/view/entries";
import { useStrings } from "../language";
import type { TableView } from "./table-rows";

interface TableButtonsProps {
  readonly entries: readonly Entry[];
  readonly view: TableView;
  onView(view: TableView): void;
}

/** How the changes stand in their table: by container or all at once, all containers folded or none. */
export function TableButtons({ entries, view, onView }: TableButtonsProps) {
  const t = useStrings();
  const groups = groupsOf(entries);
  const folded = groups.every(({ container }) => view.closed.has(container));
  return (
    <span className="flex max-wide:hidden">
      {view.grouped && groups.length > 1 && (
        <button
          type="button"
          className="quiet"
          onClick={() => onView({ ...view, closed: new Set(folded ? [] : groups.map(({ container }) => container)) })}
        >
          {folded ? t.unfoldGroups : t.foldGroups}
        </button>
      )}
      <button
        type="button"
        className="quiet aria-pressed:text-text"
        aria-pressed={view.grouped}
        onClick={() => onView({ ...view, grouped: !view.grouped })}
      >
        <span aria-hidden="true">{view.grouped ? "☑" : "☐"}</span>
        {t.grouped}
      </button>
    </span>
  );
}
