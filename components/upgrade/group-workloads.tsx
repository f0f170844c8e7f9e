import { useState } from "react";
import type { FleetEntry } from "../../lib/compare/fleet";
import { useUpgradeTexts } from "./texts";

/** Rows drawn at first, and with each wish for more. */
const ROWS = 200;

/** All workloads of a group: what they are called, and where they were found. */
export function GroupWorkloads({ items }: { readonly items: readonly FleetEntry[] }) {
  const t = useUpgradeTexts();
  const [shown, setShown] = useState(ROWS);
  return (
    <>
      <ul className="px-3 py-1 font-mono text-[12px] leading-5">
        {items.slice(0, shown).map(({ number, namespace, kind, name, file, line }) => (
          <li key={number} className="flex gap-3">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {namespace !== "" && <span className="text-muted">{namespace} / </span>}
              {kind !== "" && <span className="text-muted">{kind} </span>}
              {name || "—"}
            </span>
            {file !== undefined && (
              <span className="min-w-0 truncate text-muted" title={`${file}:${line}`}>
                {file}:{line}
              </span>
            )}
          </li>
        ))}
      </ul>
      {items.length > shown && (
        <button type="button" className="quiet m-1" onClick={() => setShown(shown + 10 * ROWS)}>
          {t.showMore(Math.min(items.length - shown, 10 * ROWS))}
        </button>
      )}
    </>
  );
}
