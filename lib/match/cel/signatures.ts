import { DYN, list, map, opaque, type Type } from "./types";

/** A form of a function: what it takes (a method its target first) and gives. */
export interface Signature {
  readonly isMethod: boolean;
  readonly args: readonly Type[];
  readonly result: Type;
}

/**
 * The functions that conditions can use: cel-go's own and the libraries of Kubernetes 1.35 (k8s.io/apiserver/pkg/cel/environment), in
 * their order. A line has a name and its forms; methods begin with a dot; capital letters stand for any type.
 */
const TABLE = `
!_ (bool) bool
-_ (double) double | (int) int
@in (A, list(A)) bool | (A, map(A, B)) bool
_!=_ (A, A) bool
_==_ (A, A) bool
_%_ (int, int) int | (uint, uint) uint
_*_ (double, double) double | (int, int) int | (uint, uint) uint
_/_ (double, double) double | (int, int) int | (uint, uint) uint
_+_ (bytes, bytes) bytes | (double, double) double | (duration, duration) duration | (duration, timestamp) timestamp | (timestamp, duration) timestamp | (int, int) int | (list(A), list(A)) list(A) | (string, string) string | (uint, uint) uint
_-_ (double, double) double | (duration, duration) duration | (int, int) int | (timestamp, duration) timestamp | (timestamp, timestamp) duration | (uint, uint) uint
_?_:_ (bool, A, A) A
_[_] (list(A), int) A | (map(A, B), A) B | (optional_type(list(V)), int) optional_type(V) | (optional_type(map(K, V)), K) optional_type(V)
_[?_] (list(V), int) optional_type(V) | (optional_type(list(V)), int) optional_type(V) | (map(K, V), K) optional_type(V) | (optional_type(map(K, V)), K) optional_type(V)
add .(Quantity, Quantity) Quantity | .(Quantity, int) Quantity
allowed .(Decision) bool
asApproximateFloat .(Quantity) double
asInteger .(Quantity) int
bool (bool) bool | (string) bool
bytes (bytes) bytes | (string) bytes
cel.@mapInsert (map(K, V), map(K, V)) map(K, V)
charAt .(string, int) string
check .(PathCheck, string) Decision | .(ResourceCheck, string) Decision
cidr (string) CIDR
compareTo .(Quantity, Quantity) int | .(Semver, Semver) int
contains .(string, string) bool
containsCIDR .(CIDR, string) bool | .(CIDR, CIDR) bool
containsIP .(CIDR, string) bool | .(CIDR, IP) bool
distinct .(list(T)) list(T)
double (double) double | (int) double | (string) double | (uint) double
duration (duration) duration | (int) duration | (string) duration
dyn (A) dyn
endsWith .(string, string) bool
error .(Decision) string
errored .(Decision) bool
family .(IP) int
fieldSelector .(ResourceCheck, string) ResourceCheck
find .(string, string) string
findAll .(string, string) list(string) | .(string, string, int) list(string)
first .(list(V)) optional_type(V)
flatten .(list(list(T))) list(T) | .(list(dyn), int) list(dyn)
format .(string, list(dyn)) string
format.byte () NamedFormat
format.date () NamedFormat
format.datetime () NamedFormat
format.dns1035Label () NamedFormat
format.dns1035LabelPrefix () NamedFormat
format.dns1123Label () NamedFormat
format.dns1123LabelPrefix () NamedFormat
format.dns1123Subdomain () NamedFormat
format.dns1123SubdomainPrefix () NamedFormat
format.labelValue () NamedFormat
format.named (string) optional_type(NamedFormat)
format.qualifiedName () NamedFormat
format.uri () NamedFormat
format.uuid () NamedFormat
getDate .(timestamp) int | .(timestamp, string) int
getDayOfMonth .(timestamp) int | .(timestamp, string) int
getDayOfWeek .(timestamp) int | .(timestamp, string) int
getDayOfYear .(timestamp) int | .(timestamp, string) int
getEscapedPath .(URL) string
getFullYear .(timestamp) int | .(timestamp, string) int
getHost .(URL) string
getHostname .(URL) string
getHours .(timestamp) int | .(timestamp, string) int | .(duration) int
getMilliseconds .(timestamp) int | .(timestamp, string) int | .(duration) int
getMinutes .(timestamp) int | .(timestamp, string) int | .(duration) int
getMonth .(timestamp) int | .(timestamp, string) int
getPort .(URL) string
getQuery .(URL) map(string, list(string))
getScheme .(URL) string
getSeconds .(timestamp) int | .(timestamp, string) int | .(duration) int
group .(Authorizer, string) GroupCheck
hasValue .(optional_type(V)) bool
indexOf .(list(A), A) int | .(string, string) int | .(string, string, int) int
int (int) int | (double) int | (duration) int | (string) int | (timestamp) int | (uint) int
ip (string) IP | .(CIDR) IP
ip.isCanonical (string) bool
isCIDR (string) bool
isGlobalUnicast .(IP) bool
isGreaterThan .(Quantity, Quantity) bool | .(Semver, Semver) bool
isIP (string) bool
isInteger .(Quantity) bool
isLessThan .(Quantity, Quantity) bool | .(Semver, Semver) bool
isLinkLocalMulticast .(IP) bool
isLinkLocalUnicast .(IP) bool
isLoopback .(IP) bool
isQuantity (string) bool
isSemver (string) bool | (string, bool) bool
isURL (string) bool
isUnspecified .(IP) bool
join .(list(string)) string | .(list(string), string) string
labelSelector .(ResourceCheck, string) ResourceCheck
last .(list(V)) optional_type(V)
lastIndexOf .(list(A), A) int | .(string, string) int | .(string, string, int) int
lists.range (int) list(int)
lowerAscii .(string) string
major .(Semver) int
masked .(CIDR) CIDR
matches (string, string) bool | .(string, string) bool
minor .(Semver) int
name .(ResourceCheck, string) ResourceCheck
namespace .(ResourceCheck, string) ResourceCheck
optional.none () optional_type(V)
optional.of (V) optional_type(V)
optional.ofNonZeroValue (V) optional_type(V)
optional.unwrap (list(optional_type(V))) list(V)
or .(optional_type(V), optional_type(V)) optional_type(V)
orValue .(optional_type(V), V) V
patch .(Semver) int
path .(Authorizer, string) PathCheck
prefixLength .(CIDR) int
quantity (string) Quantity
reason .(Decision) string
replace .(string, string, string) string | .(string, string, string, int) string
resource .(GroupCheck, string) ResourceCheck
reverse .(list(T)) list(T)
semver (string) Semver | (string, bool) Semver
serviceAccount .(Authorizer, string, string) Authorizer
sets.contains (list(T), list(T)) bool
sets.equivalent (list(T), list(T)) bool
sets.intersects (list(T), list(T)) bool
sign (Quantity) int
size (bytes) int | .(bytes) int | (list(A)) int | .(list(A)) int | (map(A, B)) int | .(map(A, B)) int | (string) int | .(string) int
slice .(list(T), int, int) list(T)
split .(string, string) list(string) | .(string, string, int) list(string)
startsWith .(string, string) bool
string (string) string | (bool) string | (bytes) string | (double) string | (duration) string | (int) string | (timestamp) string | (uint) string | (IP) string | (CIDR) string
strings.quote (string) string
sub .(Quantity, Quantity) Quantity | .(Quantity, int) Quantity
subresource .(ResourceCheck, string) ResourceCheck
substring .(string, int) string | .(string, int, int) string
timestamp (timestamp) timestamp | (int) timestamp | (string) timestamp
trim .(string) string
type (A) type(A)
uint (uint) uint | (double) uint | (int) uint | (string) uint
unwrapOpt .(list(optional_type(V))) list(V)
upperAscii .(string) string
url (string) URL
validate .(NamedFormat, string) optional_type(list(string))
value .(optional_type(V)) V
`;

const PLAIN = ["dyn", "bool", "int", "uint", "double", "string", "bytes", "timestamp", "duration"] as const;
const OPAQUE: Readonly<Record<string, string>> = {
  Quantity: "kubernetes.Quantity",
  Semver: "kubernetes.Semver",
  URL: "kubernetes.URL",
  NamedFormat: "kubernetes.NamedFormat",
  IP: "net.IP",
  CIDR: "net.CIDR",
  Authorizer: "kubernetes.authorization.Authorizer",
  PathCheck: "kubernetes.authorization.PathCheck",
  GroupCheck: "kubernetes.authorization.GroupCheck",
  ResourceCheck: "kubernetes.authorization.ResourceCheck",
  Decision: "kubernetes.authorization.Decision",
};

/** A list of types as the table writes it, up to its closing parenthesis. */
function typesIn(text: string): Type[] {
  const found: Type[] = [];
  let rest = text;
  const one = (): Type => {
    const name = /^\w+/.exec(rest)![0];
    rest = rest.slice(name.length);
    const within: Type[] = [];
    if (rest.startsWith("(")) {
      do {
        rest = rest.slice(1).trimStart();
        within.push(one());
      } while (rest.startsWith(","));
      rest = rest.slice(1);
    }
    return typeOf(name, within);
  };
  while (rest !== "") {
    found.push(one());
    rest = rest.replace(/^,\s*/, "");
  }
  return found;
}

function typeOf(name: string, [first = DYN, second = DYN]: readonly Type[]): Type {
  if (name === "list") return list(first);
  if (name === "map") return map(first, second);
  if (name === "type") return { kind: "type", of: first };
  if (name === "optional_type") return opaque(name, first);
  if (/^[A-Z]$/.test(name)) return { kind: "param", name };
  return OPAQUE[name] === undefined ? { kind: PLAIN.find((plain) => plain === name)! } : opaque(OPAQUE[name]);
}

function formsIn(text: string): Signature[] {
  return text.split(" | ").map((form) => {
    const [, dot, args, result] = /^(\.?)\((.*)\) (\S.*)$/.exec(form)!;
    return { isMethod: dot === ".", args: typesIn(args!), result: typesIn(result!)[0]! };
  });
}

/** Types that have an order, in the order in which the libraries declare their forms. */
const ORDERED = ["int", "uint", "double", "bool", "duration", "timestamp", "string", "bytes"] as const;
const NUMBERS = ["int", "uint", "double"] as const;

/** Comparisons, and the functions of lists that have a form for each ordered type. */
function* generated(): Generator<[name: string, forms: Signature[]]> {
  const form = (isMethod: boolean, args: readonly Type[], result: Type): Signature => ({ isMethod, args, result });
  const bool: Type = { kind: "bool" };
  for (const operator of ["_<_", "_<=_", "_>_", "_>=_"]) {
    const numbers = NUMBERS.flatMap((a) => NUMBERS.map((b) => form(false, [{ kind: a }, { kind: b }], bool)));
    const others = (["bool", "string", "bytes", "timestamp", "duration"] as const).map((kind) =>
      form(false, [{ kind }, { kind }], bool),
    );
    yield [operator, [...others, ...numbers]];
  }
  for (const name of ["isSorted", "min", "max", "sum", "sort"]) {
    const kinds = name === "sum" ? ([...NUMBERS, "duration", "timestamp"] as const).slice(0, 4) : ORDERED;
    const result = (of: Type) => (name === "isSorted" ? bool : name === "sort" ? list(of) : of);
    yield [name, kinds.map((kind) => form(true, [list({ kind })], result({ kind })))];
  }
}

const lines = TABLE.trim().split("\n");
const found: ReadonlyMap<string, readonly Signature[]> = new Map([
  ...lines.map((line): [string, Signature[]] => {
    const at = line.indexOf(" ");
    return [line.slice(0, at), formsIn(line.slice(at + 1))];
  }),
  ...generated(),
]);

/** The forms of a function by its name; undefined for one that is not known. */
export function signaturesOf(name: string): readonly Signature[] | undefined {
  return found.get(name);
}
