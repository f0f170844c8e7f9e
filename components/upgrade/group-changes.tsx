import type { FleetChange } from "../../lib/compare/fleet";
import { useStrings } from "../language";
import { useUpgradeTexts } from "./texts";

const COLOURS = { added: "text-good", removed: "text-bad", changed: "text-warn", moved: "text-muted" } as const;

/** The changes of a group's example, a row each. */
export function GroupChanges({ changes }: { readonly changes: readonly FleetChange[] }) {
  const t = useUpgradeTexts();
  const { kinds } = useStrings();
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-left text-[12.5px]">
      <thead className="sticky top-0 bg-panel text-muted">
        <tr className="[&>th]:border-b [&>th]:border-line [&>th]:px-3 [&>th]:py-0.5 [&>th]:font-medium">
          <th scope="col" className="w-20">
            {t.kind}
          </th>
          <th scope="col" className="w-[32%]">
            {t.what}
          </th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ kind, container, label, before, after }, i) => (
          <tr key={i} className="align-top [&>td]:px-3 [&>td]:py-0.5">
            <td className={`font-medium ${COLOURS[kind]}`}>{kinds[kind]}</td>
            <td className="font-mono text-[12px] wrap-anywhere">
              {container !== undefined && <span className="text-muted">{container} </span>}
              {label}
            </td>
            <td className="font-mono text-[12px] wrap-anywhere">{before}</td>
            <td className="font-mono text-[12px] wrap-anywhere">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
