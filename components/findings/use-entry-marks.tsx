import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Finding } from "../../lib/index";
import type { Comparison } from "../../lib/view/comparison";
import type { Entry } from "../../lib/view/entries";
import type { ObjectView } from "../../lib/view/result";

/** What stands before a change's name: that something was found about it. */
export type MarkOf = (key: string) => ReactNode;

const load = async () => {
  const [{ foundEntries }, { EntryMark }] = await Promise.all([
    import("../../lib/view/found-entries"),
    import("./entry-mark"),
  ]);
  return { foundEntries, EntryMark };
};

/** The marks of changes that something was found about; their code is loaded with the first finding. Undefined while there are none. */
export function useEntryMarks(
  findings: readonly Finding[],
  entries: readonly Entry[] | undefined,
  object: ObjectView | undefined,
  comparison: Comparison | undefined,
  onShow: (finding: Finding) => void,
): MarkOf | undefined {
  const [code, setCode] = useState<Awaited<ReturnType<typeof load>>>();
  const wanted = findings.length > 0;
  useEffect(() => {
    // Without them the table is as it was.
    if (wanted) load().then(setCode, () => undefined);
  }, [wanted]);
  const found = useMemo(
    () => code && entries && object && comparison && code.foundEntries(entries, findings, object, comparison),
    [code, entries, findings, object, comparison],
  );
  return useMemo(() => {
    if (!code || !found || found.size === 0) return undefined;
    return function markOf(key: string) {
      const own = found.get(key);
      return own && <code.EntryMark findings={own} onShow={onShow} />;
    };
  }, [code, found, onShow]);
}
