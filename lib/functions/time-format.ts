/** Times as text by a layout. Mirrors Time.Format of package time. */
import type { GoTime } from "../k8s/time";
import { fromBinary, toBinary } from "./text";
import { DAYS, type Element, MONTHS, nextElement } from "./time-layout";
import { zoneOf } from "./zones";

function pad(n: number, width: number, fill = "0"): string {
  const text = String(Math.abs(n)).padStart(width, fill);
  return n < 0 ? `-${text}` : text;
}

/** `+01:00` as the element shows it; `Z…` elements show UTC as `Z`. */
function offsetText(element: string, offset: number): string {
  if (offset === 0 && element.startsWith("Z")) return "Z";
  const seconds = Math.abs(offset);
  const minutes = Math.floor(seconds / 60);
  const colon = element.includes(":") ? ":" : "";
  // The sign is that of the whole minutes.
  let text = (Math.trunc(offset / 60) < 0 ? "-" : "+") + pad(Math.floor(minutes / 60), 2);
  if (element.length > 3) text += colon + pad(minutes % 60, 2);
  if (element.length > 6) text += colon + pad(seconds % 60, 2);
  return text;
}

function fractionText(element: Element, nanos: number): string {
  const digits = pad(nanos, 9).slice(0, element.text.length - 1);
  if (element.kind === ".0") return element.text[0] + digits;
  const short = digits.replace(/0+$/, "");
  return short === "" ? "" : element.text[0] + short;
}

/** The number of the day in its year, from 1. */
function yearDay(year: number, month: number, day: number): number {
  const start = new Date(0).setUTCFullYear(year, 0, 0);
  return (new Date(0).setUTCFullYear(year, month - 1, day) - start) / 86400000;
}

function elementText(element: Element, time: GoTime): string {
  const part = (name: string) => time.part(name) as number;
  const hour12 = () => part("Hour") % 12 || 12;
  const zone = zoneOf(time);
  switch (element.kind) {
    case "06":
      return pad(Math.abs(part("Year")) % 100, 2);
    case "2006":
      return pad(part("Year"), 4);
    case "Jan":
      return MONTHS[part("Month") - 1]!.slice(0, 3);
    case "January":
      return MONTHS[part("Month") - 1]!;
    case "1":
      return pad(part("Month"), 0);
    case "01":
      return pad(part("Month"), 2);
    case "Mon":
      return DAYS[part("Weekday")]!.slice(0, 3);
    case "Monday":
      return DAYS[part("Weekday")]!;
    case "2":
      return pad(part("Day"), 0);
    case "_2":
      return pad(part("Day"), 2, " ");
    case "02":
      return pad(part("Day"), 2);
    case "__2":
      return pad(yearDay(part("Year"), part("Month"), part("Day")), 3, " ");
    case "002":
      return pad(yearDay(part("Year"), part("Month"), part("Day")), 3);
    case "15":
      return pad(part("Hour"), 2);
    case "3":
      return pad(hour12(), 0);
    case "03":
      return pad(hour12(), 2);
    case "4":
      return pad(part("Minute"), 0);
    case "04":
      return pad(part("Minute"), 2);
    case "5":
      return pad(part("Second"), 0);
    case "05":
      return pad(part("Second"), 2);
    case "PM":
      return part("Hour") >= 12 ? "PM" : "AM";
    case "pm":
      return part("Hour") >= 12 ? "pm" : "am";
    case "MST":
      return zone.name || offsetText("-0700", zone.offset);
    case ".0":
    case ".9":
      return fractionText(element, time.nanos);
    default:
      return offsetText(element.kind, zone.offset);
  }
}

/** Time.Format */
export function formatTime(time: GoTime, layout: string): string {
  let out = "";
  let rest = toBinary(layout);
  while (rest !== "") {
    const [before, element, after] = nextElement(rest);
    out += before;
    if (!element) break;
    out += elementText(element, time);
    rest = after;
  }
  return fromBinary(out);
}
