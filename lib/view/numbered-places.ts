import type { Origin, Origins, Place } from "../index";

/** Origins whose places are numbers, as the option `numberedPlaces` gives them. */
interface NumberedOrigin extends Omit<Origin, "data" | "control" | "over"> {
  readonly data: readonly number[];
  readonly control: readonly number[];
  readonly over?: NumberedOrigin;
}

interface NumberedObject {
  readonly origins?: Readonly<Record<string, NumberedOrigin>>;
  readonly removed?: Readonly<Record<string, NumberedOrigin>>;
}

/** The objects of a result with their places in place of the numbers; equal lists are the same list. O(places of all origins). */
export function placesOfNumbers<T extends object>(objects: readonly T[], places: readonly Place[]): T[] {
  const known = new Map<string, readonly Place[]>();
  const listOf = (runs: readonly number[]): readonly Place[] => {
    const name = runs.join();
    let list = known.get(name);
    if (!list) known.set(name, (list = spelledOut(runs, places)));
    return list;
  };
  const ofOrigin = ({ data, control, over, ...origin }: NumberedOrigin): Origin => ({
    ...origin,
    data: listOf(data),
    control: listOf(control),
    ...(over && { over: ofOrigin(over) }),
  });
  const ofAll = (origins: Readonly<Record<string, NumberedOrigin>>): Origins =>
    Object.fromEntries(Object.entries(origins).map(([pointer, origin]) => [pointer, ofOrigin(origin)]));
  return objects.map((object) => {
    const { origins, removed } = object as NumberedObject;
    return {
      ...object,
      ...(origins && { origins: ofAll(origins) }),
      ...(removed && { removed: ofAll(removed) }),
    };
  });
}

function spelledOut(runs: readonly number[], places: readonly Place[]): readonly Place[] {
  const list: Place[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const first = runs[i]!;
    for (let number = first; number < first + runs[i + 1]!; number++) list.push(places[number]!);
  }
  return list;
}
