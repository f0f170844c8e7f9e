import { sortStrings } from "../go/strings";
import { GoError } from "../source/errors";
import { joinErrors, type MaybeError } from "./errors";
import type { Failover, LocalityLbSetting, MeshConfig } from "./mesh-types";

const TOPOLOGY_LABELS = new Set([
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.istio.io/subzone",
]);

/** Mirrors ValidateLocalityLbSetting of pkg/config/validation/agent, without its warnings. */
export function localityLbError(setting: LocalityLbSetting): MaybeError {
  const { distribute = [], failover = [], failoverPriority = [] } = setting;
  if (distribute.length > 0 && failover.length > 0) {
    return new GoError("can not simultaneously specify 'distribute' and 'failover'");
  }
  const topology = failover.length > 0 ? failoverPriority.find((label) => TOPOLOGY_LABELS.has(label)) : undefined;
  if (topology !== undefined) {
    return new GoError(`can not simultaneously set 'failover' and topology label '${topology}' in 'failover_priority'`);
  }
  let errors: MaybeError;
  for (const { to } of distribute) {
    const weights = [...(to ?? new Map<string, number>()).values()];
    if (weights.some((weight) => weight <= 0 || weight > 100)) {
      return joinErrors(errors, new GoError("locality weight must be in range [1, 100]"));
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total !== 100) return joinErrors(errors, new GoError(`total locality weight ${total} != 100`));
    // Go takes the destinations in the random order of its map.
    errors = joinErrors(errors, localitiesError(sortStrings(to!.keys())));
  }
  errors = joinErrors(errors, localitiesError(distribute.map(({ from = "" }) => from)));
  return failoverErrors(errors, failover, {
    same: "locality lb failover settings must specify different regions",
    notRegion: "locality lb failover only specify region",
    wildcard: "locality lb failover region should not contain '*' wildcard",
  });
}

/** Mirrors ValidateZoneAwareLbSetting of pkg/config/validation/agent (1.31), without its warnings. */
export function zoneAwareLbError({
  failover = [],
  failoverPriority = [],
}: NonNullable<MeshConfig["zoneAwareLbSetting"]>): MaybeError {
  let errors: MaybeError;
  for (const label of failoverPriority) {
    if (!TOPOLOGY_LABELS.has(label)) continue;
    const why = "region- and zone-level routing are handled automatically";
    errors = joinErrors(
      errors,
      new GoError(`'failover_priority' for zone aware lb must not use topology label '${label}'; ${why}`),
    );
  }
  return failoverErrors(errors, failover, {
    same: "zone aware lb failover settings must specify different regions",
    notRegion: "zone aware lb failover only specifies region; zone and subzone failover are handled automatically",
    wildcard: "zone aware lb failover region should not contain '*' wildcard",
  });
}

function failoverErrors(
  errors: MaybeError,
  failover: readonly Failover[],
  texts: { readonly same: string; readonly notRegion: string; readonly wildcard: string },
): MaybeError {
  for (const { from = "", to = "" } of failover) {
    if (from === to) errors = joinErrors(errors, new GoError(texts.same));
    if (from.includes("/") || to.includes("/")) errors = joinErrors(errors, new GoError(texts.notRegion));
    if (from.includes("*") || to.includes("*")) errors = joinErrors(errors, new GoError(texts.wildcard));
  }
  return errors;
}

/** `region/zone/subzone` lists must not overlap. Mirrors validateLocalities. */
function localitiesError(localities: readonly string[]): MaybeError {
  const seen = new Map<string, Map<string, Set<string>>>();
  for (const locality of localities) {
    const stars = locality.split("*").length - 1;
    if (stars > 1 || (stars === 1 && !locality.endsWith("*"))) {
      return new GoError(`locality ${locality} wildcard '*' number can not exceed 1 and must be in the end`);
    }
    if (seen.has("*")) return overlap(locality);
    const parts = firstThree(locality);
    if (parts.includes("")) return new GoError(`locality ${locality} must not contain empty region/zone/subzone info`);
    const [region = "", zone, subzone] = parts;
    const zones = seen.get(region);
    if (zone === undefined) {
      if (zones) return overlap(locality);
      seen.set(region, new Map([["*", new Set(["*"])]]));
      continue;
    }
    if (zones?.has("*")) return overlap(locality);
    const subzones = zones?.get(zone);
    if (subzones && (subzone === undefined || subzones.has("*") || subzones.has(subzone))) return overlap(locality);
    if (subzones) subzones.add(subzone!);
    else if (zones) zones.set(zone, new Set([subzone ?? "*"]));
    else seen.set(region, new Map([[zone, new Set([subzone ?? "*"])]]));
  }
  return undefined;
}

function overlap(locality: string): GoError {
  return new GoError(`locality ${locality} overlap with previous specified ones`);
}

/** At most three parts; the third keeps its slashes. */
function firstThree(locality: string): string[] {
  const [region = "", zone, ...rest] = locality.split("/");
  if (zone === undefined) return [region];
  return rest.length === 0 ? [region, zone] : [region, zone, rest.join("/")];
}
