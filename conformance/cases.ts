import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseJson } from "../lib/go/json";
import type { Json, JsonMap } from "../lib/go/json-value";

/** The request of one recording: what the injector was given. Texts are resolved. */
export interface RecordedRequest {
  readonly path: "webhook" | "kube-inject";
  readonly config: string;
  readonly values: string;
  readonly mesh: string;
  readonly pod?: string;
  readonly workload?: string;
  readonly namespace?: string;
  readonly namespaceAnnotations?: Readonly<Record<string, string>>;
  readonly nativeSidecars?: boolean;
  readonly platform?: string;
  readonly compliancePolicy?: string;
  readonly injectPath?: string;
  readonly revision?: string;
  readonly proxyConfigs?: readonly unknown[];
}

/** One recording: what the injector of a release did with a request. */
export interface RecordedCase {
  readonly id: string;
  readonly family: string;
  readonly release: string;
  readonly request: RecordedRequest;
  /** As lossless JSON: numbers beyond 2^53 matter. */
  readonly expect: JsonMap;
}

/** Where recordings are: one folder a release with a file a family, and the texts that requests name. */
export interface Recordings {
  readonly folder: string;
  readonly files: readonly { readonly release: string; readonly family: string; readonly file: string }[];
}

const FAMILIES = ["policy", "template", "merge", "yaml", "pods", "golden", "corpus"];

/** The recordings in a folder, in the order of releases. A folder that does not exist holds none. */
export function findRecordings(folder: string): Recordings {
  const releases = existsSync(folder) ? readdirSync(folder).filter((name) => /^(\d+\.\d+|master)/.test(name)) : [];
  releases.sort((a, b) => releaseOrder(a) - releaseOrder(b));
  const files = releases.flatMap((release) =>
    FAMILIES.map((family) => ({ release, family, file: join(folder, release, `${family}.jsonl.gz`) })).filter(
      ({ file }) => existsSync(file),
    ),
  );
  return { folder, files };
}

function releaseOrder(release: string): number {
  return release === "master" ? Infinity : Number(release.split(".")[1]);
}

/** The cases of one file, one after another. */
export function* readCases(recordings: Recordings, file: Recordings["files"][number]): Generator<RecordedCase> {
  const text = textReader(join(recordings.folder, "texts"));
  for (const line of gunzipSync(readFileSync(file.file)).toString("utf8").split("\n")) {
    if (line === "") continue;
    const { id, request } = JSON.parse(line) as { id: string; request: RecordedRequest };
    let expect: JsonMap | undefined;
    yield {
      id,
      family: file.family,
      release: file.release,
      request: { ...request, config: text(request.config), values: text(request.values), mesh: text(request.mesh) },
      // The larger part of a line, and not everybody looks at it.
      get expect() {
        return (expect ??= (parseJson(line) as JsonMap).get("expect") as JsonMap);
      },
    };
  }
}

/** Reads texts by name, plain or packed into one file. */
function textReader(folder: string): (name: string) => string {
  const packed = join(folder, "texts.json.gz");
  if (existsSync(packed)) {
    const texts = JSON.parse(gunzipSync(readFileSync(packed)).toString("utf8")) as Record<string, string>;
    return (name) => texts[name]!;
  }
  const known = new Map<string, string>();
  return (name) => {
    let text = known.get(name);
    if (text === undefined) known.set(name, (text = readFileSync(join(folder, `${name}.yaml`), "utf8")));
    return text;
  };
}

/** JSON in a form in which equal values are equal texts: sorted keys, numbers by value. */
export function canonical(value: Json | undefined): string {
  if (value === undefined) return "absent";
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value instanceof Map) {
    const keys = [...value.keys()].sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value.get(key))}`).join(",")}}`;
  }
  return /^-?\d+$/.test(value.text) ? String(BigInt(value.text)) : String(Number(value.text));
}
