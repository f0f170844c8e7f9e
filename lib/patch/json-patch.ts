import { GoError } from "../source/errors";
import { formatJsonNumber } from "../go/json";
import { JsonNumber, type Json, type JsonMap } from "../go/json-value";

/** One operation of a JSON patch (RFC 6902), in the order of its members in Go. `value` is missing for remove only. */
export interface JsonPatchOperation {
  readonly op: "add" | "remove" | "replace";
  /** A JSON pointer. */
  readonly path: string;
  readonly value?: Json;
}

/**
 * The operations that turn `from` into `to`. Lists are compared position by position: surplus elements are removed from the end, new
 * ones added, then the common ones compared. Mirrors gomodules.xyz/jsonpatch/v2, CreatePatch, except that members come in the order of
 * the Maps, which in Go is random.
 */
export function createJsonPatch(from: Json, to: Json): JsonPatchOperation[] {
  const operations: JsonPatchOperation[] = [];
  compare(from, to, "", operations);
  return operations;
}

function compare(from: Json, to: Json, path: string, operations: JsonPatchOperation[]): void {
  if (from === to) return;
  if (from instanceof Map && to instanceof Map) compareMaps(from, to, path, operations);
  else if (Array.isArray(from) && Array.isArray(to)) compareLists(from, to, path, operations);
  else if (!sameScalar(from, to)) operations.push({ op: "replace", path, value: to });
}

function compareMaps(from: JsonMap, to: JsonMap, path: string, operations: JsonPatchOperation[]): void {
  for (const [key, value] of to) {
    const before = from.get(key);
    const at = `${path}/${escapeToken(key)}`;
    if (before === undefined) operations.push({ op: "add", path: at, value });
    else compare(before, value, at, operations);
  }
  for (const key of from.keys()) {
    if (!to.has(key)) operations.push({ op: "remove", path: `${path}/${escapeToken(key)}` });
  }
}

function compareLists(from: Json[], to: Json[], path: string, operations: JsonPatchOperation[]): void {
  const common = Math.min(from.length, to.length);
  for (let i = from.length - 1; i >= common; i--) operations.push({ op: "remove", path: `${path}/${i}` });
  for (let i = common; i < to.length; i++) operations.push({ op: "add", path: `${path}/${i}`, value: to[i]! });
  for (let i = 0; i < common; i++) compare(from[i]!, to[i]!, `${path}/${i}`, operations);
}

/** Whether two values are equal scalars; numbers by their text, as json.Number compares. */
function sameScalar(a: Json, b: Json): boolean {
  if (typeof a === "number" && typeof b === "number") return Object.is(a, b);
  const [x, y] = [numberText(a), numberText(b)];
  return x !== undefined && y !== undefined ? x === y : a === b;
}

function numberText(value: Json): string | undefined {
  if (typeof value === "number") return formatJsonNumber(value);
  return value instanceof JsonNumber ? value.text : undefined;
}

/** A key as a part of a JSON pointer. */
export function escapeToken(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/**
 * The document after the operations, which is not changed itself; what no operation touches is shared. Throws GoError where a path
 * leads nowhere (RFC 6902, section 4), unless `createParents`: then an add makes the maps and lists that its path lacks or that are null.
 * Mirrors Patch.ApplyWithOptions of github.com/evanphx/json-patch/v5, `createParents` its EnsurePathExistsOnAdd.
 */
export function applyJsonPatch(document: Json, operations: readonly JsonPatchOperation[], createParents = false): Json {
  // Maps and lists that are this call's own copies and may be changed.
  const own = new Set<Json>();
  let root = document;
  for (const operation of operations) {
    if (operation.path === "") {
      if (operation.op === "remove") throw new GoError("cannot remove the whole document");
      root = operation.value ?? null;
    } else
      root = applyAt(root, operation.path.slice(1).split("/").map(unescapeToken), 0, operation, own, createParents);
  }
  return root;
}

/** A step of a JSON pointer as the key that it stands for (RFC 6901). */
export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

function applyAt(
  node: Json,
  tokens: readonly string[],
  depth: number,
  operation: JsonPatchOperation,
  own: Set<Json>,
  createParents: boolean,
): Json {
  const token = tokens[depth]!;
  const last = depth === tokens.length - 1;
  const makes = createParents && !last && operation.op === "add";
  if (node instanceof Map) {
    const copy = owned(node, own, () => new Map(node));
    let before = copy.get(token);
    if (makes && before == null) before = parentOf(tokens[depth + 1]!);
    if (before === undefined && (!last || operation.op !== "add")) throw missing(operation);
    if (!last) copy.set(token, applyAt(before!, tokens, depth + 1, operation, own, createParents));
    else if (operation.op === "remove") copy.delete(token);
    else copy.set(token, operation.value ?? null);
    return copy;
  }
  if (!Array.isArray(node)) throw missing(operation);
  const copy = owned(node, own, () => [...node]);
  const adds = last && operation.op === "add";
  const index = adds && token === "-" ? copy.length : isIndex(token) ? Number(token) : -1;
  if (makes || (adds && createParents)) while (copy.length < index) copy.push(null);
  // A parent in place of null, or behind the end, is put into the list: what stood there moves on.
  if (makes && index >= 0 && copy[index] == null) copy.splice(index, 0, parentOf(tokens[depth + 1]!));
  if (index < 0 || index > copy.length - (adds ? 0 : 1)) throw missing(operation);
  if (!last) copy[index] = applyAt(copy[index]!, tokens, depth + 1, operation, own, createParents);
  else
    copy.splice(index, operation.op === "add" ? 0 : 1, ...(operation.op === "remove" ? [] : [operation.value ?? null]));
  return copy;
}

/** The container that an add makes for its next token. */
function parentOf(token: string): Json {
  return isIndex(token) || token === "-" ? [] : new Map();
}

function isIndex(token: string): boolean {
  return /^(0|[1-9]\d*)$/.test(token);
}

function owned<T extends Json>(node: T, own: Set<Json>, clone: () => T): T {
  if (own.has(node)) return node;
  const copy = clone();
  own.add(copy);
  return copy;
}

function missing({ op, path }: JsonPatchOperation): GoError {
  return new GoError(`${op} operation does not apply: path not found: ${path}`);
}
