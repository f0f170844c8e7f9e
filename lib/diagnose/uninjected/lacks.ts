import { stringifyJson } from "../../go/json";
import type { Json, JsonMap } from "../../go/json-value";
import type { Lack, Place } from "../../inject/api";
import { escapeToken } from "../../patch/json-patch";
import { at, maps, scalar, strings, text } from "../json";
import { jsonSet, sameJson, type FinalContainer, type PodSides } from "../pod-sides";
import { containersOf } from "../subject";

type PlaceOf = (pointer: string) => Place;

/** Lists whose items have a name, by field: what they are, and what names them. */
const NAMED_LISTS = [
  ["env", "env", "name"],
  ["volumeMounts", "mount", "mountPath"],
  ["ports", "port", "containerPort"],
] as const;
const PROBES: ReadonlySet<string> = new Set(["startupProbe", "readinessProbe", "livenessProbe", "lifecycle"]);
const LISTS: ReadonlySet<string> = new Set(["args", ...NAMED_LISTS.map(([field]) => field)]);

/**
 * What the final pod has that the submitted one has not, and what it has otherwise. What the injector only remembers of its own is left
 * out. `placeOf` finds a pointer of the submitted pod in what was pasted. O(size of the pod).
 */
export function lacksOf({ input, final, containers }: PodSides, placeOf: PlaceOf): Lack[] {
  const own = containersOf(at(input, "spec"));
  const ofContainers = containers.flatMap((container) => {
    const submitted = own.find(({ name }) => name === container.name);
    const place = placeOf(submitted ? `/spec${submitted.pointer}` : `/spec/${container.list}`);
    return container.own ? lacksOfContainer(container, container.own, place) : [whole(container, place)];
  });
  return [...ofContainers, ...volumes(input, final, placeOf), ...metadata(input, final, placeOf)];
}

function whole({ name, at: pointer }: FinalContainer, place: Place): Lack {
  return { what: "container", container: name, name, pointer, places: [place] };
}

function lacksOfContainer(container: FinalContainer, own: JsonMap, place: Place): Lack[] {
  const { json, name: inContainer, at: pointer } = container;
  const lack = (what: Lack["what"], name: string, inner: string): Lack => ({
    what,
    container: inContainer,
    name,
    pointer: `${pointer}/${inner}`,
    places: [place],
  });
  const single = [...json].flatMap(([field, value]) => {
    const isEmpty = value instanceof Map && value.size === 0;
    if (LISTS.has(field) || isEmpty || sameJson(value, own.get(field))) return [];
    if (field === "image" || field === "command") return [lack(field, scalar(value) ?? field, field)];
    return [lack(PROBES.has(field) ? "probe" : "field", field, field)];
  });
  const ownArgs = new Set(listOf(own.get("args")));
  const args = listOf(json.get("args")).flatMap((arg, i) =>
    ownArgs.has(arg) ? [] : [lack("args", scalar(arg) ?? "", `args/${i}`)],
  );
  const named = NAMED_LISTS.flatMap(([field, what, key]) => {
    const known = jsonSet(own.get(field));
    return maps(json.get(field)).flatMap((item, i) =>
      known.has(stringifyJson(item)) ? [] : [lack(what, scalar(item.get(key)) ?? "", `${field}/${i}`)],
    );
  });
  return [...single, ...args, ...named];
}

function volumes(input: Json, final: Json, placeOf: PlaceOf): Lack[] {
  const own = jsonSet(at(input, "spec", "volumes"));
  return maps(at(final, "spec", "volumes")).flatMap((volume, i) =>
    own.has(stringifyJson(volume))
      ? []
      : [
          {
            what: "volume" as const,
            container: "",
            name: text(volume.get("name")),
            pointer: `/spec/volumes/${i}`,
            places: [placeOf("/spec/volumes")],
          },
        ],
  );
}

/** What asks for injection, and what the injector remembers of it: a pod without injection has no use for them. */
const MEMORY: ReadonlySet<string> = new Set([
  "sidecar.istio.io/inject",
  "sidecar.istio.io/status",
  "proxy.istio.io/overrides",
]);

function metadata(input: Json, final: Json, placeOf: PlaceOf): Lack[] {
  return (["labels", "annotations"] as const).flatMap((kind) => {
    const own = strings(at(input, "metadata", kind));
    return [...strings(at(final, "metadata", kind))]
      .filter(([name, value]) => own.get(name) !== value && !MEMORY.has(name))
      .map(([name]) => ({
        what: kind === "labels" ? ("label" as const) : ("annotation" as const),
        container: "",
        name,
        pointer: `/metadata/${kind}/${escapeToken(name)}`,
        places: [placeOf(`/metadata/${kind}`)],
      }));
  });
}

function listOf(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? json : [];
}
