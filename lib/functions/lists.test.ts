import { expect, test } from "vitest";
import { failure, render } from "./rendering";

test("parts of lists", () => {
  expect(render("{{ first (list) }}{{ rest (list 1 2) }}{{ initial (list 1 2) }}{{ last (list 1 2) }}")).toBe(
    "<no value>[2][1]2",
  );
  expect(render("{{ chunk 2 (list 1 2 3) }} {{ slice (list 1 2 3) 1 2 }} {{ slice (list) 5 }}")).toBe(
    "[[1 2] [3]] [2] <no value>",
  );
  expect(render('{{ uniq (list 1 1.0 1) }} {{ has 1.0 (list 1) }} {{ compact (list 0 "" 2) }}')).toBe(
    "[1 1] false [2]",
  );
  expect(failure('{{ push "a" 1 }}')).toBe("Cannot push on type string");
  expect(failure("{{ push nil 1 }}")).toBe("runtime error: invalid memory address or nil pointer dereference");
  expect(failure("{{ chunk 0 (list 1 2) }}")).toBe("runtime error: makeslice: len out of range");
});

test("a slice reaches as far as Go's array below it", () => {
  expect(render("{{ slice (append (list 1 2) 3) 0 4 }}")).toBe("[1 2 3 <nil>]");
  expect(render("{{ slice (slice (list 1 2 3) 0 1) 0 3 }}")).toBe("[1 2 3]");
  expect(render('{{ slice (fromJson "[1,2,3]") 0 4 }}')).toBe("[1 2 3 <nil>]");
  expect(failure("{{ slice (list 1 2 3) 0 4 }}")).toBe("reflect.Value.Slice: slice index out of bounds");
});

test("dicts are shared, deep copies are not", () => {
  expect(render('{{ $d := dict "a" 1 }}{{ $_ := set $d "b" 2 }}{{ $d }}{{ $_ := unset $d "a" }}{{ $d }}')).toBe(
    "map[a:1 b:2]map[b:2]",
  );
  const shared = '{{ $d := dict "n" (dict) }}{{ $_ := set (get (COPY) "n") "x" 1 }}{{ $d }}';
  expect(render(shared.replace("COPY", "merge (dict) $d"))).toBe("map[n:map[x:1]]");
  expect(render(shared.replace("COPY", "deepCopy $d"))).toBe("map[n:map[]]");
  expect(failure('{{ set nil "a" 1 }}')).toBe("assignment to entry in nil map");
});

test("merging", () => {
  expect(render('{{ merge (dict "a" "" "b" 1) (dict "a" "x" "b" 2) }}')).toBe("map[a:x b:1]");
  expect(render('{{ mergeOverwrite (dict "a" 1 "b" (list 1)) (dict "a" 0 "b" (list)) }}')).toBe("map[a:0 b:[]]");
  const nil = '{{ mergeOverwrite (dict "a" 1) (dict "a" nil) }}';
  expect([render(nil), render(nil, null, 23)]).toEqual(["map[a:<nil>]", "map[a:1]"]);
});

test("dig", () => {
  expect(render('{{ dig "a" "b" "d" (dict "a" (dict "b" 5)) }} {{ dig "a" "b" "d" (dict) }}')).toBe("5 d");
  expect(failure('{{ dig "a" "b" "d" (dict "a" "str") }}')).toBe(
    "interface conversion: interface {} is string, not map[string]interface {}",
  );
});
