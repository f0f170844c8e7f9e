import { fleetPieces } from "../../lib/compare/fleet-pieces";
import type { UpgradeFile } from "./file-texts";
import type { SideField, UpgradeInputs } from "./use-upgrade-inputs";

/** Larger files hold no ConfigMaps: the API server takes none. */
const LARGEST = 2 * 1024 * 1024;
/** What a side can be given says so, or is a MeshConfig, which says nothing. */
const MAY_BE_OF_SIDES = /\bkind["']?\s*:\s*["']?(?:ConfigMap|Namespace|ProxyConfig)\b/;
const HAS_KIND = /\bkind["']?\s*:/;

/** A text that a side can be given, as it was found in a file. */
export interface FoundText {
  readonly path: string;
  readonly field: SideField;
  /** The name of its object, "" where it has none. */
  readonly name: string;
  readonly text: string;
}

/** Texts of a file that have gone to their places. */
export interface PlacedFile {
  readonly path: string;
  readonly side: "a" | "b" | "both";
  readonly fields: readonly SideField[];
}

/**
 * Parts files into what the sides are given (injectors, meshes, namespaces, ProxyConfigs), object by object, and those that hold
 * workloads or anything else, which stay whole. O(size of the files).
 */
export async function sortedFiles(
  files: readonly UpgradeFile[],
): Promise<{ readonly found: readonly FoundText[]; readonly others: readonly UpgradeFile[] }> {
  const found: FoundText[] = [];
  const others: UpgradeFile[] = [];
  for (const each of files) {
    const text = each.file.size <= LARGEST ? await each.file.text() : "";
    const texts = MAY_BE_OF_SIDES.test(text) || !HAS_KIND.test(text) ? await textsOfSides(each.path, text) : undefined;
    if (texts) found.push(...texts);
    else others.push(each);
  }
  return { found, others };
}

/** What a text has for the sides; undefined where it has nothing, or workloads. */
async function textsOfSides(path: string, whole: string): Promise<FoundText[] | undefined> {
  const { recognise } = await import("../../lib/view/recognise");
  const all: FoundText[] = [];
  for (const piece of fleetPieces(whole)) {
    const { texts, found } = await recognise([withoutIndent(piece.text)]);
    if (texts.has("workload") || texts.has("live")) return undefined;
    for (const field of ["injector", "mesh", "namespaces", "proxyConfigs"] as const) {
      const text = texts.get(field);
      const name = found.find(({ slot }) => slot === field)?.names[0] ?? "";
      if (text !== undefined) all.push({ path, field, name, text });
    }
  }
  return all.length > 0 ? all : undefined;
}

/** An item of a List as it would stand alone. */
function withoutIndent(text: string): string {
  return /^(?: {2}.*\n|\n)*$/.test(text) ? text.replace(/^ {2}/gm, "") : text;
}

type Sides = UpgradeInputs["sides"];

/**
 * Puts texts in their places. Of injectors the two of the newest releases become today's and the next one, a single one the next; each
 * with its mesh, where that can be told. Namespaces and ProxyConfigs are those of both. `only`: all goes to this side.
 */
export function placedTexts(
  found: readonly FoundText[],
  old: Sides,
  only?: "a" | "b",
): { readonly sides: Sides; readonly placed: readonly PlacedFile[] } {
  const sides = { a: { ...old.a }, b: { ...old.b } };
  const placed = new Map<string, { path: string; side: PlacedFile["side"]; fields: SideField[] }>();
  const put = (side: "a" | "b" | "both", field: SideField, texts: readonly FoundText[]) => {
    if (texts.length === 0) return;
    const text = joined(texts);
    if (side !== "b") sides.a[field] = text;
    if (side !== "a") sides.b[field] = text;
    for (const path of new Set(texts.map((each) => each.path))) {
      const known = placed.get(`${side} ${path}`) ?? { path, side, fields: [] };
      known.fields.push(field);
      placed.set(`${side} ${path}`, known);
    }
  };
  const of = (field: SideField) => found.filter((each) => each.field === field);
  const byRelease = (x: FoundText, y: FoundText) => compared(tagOf(x.text), tagOf(y.text));
  const injectors = of("injector")
    .sort(byRelease)
    .slice(only ? -1 : -2);
  const meshes = of("mesh").sort((x, y) => compared(x.path, y.path));
  const names = only ? [only] : injectors.length === 1 ? (["b"] as const) : (["a", "b"] as const);
  for (const [i, injector] of injectors.entries()) {
    put(names[i]!, "injector", [injector]);
    const mesh = meshOf(injector, meshes, i, injectors.length);
    if (mesh) put(names[i]!, "mesh", [mesh]);
  }
  if (injectors.length === 0) {
    if (only || meshes.length === 1) put(only ?? "both", "mesh", meshes.slice(-1));
    else for (const [i, mesh] of meshes.slice(-2).entries()) put(names[i]!, "mesh", [mesh]);
  }
  for (const field of ["namespaces", "proxyConfigs"] as const) put(only ?? "both", field, of(field));
  return { sides, placed: [...placed.values()] };
}

/** The mesh that goes with an injector: the only one, or that of the same file, folder or revision, or else by their order. */
function meshOf(
  injector: FoundText,
  meshes: readonly FoundText[],
  number: number,
  injectors: number,
): FoundText | undefined {
  if (meshes.length < 2) return meshes[0];
  const folder = ({ path }: FoundText) => path.replace(/[^/]*$/, "");
  let fitting = meshes;
  for (const key of [({ path }: FoundText) => path, folder, revisionOf]) {
    const some = fitting.filter((mesh) => key(mesh) === key(injector));
    if (some.length > 0) fitting = some;
  }
  if (fitting.length === 1) return fitting[0];
  return meshes.length === injectors ? meshes[number] : undefined;
}

/** `1-28` of istio-sidecar-injector-1-28 and istio-1-28; "" of the default revision. */
function revisionOf({ name }: FoundText): string {
  return name.replace(/^istio(?:-sidecar-injector)?-?/, "");
}

function compared(x: string, y: string): number {
  return x.localeCompare(y, "en", { numeric: true });
}

function tagOf(text: string): string {
  return /\btag\\?"?: *\\?"?v?([\w.-]+)/.exec(text)?.[1] ?? "";
}

function joined(texts: readonly FoundText[]): string {
  return texts.map(({ text }) => text.replace(/\n?$/, "\n")).join("---\n");
}
