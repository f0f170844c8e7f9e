import { expect, test } from "vitest";
import { storeSettings } from "./settings";

test.each([
  ["libsql://db.example", "libsql"],
  ["http://127.0.0.1:8080", "libsql"],
  ["redis://h:6379/1", "redis"],
  ["rediss://h", "redis"],
  ["postgres://u:p@h/d", "postgres"],
  ["postgresql://h/d?sslmode=require", "postgres"],
])("STORE_URL=%s is %s", (url, backend) => {
  expect(storeSettings({ STORE_URL: url })).toEqual({ backend, url });
});

test("a file in DATA_DIR by default", () => {
  expect(storeSettings({ DATA_DIR: "/var/a b" })).toEqual({
    backend: "file",
    folder: "/var/a b",
    url: "file:///var/a%20b/links.db",
  });
  expect(storeSettings({})).toMatchObject({ folder: `${process.cwd()}/data` });
  expect(storeSettings({ STORE_URL: "none" })).toEqual({ backend: "none" });
});

test.each(["mysql://u:secret@h", "links.db", "file:///x"])("refuses STORE_URL=%s, and does not repeat it", (url) => {
  expect(() => storeSettings({ STORE_URL: url })).toThrow(/^STORE_URL is neither "none" nor a URL with one of/);
  expect(() => storeSettings({ STORE_URL: url })).not.toThrow(/secret/);
});
