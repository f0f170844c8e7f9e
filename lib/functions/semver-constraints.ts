/** Constraints on versions: `>=1.2, <2 || ~3.1`. Mirrors the constraints of Masterminds/semver. */
import { GoError } from "../source/errors";
import { byteLength } from "../go/strings";
import { quote } from "../go/strconv";
import { comparePrereleases, compareVersions, parseVersion, type SemverRules, type Version } from "./semver";

interface Constraint {
  readonly operator: string;
  readonly version: Version;
  /** A part of the version is open: `1.x`, `1`. */
  readonly dirty: boolean;
  readonly minorDirty: boolean;
  readonly patchDirty: boolean;
}

// Go's \s, and the same expressions as there: what they make of odd input shows.
const S = "[\\t\\n\\f\\r ]";
const VERSION =
  "v?([0-9|xX*]+)(\\.[0-9|xX*]+)?(\\.[0-9|xX*]+)?(-([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?" +
  "(\\+([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?";
const OPERATORS = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
const ONE = new RegExp(`^${S}*(${OPERATORS})${S}*(${VERSION})${S}*$`);
const RANGE = new RegExp(`${S}*(${VERSION})${S}+-${S}+(${VERSION})${S}*`, "g");
const FIND = new RegExp(`(${OPERATORS})${S}*(${VERSION})`, "g");
const VALID = new RegExp(
  `^(${S}*(${OPERATORS})${S}*(${VERSION})${S}*)((?:${S}+|,${S}*)(${OPERATORS})${S}*(${VERSION})${S}*)*$`,
);
const LONGEST = 512;
const MOST_GROUPS = 32;

function isOpen(part: string | undefined): boolean {
  return part === undefined || part === "" || part === "x" || part === "X" || part === "*";
}

function improper(text: string, rules: SemverRules): GoError {
  return new GoError(`improper constraint: ${rules === "3.5" ? quote(text) : text}`);
}

function parseOne(text: string, rules: SemverRules): Constraint {
  const match = ONE.exec(text);
  if (!match) throw improper(text, rules);
  const [, operator = "", written = "", major = "", minor, patch, pre = ""] = match;
  let version = written;
  let dirty = true;
  const minorDirty = !isOpen(major) && isOpen(minor?.slice(1));
  const patchDirty = !isOpen(major) && !minorDirty && isOpen(patch?.slice(1));
  if (isOpen(major)) version = `0.0.0${pre}`;
  else if (minorDirty) version = `${major}.0.0${pre}`;
  else if (patchDirty) version = `${major}${minor}.0${pre}`;
  else dirty = false;
  try {
    return { operator, version: parseVersion(version, rules), dirty, minorDirty, patchDirty };
  } catch {
    throw new GoError(rules === "3.5" ? "constraint parser error" : "constraint Parser Error");
  }
}

/** `1.2 - 2.3` as `>= 1.2, <= 2.3 `. */
function withoutRanges(text: string): string {
  let out = text;
  for (const match of text.matchAll(RANGE)) out = out.replace(match[0], () => `>= ${match[1]}, <= ${match[11]} `);
  return out;
}

/** Whether the version satisfies the constraints (NewConstraint and Check). Throws GoError `improper constraint: …`. */
export function satisfies(constraints: string, version: () => Version, rules: SemverRules): boolean {
  if (rules === "3.5" && byteLength(constraints) > LONGEST) {
    throw new GoError(`constraint string is too long (max ${LONGEST} bytes)`);
  }
  const groups = withoutRanges(constraints).split("||");
  if (rules === "3.5" && groups.length > MOST_GROUPS) {
    throw new GoError(`too many constraint groups (max ${MOST_GROUPS})`);
  }
  const parsed = groups.map((group) => {
    if (!VALID.test(group)) throw improper(group, rules);
    return [...group.matchAll(FIND)].map((match) => parseOne(match[0], rules));
  });
  const v = version();
  return parsed.some((group) => {
    // Up to 3.3 each constraint decides for itself whether prereleases are looked for, then the group does.
    const anyPre = group.some((c) => c.version.pre !== "");
    return group.every((c) => check(v, c, rules === "3.5" ? anyPre : c.version.pre !== "", rules));
  });
}

function check(v: Version, c: Constraint, includePre: boolean, rules: SemverRules): boolean {
  const hidden = v.pre !== "" && !includePre;
  if (c.operator === "!=") {
    // Before 3.5 a complete version differs from a prerelease like from any other.
    if (hidden && (rules === "3.5" || c.dirty)) return false;
    return isDifferent(v, c);
  }
  if (hidden) return false;
  const order = compareVersions(v, c.version);
  switch (c.operator) {
    case ">":
      return c.dirty ? isAbove(v, c) : order > 0;
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return c.dirty ? isWithin(v, c) : order <= 0;
    case "~":
    case "~>":
      return isNear(v, c, order);
    case "^":
      return isCompatible(v, c, order);
    default:
      return c.dirty ? isNear(v, c, order) : order === 0;
  }
}

function isDifferent(v: Version, c: Constraint): boolean {
  if (!c.dirty) return compareVersions(v, c.version) !== 0;
  if (c.version.major !== v.major) return true;
  if (c.version.minor !== v.minor && !c.minorDirty) return true;
  if (c.minorDirty) return false;
  if (c.version.patch !== v.patch && !c.patchDirty) return true;
  if (!c.patchDirty) return compareVersions(v, c.version) !== 0;
  return (v.pre !== "" || c.version.pre !== "") && comparePrereleases(v.pre, c.version.pre) !== 0;
}

/** `>11`: 11.1 is not above it, 12 is. */
function isAbove(v: Version, c: Constraint): boolean {
  if (v.major !== c.version.major) return v.major > c.version.major;
  if (c.minorDirty) return false;
  if (c.patchDirty) return v.minor > c.version.minor;
  return compareVersions(v, c.version) > 0;
}

/** `<=11`: 11.1 is within it. */
function isWithin(v: Version, c: Constraint): boolean {
  if (v.major > c.version.major) return false;
  return !(v.major === c.version.major && v.minor > c.version.minor && !c.minorDirty);
}

/** `~1.2`: at least that, with the same major and minor version as far as they are given. */
function isNear(v: Version, c: Constraint, order: number): boolean {
  if (order < 0) return false;
  const { major, minor, patch } = c.version;
  if (major === 0 && minor === 0 && patch === 0 && !c.minorDirty && !c.patchDirty) return true;
  return v.major === major && (v.minor === minor || c.minorDirty);
}

/** `^1.2`: at least that, without a change of the first part that is not 0. */
function isCompatible(v: Version, c: Constraint, order: number): boolean {
  if (order < 0) return false;
  const { major, minor, patch } = c.version;
  if (major > 0 || c.minorDirty) return v.major === major;
  if (v.major > 0) return false;
  if (minor > 0 || c.patchDirty) return v.minor === minor;
  return v.minor === 0 && v.patch === patch;
}
