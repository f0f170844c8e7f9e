/** sprig's functions on semantic versions, and the type that semver returns with its methods. */
import type { GoFunction } from "../gotemplate/function";
import { nilDereference } from "./panics";
import { toBytes } from "../go/strings";
import {
  BOOL,
  ERROR,
  type GoField,
  type GoMethod,
  type GoType,
  INT,
  ptrTo,
  sliceOf,
  STRING,
  UINT64,
  UINT8,
} from "../go/types";
import { func } from "./define";
import type { Libraries } from "./libraries";
import {
  compareVersions,
  nextMajor,
  nextMinor,
  nextPatch,
  parseVersion,
  type SemverRules,
  type Version,
  versionString,
  withMetadata,
  withPrerelease,
} from "./semver";
import { satisfies } from "./semver-constraints";

const FIELDS: readonly [string, GoType][] = [
  ["major", UINT64],
  ["minor", UINT64],
  ["patch", UINT64],
  ["pre", STRING],
  ["metadata", STRING],
  ["original", STRING],
];

function field([go, type]: [string, GoType]): GoField {
  return {
    go,
    json: "",
    key: go,
    type,
    omitempty: false,
    omitzero: false,
    inline: false,
    embedded: false,
    patchStrategy: [],
    patchMergeKey: "",
  };
}

const BYTES = sliceOf(UINT8);

/** The type semver.Version as that version of the library has it. */
function versionType(rules: SemverRules): GoType {
  const methods = new Map<string, GoMethod>();
  const type: GoType = {
    kind: "struct",
    name: "semver.Version",
    path: "github.com/Masterminds/semver/v3.Version",
    fields: FIELDS.map(field),
    methods,
  };
  const pointer = ptrTo(type);
  const add = (name: string, pointerReceiver: boolean, params: GoType[], out: GoType[], call: GoMethod["call"]) =>
    methods.set(name, { name, pointerReceiver, in: params, out, variadic: false, call });
  /** A method of the value: calling it on a nil pointer panics. */
  const value = (
    name: string,
    params: GoType[],
    out: GoType[],
    body: (v: Version, args: readonly unknown[]) => unknown,
  ) => add(name, false, params, out, (receiver, args) => body(there(receiver), args));

  value("Major", [], [UINT64], (v) => v.major);
  value("Minor", [], [UINT64], (v) => v.minor);
  value("Patch", [], [UINT64], (v) => v.patch);
  value("Prerelease", [], [STRING], (v) => v.pre);
  value("Metadata", [], [STRING], (v) => v.metadata);
  value("String", [], [STRING], versionString);
  add("Original", true, [], [STRING], (receiver) => there(receiver).original);
  value("IncPatch", [], [type], (v) => nextPatch(v, rules));
  value("IncMinor", [], [type], (v) => nextMinor(v, rules));
  value("IncMajor", [], [type], (v) => nextMajor(v, rules));
  value("SetPrerelease", [STRING], [type, ERROR], (v, [pre]) => withPrerelease(v, pre as string, rules));
  value("SetMetadata", [STRING], [type, ERROR], (v, [metadata]) => withMetadata(v, metadata as string, rules));
  value("MarshalText", [], [BYTES, ERROR], (v) => [...toBytes(versionString(v))]);
  value("MarshalJSON", [], [BYTES, ERROR], (v) => [...toBytes(`"${versionString(v)}"`)]);

  const comparing = (name: string, out: GoType, result: (order: number) => unknown) =>
    add(name, true, [pointer], [out], (receiver, [other]) => result(compareVersions(there(receiver), there(other))));
  comparing("Compare", INT, (order) => order);
  comparing("LessThan", BOOL, (order) => order < 0);
  comparing("GreaterThan", BOOL, (order) => order > 0);
  if (rules !== "3.2") {
    comparing("LessThanEqual", BOOL, (order) => order <= 0);
    comparing("GreaterThanEqual", BOOL, (order) => order >= 0);
  }
  add("Equal", true, [pointer], [BOOL], (receiver, [other]) => {
    if (rules !== "3.2" && (receiver === other || receiver == null || other == null)) return receiver === other;
    return compareVersions(there(receiver), there(other)) === 0;
  });
  return type;
}

function there(node: unknown): Version {
  if (node == null) throw nilDereference();
  return node as Version;
}

const types = new Map<SemverRules, GoType>();

/** `*semver.Version` */
export function versionPointer(rules: SemverRules): GoType {
  let type = types.get(rules);
  if (!type) types.set(rules, (type = versionType(rules)));
  return ptrTo(type);
}

/** The functions on versions. */
export function versionFunctions(libraries: Libraries): GoFunction[] {
  const rules = libraries.semver;
  return [
    func("semver", [STRING], versionPointer(rules), (text: string) => parseVersion(text, rules)),
    func("semverCompare", [STRING, STRING], BOOL, (constraints: string, text: string) =>
      satisfies(constraints, () => parseVersion(text, rules), rules),
    ),
  ];
}
