import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";
import type { InjectRequest, ObjectResult, Place, Source } from "../inject/api";
import { splitDocuments } from "../inject/documents";
import { injectorTexts, meshText, objectsIn, type PastedObject } from "../inject/inputs";
import { readDocument } from "../inject/workload";
import { steps } from "../view/value";
import { yamlToJson } from "../yaml/to-json";

/** An input by names that hold on both sides, wherever its object stands in what was pasted there. */
export interface InputAddress {
  readonly source: Source;
  /** Which ProxyConfig or namespace, by its name; "" where a side has but one: values, mesh, options, the compared workload. */
  readonly object: string;
  /** Within the object. */
  readonly pointer: string;
}

/** An address as one word, by which two of them are told apart. */
export function addressName({ source, object, pointer }: InputAddress): string {
  return `${source} ${object} ${pointer}`;
}

type ObjectsSource = "proxyConfigs" | "namespaces";

/** The texts of one side, each read once, however many inputs are looked up in it. */
export class SideTexts {
  private readonly read = new Map<string, Json | undefined>();
  private readonly objects = new Map<ObjectsSource, ReadonlyMap<string, PastedObject>>();

  /** `request`: with its injector as two texts. */
  constructor(readonly request: InjectRequest) {}

  /** The address of a place that origins of this side tell; undefined for one that is no input. */
  addressOf({ source, pointer, line = 0 }: Place): InputAddress | undefined {
    if (pointer === undefined) return undefined;
    if (source === "workload") return { source, object: "", pointer: pointer.replace(LIST_ITEM, "") };
    if (source === "values" || source === "mesh" || source === "options") return { source, object: "", pointer };
    if (source !== "proxyConfigs" && source !== "namespaces") return undefined;
    let found: readonly [string, PastedObject] | undefined;
    for (const entry of this.objectsOf(source)) {
      const [, { pasted, pointer: start }] = entry;
      if (pasted.firstLine <= line && (start === "" || pointer.startsWith(`${start}/`))) found = entry;
    }
    return found && { source, object: found[0], pointer: pointer.slice(found[1].pointer.length) };
  }

  /** What stands at an address; `workload`: the object that is compared. O(text) once. */
  at({ source, object, pointer }: InputAddress, workload: ObjectResult): Json | undefined {
    if (source === "options") return this.request.options?.[pointer.slice(1) as "namespace"];
    return jsonAt(this.objectOf(source, object, workload), pointer);
  }

  /** An object as a whole; undefined where this side has none. */
  objectOf(source: Source, object: string, workload: ObjectResult): Json | undefined {
    if (source === "proxyConfigs" || source === "namespaces") return this.objectsOf(source).get(object)?.json;
    if (source === "values")
      return this.reading(source, () => yamlToJson(injectorTexts(this.request.injector).values.text));
    if (source === "mesh") return this.reading(source, () => yamlToJson(meshText(this.request.mesh).text));
    const [document, item] = typeof workload.index === "number" ? [workload.index] : workload.index;
    const whole = this.reading(`workload ${document}`, () => {
      const found = splitDocuments(this.request.workload).documents[document];
      return found && readDocument(found);
    });
    return item === undefined ? whole : jsonAt(whole, `/items/${item}`);
  }

  /** The request with other objects in place of some of its own; of the workloads then only the compared one is there. */
  with(changed: readonly { readonly source: Source; readonly object: string; readonly json: Json }[]): InjectRequest {
    let { request } = this;
    const others = new Map(changed.map(({ source, object, json }) => [`${source} ${object}`, json]));
    for (const source of new Set(changed.map((each) => each.source))) {
      const json = others.get(`${source} `);
      if (source === "workload" || source === "mesh") request = { ...request, [source]: stringifyJson(json!) };
      else if (source === "values") {
        const { config } = injectorTexts(request.injector);
        request = { ...request, injector: { config: config.text, values: stringifyJson(json!) } };
      } else if (source === "proxyConfigs" || source === "namespaces") {
        const all = [...this.objectsOf(source)];
        const texts = all.map(([name, own]) => stringifyJson(others.get(`${source} ${name}`) ?? own.json));
        request = { ...request, [source]: texts.join("\n---\n") };
      }
    }
    return request;
  }

  /** By their names; one that comes again has its number, too. */
  private objectsOf(source: ObjectsSource): ReadonlyMap<string, PastedObject> {
    let known = this.objects.get(source);
    if (known) return known;
    const named = new Map<string, PastedObject>();
    for (const found of objectsIn(source, this.request[source] ?? "")) {
      const name = ["kind", "metadata/namespace", "metadata/name"].map((at) => text(jsonAt(found.json, `/${at}`)));
      let key = name.join("/");
      for (let again = 2; named.has(key); again++) key = `${name.join("/")} ${again}`;
      named.set(key, found);
    }
    this.objects.set(source, (known = named));
    return known;
  }

  /** What a text was read as before, or is now; undefined where it cannot be read. */
  private reading(name: string, read: () => Json | undefined): Json | undefined {
    if (!this.read.has(name)) {
      let json: Json | undefined;
      try {
        json = read();
      } catch {
        json = undefined;
      }
      this.read.set(name, json);
    }
    return this.read.get(name);
  }
}

/** An object that makes pods has no items of its own. */
const LIST_ITEM = /^\/items\/\d+(?=\/|$)/;

/**
 * What a side becomes with what the other one holds at some addresses. Where only the other one has the object, nothing is put there:
 * undefined, as for an input that is none.
 */
export function withInputs(
  own: SideTexts,
  workload: ObjectResult,
  addresses: readonly InputAddress[],
  other: SideTexts,
  otherWorkload: ObjectResult,
): InjectRequest | undefined {
  const changed = new Map<string, { source: Source; object: string; json: Json }>();
  let { options } = own.request;
  for (const address of addresses) {
    const { source, object, pointer } = address;
    const theirs = other.at(address, otherWorkload);
    if (source === "options") {
      options = { ...options, [pointer.slice(1)]: theirs };
      continue;
    }
    const name = `${source} ${object}`;
    const json = changed.get(name)?.json ?? own.objectOf(source, object, workload);
    if (json === undefined) return undefined;
    changed.set(name, { source, object, json: put(json, steps(pointer), theirs) });
  }
  return { ...own.with([...changed.values()]), options };
}

/** A copy with a value at a path; undefined takes it away. */
function put(json: Json, [key, ...rest]: readonly string[], value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  if (Array.isArray(json)) return json.map((item, i) => (i === Number(key) ? put(item, rest, value) : item));
  const copy = new Map(json instanceof Map ? json : []);
  if (rest.length === 0 && value === undefined) copy.delete(key);
  else copy.set(key, put(copy.get(key) ?? null, rest, value));
  return copy;
}

function jsonAt(json: Json | undefined, pointer: string): Json | undefined {
  let found = json;
  for (const key of steps(pointer)) {
    if (found instanceof Map) found = found.get(key);
    else if (Array.isArray(found)) found = found[Number(key)];
    else return undefined;
  }
  return found;
}

function text(json: Json | undefined): string {
  return typeof json === "string" ? json : "";
}
