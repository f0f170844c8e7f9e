import type { Json } from "../go/json-value";

/**
 * The way to the smallest part of JSON that an error is about: without it (and whatever is in it) there is no such error. `fails` says
 * whether other JSON has that error, which is asked so often at most. Only for showing an error that does not say where.
 */
export function culprit(json: Json, fails: (json: Json) => boolean, limit: number): string[] {
  let tries = 0;
  const search = (part: Json, whole: (part: Json) => Json): string[] => {
    for (const [key, member] of membersOf(part)) {
      if (++tries > limit) return [];
      if (fails(whole(without(part, key)))) continue;
      return [key, ...search(member, (other) => whole(withMember(part, key, other)))];
    }
    return [];
  };
  return search(json, (part) => part);
}

function membersOf(json: Json): (readonly [key: string, member: Json])[] {
  if (json instanceof Map) return [...json];
  return Array.isArray(json) ? json.map((element, index) => [String(index), element] as const) : [];
}

function without(json: Json, key: string): Json {
  if (Array.isArray(json)) return json.toSpliced(Number(key), 1);
  return new Map([...(json as Map<string, Json>)].filter(([own]) => own !== key));
}

function withMember(json: Json, key: string, member: Json): Json {
  if (Array.isArray(json)) return json.with(Number(key), member);
  return new Map(json as Map<string, Json>).set(key, member);
}
