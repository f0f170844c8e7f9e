import { useEffect, useMemo, useState } from "react";
import type { FleetExample } from "./run";

/** A group's example, with the number of its workload. */
export interface KnownExample {
  readonly number: number;
  /** Undefined where it could not be worked out. */
  readonly pods: FleetExample | undefined;
}

/**
 * The pods of a group's example, worked out when it is looked at. Until they are there the last ones stay: nothing flickers.
 * @param known those that came with the page, and which of them is looked at; absent where that is another fleet.
 */
export function useExample(
  number: number | undefined,
  fleet: object,
  known: { readonly number: number | undefined; readonly examples: Readonly<Record<number, FleetExample>> } | undefined,
  ask: (number: number) => Promise<FleetExample>,
): KnownExample | undefined {
  const [found, setFound] = useState<KnownExample>();
  useEffect(() => {
    if (number === undefined || known) return;
    let gone = false;
    const take = (pods: FleetExample | undefined) => {
      if (!gone) setFound({ number, pods });
    };
    ask(number).then(take, () => take(undefined));
    return () => {
      gone = true;
    };
  }, [number, fleet, known, ask]);
  const mine = useMemo(
    () => (known?.number === undefined ? undefined : { number: known.number, pods: known.examples[known.number] }),
    [known],
  );
  return known ? mine : found;
}
