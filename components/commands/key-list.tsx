import { useState } from "react";
import { Dialog } from "../dialog";
import { useStrings } from "../language";
import { write } from "../storage";
import { STORED_SINGLE_KEYS } from "../storage-keys";
import type { Strings } from "../strings/en";
import { COMMAND_GROUPS, COMMANDS, commandRow, type CommandId } from "./catalogue";
import { KeyCaps } from "./palette";
import { singleKeysOn, useMac } from "./use-commands";

interface Row {
  readonly title: string;
  /** Ways to do it, each of one or several keys. */
  readonly keys: readonly string[];
}

/** What has keys without being a command: the editors' own, and those of lists. */
const EDITING: readonly (readonly [keyof Strings["commands"]["fixed"], ...string[]])[] = [
  ["find", "Mod+F"],
  ["fold", "Mod+Shift+[", "Mod+Shift+]"],
  ["comment", "Mod+/"],
  ["undo", "Mod+Z", "Mod+Shift+Z"],
  ["leave", "Escape", "Tab"],
  ["tabMode", "Ctrl+M"],
  ["reader", "F7"],
];
const MOVING: readonly (readonly [keyof Strings["commands"]["fixed"], ...string[]])[] = [
  ["menu", "ArrowDown"],
  ["tabs", "ArrowLeft", "ArrowRight"],
  ["separator", "ArrowLeft", "ArrowRight"],
];

/** Every key of the page. */
export function KeyList({ onClose }: { onClose(): void }) {
  const { commands: t } = useStrings();
  const mac = useMac();
  const [single, setSingle] = useState(singleKeysOn);
  const fixed = (rows: typeof EDITING): Row[] =>
    rows.map(([name, ...keys]) => ({
      title: t.fixed[name],
      keys: mac && name === "tabMode" ? ["Ctrl+Shift+M"] : keys,
    }));
  const ids = (Object.keys(COMMANDS) as CommandId[]).filter((id) => commandRow(id).keys);
  ids.sort((a, b) => COMMAND_GROUPS.indexOf(commandRow(a).group) - COMMAND_GROUPS.indexOf(commandRow(b).group));
  const sections = [
    { title: t.everywhere, rows: ids.map((id): Row => ({ title: t.titles[id], keys: commandRow(id).keys ?? [] })) },
    { title: t.editing, rows: fixed(EDITING) },
    { title: t.moving, rows: fixed(MOVING) },
  ];

  return (
    <Dialog label={t.titles.keys} className="max-w-3xl" onClose={onClose}>
      <div className="flex shrink-0 items-center border-b border-line py-1.5 pr-2 pl-4">
        <h2 className="text-[14px] font-semibold">{t.titles.keys}</h2>
        <button type="button" className="quiet ml-auto" onClick={onClose}>
          {t.close}
        </button>
      </div>
      <div className="grid min-h-0 gap-x-8 overflow-y-auto px-4 py-3 wide:grid-cols-2" tabIndex={-1}>
        {sections.map(({ title, rows }, i) => (
          <section key={title} className={`mb-3 ${i === 0 ? "wide:row-span-2" : ""}`}>
            <h3 className="mb-1 text-[11.5px] font-semibold text-muted">{title}</h3>
            <dl>
              {rows.map((row) => (
                <div key={row.title} className="flex min-h-7 items-center gap-3 border-b border-line/60 py-0.5">
                  <dt className="min-w-0 flex-1">{row.title}</dt>
                  <dd className="flex gap-2">
                    {row.keys.map((keys) => (
                      <KeyCaps key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <label className="flex items-baseline gap-2 wide:col-span-2">
          <input
            type="checkbox"
            checked={single}
            onChange={({ target }) => {
              setSingle(target.checked);
              write(STORED_SINGLE_KEYS, target.checked ? "on" : "off");
            }}
          />
          <span>
            {t.singleKeys} <KeyHint keys="?" /> <span className="text-muted">{t.singleKeysHint}</span>
          </span>
        </label>
      </div>
    </Dialog>
  );
}

function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="inline-flex align-middle">
      <KeyCaps keys={keys} />
    </span>
  );
}
