import type { CommandGroup, CommandId } from "./catalogue";

/** A command that can be run now. */
export interface Command {
  /** Of the catalogue, or `family:name` for one of any number. */
  readonly id: CommandId | `${string}:${string}`;
  readonly group: CommandGroup;
  readonly title: string;
  /** What one might also search it by: its title in the other language. */
  readonly also?: string;
  readonly keys: readonly string[];
  readonly unless?: string;
  run(): void;
}

/** By who can run them; a component's commands are there as long as it is. In the browser only. */
const byOwner = new Map<object, readonly Command[]>();

/** Sets what an owner can run; nothing takes all away. */
export function bindCommands(owner: object, commands: readonly Command[]): void {
  if (commands.length === 0) byOwner.delete(owner);
  else byOwner.set(owner, commands);
}

/** Runs a command, if it can be run now: what its button does. */
export function runCommand(id: Command["id"]): void {
  commandsNow()
    .find((command) => command.id === id)
    ?.run();
}

/** All commands that can be run now. Of several with one id the last that was bound counts. */
export function commandsNow(): readonly Command[] {
  return [...new Map([...byOwner.values()].flat().map((command) => [command.id, command])).values()];
}
