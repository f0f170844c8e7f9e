/**
 * Whether go-yaml takes a scalar for a timestamp. Mirrors parseTimestamp of resolve.go: Go's time.Parse with four
 * formats, so months, days, hours, minutes and seconds may have one digit or two, and must exist in the calendar.
 */
export function isTimestamp(s: string): boolean {
  if (s.charCodeAt(4) !== 0x2d) return false;
  for (let i = 0; i < 4; i++) if (!isDigitAt(s, i)) return false;
  const date = DATE.exec(s);
  if (!date) return false;
  const [whole, year, month, day] = date;
  if (!isDate(Number(year), Number(month), Number(day))) return false;
  const rest = s.slice(whole.length);
  return rest === "" || isTime(rest);
}

// One space in a layout stands for any number of spaces. A one-digit number is taken only where no second digit follows.
const DATE = /^(\d{4})-(\d\d?)-(\d\d?)/;
const TIME = /^([Tt]| +)(\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)?$/;

function isDigitAt(s: string, i: number): boolean {
  const c = s.charCodeAt(i);
  return c >= 48 && c <= 57;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

function isTime(rest: string): boolean {
  const time = TIME.exec(rest);
  if (!time) return false;
  const [, separator, hour, minute, second, zone] = time;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return false;
  if (separator!.startsWith(" ")) return zone === undefined;
  if (zone === undefined) return false;
  // Go accepts offsets up to 24:60.
  return zone === "Z" || (Number(zone.slice(1, 3)) <= 24 && Number(zone.slice(4)) <= 60);
}
