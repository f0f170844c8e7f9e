import type { Place } from "../../lib/index";
import { useStrings } from "../language";

export type GoTo = (place: Place) => void;

/** A place in what was pasted, which leads there. */
export function PlaceLink({ place, onGo }: { readonly place: Place; readonly onGo: GoTo }) {
  const t = useStrings();
  const source = t.sources[place.source];
  if (place.line === undefined) return <span className="text-muted">{source}</span>;
  const where = t.line(source, place.line);
  return (
    <button type="button" className="place" title={t.goTo(where)} onClick={() => onGo(place)}>
      {where}
    </button>
  );
}

/** Several places; each line once. */
export function PlaceLinks({ places, onGo }: { readonly places: readonly Place[]; readonly onGo: GoTo }) {
  const shown = places.filter(
    (place, i) =>
      place.source !== "default" &&
      places.findIndex((other) => other.source === place.source && other.line === place.line) === i,
  );
  return shown.map((place) => (
    <span key={`${place.source}:${place.line}`}>
      {" "}
      <PlaceLink place={place} onGo={onGo} />
    </span>
  ));
}
