import { byteLength } from "../go/strings";

/**
 * Which names Kubernetes takes, and what it says of others. Mirrors k8s.io/apimachinery/pkg/api/validate/content and util/validation
 * (1.35): each function gives the errors, none for a good name.
 */
const NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const DNS_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
const NAME_RULE =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const NAME_EXAMPLES = ["MyName", "my.name", "123-abc"];

const whole = (pattern: string) => new RegExp(`^${pattern}$`);
const IS_NAME = whole(NAME);
const IS_VALUE = whole(`(${NAME})?`);
const IS_SUBDOMAIN = whole(SUBDOMAIN);
const IS_DNS_1035 = whole(DNS_1035);

function regexError(message: string, pattern: string, examples: readonly string[]): string {
  return `${message} (e.g. ${examples.map((e) => `'${e}', `).join(" or ")}regex used for validation is '${pattern}')`;
}

function tooLong(most: number): string {
  return `must be no more than ${most} bytes`;
}

/** The key of a label, or any other qualified name. Mirrors IsLabelKey. */
export function labelKeyErrors(key: string): string[] {
  const parts = key.split("/");
  if (parts.length > 2) {
    const rule = regexError(`a valid label key ${NAME_RULE}`, NAME, NAME_EXAMPLES);
    return [`${rule} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const errors: string[] = [];
  const name = parts.pop()!;
  const [prefix] = parts;
  if (prefix === "") errors.push("prefix part must be non-empty");
  else if (prefix !== undefined) errors.push(...subdomainErrors(prefix).map((error) => `prefix part ${error}`));
  if (name === "") errors.push("name part must be non-empty");
  else if (byteLength(name) > 63) errors.push(`name part ${tooLong(63)}`);
  if (!IS_NAME.test(name)) errors.push(`name part ${regexError(NAME_RULE, NAME, NAME_EXAMPLES)}`);
  return errors;
}

/** The value of a label. Mirrors IsLabelValue. */
export function labelValueErrors(value: string): string[] {
  const errors: string[] = [];
  if (byteLength(value) > 63) errors.push(tooLong(63));
  if (!IS_VALUE.test(value)) {
    const rule = `a valid label must be an empty string or ${NAME_RULE.slice("must ".length)}`;
    errors.push(regexError(rule, `(${NAME})?`, ["MyValue", "my_value", "12345"]));
  }
  return errors;
}

/** Mirrors IsDNS1123Subdomain. */
export function subdomainErrors(name: string): string[] {
  const errors: string[] = [];
  if (byteLength(name) > 253) errors.push(tooLong(253));
  if (!IS_SUBDOMAIN.test(name)) {
    const rule =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
    errors.push(regexError(rule, SUBDOMAIN, ["example.com"]));
  }
  return errors;
}

/** Mirrors IsDNS1035Label. */
export function dns1035Errors(label: string): string[] {
  const errors: string[] = [];
  if (byteLength(label) > 63) errors.push(tooLong(63));
  if (!IS_DNS_1035.test(label)) {
    const rule =
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
    errors.push(regexError(rule, DNS_1035, ["my-name", "abc-123"]));
  }
  return errors;
}
