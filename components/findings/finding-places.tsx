import type { Finding, Place } from "../../lib/index";
import { useStrings } from "../language";
import { type GoTo, PlaceLinks } from "../result/place-link";

/** Where a finding was seen; lines of what kubectl printed lead nowhere, for that stands below. */
export function FindingPlaces({ places, onGo }: { readonly places: Finding["places"]; readonly onGo: GoTo }) {
  const t = useStrings();
  const inInputs = places.filter((place): place is Place => place.source !== "observed");
  const observed = places.find(({ source }) => source === "observed");
  return (
    <>
      <PlaceLinks places={inInputs} onGo={onGo} />
      {observed?.line !== undefined && (
        <span className="ml-1 text-muted">{t.findings.observedLine(observed.line)}</span>
      )}
    </>
  );
}
