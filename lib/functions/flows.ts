/** What the result of each function came from: a row for the functions that work alike. */
import { carried } from "../gotemplate/carried-spans";
import { memberOf, printed } from "../gotemplate/flows";
import type { FlowRule } from "../gotemplate/function";
import { type GoValue, nodeOf } from "../go/value";
import { ScalarFlow } from "../provenance/flow";
import { join, joinAll } from "../provenance/inputs";
import { DICT_FLOWS } from "./dict-flows";
import { asksAll, asksTruth, chooses, madeOf, madeOfSome, partOf } from "./flow-kinds";
import { ISTIO_FLOWS } from "./istio-flows";
import { LIST_FLOWS } from "./list-flows";
import { MERGE_FLOWS } from "./merge-flows";
import { isEmpty } from "./values";

/** Made of all arguments. */
const madeOfAll: FlowRule = (args, values, result, run) => {
  const all = printed(args, values, run);
  const spans = args.length === 1 && typeof result === "string" ? carried(args[0]!, values[0], result) : undefined;
  return spans ? new ScalarFlow(all.data, all.control, spans) : all;
};

/** A replacement: what was put in counts if anything was. */
function replaces(subject: number, by: number): FlowRule {
  const made = madeOf(subject);
  return (args, values, result, run) => {
    const flow = made(args, values, result, run);
    return result === values[subject]
      ? flow
      : new ScalarFlow(join(flow.data, args[by]!.data), flow.control, (flow as ScalarFlow).spans);
  };
}

/** A product: beside a factor that is zero no other one matters. */
const product: FlowRule = (args, values, result, run) => {
  if (Number(result) !== 0) return printed(args, values, run);
  const zeros = args.filter((_, i) => Number(nodeOf((values[i] ?? 0) as GoValue)) === 0);
  const data = zeros.length === 1 ? zeros[0]!.data : undefined;
  return new ScalarFlow(data, joinAll(args.map((arg) => arg.inputs)));
};

/** Made of all arguments, but where nothing comes out: then each of them can be why. */
const unlessNothing: FlowRule = (args, values, result, run) =>
  (result === "" || result === 0 ? asksAll : madeOfAll)(args, values, result, run);

const fallback = chooses(([, ...given]) =>
  given.length === 0 ? { chosen: 0, by: [] } : { chosen: isEmpty(given[0] as GoValue) ? 0 : 1, by: [1] },
);

const coalesce = chooses((values) => {
  const chosen = values.findIndex((value) => !isEmpty(value as GoValue));
  return { chosen, by: chosen < 0 ? [...values.keys()] : [...values.keys()].slice(0, chosen + 1) };
});

const extreme = chooses((values, result) => ({
  chosen: values.findIndex((value) => Number(nodeOf((value ?? 0) as GoValue)) === Number(result)),
  by: [...values.keys()],
}));

/** sprig's urlJoin: the parts of a URL that it knows. */
const urlJoin: FlowRule = ([of], [parts], _, run) => {
  const flows = ["scheme", "host", "path", "query", "opaque", "fragment", "userinfo"].map((key) =>
    memberOf(of!, parts, key, run),
  );
  return new ScalarFlow(joinAll(flows.map(({ data }) => data)), joinAll(flows.map(({ control }) => control)));
};

/** What a text says, read as data: anything of it may be any part of the text. */
const parsed: FlowRule = ([of]) => new ScalarFlow(of!.data, of!.control);

const ROWS: readonly (readonly [names: string, rule: FlowRule])[] = [
  // Texts made of one text.
  ["trim upper lower toLower title untitle nospace initials swapcase snakecase camelcase kebabcase", madeOf(0)],
  ["b64enc b64dec b32enc b32dec sha1sum sha256sum sha512sum adler32sum regexQuoteMeta directory shuffle", madeOf(0)],
  ["base osBase dir osDir clean osClean ext osExt bcrypt genPrivateKey getHostByName", madeOf(0)],
  ["abbrev trimall trimAll trimSuffix trimPrefix indent nindent wrap encryptAES", madeOf(1)],
  ["regexFind mustRegexFind", partOf(1)],
  ["substr", partOf(2)],
  ["trunc repeat", madeOfSome(1, 0)],
  ["abbrevboth wrapWith", madeOf(2)],
  ["replace", replaces(2, 1)],
  ["regexReplaceAll mustRegexReplaceAll regexReplaceAllLiteral mustRegexReplaceAllLiteral", replaces(1, 2)],
  // Texts that show all they are given, with all that it holds.
  ["hello cat quote squote toString htpasswd decryptAES derivePassword fail", madeOfAll],
  ["toJson mustToJson toPrettyJson mustToPrettyJson toRawJson mustToRawJson", madeOfAll],
  ["toJSON structToJSON protoToJSON", madeOfAll],
  ["urlJoin", urlJoin],
  // Numbers and times.
  ["atoi int int64 float64 toDecimal add1 add1f add addf sub subf ceil floor", madeOfAll],
  ["mul mulf div divf", product],
  ["mod seq", unlessNothing],
  ["biggest max min maxf minf", extreme],
  ["round", madeOf(0)],
  ["until untilStep randAlphaNum randAlpha randAscii randNumeric randBytes randInt uuidv4 now", asksAll],
  ["ago duration durationRound unixEpoch htmlDate date dateInZone date_in_zone htmlDateInZone", madeOfAll],
  ["dateModify date_modify mustDateModify must_date_modify toDate mustToDate", madeOfAll],
  // Choices.
  ["default", fallback],
  ["coalesce", coalesce],
  ["ternary", chooses(([, , which]) => ({ chosen: which === true ? 0 : 1, by: [2] }))],
  ["plural", chooses(([, , count]) => ({ chosen: count === 1 ? 0 : 1, by: [2] }))],
  // Questions.
  ["empty all any", asksTruth],
  ["contains hasPrefix hasSuffix has mustHas deepEqual typeOf typeIs typeIsLike kindOf kindIs isAbs osIsAbs", asksAll],
  ["regexMatch mustRegexMatch semverCompare", asksAll],
  // Values read from texts.
  ["fromJson mustFromJson fromJSON semver urlParse", parsed],
  ["genCA genCAWithKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey", asksAll],
  ["buildCustomCert", asksAll],
  ...LIST_FLOWS,
  ...DICT_FLOWS,
  ...MERGE_FLOWS,
  ...ISTIO_FLOWS,
];

/** The rules by the functions' names: every function has one. */
export const FLOWS: ReadonlyMap<string, FlowRule> = new Map(
  ROWS.flatMap(([names, rule]) => names.split(" ").map((name): [string, FlowRule] => [name, rule])),
);
