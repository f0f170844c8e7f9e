import type { UpgradeFile } from "./file-texts";
import { useUpgradeTexts } from "./texts";
import type { FleetState } from "./use-fleet-run";

/** Files whose names are drawn. */
const NAMED = 100;

/** The files that were dropped or chosen, with what is wrong with some. */
export function FileList({ files, state }: { readonly files: readonly UpgradeFile[]; readonly state: FleetState }) {
  const t = useUpgradeTexts();
  const { read } = state;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t border-line px-3 py-1.5">
      {read && <p className="font-medium">{t.read(read.files, read.count)}</p>}
      {read && read.problems.length > 0 && (
        <ul className="mt-1 text-bad" data-testid="file-problems">
          {read.problems.slice(0, NAMED).map(({ path, why }, i) => (
            <li key={i} className="wrap-anywhere">
              <span className="font-mono text-[12px]">{path}</span> {t.problems[why]}
            </li>
          ))}
        </ul>
      )}
      <ul className="mt-1 font-mono text-[12px] leading-5 text-muted">
        {files.slice(0, NAMED).map(({ path }, i) => (
          <li key={i} className="wrap-anywhere">
            {path}
          </li>
        ))}
      </ul>
      {files.length > NAMED && <p className="text-muted">{t.moreFiles(files.length - NAMED)}</p>}
    </div>
  );
}
