import type { InjectResult, Origin, Origins, Place } from "./api";

/**
 * Places by their numbers in a result's `places`, as runs: the first number of each run and how many follow one another from there. What
 * decided about many leaves is a long list for each, and almost the same one.
 */
export type PlaceRuns = readonly number[];

/** An origin whose places are numbers. */
export interface NumberedOrigin extends Omit<Origin, "data" | "control" | "over"> {
  readonly data: PlaceRuns;
  readonly control: PlaceRuns;
  readonly over?: NumberedOrigin;
}

/** A result whose origins name places by number: see the option `numberedPlaces`. O(places of all origins). */
export function numberPlaces(result: InjectResult): object {
  const numbers = numbersOf(result);
  const known = new Map<readonly Place[], PlaceRuns>();
  const runsOf = (places: readonly Place[]): PlaceRuns => {
    let runs = known.get(places);
    if (!runs) known.set(places, (runs = numbered(places, numbers)));
    return runs;
  };
  const ofOrigin = ({ step, template, at, data, control, over, sentence }: Origin): NumberedOrigin => ({
    step,
    template,
    at,
    sentence,
    data: runsOf(data),
    control: runsOf(control),
    ...(over && { over: ofOrigin(over) }),
  });
  const ofAll = (origins: Origins) =>
    Object.fromEntries(Object.entries(origins).map(([pointer, origin]) => [pointer, ofOrigin(origin)]));
  const objects = result.objects.map(({ origins, removed, ...object }) => ({
    ...object,
    ...(origins && { origins: ofAll(origins) }),
    ...(removed && { removed: ofAll(removed) }),
  }));
  return { ...result, objects, places: [...numbers.keys()] };
}

/** Numbers the places of the longest lists first: what they share stays one run in all of them. */
function numbersOf({ objects }: InjectResult): ReadonlyMap<Place, number> {
  const lists = new Set<readonly Place[]>();
  for (const { origins = {}, removed = {} } of objects) {
    for (const first of [...Object.values(origins), ...Object.values(removed)]) {
      for (let origin: Origin | undefined = first; origin; origin = origin.over) {
        lists.add(origin.data).add(origin.control);
      }
    }
  }
  const numbers = new Map<Place, number>();
  for (const list of [...lists].sort((a, b) => b.length - a.length)) {
    for (const place of list) if (!numbers.has(place)) numbers.set(place, numbers.size);
  }
  return numbers;
}

function numbered(places: readonly Place[], numbers: ReadonlyMap<Place, number>): PlaceRuns {
  const runs: number[] = [];
  for (const place of places) {
    const number = numbers.get(place)!;
    const last = runs.length - 2;
    if (last >= 0 && runs[last]! + runs[last + 1]! === number) runs[last + 1]!++;
    else runs.push(number, 1);
  }
  return runs;
}
