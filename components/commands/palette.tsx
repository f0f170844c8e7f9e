import { Command as Cmdk, defaultFilter, useCommandState } from "cmdk";
import { useState } from "react";
import { flushSync } from "react-dom";
import { Dialog } from "../dialog";
import { useStrings } from "../language";
import { COMMAND_GROUPS } from "./catalogue";
import { keyCaps, matchesKeys } from "./keys";
import { pageCommands } from "./pages";
import { commandUsed, recentCommands } from "./recent";
import { type Command, commandsNow } from "./store";
import { useMac } from "./use-commands";

/** All commands that can be run now, to search by a few letters of their titles, in either language; recently used ones first. `typed`: what was searched before it was there. */
export function Palette({ typed, onClose }: { readonly typed: string; onClose(): void }) {
  const t = useStrings();
  const mac = useMac();
  const [search, setSearch] = useState(typed);
  const [commands] = useState(() => [...commandsNow(), ...pageCommands(t)]);
  const listed = commands.filter(({ id }) => id !== "palette");
  const recent = search === "" ? recentCommands().flatMap((id) => listed.find((known) => known.id === id) ?? []) : [];
  const groups = COMMAND_GROUPS.map((group) => ({
    label: t.commands.groups[group],
    commands: listed.filter((command) => command.group === group && !recent.includes(command)),
  }));

  const choose = (command: Command) => {
    commandUsed(command.id);
    // The focus is back where it was before the command does anything with it.
    flushSync(onClose);
    command.run();
  };

  return (
    <Dialog label={t.commands.open} className="mt-[10dvh] max-w-2xl max-wide:mt-4" onClose={onClose}>
      <Cmdk
        loop
        label={t.commands.search}
        filter={score}
        className="flex min-h-0 flex-col"
        onKeyDown={(event) => {
          if (!matchesKeys("Mod+K", event, mac)) return;
          event.preventDefault();
          onClose();
        }}
      >
        <Cmdk.Input
          value={search}
          onValueChange={setSearch}
          placeholder={t.commands.search}
          aria-label={t.commands.search}
          className="h-11 shrink-0 border-b border-line bg-transparent px-4 text-[14px] outline-none placeholder:text-faint"
        />
        <Cmdk.List label={t.commands.open} className="max-h-[60dvh] overflow-y-auto p-1.5">
          <Nothing />
          {[{ label: t.commands.recent, commands: recent }, ...groups].map(
            (group) =>
              group.commands.length > 0 && (
                <Cmdk.Group
                  key={group.label}
                  heading={group.label}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:text-[11.5px] [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-muted"
                >
                  {group.commands.map((command) => (
                    <Cmdk.Item
                      key={command.id}
                      value={command.id}
                      keywords={[command.title, command.also ?? "", group.label]}
                      onSelect={() => choose(command)}
                      className="flex min-h-8 cursor-pointer items-center gap-3 rounded px-2.5 py-1 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent"
                    >
                      <span className="min-w-0 flex-1 wrap-anywhere">{command.title}</span>
                      {command.keys[0] !== undefined && <KeyCaps keys={command.keys[0]} />}
                    </Cmdk.Item>
                  ))}
                </Cmdk.Group>
              ),
          )}
        </Cmdk.List>
      </Cmdk>
    </Dialog>
  );
}

/** Stands for the commands where none answers: a list must not be empty. */
function Nothing() {
  const t = useStrings();
  const count = useCommandState((state) => state.filtered.count);
  return count > 0 ? null : (
    <Cmdk.Item disabled forceMount value="nothing" className="p-2.5 text-muted">
      {t.commands.nothing}
    </Cmdk.Item>
  );
}

/** How well a command answers what is searched: by its title before its title in the other language and its group, never by its id. */
function score(_id: string, search: string, [title = "", also = "", group = ""]: string[] = []): number {
  return Math.max(
    defaultFilter(title, search),
    0.9 * defaultFilter(also, search),
    0.6 * defaultFilter(`${group} ${title}`, search),
  );
}

/** Keys as they stand on the keyboard. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  const mac = useMac();
  return (
    <span className="flex shrink-0 gap-0.5">
      {keyCaps(keys, mac).map((cap) => (
        <kbd
          key={cap}
          className="min-w-5 rounded border border-line bg-raised px-1 text-center font-sans text-[11.5px] leading-5 text-text"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
