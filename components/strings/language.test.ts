import { expect, test } from "vitest";
import { languageFor } from "./language";

test("the first of the browser's languages that the page has, by weight", () => {
  expect(languageFor(undefined, null)).toBe("en");
  expect(languageFor(undefined, "")).toBe("en");
  expect(languageFor(undefined, "zh-CN,zh;q=0.9,en;q=0.8")).toBe("zh");
  expect(languageFor(undefined, "zh-Hant-TW")).toBe("zh");
  expect(languageFor(undefined, "en;q=0.5, ZH;q=0.8")).toBe("zh");
  expect(languageFor(undefined, "de-DE,de;q=0.9,zh;q=0.3,en;q=0.8")).toBe("en");
  expect(languageFor(undefined, "zh;q=0,en;q=0.1")).toBe("en");
  expect(languageFor(undefined, "fr,*;q=0.1,,;q=x")).toBe("en");
});

test("what was chosen comes first, unless it is none", () => {
  expect(languageFor("zh", "en")).toBe("zh");
  expect(languageFor("en", "zh")).toBe("en");
  expect(languageFor("tlh", "zh")).toBe("zh");
});
