import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isTar, TarError, TarReader } from "./tar";

const folder = mkdtempSync(join(tmpdir(), "tar-"));
afterAll(() => rmSync(folder, { recursive: true }));

const deep = `${"a-folder-with-a-long-name/".repeat(8)}ünïcode.yaml`;
const FILES: Readonly<Record<string, string>> = {
  "one.yaml": "a: 1\n",
  "empty.yaml": "",
  "block.yaml": "x".repeat(512),
  "large.yaml": "y".repeat(100_001),
  "notes.txt": "not wanted",
  [deep]: "deep: true\n",
};
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(join(folder, "fleet", name, ".."), { recursive: true });
  writeFileSync(join(folder, "fleet", name), text);
}

function archive(format: string): Uint8Array {
  return execFileSync("tar", [`--format=${format}`, "-cf", "-", "fleet"], { cwd: folder, maxBuffer: 1e8 });
}

/** The files of an archive that comes in pieces of that size. */
function read(bytes: Uint8Array, size: number): Record<string, string> {
  const reader = new TarReader((name) => name.endsWith(".yaml"));
  const found: Record<string, string> = {};
  for (let at = 0; at < bytes.length; at += size)
    for (const file of reader.read(bytes.subarray(at, at + size)))
      found[file.name] = new TextDecoder().decode(file.bytes);
  reader.end();
  return found;
}

describe("a tar", () => {
  // A file without bytes has nothing to tell.
  const wanted = Object.fromEntries(
    Object.entries(FILES).flatMap(([name, text]) =>
      name.endsWith(".yaml") && text !== "" ? [[`fleet/${name}`, text] as const] : [],
    ),
  );

  test.each(["gnu", "pax", "ustar", "v7"])("of format %s gives its files, in pieces of any size", (format) => {
    const small = format === "v7" || format === "ustar";
    const expected = small
      ? Object.fromEntries(Object.entries(wanted).filter(([name]) => !name.includes("long")))
      : wanted;
    if (small) rmSync(join(folder, "fleet/a-folder-with-a-long-name"), { recursive: true, force: true });
    const bytes = archive(format);
    for (const size of [7, 512, 1000, 1 << 20]) expect(read(bytes, size)).toEqual(expected);
  });

  test("is told from what is none", () => {
    expect(isTar(archive("ustar"))).toBe(true);
    expect(isTar(new TextEncoder().encode("a: 1\n".repeat(300)))).toBe(false);
    const text = new TextEncoder().encode("a: 1\n".repeat(300));
    expect(() => read(text, 512)).toThrow(new TarError("this is no tar archive"));
  });

  test("that ends too early says so", () => {
    const bytes = archive("ustar");
    expect(() => read(bytes.subarray(0, 700), 100)).toThrow(new TarError("the archive ends too early"));
  });
});
