import { expect, test } from "vitest";
import { locatePointer, positionOf } from "./locate";
import { parseYaml } from "./parse";

const text = `base: &base
  image: one
  a/b: 1
spec:
  <<: *base
  list:
  - name: x
  - {name: y, 5: five}
  image: two
  image: three
`;
const document = parseYaml(text);

test.each<[string, number, number]>([
  ["", 1, 1],
  ["/spec/list/1/name", 8, 12],
  ["/spec/list/1/5", 8, 18],
  ["/spec/image", 10, 10],
  ["/spec/a~1b", 3, 8],
])("%s", (pointer, line, column) => {
  expect(positionOf(document, locatePointer(document, pointer)!.node)).toEqual({ line, column });
});

test("what is not there has no place, or that of the innermost value around it", () => {
  expect(locatePointer(document, "/spec/list/7")).toBeUndefined();
  expect(locatePointer(document, "/spec/image/x")).toBeUndefined();
  const near = locatePointer(document, "/spec/list/0/ports/0", true)!;
  expect(positionOf(document, near.node)).toEqual({ line: 7, column: 5 });
});
