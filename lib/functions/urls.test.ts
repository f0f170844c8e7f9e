import { expect, test } from "vitest";
import { failure, render } from "./rendering";

test("parsing", () => {
  expect(render('{{ toJson (urlParse "HTTP://u:p%40@h.com:80/a%20b?q=1#f") }}')).toBe(
    '{"fragment":"f","host":"h.com:80","hostname":"h.com","opaque":"","path":"/a b","query":"q=1","scheme":"http","userinfo":"u:p%40"}',
  );
  expect(failure('{{ urlParse "http://h/%zz" }}')).toBe(
    'unable to parse url: parse "http://h/%zz": invalid URL escape "%zz"',
  );
  expect(failure('{{ urlParse "http://[::g]/" }}')).toBe(
    'unable to parse url: parse "http://[::g]/": invalid host: ParseAddr("::g"): each colon-separated field must have at least one digit (at "g")',
  );
});

test("joining", () => {
  expect(
    render('{{ urlJoin (dict "scheme" "http" "host" "h" "path" "/a b" "userinfo" "u:p" "fragment" "x y") }}'),
  ).toBe("http://u:p@h/a%20b#x%20y");
  expect(render('{{ urlJoin (dict "path" "a:b") }}')).toBe("./a:b");
  expect(failure('{{ urlJoin (dict "host" 1) }}')).toBe(
    "unable to parse host key, must be of type string, but int found",
  );
});
