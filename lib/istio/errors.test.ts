import { expect, test } from "vitest";
import { GoError } from "../source/errors";
import { appendError, joinErrors, prefixError } from "./errors";

const a = new GoError("a");
const b = new GoError("b");

test("a list of one and of two", () => {
  expect(appendError(undefined, a)!.message).toBe("1 error occurred:\n\t* a\n\n");
  expect(appendError(a, b)!.message).toBe("2 errors occurred:\n\t* a\n\t* b\n\n");
});

test("lists in lists are flattened, their texts are not", () => {
  const list = appendError(a, b);
  expect(appendError(list, list)!.message).toBe("4 errors occurred:\n\t* a\n\t* b\n\t* a\n\t* b\n\n");
  expect(appendError(undefined, new GoError(list!.message))!.message).toContain("\n\n\n\n");
});

test("joining leaves a single error alone", () => {
  expect(joinErrors(undefined, a)).toBe(a);
  expect(joinErrors(a, undefined)).toBe(a);
  expect(joinErrors(a, b)!.message).toBe("2 errors occurred:\n\t* a\n\t* b\n\n");
});

test("a prefix goes to each item; {{err}} in it is the error too", () => {
  expect(prefixError(a, "p:").message).toBe("p: a");
  expect(prefixError(appendError(a, b)!, "p:").message).toBe("2 errors occurred:\n\t* p: a\n\t* p: b\n\n");
  expect(prefixError(a, "{{err}}:").message).toBe("a: a");
});
