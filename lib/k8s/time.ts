import { GoError } from "../source/errors";
import { toBytes } from "../go/strings";

/** Seconds from year 1 to 1970: Go's zero time is the start of year 1. */
const ZERO_SECONDS = -62135596800;

/** Go's time.Time as the injector has it: local time is UTC. Node of time.Time and metav1.Time. */
export class GoTime {
  constructor(
    /** Since 1970. */
    readonly seconds: number,
    readonly nanos: number,
  ) {}

  /** time.Time.IsZero */
  isZero(): boolean {
    return this.seconds === ZERO_SECONDS && this.nanos === 0;
  }

  private date(): Date {
    return new Date(this.seconds * 1000);
  }

  private clock(separator: string): string {
    const d = this.date();
    const year = d.getUTCFullYear();
    const years = `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}`;
    const day = `${years}-${pad(d.getUTCMonth() + 1, 2)}-${pad(d.getUTCDate(), 2)}`;
    return `${day}${separator}${pad(d.getUTCHours(), 2)}:${pad(d.getUTCMinutes(), 2)}:${pad(d.getUTCSeconds(), 2)}`;
  }

  /** As metav1.Time.MarshalJSON prints it (RFC 3339 without fractions). */
  rfc3339(): string {
    return `${this.clock("T")}Z`;
  }

  /** As time.Time.MarshalJSON prints it. */
  rfc3339Nano(): string {
    return `${this.clock("T")}${this.fraction()}Z`;
  }

  private fraction(): string {
    return this.nanos === 0 ? "" : `.${pad(this.nanos, 9).replace(/0+$/, "")}`;
  }

  /** time.Time.String */
  toString(): string {
    return `${this.clock(" ")}${this.fraction()} +0000 UTC`;
  }

  /** time.Time.GoString, which %#v prints. */
  private goString(d: Date): string {
    const day = `${d.getUTCFullYear()}, time.${MONTHS[d.getUTCMonth()]}, ${d.getUTCDate()}`;
    const clock = `${d.getUTCHours()}, ${d.getUTCMinutes()}, ${d.getUTCSeconds()}, ${this.nanos}`;
    return `time.Date(${day}, ${clock}, time.UTC)`;
  }

  /** The results of the methods of time.Time without arguments, by name. */
  part(name: string): number | bigint | boolean | string | undefined {
    const d = this.date();
    switch (name) {
      case "IsZero":
        return this.isZero();
      case "String":
        return this.toString();
      case "GoString":
        return this.goString(d);
      case "Unix":
        return this.seconds;
      case "UnixMilli":
        return this.seconds * 1000 + Math.floor(this.nanos / 1e6);
      case "UnixMicro":
        return this.seconds * 1e6 + Math.floor(this.nanos / 1e3);
      case "UnixNano":
        return BigInt.asIntN(64, BigInt(this.seconds) * 1000000000n + BigInt(this.nanos));
      case "Year":
        return d.getUTCFullYear();
      case "Month":
        return d.getUTCMonth() + 1;
      case "Day":
        return d.getUTCDate();
      case "Weekday":
        return d.getUTCDay();
      case "YearDay":
        // setUTCFullYear, since Date.UTC takes the years 0 to 99 for 1900 to 1999.
        return Math.floor((d.getTime() - new Date(0).setUTCFullYear(d.getUTCFullYear(), 0, 1)) / 86400000) + 1;
      case "Hour":
        return d.getUTCHours();
      case "Minute":
        return d.getUTCMinutes();
      case "Second":
        return d.getUTCSeconds();
      case "Nanosecond":
        return this.nanos;
    }
    return undefined;
  }
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Go's zero time, the node of an unset metav1.Time. */
export const ZERO_TIME = new GoTime(ZERO_SECONDS, 0);

function pad(n: number, width: number): string {
  return String(n).padStart(width, "0");
}

const RFC3339 = "2006-01-02T15:04:05Z07:00";

/** Go's time.Parse(time.RFC3339, text), with the text of its ParseError. Bytes of the rest of the text are named by offset. */
export function parseRfc3339(text: string): GoTime {
  return new TimeReader(byteString(text)).read();
}

/** The bytes of a Go string as a string of characters up to U+00FF, since Go cuts times at bytes. */
function byteString(s: string): string {
  return /^[\x20-\x7f]*$/.test(s) ? s : String.fromCharCode(...toBytes(s));
}

function quote(bytes: string): string {
  let out = "";
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes.charCodeAt(i);
    if (c < 0x20 || c >= 0x80) out += `\\x${c.toString(16).padStart(2, "0")}`;
    else out += c === 0x22 || c === 0x5c ? `\\${bytes[i]}` : bytes[i];
  }
  return `"${out}"`;
}

class TimeReader {
  private at = 0;
  constructor(private readonly text: string) {}

  read(): GoTime {
    if (!this.isDigit(0) || this.text.length < 4) this.fail("2006", this.at);
    const year = Number(/^\d{4}/.exec(this.text)?.[0] ?? NaN);
    if (Number.isNaN(year)) this.fail("2006", 0);
    this.at = 4;
    this.skip("-");
    const month = this.two("01", true);
    if (month < 1 || month > 12) this.outOfRange("month");
    this.skip("-");
    const day = this.two("02", true);
    this.skip("T");
    const hour = this.two("15", false);
    if (hour > 23) this.outOfRange("hour");
    this.skip(":");
    const minute = this.two("04", true);
    if (minute > 59) this.outOfRange("minute");
    this.skip(":");
    const second = this.two("05", true);
    if (second > 59) this.outOfRange("second");
    const nanos = this.fraction();
    const offset = this.zone();
    if (this.at < this.text.length) this.wrong(`: extra text: ${quote(this.text.slice(this.at))}`);
    const date = new Date(0);
    date.setUTCFullYear(year, month, 0);
    if (day < 1 || day > date.getUTCDate()) this.outOfRange("day");
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second);
    return new GoTime(date.getTime() / 1000 - offset, nanos);
  }

  private isDigit(at: number): boolean {
    const c = this.text.charCodeAt(at);
    return c >= 0x30 && c <= 0x39;
  }

  private skip(prefix: string): void {
    if (this.text[this.at] !== prefix) this.fail(prefix, this.at);
    this.at++;
  }

  /** Two digits; one is enough unless the width is fixed. */
  private two(element: string, fixed: boolean): number {
    if (!this.isDigit(this.at)) this.fail(element, this.at);
    if (!this.isDigit(this.at + 1)) {
      if (fixed) this.fail(element, this.at);
      return Number(this.text[this.at++]);
    }
    this.at += 2;
    return Number(this.text.slice(this.at - 2, this.at));
  }

  /** A fraction of a second may follow though the layout has none; digits beyond the ninth do not count. */
  private fraction(): number {
    const c = this.text[this.at];
    if ((c !== "." && c !== ",") || !this.isDigit(this.at + 1)) return 0;
    const from = ++this.at;
    while (this.isDigit(this.at)) this.at++;
    return Number(this.text.slice(from, Math.min(this.at, from + 9)).padEnd(9, "0"));
  }

  /** The offset in seconds of `Z` or `+hh:mm`. */
  private zone(): number {
    const { text, at } = this;
    if (text[at] === "Z") {
      this.at++;
      return 0;
    }
    if (text.length - at < 6 || text[at + 3] !== ":") this.fail("Z07:00", at);
    const digits = (from: number): number =>
      this.isDigit(from) && this.isDigit(from + 1) ? Number(text.slice(from, from + 2)) : NaN;
    const hours = digits(at + 1);
    const minutes = Number.isNaN(hours) ? 0 : digits(at + 4);
    this.at += 6;
    if (minutes > 60) this.outOfRange("time zone offset minute");
    if (hours > 24) this.outOfRange("time zone offset hour");
    const sign = text[at];
    if (Number.isNaN(hours + minutes) || (sign !== "+" && sign !== "-")) this.fail("Z07:00", at);
    const seconds = (hours * 60 + minutes) * 60;
    return sign === "-" ? -seconds : seconds;
  }

  private fail(element: string, at: number): never {
    const rest = quote(this.text.slice(at));
    throw new GoError(
      `parsing time ${quote(this.text)} as ${quote(RFC3339)}: cannot parse ${rest} as ${quote(element)}`,
    );
  }

  private outOfRange(what: string): never {
    this.wrong(`: ${what} out of range`);
  }

  private wrong(message: string): never {
    throw new GoError(`parsing time ${quote(this.text)}${message}`);
  }
}
