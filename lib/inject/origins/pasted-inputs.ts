import type { Json, JsonMap } from "../../go/json-value";
import type { Template } from "../../gotemplate/template";
import type { Position } from "../../source/errors";
import { Lines } from "../../source/lines";
import type { Located } from "../../yaml/node";
import { escapeToken } from "../../patch/json-patch";
import { Input, type InputSource } from "../../provenance/input";
import { yamlToJson } from "../../yaml/to-json";
import type { InjectOptions, Place, Span } from "../api";
import type { InputText, PastedObject } from "../inputs";
import type { PastedText } from "../places";
import type { Setup } from "../setup";
import { configPlace, type PodPointers, type Texts } from "../texts";
import type { Named } from "./names";
import { reasonOf } from "./sentence";
import type { Reason } from "./statement";
import type { TemplateSpan } from "./tree";

/** What was pasted that one pod's injection can depend on. */
export interface About {
  readonly setup: Setup;
  readonly texts: Texts;
  readonly options: InjectOptions;
  /** The document that holds the object which makes the pod. */
  readonly pasted: PastedText;
  /** Where that object stands in it: "" or `/items/2`. */
  readonly pointer: string;
  readonly object: JsonMap;
  readonly kind: string;
  /** Where the pod stands in the document. */
  readonly at: PodPointers;
  readonly proxyConfigs: readonly PastedObject[];
  readonly namespaces: readonly PastedObject[];
}

/** An object of a side text, as an input. */
export interface ObjectInput {
  readonly input: Input;
  readonly json: JsonMap;
}

/** Where an input is in the text that holds it. */
interface Standing {
  /** Undefined for what is no text. */
  readonly text: Pick<InputText, "inner" | "pasted" | "pointer"> | undefined;
  readonly pointer: string;
  /** What stands there, or the deepest part of the way that does. */
  readonly found: Located | undefined;
  /** Whether it is only that. */
  readonly deepest: boolean;
}

/** What has been looked up of an input. */
class Facts {
  place: Place | undefined;
  standing: Standing | undefined;
  /** Undefined until it has been looked up; `json` of it where there is nothing. */
  content: { readonly json: Json | undefined } | undefined;
  reason: Reason | undefined;
}

function factsOf(input: Input): Facts {
  return (input.facts ??= new Facts()) as Facts;
}

const roots = new WeakMap<InputText, Input>();

/** The inputs of a text that comes again with every injection, with what is known of them. */
function rootOf(text: InputText, source: InputSource): Input {
  let root = roots.get(text);
  if (!root) roots.set(text, (root = Input.root(source)));
  return root;
}

/** The inputs of one pod's injection: a root for each text, what they hold and where they stand. */
export class PastedInputs {
  readonly object: Input;
  readonly metadata: Input;
  readonly spec: Input;
  /** The injector's `config`, by its own keys. */
  readonly config: Input;
  /** The object that holds that config, for what stands beside it. */
  readonly configMap: Input | undefined;
  readonly values: Input;
  readonly mesh: Input;
  readonly options = Input.root("options");
  readonly defaults = Input.root("default");
  /** Stands for all ProxyConfig resources: one more could be there. */
  readonly proxyConfigs = Input.root("proxyConfigs");
  readonly namespaces = Input.root("namespaces");
  private readonly named: Named;
  private readonly documents = new Map<Input, PastedText>();

  constructor(readonly about: About) {
    const { values, mesh, config } = about.texts;
    this.named = { at: about.at, pasted: (input) => this.json(input), has: (input) => this.has(input) };
    this.values = rootOf(values, "values");
    this.mesh = rootOf(mesh, "mesh");
    const workload = Input.root("workload");
    this.object = workload.at(about.pointer);
    factsOf(this.object).content = { json: about.object };
    this.metadata = workload.at(about.at.metadata);
    this.spec = workload.at(about.at.spec);
    const root = rootOf(config, "injector");
    this.config = root.at(config.pointer);
    this.configMap = config.pointer === "" ? undefined : root.at(config.pointer.replace(/\/data\/config$/, ""));
  }

  /** The objects of a side text, each document of it with a root of its own. */
  objects(source: "proxyConfigs" | "namespaces"): readonly ObjectInput[] {
    const roots = new Map<PastedText, Input>();
    return this.about[source].map(({ json, pasted, pointer }) => {
      let root = roots.get(pasted);
      if (!root) {
        roots.set(pasted, (root = Input.root(source)));
        this.documents.set(root, pasted);
      }
      const input = root.at(pointer);
      factsOf(input).content = { json };
      return { input, json };
    });
  }

  /** Where an input stands in what was pasted; of one that is absent, the deepest part that is there. Cached. */
  place(input: Input): Place {
    return (factsOf(input).place ??= this.findPlace(input));
  }

  private findPlace(input: Input): Place {
    const { source } = input;
    if (source === "injector") return this.injectorPlace(input.pointer);
    const { text, pointer, found } = this.standing(input);
    if (!text) return { source, pointer };
    const { line, column } = text.inner.placeOf(found);
    if (text.pointer === "") return { source, pointer, line, column };
    const outer = insideOf(text)({ line, column });
    return { source, pointer, line: outer.line, column: outer.column };
  }

  /** An input in the text that holds it. */
  private standing(input: Input): Standing {
    return (factsOf(input).standing ??= this.findStanding(input));
  }

  private findStanding(input: Input): Standing {
    const { parent } = input;
    if (parent) return this.within(this.standing(parent), input);
    const { text, found } = this.whole(input);
    return { text, pointer: "", found, deepest: false };
  }

  private within({ text, pointer, found, deepest }: Standing, input: Input): Standing {
    const key = this.writtenKey(input);
    const own = found && !deepest ? text?.inner.member(found, key) : undefined;
    return { text, pointer: `${pointer}/${escapeToken(key)}`, found: own ?? found, deepest: own === undefined };
  }

  private whole(root: Input): Pick<Standing, "text" | "found"> {
    const { texts, pasted } = this.about;
    const { source } = root;
    const inner = source === "workload" ? pasted : this.documents.get(root);
    const own = source === "values" || source === "mesh" ? texts[source] : undefined;
    const text = inner ? { inner, pointer: "" } : own?.pasted && own;
    return { text, found: text?.inner.root };
  }

  private injectorPlace(pointer: string): Place {
    const { config } = this.about.texts;
    const inside = pointer.startsWith(config.pointer);
    return inside ? configPlace(pointer.slice(config.pointer.length), config) : config.pasted!.place(pointer);
  }

  /** What people call an input, and what it holds. Cached. */
  reason(input: Input): Reason {
    return (factsOf(input).reason ??= reasonOf(input, this.named));
  }

  /** Whether there is something at an input's place. */
  has(input: Input): boolean {
    const { source, pointer } = input;
    const { config } = this.about.texts;
    if (source === "default") return true;
    if (source !== "injector") return this.json(input) !== undefined;
    return pointer.startsWith(config.pointer)
      ? config.inner.has(pointer.slice(config.pointer.length))
      : config.pasted!.has(pointer);
  }

  /** The value at an input, of the texts that are JSON to their reader (all but the injector's config); undefined where there is none. */
  json(input: Input): Json | undefined {
    const { json } = (factsOf(input).content ??= { json: this.findJson(input) });
    return json;
  }

  private findJson(input: Input): Json | undefined {
    const { parent } = input;
    return parent ? memberOf(this.json(parent), this.writtenKey(input)) : this.wholeJson(input);
  }

  /** A field's name as the workload writes it: Go's reader of JSON takes it in any case. */
  private writtenKey({ source, parent, key }: Input): string {
    const json = source === "workload" && parent && !ANY_KEYS.has(parent.key) ? this.json(parent) : undefined;
    if (!(json instanceof Map) || json.has(key)) return key;
    const folded = key.toLowerCase();
    for (const other of json.keys()) if (other.toLowerCase() === folded) return other;
    return key;
  }

  private wholeJson({ source }: Input): Json | undefined {
    const { texts, options } = this.about;
    if (source === "values" || source === "mesh") return jsonOf(texts[source]);
    return source === "options" ? new Map<string, Json>(Object.entries(options as Record<string, Json>)) : undefined;
  }

  /** The string at an input; "" where there is none. */
  text(input: Input): string {
    const json = this.json(input);
    return typeof json === "string" ? json : "";
  }

  /** Where a part of a template's text stands. `endColumn` is behind its last character. */
  span({ template, start, end }: TemplateSpan): Span {
    const { config } = this.about.texts;
    const at = offsetPlaces(config, template, this.about.setup.templates.get(template)!);
    const [first, last] = [at(start), at(Math.max(start, end - 1))];
    return {
      source: "injector",
      pointer: first.pointer,
      line: first.line,
      column: first.column,
      endLine: last.line,
      endColumn: last.column! + (end > start ? 1 : 0),
    };
  }
}

/** The fields whose members are no fields. */
const ANY_KEYS = new Set(["labels", "annotations", "matchLabels", "nodeSelector", "limits", "requests"]);

function memberOf(json: Json | undefined, key: string): Json | undefined {
  if (json instanceof Map) return json.get(key);
  return Array.isArray(json) ? json[Number(key)] : undefined;
}

const jsons = new WeakMap<InputText, { readonly json: Json | undefined }>();

function jsonOf(text: InputText): Json | undefined {
  let read = jsons.get(text);
  if (!read) jsons.set(text, (read = { json: yamlToJson(text.text) }));
  return read.json;
}

function positionOf(place: Place): { line: number; column: number } {
  return { line: place.line ?? 1, column: place.column ?? 1 };
}

const insides = new WeakMap<Pick<InputText, "inner">, (position: Position) => Place>();

/** Tells where positions in a text were pasted that is a string of another. */
function insideOf(text: Pick<InputText, "inner" | "pasted" | "pointer">): (position: Position) => Place {
  let inside = insides.get(text);
  if (!inside) insides.set(text, (inside = text.pasted!.insideOf(text.pointer)));
  return inside;
}

/** Tells where offsets of a template's text were pasted. */
type OffsetPlaces = (offset: number) => Place;

const offsets = new WeakMap<InputText, Map<Template, OffsetPlaces>>();

/** Those of a template, which comes again with every injection. */
function offsetPlaces(config: InputText, name: string, template: Template): OffsetPlaces {
  let known = offsets.get(config);
  if (!known) offsets.set(config, (known = new Map<Template, OffsetPlaces>()));
  let places = known.get(template);
  if (!places) {
    const lines = new Lines(template.text);
    const inner = config.inner.insideOf(`/templates/${escapeToken(name)}`);
    const outer = config.pointer === "" ? undefined : config.pasted!.insideOf(config.pointer);
    places = (offset) => {
      const place = inner(lines.at(offset));
      return outer ? outer(positionOf(place)) : place;
    };
    known.set(template, places);
  }
  return places;
}
