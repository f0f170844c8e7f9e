/** Printing of any value by a verb. Mirrors fmt/print.go. */
import { GoError, LimitError } from "../source/errors";
import type { FloatFormat } from "./float";
import { Format } from "./fmt-format";
import { generatedString } from "./gogo-string";
import { callMethod, fieldsOf, hasTextMethod, isExported, methodByName, readField } from "./reflect";
import { compareStrings } from "./strings";
import { isSigned, predeclared, type GoType } from "./types";
import { type GoValue, type Int, type Node, nodeOf, toValue, typeOf, zero } from "./value";

/** The entries of a map's node, sorted as fmt and text/template sort them. */
export function sortedEntries(node: Node): [key: Node, value: Node][] {
  if (node == null) return [];
  const entries = [...(node as Map<Node, Node>)];
  return entries.sort(([a], [b]) => {
    if (typeof a === "string" && typeof b === "string") return compareStrings(a, b);
    return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
  });
}

/** The bytes of a []byte's node as a Go string. */
function bytesToString(bytes: readonly number[]): string {
  let s = "";
  for (const b of bytes) s += String.fromCharCode(b < 0x80 ? b : 0xdc00 + b);
  return s;
}

// Addresses are made up: each object has one of its own, stable as long as it lives.
const addresses = new WeakMap<object, number>();
let nextAddress = 0xc000010000;

function address(node: Node): number {
  if (node == null) return 0;
  if (typeof node !== "object") return 0xc000010000;
  let at = addresses.get(node);
  if (at === undefined) addresses.set(node, (at = nextAddress += 16));
  return at;
}

const ADDRESSED = new Set(["func", "map", "ptr", "slice"]);

/** One call of Sprint or Sprintf. */
export class Printer {
  readonly fmt = new Format();
  // What is being printed, for the texts of bad verbs; no type is the nil interface.
  private type: GoType | undefined;
  private node: Node;
  private erroring = false;
  private panicking = false;

  /** Prints the content of an interface. */
  printArg(value: GoValue, verb: string): void {
    const type = typeOf(value);
    const node = nodeOf(value);
    this.type = type;
    this.node = node;
    if (!type) {
      if (verb === "T" || verb === "v") this.fmt.pad("<nil>");
      else this.badVerb(verb);
    } else if (verb === "T") this.fmt.string(type.name);
    else if (verb === "p") this.pointer(type, node, verb);
    else if (predeclared(type.name) === type) this.basic(type, node, verb);
    else if (type.kind === "slice" && type.name === "[]uint8")
      this.bytes(node as number[] | null, verb, "[]byte", type);
    else if (!this.handleMethods(type, node, verb)) this.printValue(type, node, verb, 0, false);
  }

  /** Prints what a reflect.Value holds; no type is the zero reflect.Value. */
  printReflected(type: GoType | undefined, node: Node, verb: string): void {
    this.type = type;
    this.node = node;
    if (!type) {
      this.fmt.text += "<invalid reflect.Value>";
      return;
    }
    const dynamic = type.kind === "interface" ? typeOf(node as GoValue) : type;
    if (dynamic && this.handleMethods(dynamic, dynamic === type ? node : nodeOf(node as GoValue), verb)) return;
    this.printValue(type, node, verb, 0, false);
  }

  private badVerb(verb: string): void {
    this.erroring = true;
    this.fmt.text += `%!${verb}(`;
    if (this.type) {
      this.fmt.text += this.type.name + "=";
      this.printValue(this.type, this.node, "v", 0, true);
    } else this.fmt.text += "<nil>";
    this.fmt.text += ")";
    this.erroring = false;
  }

  private basic(type: GoType, node: Node, verb: string): void {
    if (node === undefined) node = zero(type);
    switch (type.kind) {
      case "bool":
        if (verb === "t" || verb === "v") this.fmt.boolean(node as boolean);
        else this.badVerb(verb);
        return;
      case "string":
        this.string(node as string, verb);
        return;
      case "float32":
      case "float64":
        this.float(node as number, type.kind === "float32" ? 32 : 64, verb);
        return;
      case "complex64":
      case "complex128":
        this.complex(node as { re: number; im: number }, type.kind === "complex64" ? 32 : 64, verb);
        return;
      default:
        this.integer(node as Int, isSigned(type.kind), verb);
    }
  }

  private integer(v: Int, signed: boolean, verb: string): void {
    switch (verb) {
      case "v":
        if (this.fmt.sharpV && !signed) this.hexadecimal(v, true);
        else this.fmt.integer(v, 10, verb);
        return;
      case "d":
        return this.fmt.integer(v, 10, verb);
      case "b":
        return this.fmt.integer(v, 2, verb);
      case "o":
      case "O":
        return this.fmt.integer(v, 8, verb);
      case "x":
        return this.fmt.integer(v, 16, verb);
      case "X":
        return this.fmt.integer(v, 16, verb, true);
      case "c":
        return this.fmt.character(v);
      case "q":
        return this.fmt.quotedCharacter(v);
      case "U":
        return this.fmt.unicode(v);
      default:
        this.badVerb(verb);
    }
  }

  private hexadecimal(v: Int, prefix: boolean): void {
    const sharp = this.fmt.sharp;
    this.fmt.sharp = prefix;
    this.fmt.integer(v, 16, "v");
    this.fmt.sharp = sharp;
  }

  private float(v: number, bits: 32 | 64, verb: string): void {
    if (verb === "v") this.fmt.float(v, bits, "g", -1);
    else if ("bgGxX".includes(verb)) this.fmt.float(v, bits, verb as FloatFormat, -1);
    else if ("feE".includes(verb)) this.fmt.float(v, bits, verb as FloatFormat, 6);
    else if (verb === "F") this.fmt.float(v, bits, "f", 6);
    else this.badVerb(verb);
  }

  private complex(v: { re: number; im: number }, bits: 32 | 64, verb: string): void {
    if (!"vbgGxXfFeE".includes(verb)) return this.badVerb(verb);
    const plus = this.fmt.plus;
    this.fmt.text += "(";
    this.float(v.re, bits, verb);
    this.fmt.plus = true;
    this.float(v.im, bits, verb);
    this.fmt.text += "i)";
    this.fmt.plus = plus;
  }

  private string(s: string, verb: string): void {
    switch (verb) {
      case "v":
        if (this.fmt.sharpV) this.fmt.quoted(s);
        else this.fmt.string(s);
        return;
      case "s":
        return this.fmt.string(s);
      case "x":
        return this.fmt.hexString(s, false);
      case "X":
        return this.fmt.hexString(s, true);
      case "q":
        return this.fmt.quoted(s);
      default:
        this.badVerb(verb);
    }
  }

  private bytes(v: readonly number[] | null, verb: string, typeName: string, type: GoType): void {
    const { fmt } = this;
    if (verb === "s") fmt.string(bytesToString(v ?? []));
    else if (verb === "x" || verb === "X") fmt.hexString(bytesToString(v ?? []), verb === "X");
    else if (verb === "q") fmt.quoted(bytesToString(v ?? []));
    else if (verb !== "v" && verb !== "d") this.printValue(type, v, verb, 0, false);
    else if (fmt.sharpV) {
      fmt.text += typeName;
      if (v == null) fmt.text += "(nil)";
      else this.list(v, "{", ", ", "}", (byte) => this.hexadecimal(byte, true));
    } else this.list(v ?? [], "[", " ", "]", (byte) => fmt.integer(byte, 10, verb));
  }

  private list<T>(items: readonly T[], open: string, between: string, close: string, print: (item: T) => void): void {
    this.fmt.text += open;
    items.forEach((item, i) => {
      if (i > 0) this.fmt.text += between;
      print(item);
    });
    this.fmt.text += close;
  }

  private pointer(type: GoType, node: Node, verb: string): void {
    if (!ADDRESSED.has(type.kind)) return this.badVerb(verb);
    const at = address(node);
    if (verb === "v") {
      if (this.fmt.sharpV) {
        this.fmt.text += `(${type.name})(`;
        if (at === 0) this.fmt.text += "nil";
        else this.hexadecimal(at, true);
        this.fmt.text += ")";
      } else if (at === 0) this.fmt.pad("<nil>");
      else this.hexadecimal(at, !this.fmt.sharp);
    } else if (verb === "p") this.hexadecimal(at, !this.fmt.sharp);
    else if ("bodxX".includes(verb)) this.integer(at, false, verb);
    else this.badVerb(verb);
  }

  /** Lets a value print itself, where its type has a method for that. */
  private handleMethods(type: GoType, node: Node, verb: string): boolean {
    if (this.erroring) return false;
    if (verb === "w") {
      this.type = type;
      this.node = node;
      this.badVerb(verb);
      return true;
    }
    if (this.fmt.sharpV) {
      if (!hasTextMethod(type, "GoString")) return false;
      this.callText(type, node, verb, "GoString", (s) => this.fmt.string(s));
      return true;
    }
    if (verb !== "v" && verb !== "s" && verb !== "x" && verb !== "X" && verb !== "q") return false;
    const method = hasTextMethod(type, "Error") ? "Error" : hasTextMethod(type, "String") ? "String" : undefined;
    if (!method) return false;
    this.callText(type, node, verb, method, (s) => this.string(s, verb));
    return true;
  }

  private callText(
    type: GoType,
    node: Node,
    verb: string,
    method: "Error" | "String" | "GoString",
    print: (s: string) => void,
  ): void {
    let text: string;
    try {
      text = textOf(type, node, method);
    } catch (e) {
      if (!(e instanceof GoError) || e instanceof LimitError) throw e;
      this.printPanic(type, node, verb, method, e);
      return;
    }
    print(text);
  }

  private printPanic(type: GoType, node: Node, verb: string, method: string, panic: GoError): void {
    if (type.kind === "ptr" && node == null) {
      this.fmt.text += "<nil>";
      return;
    }
    if (this.panicking) throw panic;
    const { minus, plus, sharp, space, zero, plusV, sharpV, width, precision } = this.fmt;
    this.fmt.clear();
    this.fmt.text += `%!${verb}(PANIC=${method} method: ${panic.message})`;
    Object.assign(this.fmt, { minus, plus, sharp, space, zero, plusV, sharpV, width, precision });
  }

  /** Prints a node of a known type. `opaque`: methods are out of reach (unexported fields). */
  printValue(type: GoType, node: Node, verb: string, depth: number, opaque: boolean): void {
    if (depth > 0 && !opaque) {
      const dynamic = type.kind === "interface" ? typeOf(node as GoValue) : type;
      if (dynamic && this.handleMethods(dynamic, dynamic === type ? node : nodeOf(node as GoValue), verb)) return;
    }
    this.type = type;
    this.node = node;
    switch (type.kind) {
      case "map":
        return this.map(type, node, verb, depth, opaque);
      case "struct":
        return this.struct(type, node, verb, depth, opaque);
      case "interface":
        return this.interface(type, (node ?? null) as GoValue, verb, depth, opaque);
      case "slice":
      case "array":
        return this.sequence(type, node as Node[] | null | undefined, verb, depth, opaque);
      case "ptr":
        if (depth === 0 && node != null && hasParts(type.elem!)) {
          this.fmt.text += "&";
          return this.printValue(type.elem!, node, verb, depth + 1, opaque);
        }
        return this.pointer(type, node, verb);
      case "func":
        return this.pointer(type, node, verb);
      default:
        this.basic(type, node, verb);
    }
  }

  private interface(type: GoType, value: GoValue, verb: string, depth: number, opaque: boolean): void {
    const dynamic = typeOf(value);
    if (dynamic) this.printValue(dynamic, nodeOf(value), verb, depth + 1, opaque);
    else this.fmt.text += this.fmt.sharpV ? `${type.name}(nil)` : "<nil>";
  }

  private map(type: GoType, node: Node, verb: string, depth: number, opaque: boolean): void {
    const { sharpV } = this.fmt;
    if (sharpV) this.fmt.text += type.name;
    if (sharpV && node == null) {
      this.fmt.text += "(nil)";
      return;
    }
    this.list(sortedEntries(node), sharpV ? "{" : "map[", sharpV ? ", " : " ", sharpV ? "}" : "]", ([key, value]) => {
      this.printValue(type.key!, key, verb, depth + 1, opaque);
      this.fmt.text += ":";
      this.printValue(type.elem!, value, verb, depth + 1, opaque);
    });
  }

  private struct(type: GoType, node: Node, verb: string, depth: number, opaque: boolean): void {
    const { sharpV, plusV } = this.fmt;
    if (sharpV) this.fmt.text += type.name;
    this.list(fieldsOf(type), "{", sharpV ? ", " : " ", "}", (field) => {
      if (plusV || sharpV) this.fmt.text += field.go + ":";
      let fieldType = field.type;
      let value = readField(field, node);
      if (fieldType.kind === "interface" && value != null) {
        fieldType = typeOf(value as GoValue)!;
        value = nodeOf(value as GoValue);
      }
      this.printValue(fieldType, value, verb, depth + 1, opaque || !isExported(field.go));
    });
  }

  private sequence(type: GoType, node: Node[] | null | undefined, verb: string, depth: number, opaque: boolean): void {
    const elem = type.elem!;
    if (elem.kind === "uint8" && "sqxX".includes(verb)) {
      return this.bytes((node ?? null) as number[] | null, verb, type.name, type);
    }
    const { sharpV } = this.fmt;
    if (sharpV) this.fmt.text += type.name;
    if (sharpV && node == null && type.kind === "slice") {
      this.fmt.text += "(nil)";
      return;
    }
    this.list(node ?? [], sharpV ? "{" : "[", sharpV ? ", " : " ", sharpV ? "}" : "]", (item) =>
      this.printValue(elem, item, verb, depth + 1, opaque),
    );
  }
}

function hasParts(type: GoType): boolean {
  return type.kind === "struct" || type.kind === "map" || type.kind === "slice" || type.kind === "array";
}

/**
 * What the String, Error or GoString method of a value returns. Throws what the method throws (GoPanic for a nil receiver
 * that it cannot take).
 */
export function textOf(type: GoType, node: Node, method: "Error" | "String" | "GoString"): string {
  const found = methodByName(type, method)!;
  if (!found.method.call && method === "String") {
    const text = generatedString(found.owner, node, (t, n) => {
      const printer = new Printer();
      printer.printArg(toValue(t, n === undefined && t.kind !== "struct" ? zero(t) : n), "v");
      return printer.fmt.text;
    });
    if (text !== undefined) return text;
  }
  return callMethod(found, node, []) as string;
}
