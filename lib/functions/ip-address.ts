/** Which IP version an address is. Mirrors netip.ParseAddr. */
import { GoError } from "../source/errors";
import { quote } from "../go/strconv";

/** Throws GoError `ParseAddr("…"): …`, naming the rest of the text where Go does. */
export function ipVersion(text: string): 4 | 6 {
  switch (/[.:%]/.exec(text)?.[0]) {
    case ".":
      checkIpv4(text, text);
      return 4;
    case ":":
      checkIpv6(text);
      return 6;
    case "%":
      throw bad(text, "missing IPv6 address");
    default:
      throw bad(text, "unable to parse IP");
  }
}

function bad(text: string, message: string, at = ""): GoError {
  return new GoError(`ParseAddr(${quote(text)}): ${message}${at === "" ? "" : ` (at ${quote(at)})`}`);
}

/** Checks `1.2.3.4`, all of `text` or the end of it. */
function checkIpv4(text: string, part: string): void {
  let fields = 0;
  let at = 0;
  for (const field of part.split(".")) {
    for (let i = 0; i < field.length; i++) {
      if (!/[0-9]/.test(field[i]!)) throw bad(text, "unexpected character", part.slice(at + i));
      if (i === 1 && field[0] === "0") throw bad(text, "IPv4 field has octet with leading zero");
      if (Number(field.slice(0, i + 1)) > 255) throw bad(text, "IPv4 field has value >255");
    }
    const end = at + field.length;
    // A dot at the end, or right after this field's: the error names the dot.
    if (end < part.length) {
      if (end === 0 || end === part.length - 1 || field === "") {
        throw bad(text, "IPv4 field must have at least one digit", part.slice(end));
      }
      if (fields === 3) throw bad(text, "IPv4 address too long");
    }
    fields++;
    at = end + 1;
  }
  if (fields < 4) throw bad(text, "IPv4 address too short");
}

function checkIpv6(text: string): void {
  const percent = text.indexOf("%");
  if (percent === text.length - 1) throw bad(text, "zone must be a non-empty string");
  let rest = percent < 0 ? text : text.slice(0, percent);
  let ellipsis = rest.startsWith("::");
  if (ellipsis) rest = rest.slice(2);
  if (ellipsis && rest === "") return;
  let groups = 0;
  while (groups < 8) {
    const digits = /^[0-9A-Fa-f]*/.exec(rest)![0];
    if (digits.length > 4) throw bad(text, "each group must have 4 or less digits", rest);
    if (digits === "") throw bad(text, "each colon-separated field must have at least one digit", rest);
    if (rest[digits.length] === ".") {
      if (!ellipsis && groups !== 6) {
        throw bad(text, "embedded IPv4 address must replace the final 2 fields of the address", rest);
      }
      if (groups > 6) throw bad(text, "too many hex fields to fit an embedded IPv4 at the end of the address", rest);
      checkIpv4(text, rest);
      groups += 2;
      rest = "";
      break;
    }
    groups++;
    rest = rest.slice(digits.length);
    if (rest === "") break;
    if (rest[0] !== ":") throw bad(text, "unexpected character, want colon", rest);
    if (rest === ":") throw bad(text, "colon must be followed by more characters", rest);
    rest = rest.slice(1);
    if (rest[0] !== ":") continue;
    if (ellipsis) throw bad(text, "multiple :: in address", rest);
    ellipsis = true;
    rest = rest.slice(1);
    if (rest === "") break;
  }
  if (rest !== "") throw bad(text, "trailing garbage after address", rest);
  if (groups < 8 && !ellipsis) throw bad(text, "address string too short");
  if (groups === 8 && ellipsis) throw bad(text, "the :: must expand to at least one field of zeros");
}
