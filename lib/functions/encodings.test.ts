import { expect, test } from "vitest";
import { failure, render } from "./rendering";

test("base64 and base32", () => {
  expect(render('{{ b64enc "aé" }} {{ b64dec "YcOp" }} {{ b32enc "foob" }} {{ b32dec "MZXW6YQ=" }}')).toBe(
    "YcOp aé MZXW6YQ= foob",
  );
  expect(render('{{ b64dec "a=b" }}|{{ b64dec "YQ=" }}|{{ b32dec "M1" }}')).toBe(
    "illegal base64 data at input byte 1|illegal base64 data at input byte 3|illegal base32 data at input byte 1",
  );
});

test("JSON", () => {
  expect(render('{{ toJson "<&>" }} {{ toRawJson "<&>\\\\u003c" }} {{ mustToJson (list 1 nil) }}')).toBe(
    '"\\u003c\\u0026\\u003e" "<&>\\\\u003c" [1,null]',
  );
  expect(render('{{ toPrettyJson (dict "a" (list 1 (dict)) "b" (list)) }}')).toBe(
    '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}',
  );
  expect(render('{{ fromJson "{bad" }} {{ fromJson "[1e400,2]" }} {{ fromJSON "{bad" }}')).toBe(
    "<no value> [<nil> 2] {}",
  );
  expect(failure('{{ mustFromJson "" }}')).toBe("unexpected end of JSON input");
  expect(failure('{{ mustToJson (float64 "inf") }}')).toBe("json: unsupported value: +Inf");
});

test("passwords", () => {
  expect(render('{{ derivePassword 1 "long" "password" "user" "example.com" }}')).toBe("ZedaFaxcZaso9*");
  expect(render('{{ htpasswd "a:b" "x" }} {{ genPrivateKey "x" }}')).toBe("invalid username: a:b Unknown type x");
  expect(failure("{{ randAlpha 5 }}")).toBe("randAlpha cannot be computed here: its result is random");
  expect(failure('{{ decryptAES "k" "AAAA" }}')).toBe("runtime error: slice bounds out of range [:16] with capacity 3");
});

test("sha512sum came with 1.24", () => {
  expect(render('{{ sha512sum "" | trunc 8 }}', null, 24)).toBe("cf83e135");
  expect(() => render('{{ sha512sum "" }}', null, 23)).toThrow('function "sha512sum" not defined');
});

test("environment and paths", () => {
  expect(render('{{ env "HOME" "x" }} {{ env "NONE" "x" }} {{ expandenv "${HOME}:$NONE" }}')).toBe(
    "/home/istio x /home/istio:",
  );
  expect(
    render('{{ base "/a/b/" }} {{ dir "a/b" }} {{ clean "/../a/./b//c" }} {{ ext "a.b/c" }}|{{ isAbs "/" }}'),
  ).toBe("b a /a/b/c |true");
});
