/** Number constants of templates. Mirrors newNumber of text/template/parse/node.go. */
import { GoError } from "../source/errors";
import { scanFloat } from "../go/float";
import { scanInt, scanUint } from "../go/integer";
import { quote, unquoteChar } from "../go/quote";
import { parseFloat } from "../go/strconv";
import { toInt, type Int } from "../go/value";
import type { NumberNode } from "./node";

const MIN_INT = -(2 ** 63);
const MAX_INT = 2 ** 63;

function wholeInt(f: number): Int | undefined {
  return Number.isInteger(f) && f >= MIN_INT && f < MAX_INT ? toInt(BigInt(f)) : undefined;
}

function wholeUint(f: number): Int | undefined {
  return Number.isInteger(f) && f >= 0 && f < 2 * MAX_INT ? toInt(BigInt(f)) : undefined;
}

/** The node of a number token. Throws GoError with the text that the parse error shows. */
export function numberNode(pos: number, text: string, kind: "number" | "charConstant" | "complex"): NumberNode {
  if (kind === "charConstant") {
    const char = unquoteChar(text, 1, "'");
    if (!char) throw new GoError("invalid syntax");
    if (text.slice(1 + char.size) !== "'") throw new GoError(`malformed character constant: ${text}`);
    return { type: "number", pos, text, int: char.code, uint: char.code, float: char.code };
  }
  if (kind === "complex") return complexNode(pos, text, readComplex(text));
  if (text.endsWith("i")) {
    const im = scanFloat(text.slice(0, -1), 64);
    if (typeof im === "number") return complexNode(pos, text, { re: 0, im });
  }
  const unsigned = scanUint(text, 0, 64);
  const signed = scanInt(text, 0, 64);
  const int = typeof signed === "string" ? undefined : signed;
  let uint = typeof unsigned === "string" ? undefined : unsigned;
  if (int === 0) uint = 0;
  if (int !== undefined) return { type: "number", pos, text, int, uint, float: Number(int) };
  if (uint !== undefined) return { type: "number", pos, text, uint, float: Number(uint) };
  const float = scanFloat(text, 64);
  if (typeof float === "string") throw new GoError(`illegal number syntax: ${quote(text)}`);
  if (!/[.eEpP]/.test(text)) throw new GoError(`integer overflow: ${quote(text)}`);
  return { type: "number", pos, text, int: wholeInt(float), uint: wholeUint(float), float };
}

function complexNode(pos: number, text: string, complex: { re: number; im: number }): NumberNode {
  const { re, im } = complex;
  if (im !== 0) return { type: "number", pos, text, complex };
  return { type: "number", pos, text, complex, float: re, int: wholeInt(re), uint: wholeUint(re) };
}

// How fmt.Sscan takes a float out of a text: what it takes need not be a number.
const FLOAT =
  /^[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eEpP][+-]?[0-9_]*)?)/;

/** `1+2i`, as fmt.Sscan reads a complex number. */
function readComplex(text: string): { re: number; im: number } {
  const re = FLOAT.exec(text)![0];
  const rest = text.slice(re.length);
  const im = FLOAT.exec(rest)![0];
  // A bare `i` is taken for the start of `inf`.
  if (!/^[+-]/.test(rest) || im.length === 1 || rest[im.length] !== "i")
    throw new GoError("syntax error scanning complex number");
  return { re: parseFloat(re, 64), im: parseFloat(im, 64) };
}
