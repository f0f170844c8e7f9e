import { useSyncExternalStore } from "react";

/** A value that parts of the page far from each other share. */
export class Shared<T> {
  private value: T | undefined;
  private readonly listeners = new Set<() => void>();

  readonly get = () => this.value;

  set(next: T | undefined): void {
    if (JSON.stringify(next) === JSON.stringify(this.value)) return;
    this.value = next;
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
}

const nothing = () => undefined;

/** The value as it is now; undefined on the server. */
export function useShared<T>(shared: Shared<T>): T | undefined {
  return useSyncExternalStore(shared.subscribe, shared.get, nothing);
}
