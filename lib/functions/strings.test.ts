import { expect, test } from "vitest";
import { failure, render } from "./rendering";

test("words and cases", () => {
  expect(render('{{ snakecase "HTTP20xOK" }} {{ kebabcase "a__b--c" }} {{ snakecase "Bld4Floor3rd" }}')).toBe(
    "http_20x_ok a--b--c bld4_floor_3rd",
  );
  expect(render('{{ camelcase "GO_PATH is" }}')).toBe("GoPathIs");
  expect(render('{{ camelcase "GO_PATH is" }}', null, 23)).toBe("GOPATHIs");
  expect(render('{{ title "a-b c_d é" }} {{ untitle "Ab Cd" }} {{ swapcase "aB cD" }}')).toBe("A-B C_d É ab cd Ab Cd");
  expect(render('{{ upper "ǆßŉ" }} {{ title "ǆ" }} {{ lower "İ" }}')).toBe("Ǆßŉ ǅ i");
});

test("lengths are bytes", () => {
  expect(render('{{ trunc 3 "aéb" }}|{{ trunc -1 "aé" | len }}|{{ initials "éa b" }}')).toBe("aé|1|Ãb");
  expect(render('{{ print (trunc 1 "é") (substr 1 2 "é") }}')).toBe("é");
  expect(render('{{ abbrev 5 "hello world" }} {{ abbrevboth 5 10 "1234 5678 9123" }}')).toBe("he... ...5678...");
  expect(render('{{ wrap 5 "aa bb cc" }}|{{ wrapWith 3 "-" "abcdefg" }}')).toBe("aa bb\ncc|abc-def-g");
  expect(failure('{{ substr 0 9 "abc" }}{{ substr -1 9 "abc" }}')).toBe(
    "runtime error: slice bounds out of range [:9] with length 3",
  );
  expect(failure('{{ substr 9223372036854775807 16 "abc" }}')).toBe(
    "runtime error: slice bounds out of range [9223372036854775807:3]",
  );
});

test("finding and replacing", () => {
  expect(render('{{ replace "" "-" "aé" }} {{ splitList "" "aé" | toJson }}')).toBe('-a-é- ["a","é"]');
  expect(render('{{ contains "\\xa9" "é" }} {{ replace "\\xa9" "X" "é" | quote }}')).toBe('true "\\xc3X"');
  expect(render('{{ splitn "," 2 "a,b,c" }} {{ split "," "a,b" }}')).toBe("map[_0:a _1:b,c] map[_0:a _1:b]");
  expect(render('{{ trimAll "xé" "éaxé" }} {{ trimSuffix "b" "ab" }} {{ nospace "a b" }}')).toBe("a a ab");
  expect(failure('{{ repeat -1 "x" }}')).toBe("strings: negative Repeat count");
});

test("values as text", () => {
  expect(render("{{ quote nil 1 true }} {{ squote nil 1.5 }} {{ cat nil 1 (list 1) }}")).toBe(
    '"1" "true" \'1.5\' 1 [1]',
  );
  expect(render('{{ join "," (list 1 nil "a") }} {{ toStrings (list 1 nil) | typeOf }}')).toBe("1,a []string");
});

test("sorting strings sorts the list itself", () => {
  expect(render('{{ $s := splitList "," "c,a" }}{{ sortAlpha $s }}{{ $s }}')).toBe("[a c][a c]");
  expect(render('{{ $s := list "c" "a" }}{{ sortAlpha $s }}{{ $s }}')).toBe("[a c][c a]");
});
