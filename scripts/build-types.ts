/**
 * Builds lib/k8s/types.data.ts: the Go types, protobuf messages and defaults of every release as one compact text each.
 *
 *   SCHEMA_DIR=<dir> node scripts/run.mjs scripts/build-types.ts
 *
 * The directory holds a `<release>.json` for each release (`master.json` is the newest): what reflection finds in the injector's
 * own Go types. Lines that are the same in several releases are written once, with the range of releases before them.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NEWEST, RELEASES, type Release } from "../lib/k8s/release";

interface Method {
  name: string;
  pointerReceiver: boolean;
  in: string[];
  out: string[];
}
interface Field {
  go: string;
  json: string;
  type: string;
  omitempty?: boolean;
  omitzero?: boolean;
  inline?: boolean;
  embedded?: boolean;
  patchStrategy?: string;
  patchMergeKey?: string;
}
interface TypeFacts {
  kind: string;
  proto?: string;
  fields?: Field[];
  methods?: Method[];
}
interface ProtoField {
  name: string;
  json: string;
  kind: string;
  type?: string;
  repeated?: boolean;
  map?: { key: string; value: string };
  valueType?: string;
  oneof?: string;
}
interface Schema {
  defaults: {
    defaultMesh: string;
    validatedAnnotations: string[];
    istioFunctions: string[];
    ignoredNamespaces: string[];
  };
  valuesMessage: string;
  goTypes: Record<string, TypeFacts>;
  protoMessages: Record<string, ProtoField[]>;
  protoEnums: Record<string, { name: string; number: number }[]>;
}

/** Short names of packages, so that the text stays small and readable. */
const PACKAGES: readonly (readonly [short: string, path: string])[] = [
  ["core", "k8s.io/api/core/v1"],
  ["apps", "k8s.io/api/apps/v1"],
  ["batch", "k8s.io/api/batch/v1"],
  ["meta", "k8s.io/apimachinery/pkg/apis/meta/v1"],
  ["resource", "k8s.io/apimachinery/pkg/api/resource"],
  ["openshift", "github.com/openshift/api/apps/v1"],
  ["mesh", "istio.io/api/mesh/v1alpha1"],
  ["net3", "istio.io/api/networking/v1alpha3"],
  ["netb", "istio.io/api/networking/v1beta1"],
  ["inject", "istio.io/istio/pkg/kube/inject"],
  ["wrapperspb", "google.golang.org/protobuf/types/known/wrapperspb"],
  ["durationpb", "google.golang.org/protobuf/types/known/durationpb"],
  ["protoreflect", "google.golang.org/protobuf/reflect/protoreflect"],
  ["runtime", "k8s.io/apimachinery/pkg/runtime"],
  ["schema", "k8s.io/apimachinery/pkg/runtime/schema"],
  ["types", "k8s.io/apimachinery/pkg/types"],
  ["intstr", "k8s.io/apimachinery/pkg/util/intstr"],
  ["template", "text/template"],
  ["parse", "text/template/parse"],
];
const SHORT = new Map(PACKAGES.map(([short, path]) => [path, short]));

/** Defined maps and slices, which the schema shows by what they are made of. Reflection prints their names. */
const RESOURCE_MAP = "map[core.ResourceName]resource.Quantity";
const QUANTITY_GETTERS = ["Cpu", "Memory", "Pods", "Storage", "StorageEphemeral"];
const RESOURCE_LIST = [
  `core.ResourceList map ${RESOURCE_MAP}`,
  ...QUANTITY_GETTERS.map((name) => `.*${name}() *resource.Quantity`),
  ".*Name(core.ResourceName,resource.Format) *resource.Quantity",
];

function schemaFile(dir: string, release: Release): string {
  const names = readdirSync(dir);
  const name = names.find((n) => n.startsWith(`1.${release}.`)) ?? (release === NEWEST ? "master.json" : undefined);
  if (!name || !names.includes(name)) throw new Error(`no schema of 1.${release} in ${dir}`);
  return join(dir, name);
}

/** A type expression with short package names. */
function shorten(expression: string): string {
  const short = expression.replace(/[\w.\-/]+\.\w+/g, (path) => {
    const dot = path.lastIndexOf(".");
    const alias = SHORT.get(path.slice(0, dot));
    return alias ? `${alias}${path.slice(dot)}` : path;
  });
  return short.replaceAll(RESOURCE_MAP, "core.ResourceList").replaceAll("interface {}", "any");
}

function fieldLine(field: Field): string {
  const flags = [
    field.omitempty && "omitempty",
    field.omitzero && "omitzero",
    field.inline && "inline",
    field.embedded && "embedded",
    field.patchStrategy && `strategy=${field.patchStrategy.replaceAll(",", "+")}`,
    field.patchMergeKey && `merge=${field.patchMergeKey}`,
  ].filter(Boolean);
  return [field.go, [field.json, ...flags].join(","), shorten(field.type)].join(" ");
}

function methodLine(method: Method): string {
  const out = method.out.map(shorten);
  return `.${method.pointerReceiver ? "*" : ""}${method.name}(${method.in.map(shorten).join(",")}) ${out.join(",")}`.trimEnd();
}

function goBlock(path: string, type: TypeFacts): string[] {
  const head = [shorten(path), type.kind, type.proto ?? ""].join(" ").trimEnd();
  return [head, ...(type.fields ?? []).map(fieldLine), ...(type.methods ?? []).map(methodLine)];
}

function protoLine(field: ProtoField): string {
  const camel = field.name.replace(/_+([a-z0-9])/g, (_, c: string) => c.toUpperCase());
  const name = field.json === camel ? field.name : `${field.name}=${field.json}`;
  const kind = field.map ? `map:${field.map.key}:${field.map.value}` : field.repeated ? `[]${field.kind}` : field.kind;
  const words = [name, kind];
  const type = field.map ? field.valueType : field.type;
  if (type || field.oneof) words.push(type ?? "");
  if (field.oneof) words.push(field.oneof);
  return words.join(" ");
}

/**
 * One list of lines out of one per release: lines in a common order, each with the releases that have it. Fails if the releases
 * order their lines differently, or a line comes back after it was gone.
 */
function mergeLines(byRelease: ReadonlyMap<Release, readonly string[]>): string[] {
  const merged: { text: string; releases: Release[] }[] = [];
  for (const [release, lines] of byRelease) {
    let at = 0;
    for (const text of lines) {
      const found = merged.findIndex((line, i) => i >= at && line.text === text);
      if (found >= 0) {
        merged[found]!.releases.push(release);
        at = found + 1;
      } else {
        merged.splice(at, 0, { text, releases: [release] });
        at++;
      }
    }
  }
  for (const [release, lines] of byRelease) {
    const back = merged.filter((line) => line.releases.includes(release)).map((line) => line.text);
    if (back.join("\n") !== lines.join("\n")) throw new Error(`the order differs by release: ${lines[0]}`);
  }
  const all = [...byRelease.keys()];
  return merged.map(({ text, releases }) => {
    const [first, last] = [releases[0]!, releases[releases.length - 1]!];
    if (last - first + 1 !== releases.length) throw new Error(`comes and goes: ${text}`);
    const from = first === all[0] ? "" : `${first}`;
    const to = last === all[all.length - 1] ? "" : `${last}`;
    return from || to ? `@${from}-${to} ${text}` : text;
  });
}

/** The blocks of all releases as one text; a block's first line is its name, the ranges of its lines are within its own. */
function mergeBlocks(
  schemas: ReadonlyMap<Release, Schema>,
  blocksOf: (schema: Schema) => Map<string, string[]>,
): string {
  const blocks = new Map<string, Map<Release, string[]>>();
  for (const [release, schema] of schemas) {
    for (const [name, lines] of blocksOf(schema)) {
      let block = blocks.get(name);
      if (!block) blocks.set(name, (block = new Map()));
      block.set(release, lines);
    }
  }
  const texts = [...blocks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, block]) => {
      const releases = [...block.keys()];
      if (releases.length !== releases[releases.length - 1]! - releases[0]! + 1)
        throw new Error(`comes and goes: ${name}`);
      const from = releases[0] === RELEASES[0] ? "" : releases[0];
      const to = releases[releases.length - 1] === NEWEST ? "" : releases[releases.length - 1];
      const [head, ...rest] = mergeLines(block);
      return [from || to ? `@${from}-${to} ${head}` : head, ...rest].join("\n");
    });
  return texts.join("\n\n");
}

function goBlocks(schema: Schema): Map<string, string[]> {
  const blocks = new Map(Object.entries(schema.goTypes).map(([path, type]) => [path, goBlock(path, type)]));
  blocks.set("k8s.io/api/core/v1.ResourceList", RESOURCE_LIST);
  return blocks;
}

function protoBlocks(schema: Schema): Map<string, string[]> {
  return new Map(
    Object.entries(schema.protoMessages).map(([name, fields]) => [name, [name, ...fields.map(protoLine)]]),
  );
}

function enumBlocks(schema: Schema): Map<string, string[]> {
  return new Map(
    Object.entries(schema.protoEnums).map(([name, list]) => [
      name,
      [name, ...list.map((v) => `${v.name} ${v.number}`)],
    ]),
  );
}

function defaultBlocks(schema: Schema): Map<string, string[]> {
  const { defaultMesh, ...lists } = schema.defaults;
  const blocks = new Map<string, string[]>(Object.entries(lists).map(([name, list]) => [name, [name, ...list]]));
  blocks.set("defaultMesh", ["defaultMesh", ...defaultMesh.trimEnd().split("\n")]);
  blocks.set("valuesMessage", ["valuesMessage", schema.valuesMessage]);
  return blocks;
}

const dir = process.argv[2] ?? process.env.SCHEMA_DIR;
if (!dir) throw new Error("say where the schema is: SCHEMA_DIR=<dir>");
const schemas = new Map(RELEASES.map((r) => [r, JSON.parse(readFileSync(schemaFile(dir, r), "utf8")) as Schema]));
const section = (name: string, comment: string, text: string): string =>
  `/** ${comment} */\nexport const ${name} = \`\n${text.replace(/[\\`$]/g, "\\$&")}\n\`;\n`;
const out = [
  "// Built by scripts/build-types.ts. A line that starts with @from-to holds for these releases only.\n",
  `/** Short names of Go packages in GO_TYPES. */\nexport const PACKAGES: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(PACKAGES), null, 2)};\n`,
  section(
    "GO_TYPES",
    "Blocks: `type kind [protobuf message]`, fields `Go json,flags type`, methods `.Name(in) out` (`*`: on the pointer).",
    mergeBlocks(schemas, goBlocks),
  ),
  section(
    "PROTO_MESSAGES",
    "Blocks: message, then `name[=json] kind [type [oneof]]`, where kind may be `[]kind` or `map:key:kind`.",
    mergeBlocks(schemas, protoBlocks),
  ),
  section("PROTO_ENUMS", "Blocks: enum, then `NAME number`.", mergeBlocks(schemas, enumBlocks)),
  section("DEFAULTS", "Blocks: name, then its lines.", mergeBlocks(schemas, defaultBlocks)),
];
const target = join(dirname(fileURLToPath(import.meta.url)), "../lib/k8s/types.data.ts");
writeFileSync(target, out.join("\n"));
