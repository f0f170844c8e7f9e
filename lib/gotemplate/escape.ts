/** The escapers of text/template: html, js and urlquery. Mirrors the escaping half of text/template/funcs.go. */
import { toBytes } from "../go/strings";
import { isLoneByte } from "../go/quote";
import { isPrint } from "../go/unicode";

const HTML: Record<string, string> = {
  "\0": "\ufffd",
  '"': "&#34;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

/** template.HTMLEscapeString */
export function escapeHtml(s: string): string {
  return s.replace(/[\0"'&<>]/g, (c) => HTML[c]!);
}

const JS: Record<string, string> = {
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "<": "\\u003C",
  ">": "\\u003E",
  "&": "\\u0026",
  "=": "\\u003D",
};

/** template.JSEscapeString */
export function escapeJs(s: string): string {
  let out = "";
  for (let i = 0; i < s.length;) {
    const code = s.codePointAt(i)!;
    const char = String.fromCodePoint(code);
    i += char.length;
    // A byte that is no UTF-8 counts as U+FFFD, which is printable: it stays as it is.
    if (isLoneByte(code)) out += char;
    else if (JS[char] !== undefined) out += JS[char];
    else if (code >= 0x20 && (code < 0x80 || isPrint(code))) out += char;
    else out += "\\u" + code.toString(16).toUpperCase().padStart(4, "0");
  }
  return out;
}

/** net/url.QueryEscape */
export function escapeQuery(s: string): string {
  let out = "";
  for (const b of toBytes(s)) {
    const c = String.fromCharCode(b);
    if (/[A-Za-z0-9\-_.~]/.test(c)) out += c;
    else out += b === 0x20 ? "+" : "%" + b.toString(16).toUpperCase().padStart(2, "0");
  }
  return out;
}
