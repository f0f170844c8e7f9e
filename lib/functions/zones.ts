/** Time zones, and times that are shown in one. */
import { GoTime } from "../k8s/time";

/** A zone at a certain time: its abbreviation (may be empty) and its offset in seconds to the east. */
export interface Zone {
  readonly name: string;
  readonly offset: number;
}

export const UTC: Zone = { name: "UTC", offset: 0 };

const PARTS = ["Year", "Month", "Day", "Weekday", "YearDay", "Hour", "Minute", "Second"];

/** A time.Time with another location than UTC. */
export class ZonedTime extends GoTime {
  constructor(
    seconds: number,
    nanos: number,
    readonly zone: Zone,
  ) {
    super(seconds, nanos);
  }

  /** The same clock and calendar in UTC. */
  private get shifted(): GoTime {
    return new GoTime(this.seconds + this.zone.offset, this.nanos);
  }

  override rfc3339(): string {
    return this.shifted.rfc3339().replace("Z", colonOffset(this.zone.offset));
  }

  override rfc3339Nano(): string {
    return this.shifted.rfc3339Nano().replace("Z", colonOffset(this.zone.offset));
  }

  override toString(): string {
    const offset = plainOffset(this.zone.offset);
    return this.shifted.toString().replace("+0000 UTC", `${offset} ${this.zone.name || offset}`);
  }

  override part(name: string): number | bigint | boolean | string | undefined {
    return PARTS.includes(name) ? this.shifted.part(name) : super.part(name);
  }
}

function plainOffset(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60);
  return `${offset < 0 ? "-" : "+"}${pad(Math.trunc(minutes / 60))}${pad(minutes % 60)}`;
}

function colonOffset(offset: number): string {
  const plain = plainOffset(offset);
  return offset === 0 ? "Z" : `${plain.slice(0, 3)}:${plain.slice(3)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}

/** The zone that a time is shown in. */
export function zoneOf(time: GoTime): Zone {
  return time instanceof ZonedTime ? time.zone : UTC;
}

/** The time at that moment, shown in that zone. */
export function timeIn(seconds: number, nanos: number, zone: Zone): GoTime {
  return zone === UTC ? new GoTime(seconds, nanos) : new ZonedTime(seconds, nanos, zone);
}

/** Abbreviations of zones: standard time and, where clocks change, summer time. Other zones are called by their offset. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  GMT: "GMT",
  "Europe/London": "GMT BST",
  "Europe/Dublin": "GMT IST",
  "Europe/Lisbon": "WET WEST",
  "America/New_York": "EST EDT",
  "America/Toronto": "EST EDT",
  "America/Detroit": "EST EDT",
  "America/Chicago": "CST CDT",
  "America/Denver": "MST MDT",
  "America/Phoenix": "MST",
  "America/Los_Angeles": "PST PDT",
  "America/Vancouver": "PST PDT",
  "America/Anchorage": "AKST AKDT",
  "America/Halifax": "AST ADT",
  "Pacific/Honolulu": "HST",
  "Asia/Tokyo": "JST",
  "Asia/Seoul": "KST",
  "Asia/Shanghai": "CST",
  "Asia/Taipei": "CST",
  "Asia/Hong_Kong": "HKT",
  "Asia/Manila": "PST",
  "Asia/Kolkata": "IST",
  "Asia/Calcutta": "IST",
  "Asia/Karachi": "PKT",
  "Asia/Jakarta": "WIB",
  "Asia/Jerusalem": "IST IDT",
  "Europe/Moscow": "MSK",
  "Africa/Johannesburg": "SAST",
  "Africa/Nairobi": "EAT",
  "Africa/Lagos": "WAT",
  "Africa/Cairo": "EET EEST",
  "Australia/Sydney": "AEST AEDT",
  "Australia/Melbourne": "AEST AEDT",
  "Australia/Brisbane": "AEST",
  "Australia/Adelaide": "ACST ACDT",
  "Australia/Perth": "AWST",
  "Pacific/Auckland": "NZST NZDT",
};
const CENTRAL_EUROPE =
  /^Europe\/(Amsterdam|Andorra|Belgrade|Berlin|Bratislava|Brussels|Budapest|Copenhagen|Gibraltar|Ljubljana|Luxembourg|Madrid|Malta|Monaco|Oslo|Paris|Podgorica|Prague|Rome|San_Marino|Sarajevo|Skopje|Stockholm|Tirane|Vaduz|Vatican|Vienna|Warsaw|Zagreb|Zurich)$/;
const EASTERN_EUROPE = /^Europe\/(Athens|Bucharest|Chisinau|Helsinki|Kiev|Kyiv|Mariehamn|Riga|Sofia|Tallinn|Vilnius)$/;

function abbreviationsOf(name: string): string | undefined {
  if (CENTRAL_EUROPE.test(name)) return "CET CEST";
  if (EASTERN_EUROPE.test(name)) return "EET EEST";
  return ABBREVIATIONS[name];
}

function offsetAt(format: Intl.DateTimeFormat, seconds: number): number {
  const parts = Object.fromEntries(format.formatToParts(seconds * 1000).map((part) => [part.type, Number(part.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const clock = new Date(0).setUTCFullYear(year, month - 1, day) / 1000 + hour * 3600 + minute * 60 + second;
  return clock - seconds;
}

const OPTIONS: Intl.DateTimeFormatOptions = {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
};

/**
 * The zone of that name at that moment: time.LoadLocation, with UTC for names that are unknown, and for `Local`.
 * Offsets come from the JavaScript engine's copy of the time zone database.
 */
export function zoneAt(name: string, seconds: number): Zone {
  if (name === "" || name === "UTC" || name === "Local" || !/^[A-Za-z]/.test(name)) return UTC;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { ...OPTIONS, timeZone: name });
  } catch {
    return UTC;
  }
  const offset = offsetAt(format, seconds);
  const [standard, summer] = abbreviationsOf(name)?.split(" ") ?? [];
  if (standard === undefined) {
    const short = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "short" });
    const shown = short.formatToParts(seconds * 1000).find((part) => part.type === "timeZoneName")?.value ?? "";
    const numeric = plainOffset(offset).replace(/00$/, "");
    return { name: /^[A-Z]{3,5}$/.test(shown) ? shown : numeric, offset };
  }
  const year = new Date(seconds * 1000).getUTCFullYear();
  const usual = Math.min(offsetAt(format, Date.UTC(year, 0, 1) / 1000), offsetAt(format, Date.UTC(year, 6, 1) / 1000));
  return { name: offset > usual && summer ? summer : standard, offset };
}
