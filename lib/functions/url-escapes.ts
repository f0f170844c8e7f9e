/** Escapes in URLs. Mirrors escape and unescape of package net/url. Texts here have a character for each byte. */
import { GoError } from "../source/errors";
import { quote } from "../go/strconv";
import { fromBinary } from "./text";

/** The part of a URL that a text belongs to: what must be escaped differs. */
export type UrlPart = "path" | "host" | "zone" | "user" | "fragment";

const IN_HOST = "!$&'()*+,;=:[]<>\"";
/** Reserved characters that must be escaped in that part. */
const ESCAPED: Readonly<Record<UrlPart, string>> = {
  path: "?",
  host: "/?@",
  zone: "/?@",
  user: "@/?:",
  fragment: "",
};

/** Whether the byte has to be written as `%xx` in that part. */
export function mustEscape(c: string, part: UrlPart): boolean {
  if (/[0-9A-Za-z\-_.~]/.test(c)) return false;
  const inHost = part === "host" || part === "zone";
  if (inHost && IN_HOST.includes(c)) return false;
  if ("$&+,/:;=?@".includes(c)) return inHost || ESCAPED[part].includes(c);
  return !(part === "fragment" && "!()*".includes(c));
}

/** The text with what must be escaped escaped. */
export function escape(text: string, part: UrlPart): string {
  let out = "";
  for (const c of text) {
    out += mustEscape(c, part) ? `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}` : c;
  }
  return out;
}

function badEscape(text: string): GoError {
  return new GoError(`invalid URL escape ${quote(fromBinary(text))}`);
}

/** The text with its escapes resolved. Throws GoError `invalid URL escape "%zz"` or `invalid character " " in host name`. */
export function unescape(text: string, part: UrlPart): string {
  const inHost = part === "host" || part === "zone";
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c !== "%") {
      if (inHost && c < "\x80" && mustEscape(c, part)) {
        throw new GoError(`invalid character ${quote(c)} in host name`);
      }
      out += c;
      continue;
    }
    const triple = text.slice(i, i + 3);
    if (!/^%[0-9A-Fa-f]{2}$/.test(triple)) throw badEscape(triple);
    const value = String.fromCharCode(Number.parseInt(triple.slice(1), 16));
    if (triple !== "%25") {
      if (part === "host" && value < "\x80") throw badEscape(triple);
      if (part === "zone" && value !== " " && mustEscape(value, "host")) throw badEscape(triple);
    }
    out += value;
    i += 2;
  }
  return out;
}
