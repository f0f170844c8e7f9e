/** Semantic versions. Mirrors Masterminds/semver, whose reading of versions and error texts differ by its own version. */
import { GoError, GoPanic } from "../source/errors";
import { byteLength, compareStrings } from "../go/strings";
import { parseUint } from "../go/strconv";
import type { Int } from "../go/value";
import type { Libraries } from "./libraries";

export type SemverRules = Libraries["semver"];

/** The node of a semver.Version. */
export interface Version {
  readonly major: Int;
  readonly minor: Int;
  readonly patch: Int;
  readonly pre: string;
  readonly metadata: string;
  readonly original: string;
}

const LOOSE =
  /^v?([0-9]+)(\.[0-9]+)?(\.[0-9]+)?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;
// 3.3.1 took no leading zeros.
const STRICT = new RegExp(
  "^v?(0|[1-9][0-9]*)(\\.(?:0|[1-9][0-9]*))?(\\.(?:0|[1-9][0-9]*))?" +
    "(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?" +
    "(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$",
);
const LONGEST = 256;

/** The error of that text; before 3.5 errors began with a capital. */
function fail(text: string, rules: SemverRules): GoError {
  return new GoError(rules === "3.5" ? text : text[0]!.toUpperCase() + text.slice(1));
}

function segment(text: string | undefined, rules: SemverRules): Int {
  if (text === undefined) return 0;
  try {
    return parseUint(text.replace(".", ""), 10, 64);
  } catch (error) {
    throw fail(`error parsing version segment: ${(error as Error).message}`, rules);
  }
}

/** semver.NewVersion: `1`, `v1.2` and `1.2.3-rc.1+build` are versions. Throws GoError. */
export function parseVersion(text: string, rules: SemverRules): Version {
  if (rules === "3.5" && byteLength(text) > LONGEST) {
    throw new GoError(`version string is too long (max ${LONGEST} bytes)`);
  }
  const match = (rules === "3.3.1" ? STRICT : LOOSE).exec(text);
  if (!match) throw rules === "3.5" ? new GoError("invalid semantic version") : new GoError("Invalid Semantic Version");
  const [, major, minor, patch, pre = "", metadata = ""] = match;
  const version: Version = {
    major: segment(major, rules),
    minor: segment(minor, rules),
    patch: segment(patch, rules),
    pre,
    metadata,
    original: text,
  };
  if (pre !== "") checkPrerelease(pre, rules);
  if (metadata !== "") checkMetadata(metadata, rules);
  return version;
}

const INVALID_METADATA: Record<"old" | "new", string> = {
  old: "Invalid Metadata string",
  new: "invalid metadata string",
};
const INVALID_PRERELEASE: Record<"old" | "new", string> = {
  old: "Invalid Prerelease string",
  new: "invalid prerelease string",
};

function age(rules: SemverRules): "old" | "new" {
  return rules === "3.5" ? "new" : "old";
}

function checkPrerelease(text: string, rules: SemverRules): void {
  for (const part of text.split(".")) {
    if (part === "") {
      // 3.2 and 3.3.0 let empty parts pass; 3.3.1 names the wrong part in its error.
      if (rules === "3.5") throw new GoError(INVALID_PRERELEASE.new);
      if (rules === "3.3.1") throw new GoError(INVALID_METADATA.old);
    } else if (/^[0-9]+$/.test(part)) {
      if (part.length > 1 && part[0] === "0") throw fail("version segment starts with 0", rules);
    } else if (!/^[0-9A-Za-z-]+$/.test(part)) throw new GoError(INVALID_PRERELEASE[age(rules)]);
  }
}

function checkMetadata(text: string, rules: SemverRules): void {
  const allowsEmpty = rules === "3.2" || rules === "3.3.0";
  for (const part of text.split(".")) {
    if (part === "" ? !allowsEmpty : !/^[0-9A-Za-z-]+$/.test(part)) throw new GoError(INVALID_METADATA[age(rules)]);
  }
}

/** Version.String */
export function versionString(v: Version): string {
  const pre = v.pre === "" ? "" : `-${v.pre}`;
  return `${v.major}.${v.minor}.${v.patch}${pre}${v.metadata === "" ? "" : `+${v.metadata}`}`;
}

/** The version with its original text renewed: as printed, with the `v` that it had. */
function renewed(v: Version): Version {
  return { ...v, original: (v.original.startsWith("v") ? "v" : "") + versionString(v) };
}

const MAX_UINT64 = 18446744073709551615n;

/** One more; from 3.5 on an overflow panics, before it comes round to 0. */
function increment(n: Int, name: string, rules: SemverRules): Int {
  const next = BigInt(n) + 1n;
  if (next <= MAX_UINT64) return next > Number.MAX_SAFE_INTEGER ? next : Number(next);
  if (rules === "3.5") throw new GoPanic(`${name} version increment would overflow uint64`);
  return 0;
}

/** Version.IncPatch: a prerelease becomes its release. */
export function nextPatch(v: Version, rules: SemverRules): Version {
  const patch = v.pre === "" ? increment(v.patch, "patch", rules) : v.patch;
  return renewed({ ...v, patch, pre: "", metadata: "" });
}

/** Version.IncMinor */
export function nextMinor(v: Version, rules: SemverRules): Version {
  return renewed({ ...v, minor: increment(v.minor, "minor", rules), patch: 0, pre: "", metadata: "" });
}

/** Version.IncMajor */
export function nextMajor(v: Version, rules: SemverRules): Version {
  return renewed({ ...v, major: increment(v.major, "major", rules), minor: 0, patch: 0, pre: "", metadata: "" });
}

/** Version.SetPrerelease. Throws GoError for what is none. */
export function withPrerelease(v: Version, pre: string, rules: SemverRules): Version {
  if (pre !== "") checkPrerelease(pre, rules);
  return renewed({ ...v, pre });
}

/** Version.SetMetadata. Throws GoError for what is none. */
export function withMetadata(v: Version, metadata: string, rules: SemverRules): Version {
  if (metadata !== "") checkMetadata(metadata, rules);
  return renewed({ ...v, metadata });
}

function compareParts(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? -1 : 1;
  const numeric = (s: string) => /^[0-9]+$/.test(s) && BigInt(s) <= MAX_UINT64;
  const [x, y] = [numeric(a), numeric(b)];
  if (x && y) return BigInt(a) > BigInt(b) ? 1 : -1;
  if (x || y) return x ? -1 : 1;
  return compareStrings(a, b) > 0 ? 1 : -1;
}

/** The order of two prereleases, part by part; numbers come before texts. */
export function comparePrereleases(a: string, b: string): number {
  const [x, y] = [a.split("."), b.split(".")];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const order = compareParts(x[i] ?? "", y[i] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** Version.Compare: -1, 0 or 1; metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  for (const key of ["major", "minor", "patch"] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  if (a.pre === "" || b.pre === "") return a.pre === b.pre ? 0 : a.pre === "" ? 1 : -1;
  return comparePrereleases(a.pre, b.pre);
}
