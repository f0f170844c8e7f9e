/** Go's formatted printing. Mirrors package fmt. */
import { formatG } from "./float";
import { joinBytes } from "./fmt-format";
import { Printer } from "./fmt-printer";
import { toBytes } from "./strings";
import { isInteger, type GoType } from "./types";
import { type GoValue, type Int, type Node, nodeOf, typeOf } from "./value";

export { sortedEntries, textOf } from "./fmt-printer";

/** fmt.Sprint: as %v, with a space between two operands of which neither is a string. */
export function sprint(args: readonly GoValue[]): string {
  if (args.length === 1) return formatValue(args[0]!);
  const printer = new Printer();
  let previousString = false;
  args.forEach((arg, i) => {
    const isString = typeOf(arg)?.kind === "string";
    if (i > 0 && !isString && !previousString) printer.fmt.text += " ";
    printer.printArg(arg, "v");
    previousString = isString;
  });
  return joinBytes(printer.fmt.text);
}

/** fmt.Sprintln: as %v, with spaces between the operands and a newline behind. */
export function sprintln(args: readonly GoValue[]): string {
  const printer = new Printer();
  args.forEach((arg, i) => {
    if (i > 0) printer.fmt.text += " ";
    printer.printArg(arg, "v");
  });
  return joinBytes(printer.fmt.text + "\n");
}

/** A value as %v prints it. */
export function formatValue(value: GoValue): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return formatG(value);
    case "boolean":
      return value ? "true" : "false";
  }
  if (value === null) return "<nil>";
  const printer = new Printer();
  printer.printArg(value, "v");
  return joinBytes(printer.fmt.text);
}

/** What `%v` (or another verb) prints of a reflect.Value: of an interface its content, of no type `<invalid reflect.Value>`. */
export function sprintReflected(type: GoType | undefined, node: Node, verb: string): string {
  const printer = new Printer();
  printer.printReflected(type, node, verb);
  return joinBytes(printer.fmt.text);
}

const MAX_NUMBER = 1e6;

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

/** One run of Sprintf over its format. */
class FormatReader {
  private readonly printer = new Printer();
  private at = 0;
  private arg = 0;
  /** Whether an argument index was used anywhere: extra arguments are then not looked for. */
  private reordered = false;
  private goodIndex = true;

  constructor(
    private readonly format: string,
    private readonly args: readonly GoValue[],
  ) {}

  run(): string {
    const { format, args } = this;
    const { fmt } = this.printer;
    while (this.at < format.length) {
      const percent = format.indexOf("%", this.at);
      fmt.text += percent < 0 ? format.slice(this.at) : format.slice(this.at, percent);
      if (percent < 0) break;
      this.at = percent + 1;
      this.goodIndex = true;
      if (!this.directive()) break;
    }
    if (!this.reordered && this.arg < args.length) this.extra();
    return joinBytes(fmt.text);
  }

  /** Flags, width, precision and verb. False at the end of the format. */
  private directive(): boolean {
    const { format, args, printer } = this;
    const { fmt } = printer;
    fmt.clear();
    for (; this.at < format.length; this.at++) {
      const c = format[this.at];
      if (c === "#") fmt.sharp = true;
      else if (c === "0") fmt.zero = true;
      else if (c === "+") fmt.plus = true;
      else if (c === "-") fmt.minus = true;
      else if (c === " ") fmt.space = true;
      else break;
    }
    let afterIndex = this.argumentIndex();
    afterIndex = this.width(afterIndex);
    afterIndex = this.precision(afterIndex);
    if (!afterIndex) this.argumentIndex();
    if (this.at >= format.length) {
      fmt.text += "%!(NOVERB)";
      return false;
    }
    const code = format.codePointAt(this.at)!;
    const verb = code >= 0xdc80 && code <= 0xdcff ? "\ufffd" : String.fromCodePoint(code);
    this.at += code > 0xffff ? 2 : 1;
    if (verb === "%") fmt.text += "%";
    else if (!this.goodIndex) fmt.text += `%!${verb}(BADINDEX)`;
    else if (this.arg >= args.length) fmt.text += `%!${verb}(MISSING)`;
    else {
      if (verb === "v" || verb === "w") {
        fmt.sharpV = fmt.sharp;
        fmt.sharp = false;
        fmt.plusV = fmt.plus;
        fmt.plus = false;
      }
      printer.printArg(args[this.arg++]!, verb);
    }
    return true;
  }

  private width(afterIndex: boolean): boolean {
    const { format } = this;
    const { fmt } = this.printer;
    if (format[this.at] !== "*") {
      fmt.width = this.number(format.length);
      if (afterIndex && fmt.width >= 0) this.goodIndex = false;
      return afterIndex;
    }
    this.at++;
    const width = this.integerArgument();
    if (width === undefined) fmt.text += "%!(BADWIDTH)";
    else {
      fmt.width = Math.abs(width);
      if (width < 0) {
        fmt.minus = true;
        fmt.zero = false;
      }
    }
    return false;
  }

  private precision(afterIndex: boolean): boolean {
    const { format } = this;
    const { fmt } = this.printer;
    if (format[this.at] !== "." || this.at + 1 >= format.length) return afterIndex;
    this.at++;
    if (afterIndex) this.goodIndex = false;
    afterIndex = this.argumentIndex();
    if (format[this.at] !== "*") {
      fmt.precision = Math.max(this.number(format.length), 0);
      return afterIndex;
    }
    this.at++;
    const precision = this.integerArgument();
    if (precision === undefined || precision < 0) fmt.text += "%!(BADPREC)";
    else fmt.precision = precision;
    return false;
  }

  /** The decimal number here, -1 where there is none. One that is far too large makes the rest of the format vanish. */
  private number(end: number): number {
    let n = -1;
    for (; this.at < end && isDigit(this.format.charCodeAt(this.at)); this.at++) {
      if (n > MAX_NUMBER) {
        this.at = end;
        return -1;
      }
      n = Math.max(n, 0) * 10 + this.format.charCodeAt(this.at) - 0x30;
    }
    return n;
  }

  /** `[n]`. True where one was understood, even if there is no such argument. */
  private argumentIndex(): boolean {
    const { format } = this;
    if (format[this.at] !== "[") return false;
    this.reordered = true;
    // Go looks at the bytes that are left: at least three are needed.
    const close = toBytes(format.slice(this.at, this.at + 3)).length < 3 ? -1 : format.indexOf("]", this.at);
    if (close < 0) {
      this.at++;
      this.goodIndex = false;
      return false;
    }
    const open = this.at;
    this.at = open + 1;
    const n = this.number(close);
    const ok = n >= 0 && this.at === close;
    this.at = close + 1;
    if (ok && n >= 1 && n <= this.args.length) this.arg = n - 1;
    else this.goodIndex = false;
    return ok;
  }

  /** The next argument as a width or precision; undefined where it is no integer, or too large. */
  private integerArgument(): number | undefined {
    if (this.arg >= this.args.length) return undefined;
    const value = this.args[this.arg++]!;
    const type = typeOf(value);
    if (!type || !isInteger(type.kind)) return undefined;
    const n = nodeOf(value) as Int;
    return n > MAX_NUMBER || n < -MAX_NUMBER ? undefined : Number(n);
  }

  private extra(): void {
    const { fmt } = this.printer;
    fmt.clear();
    fmt.text += "%!(EXTRA ";
    this.args.slice(this.arg).forEach((arg, i) => {
      if (i > 0) fmt.text += ", ";
      const type = typeOf(arg);
      if (!type) fmt.text += "<nil>";
      else {
        fmt.text += type.name + "=";
        this.printer.printArg(arg, "v");
      }
    });
    fmt.text += ")";
  }
}

/** fmt.Sprintf, with its marks for what is wrong: `%!d(string=x)`, `%!s(MISSING)`, `%!(EXTRA int=1)`, … */
export function sprintf(format: string, args: readonly GoValue[]): string {
  return new FormatReader(format, args).run();
}
