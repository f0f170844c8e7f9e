/** sprig's functions on lists. The ones that must… fail and the plain ones that panic give the same text. */
import type { GoFunction } from "../gotemplate/function";
import { GoError, GoPanic } from "../source/errors";
import { ANY, ANY_SLICE, BOOL, INT, sliceOf } from "../go/types";
import { type GoValue, type Int, toValue, typeOf, zero } from "../go/value";
import { toInt64 } from "./casts";
import { deepEqual } from "./deep-equal";
import { func, named, variadic } from "./define";
import type { Libraries } from "./libraries";
import { appended, appendedCapacity, cut, exactly, grownCapacity, withCapacity } from "./slices";
import { elements, elementsOf, isEmpty, kindOfType, listOf } from "./values";

const LIST_SLICE = sliceOf(ANY_SLICE);

function push(list: GoValue, value: GoValue): GoValue[] {
  const items = elements(list, "Cannot push on type");
  const capacity = grownCapacity(items.length, items.length + 1);
  return withCapacity([...items, value], capacity);
}

function prepend(list: GoValue, value: GoValue): GoValue[] {
  const items = elements(list, "Cannot prepend on type");
  const capacity = items.length === 0 ? 1 : grownCapacity(1, items.length + 1);
  return withCapacity([value, ...items], capacity);
}

/** sprig's chunk. Throws GoPanic where the number or size of chunks comes out negative. */
function chunk(size: Int, list: GoValue): GoValue[][] {
  const items = elements(list, "Cannot chunk type");
  const n = Number(size);
  const count = Math.floor((items.length - 1) / n) + 1;
  const tooLong = () => new GoPanic("runtime error: makeslice: len out of range");
  if (!(count >= 0 && Number.isFinite(count))) throw tooLong();
  const chunks: GoValue[][] = [];
  for (let i = 0; i < count; i++) {
    const length = i === count - 1 ? items.length % n || n : n;
    if (length < 0) throw tooLong();
    chunks.push(exactly(items.slice(i * n, i * n + length)));
  }
  return chunks;
}

/** A copy without the elements for which `drop` holds. */
function filtered(list: GoValue, complaint: string, drop: (item: GoValue) => boolean): GoValue[] {
  return appended(elements(list, complaint).filter((item) => !drop(item)));
}

function includes(list: readonly GoValue[], value: GoValue): boolean {
  return list.some((item) => deepEqual(value, item));
}

/** Each element is held against those before it. */
function pairs(list: GoValue): number {
  return (listOf(list)?.nodes.length ?? 0) ** 2 / 16;
}

function uniq(list: GoValue): GoValue[] {
  const kept: GoValue[] = [];
  for (const item of elements(list, "Cannot find uniq on type")) if (!includes(kept, item)) kept.push(item);
  return appended(kept);
}

function has(value: GoValue, list: GoValue): boolean {
  return list !== null && includes(elements(list, "Cannot find has on type"), value);
}

/** The list without its first or last element; nil when there is none. */
function part(list: GoValue, name: string, start: number, end: number | undefined): GoValue[] | null {
  const items = elements(list, `Cannot find ${name} on type`);
  return items.length === 0 ? null : exactly(items.slice(start, end));
}

/** sprig's slice: part of a list, of the list's own type. */
function slice(list: GoValue, indices: readonly GoValue[], libraries: Libraries): GoValue {
  const kind = kindOfType(list);
  const found = listOf(list);
  if (!found) throw new GoError(`list should be type of slice or array but ${kind}`);
  const { nodes } = found;
  if (nodes.length === 0) return null;
  const [start, end] = indices.slice(0, 2).map((index) => Number(toInt64(index, libraries)));
  const type = typeOf(list)!;
  // Lists that no function here made come from the JSON decoder.
  const wide = type.elem!.kind === "interface" || type.elem!.kind === "string";
  const capacity = wide ? appendedCapacity(nodes.length) : nodes.length;
  return toValue(type, cut(nodes, start ?? 0, end ?? nodes.length, capacity, zero(type.elem!)));
}

function concat(...lists: GoValue[]): GoValue {
  const items = lists.flatMap((list) => {
    const kind = kindOfType(list);
    const found = listOf(list);
    if (!found) throw new GoPanic(`Cannot concat type ${kind} as list`);
    return elementsOf(found);
  });
  return toValue(ANY_SLICE, items.length === 0 ? null : appended(items));
}

/** The functions on lists; how slice reads its bounds differs by release. */
export function listFunctions(libraries: Libraries): GoFunction[] {
  return [
    ...named(["list", "tuple"], (name) => variadic(name, [ANY], ANY_SLICE, (...items: GoValue[]) => exactly(items))),
    ...named(["append", "push", "mustAppend", "mustPush"], (name) => func(name, [ANY, ANY], ANY_SLICE, push)),
    ...named(["prepend", "mustPrepend"], (name) => func(name, [ANY, ANY], ANY_SLICE, prepend)),
    ...named(["chunk", "mustChunk"], (name) => func(name, [INT, ANY], LIST_SLICE, chunk)),
    ...named(["first", "mustFirst"], (name) =>
      func(name, [ANY], ANY, (list: GoValue) => elements(list, "Cannot find first on type")[0] ?? null),
    ),
    ...named(["last", "mustLast"], (name) =>
      func(name, [ANY], ANY, (list: GoValue) => elements(list, "Cannot find last on type").at(-1) ?? null),
    ),
    ...named(["rest", "mustRest"], (name) =>
      func(name, [ANY], ANY_SLICE, (list: GoValue) => part(list, "rest", 1, undefined)),
    ),
    ...named(["initial", "mustInitial"], (name) =>
      func(name, [ANY], ANY_SLICE, (list: GoValue) => part(list, "initial", 0, -1)),
    ),
    ...named(["reverse", "mustReverse"], (name) =>
      func(name, [ANY], ANY_SLICE, (list: GoValue) => exactly(elements(list, "Cannot find reverse on type").reverse())),
    ),
    ...named(["compact", "mustCompact"], (name) =>
      func(name, [ANY], ANY_SLICE, (list: GoValue) => filtered(list, "Cannot compact on type", isEmpty)),
    ),
    ...named(["uniq", "mustUniq"], (name) => ({ ...func(name, [ANY], ANY_SLICE, uniq), work: pairs })),
    ...named(["without", "mustWithout"], (name) =>
      variadic(name, [ANY, ANY], ANY_SLICE, (list: GoValue, ...omit: GoValue[]) =>
        filtered(list, "Cannot find without on type", (item) => omit.some((other) => deepEqual(other, item))),
      ),
    ),
    ...named(["has", "mustHas"], (name) => func(name, [ANY, ANY], BOOL, has)),
    ...named(["slice", "mustSlice"], (name) =>
      variadic(name, [ANY, ANY], ANY, (list: GoValue, ...indices: GoValue[]) => slice(list, indices, libraries)),
    ),
    variadic("concat", [ANY], ANY, concat),
  ];
}
