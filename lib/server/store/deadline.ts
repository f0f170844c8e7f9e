import type { Store } from "./store";

/** A backend did not answer in time. Whether it did what it was asked is not known. */
export class DeadlineError extends Error {
  constructor() {
    super("the storage did not answer in time");
    this.name = "DeadlineError";
  }
}

/** The same store, whose answers to readers and writers take at most so many milliseconds: a server that hangs must not hold requests. */
export function withDeadline(store: Store, milliseconds: number): Store {
  const bounded = <T>(answer: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DeadlineError()), milliseconds);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  };
  return {
    put: (link, quota) => bounded(store.put(link, quota)),
    read: (id, now) => bounded(store.read(id, now)),
    take: (id, now) => bounded(store.take(id, now)),
    delete: (id, tokenHash) => bounded(store.delete(id, tokenHash)),
    usage: () => bounded(store.usage()),
    purge: (now) => store.purge(now),
    all: () => store.all(),
    close: () => store.close(),
  };
}
