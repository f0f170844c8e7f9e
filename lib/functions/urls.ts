/** sprig's urlParse and urlJoin. Mirrors package net/url. */
import type { GoFunction } from "../gotemplate/function";
import { GoError, GoPanic } from "../source/errors";
import { quote } from "../go/strconv";
import { ANY_MAP, STRING } from "../go/types";
import { type GoValue, nodeOf } from "../go/value";
import { func } from "./define";
import { ipVersion } from "./ip-address";
import type { Libraries } from "./libraries";
import { nilDereference } from "./panics";
import { fromBinary, toBinary } from "./text";
import { escape, unescape } from "./url-escapes";
import { kindOf } from "./values";

interface User {
  readonly name: string;
  readonly password: string | undefined;
}

interface Url {
  scheme: string;
  opaque: string;
  user: User | undefined;
  host: string;
  path: string;
  query: string;
  fragment: string;
}

/** Before and after the first separator; undefined for what comes after when there is none. */
function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

function fail(message: string): GoError {
  return new GoError(message);
}

/** The scheme, and what follows its colon. */
function splitScheme(text: string): [scheme: string, rest: string] {
  if (text[0] === ":") throw fail("missing protocol scheme");
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
  return match ? [match[1]!, text.slice(match[0].length)] : ["", text];
}

function isOptionalPort(text: string): boolean {
  return /^(:[0-9]*)?$/.test(text) && !text.endsWith("\n");
}

function checkPort(text: string): void {
  if (!isOptionalPort(text)) throw fail(`invalid port ${quote(fromBinary(text))} after host`);
}

function parseBracketed(host: string): string {
  const close = host.lastIndexOf("]");
  if (close < 0) throw fail("missing ']' in host");
  const port = host.slice(close + 1);
  checkPort(port);
  const shownPort = unescape(port, "host");
  const name = host.slice(1, close);
  const zone = name.indexOf("%25");
  const shown =
    zone < 0 ? unescape(name, "host") : unescape(name.slice(0, zone), "host") + unescape(name.slice(zone), "zone");
  try {
    if (ipVersion(fromBinary(shown)) === 4) throw fail("invalid IP-literal");
  } catch (error) {
    if (error instanceof GoError && error.message.startsWith("ParseAddr")) throw fail(`invalid host: ${error.message}`);
    throw error;
  }
  return `[${shown}]${shownPort}`;
}

/** What Go's `urlstrictcolons` setting decides: whether a host of http and https may hold more colons than a port's. */
type Colons = "strict" | "loose";

function parseHost(scheme: string, host: string, colons: Colons): string {
  const open = host.lastIndexOf("[");
  if (open > 0) throw fail("invalid IP-literal");
  if (open === 0) return parseBracketed(host);
  // Other schemes than http and https may list hosts with ports.
  const strict = colons === "strict" && (scheme === "http" || scheme === "https");
  const colon = strict ? host.indexOf(":") : host.lastIndexOf(":");
  if (colon >= 0) checkPort(host.slice(colon));
  return unescape(host, "host");
}

function parseUser(text: string): User {
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(text)) throw fail("net/url: invalid userinfo");
  const [name, password] = cut(text, ":");
  return {
    name: unescape(name, "user"),
    password: password === undefined ? undefined : unescape(password, "user"),
  };
}

/** Parses all but the fragment. */
function parseMain(text: string, colons: Colons): Url {
  const url: Url = { scheme: "", opaque: "", user: undefined, host: "", path: "", query: "", fragment: "" };
  if (/[\0-\x1f\x7f]/.test(text)) throw fail("net/url: invalid control character in URL");
  if (text === "*") return { ...url, path: "*" };
  const [scheme, afterScheme] = splitScheme(text);
  url.scheme = scheme.toLowerCase();
  const [main, query = ""] = cut(afterScheme, "?");
  url.query = query;
  let rest = main;
  if (!rest.startsWith("/")) {
    if (url.scheme !== "") return { ...url, opaque: rest };
    if (cut(rest, "/")[0].includes(":")) throw fail("first path segment in URL cannot contain colon");
  }
  if (rest.startsWith("//") && (url.scheme !== "" || !rest.startsWith("///"))) {
    const slash = rest.indexOf("/", 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    rest = slash < 0 ? "" : rest.slice(slash);
    const at = authority.lastIndexOf("@");
    url.host = parseHost(url.scheme, authority.slice(at + 1), colons);
    if (at >= 0) url.user = parseUser(authority.slice(0, at));
  }
  url.path = unescape(rest, "path");
  return url;
}

function parseError(text: string, error: unknown): unknown {
  if (!(error instanceof GoError)) return error;
  return new GoError(`parse ${quote(fromBinary(text))}: ${error.message}`);
}

/** url.Parse. Throws GoError `parse "…": …`. Texts have a character for each byte. */
function parseUrl(text: string, colons: Colons): Url {
  const [main, fragment = ""] = cut(text, "#");
  let url: Url;
  try {
    url = parseMain(main, colons);
  } catch (error) {
    throw parseError(main, error);
  }
  try {
    return { ...url, fragment: unescape(fragment, "fragment") };
  } catch (error) {
    throw parseError(text, error);
  }
}

/** Userinfo.String */
function userText(user: User | undefined): string {
  if (!user) return "";
  return escape(user.name, "user") + (user.password === undefined ? "" : `:${escape(user.password, "user")}`);
}

/** URL.Hostname: without port and brackets. */
function hostname(host: string): string {
  const colon = host.lastIndexOf(":");
  const name = colon >= 0 && isOptionalPort(host.slice(colon)) ? host.slice(0, colon) : host;
  return name.startsWith("[") && name.endsWith("]") ? name.slice(1, -1) : name;
}

function urlParse(text: string, colons: Colons): Map<string, GoValue> {
  let url: Url;
  try {
    url = parseUrl(toBinary(text), colons);
  } catch (error) {
    throw error instanceof GoError ? new GoPanic(`unable to parse url: ${error.message}`) : error;
  }
  const entries: [string, string][] = [
    ["scheme", url.scheme],
    ["host", url.host],
    ["hostname", hostname(url.host)],
    ["path", url.path],
    ["query", url.query],
    ["opaque", url.opaque],
    ["fragment", url.fragment],
    ["userinfo", userText(url.user)],
  ];
  return new Map(entries.map(([key, value]) => [key, fromBinary(value)]));
}

/** URL.String of a URL that was put together from parts. */
function urlText(url: Url): string {
  let out = url.scheme === "" ? "" : `${url.scheme}:`;
  if (url.opaque !== "") out += url.opaque;
  else {
    if (url.host !== "" || url.user || (url.scheme !== "" && url.path !== "")) out += "//";
    if (url.user) out += `${userText(url.user)}@`;
    out += escape(url.host, "host");
    const path = url.path === "*" ? "*" : escape(url.path, "path");
    if (path !== "" && path[0] !== "/" && url.host !== "") out += "/";
    if (out === "" && cut(path, "/")[0].includes(":")) out = "./";
    out += path;
  }
  if (url.query !== "") out += `?${url.query}`;
  if (url.fragment !== "") out += `#${escape(url.fragment, "fragment")}`;
  return out;
}

function urlJoin(parts: Map<string, GoValue> | null): string {
  const part = (key: string): string => {
    if (!parts?.has(key)) return "";
    const value = parts.get(key)!;
    const kind = kindOf(value);
    if (kind === "invalid") throw nilDereference();
    if (kind !== "string") {
      throw new GoPanic(`unable to parse ${key} key, must be of type string, but ${kind} found`);
    }
    return toBinary(nodeOf(value) as string);
  };
  const url: Url = {
    scheme: part("scheme"),
    host: part("host"),
    path: part("path"),
    query: part("query"),
    opaque: part("opaque"),
    fragment: part("fragment"),
    user: undefined,
  };
  const userinfo = part("userinfo");
  if (userinfo !== "") {
    try {
      url.user = parseUrl(`proto://${userinfo}@host`, "loose").user;
    } catch (error) {
      throw error instanceof GoError ? new GoPanic(`unable to parse userinfo in dict: ${error.message}`) : error;
    }
  }
  return fromBinary(urlText(url));
}

/** The functions on URLs. */
export function urlFunctions(libraries: Libraries): GoFunction[] {
  return [
    func("urlParse", [STRING], ANY_MAP, (text: string) => urlParse(text, libraries.urlColons)),
    func("urlJoin", [ANY_MAP], STRING, urlJoin),
  ];
}

/** A URL as Go's url.Parse reads it; `hostname` is the host without port and brackets, `user` its userinfo as it is printed. */
export interface GoUrl {
  readonly scheme: string;
  readonly host: string;
  readonly hostname: string;
  readonly query: string;
  readonly fragment: string;
  /** Absent where there is none. */
  readonly user?: string;
}

/** Go's url.Parse. @throws GoError `parse "…": …` */
export function goUrl(text: string): GoUrl {
  const { scheme, host, query, fragment, user } = parseUrl(toBinary(text), "strict");
  return {
    scheme: fromBinary(scheme),
    host: fromBinary(host),
    hostname: fromBinary(hostname(host)),
    query: fromBinary(query),
    fragment: fromBinary(fragment),
    ...(user ? { user: fromBinary(userText(user)) } : {}),
  };
}
