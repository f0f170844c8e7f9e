/** Times from text by a layout. Mirrors ParseInLocation of package time, where the local zone is UTC. */
import { GoError } from "../source/errors";
import type { GoTime } from "../k8s/time";
import { quoteTime } from "./duration";
import { fromBinary, toBinary } from "./text";
import { DAYS, type Element, MONTHS, nextElement } from "./time-layout";
import { timeIn, UTC, type Zone } from "./zones";

/** The text does not have the form that the layout asks for. */
class Mismatch extends Error {}

/** A value is outside its range. */
class OutOfRange extends Error {}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= "0" && c <= "9";
}

/** The zone that a text names, if it names one. */
interface NamedZone {
  name: string;
  offset: number | undefined;
}

class TimeParser {
  private year = 0;
  private month = -1;
  private day = -1;
  private yearDay = -1;
  private hour = 0;
  private minute = 0;
  private second = 0;
  private nanos = 0;
  private am = false;
  private pm = false;
  private utc = false;
  private zone: NamedZone = { name: "", offset: undefined };
  private value: string;

  constructor(
    private readonly layout: string,
    private readonly text: string,
  ) {
    this.value = text;
  }

  private message(message: string): GoError {
    return new GoError(`parsing time ${quoteTime(fromBinary(this.text))}${message}`);
  }

  private cannotParse(value: string, element: string): GoError {
    const quoted = [this.layout, value, element].map((s) => quoteTime(fromBinary(s)));
    return this.message(` as ${quoted[0]}: cannot parse ${quoted[1]} as ${quoted[2]}`);
  }

  parse(): GoTime {
    let rest = this.layout;
    for (;;) {
      const [before, element, after] = nextElement(rest);
      if (!this.skip(before)) throw this.cannotParse(this.value, before);
      if (!element) break;
      rest = after;
      const held = this.value;
      try {
        this.read(element, rest);
      } catch (error) {
        if (error instanceof OutOfRange) throw this.message(`: ${error.message} out of range`);
        if (error instanceof Mismatch) throw this.cannotParse(held, element.text);
        throw error;
      }
    }
    if (this.value !== "") throw this.message(`: extra text: ${quoteTime(fromBinary(this.value))}`);
    return this.result();
  }

  /** Skips literal text; spaces match any number of spaces. */
  private skip(prefix: string): boolean {
    while (prefix !== "") {
      if (prefix[0] === " ") {
        if (this.value !== "" && this.value[0] !== " ") return false;
        prefix = prefix.replace(/^ +/, "");
        this.value = this.value.replace(/^ +/, "");
        continue;
      }
      if (this.value[0] !== prefix[0]) return false;
      prefix = prefix.slice(1);
      this.value = this.value.slice(1);
    }
    return true;
  }

  private take(length: number): string {
    if (this.value.length < length) throw new Mismatch();
    const part = this.value.slice(0, length);
    this.value = this.value.slice(length);
    return part;
  }

  /** One or two digits, two if `fixed`. */
  private number(fixed: boolean): number {
    if (!isDigit(this.value[0])) throw new Mismatch();
    if (isDigit(this.value[1])) return Number(this.take(2));
    if (fixed) throw new Mismatch();
    return Number(this.take(1));
  }

  private within(value: number, low: number, high: number, what: string): number {
    if (value < low || value > high) throw new OutOfRange(what);
    return value;
  }

  private name(names: readonly string[]): number {
    const i = names.findIndex((name) => this.value.slice(0, name.length).toLowerCase() === name.toLowerCase());
    if (i < 0) throw new Mismatch();
    this.take(names[i]!.length);
    return i;
  }

  /** A whole text as a decimal number with an optional sign. */
  private whole(text: string): number {
    if (!/^[-+]?[0-9]+$/.test(text)) throw new Mismatch();
    return Number(text);
  }

  private read({ kind, text }: Element, rest: string): void {
    switch (kind) {
      case "06": {
        const year = this.whole(this.take(2));
        this.year = year >= 69 ? year + 1900 : year + 2000;
        return;
      }
      case "2006":
        if (!isDigit(this.value[0])) throw new Mismatch();
        this.year = this.whole(this.take(4));
        return;
      case "Jan":
        this.month = this.name(MONTHS.map((name) => name.slice(0, 3))) + 1;
        return;
      case "January":
        this.month = this.name(MONTHS) + 1;
        return;
      case "1":
      case "01":
        this.month = this.within(this.number(kind === "01"), 1, 12, "month");
        return;
      case "Mon":
        this.name(DAYS.map((name) => name.slice(0, 3)));
        return;
      case "Monday":
        this.name(DAYS);
        return;
      case "2":
      case "_2":
      case "02":
        if (kind === "_2" && this.value[0] === " ") this.take(1);
        this.day = this.number(kind === "02");
        return;
      case "__2":
      case "002":
        this.readYearDay(kind);
        return;
      case "15":
        this.hour = this.within(this.number(false), 0, 23, "hour");
        return;
      case "3":
      case "03":
        this.hour = this.within(this.number(kind === "03"), 0, 12, "hour");
        return;
      case "4":
      case "04":
        this.minute = this.within(this.number(kind === "04"), 0, 59, "minute");
        return;
      case "5":
      case "05":
        this.second = this.within(this.number(kind === "05"), 0, 59, "second");
        this.readUnaskedFraction(rest);
        return;
      case "PM":
      case "pm": {
        const half = this.take(2);
        if (half !== kind && half !== (kind === "PM" ? "AM" : "am")) throw new Mismatch();
        if (half.toUpperCase() === "PM") this.pm = true;
        else this.am = true;
        return;
      }
      case "MST":
        this.readZoneName();
        return;
      case ".0":
        this.nanos = this.fraction(text.length);
        return;
      case ".9": {
        const digits = /^[.,]([0-9]+)/.exec(this.value);
        if (digits) this.nanos = this.fraction(digits[0].length);
        return;
      }
      default:
        this.readOffset(kind);
    }
  }

  private readYearDay(kind: string): void {
    for (let i = 0; i < 2 && kind === "__2" && this.value[0] === " "; i++) this.take(1);
    const digits = /^[0-9]{1,3}/.exec(this.value)?.[0];
    if (digits === undefined || (kind === "002" && digits.length !== 3)) throw new Mismatch();
    this.yearDay = Number(this.take(digits.length));
  }

  /** After seconds a fraction may follow that the layout does not mention. */
  private readUnaskedFraction(rest: string): void {
    const digits = /^[.,]([0-9]+)/.exec(this.value);
    if (!digits) return;
    const [, next] = nextElement(rest);
    if (next?.kind !== ".0" && next?.kind !== ".9") this.nanos = this.fraction(digits[0].length);
  }

  /** A separator and digits, `length` in all; beyond the ninth digit nothing counts. */
  private fraction(length: number): number {
    const text = this.take(length);
    if (text[0] !== "." && text[0] !== ",") throw new Mismatch();
    const digits = text.slice(1, 10);
    const value = this.whole(digits);
    if (value < 0) throw new OutOfRange("fractional second");
    return value * 10 ** (9 - digits.length);
  }

  private readOffset(kind: string): void {
    if (kind[0] === "Z" && this.value[0] === "Z") {
      this.take(1);
      this.utc = true;
      return;
    }
    const colons = kind.includes(":");
    if (this.value.length < kind.length) throw new Mismatch();
    if (colons && (this.value[3] !== ":" || (kind.length > 6 && this.value[6] !== ":"))) throw new Mismatch();
    const text = this.take(kind.length);
    const step = colons ? 3 : 2;
    const pairs = [1, 1 + step, 1 + 2 * step].map((at) => (at < text.length ? text.slice(at, at + 2) : "00"));
    const numbers: number[] = [];
    let bad = text[0] !== "+" && text[0] !== "-";
    for (const pair of pairs) {
      if (!/^[0-9]{2}$/.test(pair)) {
        bad = true;
        break;
      }
      numbers.push(Number(pair));
    }
    const [hours = 0, minutes = 0, seconds = 0] = numbers;
    // A later check wins over an earlier one.
    if (seconds > 60) throw new OutOfRange("time zone offset second");
    if (minutes > 60) throw new OutOfRange("time zone offset minute");
    if (hours > 24) throw new OutOfRange("time zone offset hour");
    if (bad) throw new Mismatch();
    const offset = (hours * 60 + minutes) * 60 + seconds;
    this.zone.offset = text[0] === "-" ? -offset : offset;
  }

  private readZoneName(): void {
    if (this.value.startsWith("UTC")) {
      this.take(3);
      this.utc = true;
      return;
    }
    const length = zoneNameLength(this.value);
    if (length === 0) throw new Mismatch();
    this.zone.name = this.take(length);
  }

  private result(): GoTime {
    if (this.pm && this.hour < 12) this.hour += 12;
    else if (this.am && this.hour === 12) this.hour = 0;
    if (this.yearDay >= 0) this.applyYearDay();
    if (this.month < 0) this.month = 1;
    if (this.day < 0) this.day = 1;
    const date = new Date(0);
    date.setUTCFullYear(this.year, this.month, 0);
    if (this.day < 1 || this.day > date.getUTCDate()) throw this.message(": day out of range");
    date.setUTCFullYear(this.year, this.month - 1, this.day);
    date.setUTCHours(this.hour, this.minute, this.second);
    const seconds = date.getTime() / 1000;
    if (this.utc) return timeIn(seconds, this.nanos, UTC);
    const { name, offset } = this.zone;
    if (offset !== undefined && offset !== -1) {
      const local = offset === 0 && (name === "" || name === "UTC");
      return timeIn(seconds - offset, this.nanos, local ? UTC : { name, offset });
    }
    if (name === "") return timeIn(seconds, this.nanos, UTC);
    const zone: Zone = { name, offset: /^GMT[-+]/.test(name) ? Number(name.slice(3)) * 3600 : 0 };
    // The clock is taken as UTC's all the same: of a zone known by name only, Go cannot tell the offset.
    return timeIn(seconds, this.nanos, zone);
  }

  private applyYearDay(): void {
    const leap = this.year % 4 === 0 && (this.year % 100 !== 0 || this.year % 400 === 0);
    if (this.yearDay < 1 || this.yearDay > (leap ? 366 : 365)) throw this.message(": day-of-year out of range");
    const date = new Date(0);
    date.setUTCFullYear(this.year, 0, this.yearDay);
    const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
    if (this.month >= 0 && this.month !== month) throw this.message(": day-of-year does not match month");
    if (this.day >= 0 && this.day !== day) throw this.message(": day-of-year does not match day");
    this.month = month;
    this.day = day;
  }
}

/** The length of `+03`, or 0; hours go up to 23. */
function signedOffsetLength(value: string): number {
  const match = /^[-+]([0-9]+)/.exec(value);
  return match && BigInt(match[1]!) <= 23n ? match[0].length : 0;
}

/** The length of the time zone's abbreviation that the text starts with, or 0 (parseTimeZone of package time). */
function zoneNameLength(value: string): number {
  if (value.length < 3) return 0;
  if (/^(ChST|MeST)/.test(value)) return 4;
  if (value.startsWith("GMT")) return 3 + (value.length > 3 ? signedOffsetLength(value.slice(3)) : 0);
  if (value[0] === "+" || value[0] === "-") return signedOffsetLength(value);
  const upper = /^[A-Z]{0,6}/.exec(value)![0];
  if (upper.length === 5) return upper[4] === "T" ? 5 : 0;
  if (upper.length === 4) return upper[3] === "T" || upper === "WITA" ? 4 : 0;
  return upper.length === 3 ? 3 : 0;
}

/** time.ParseInLocation(layout, text, time.Local). Throws GoError `parsing time "x" as "y": cannot parse …`. */
export function parseTime(layout: string, text: string): GoTime {
  return new TimeParser(toBinary(layout), toBinary(text)).parse();
}
