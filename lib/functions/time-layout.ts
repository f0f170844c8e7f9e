/** Go's time layouts, in which the time `Mon Jan 2 15:04:05 MST 2006` stands for the elements. Mirrors package time's nextStdChunk. */

/** An element of a layout, called by its text there (fractions of a second as `.000` or `.999` with their length). */
export interface Element {
  readonly text: string;
  /** The element without its length: `.000` and `,00` are `.0`. */
  readonly kind: string;
}

// Longer elements before shorter ones with the same start.
const ELEMENTS = [
  "January",
  "Jan",
  "Monday",
  "Mon",
  "MST",
  "01",
  "02",
  "03",
  "04",
  "05",
  "06",
  "002",
  "15",
  "1",
  "2006",
  "2",
  "_2",
  "__2",
  "3",
  "4",
  "5",
  "PM",
  "pm",
  "-070000",
  "-07:00:00",
  "-0700",
  "-07:00",
  "-07",
  "Z070000",
  "Z07:00:00",
  "Z0700",
  "Z07:00",
  "Z07",
];
const BY_START = new Map<string, string[]>();
for (const element of ELEMENTS) BY_START.set(element[0]!, [...(BY_START.get(element[0]!) ?? []), element]);

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= "0" && c <= "9";
}

/** The element that starts at `at`, if one does. `Jan` and `Mon` are none before a small letter. */
function elementAt(layout: string, at: number): Element | undefined {
  const c = layout[at]!;
  if (c === "." || c === ",") {
    const digit = layout[at + 1];
    if (digit !== "0" && digit !== "9") return undefined;
    let end = at + 1;
    while (layout[end] === digit) end++;
    return isDigit(layout[end]) ? undefined : { text: layout.slice(at, end), kind: `.${digit}` };
  }
  const text = BY_START.get(c)?.find((element) => layout.startsWith(element, at));
  if (text === undefined) return undefined;
  const next = layout[at + 3];
  if ((text === "Jan" || text === "Mon") && next !== undefined && next >= "a" && next <= "z") return undefined;
  return { text, kind: text };
}

/** The text before the next element, the element (undefined: there is none), and what follows. */
export function nextElement(layout: string): [before: string, element: Element | undefined, after: string] {
  for (let at = 0; at < layout.length; at++) {
    // `_2006` is an underscore and a year.
    if (layout.startsWith("_2006", at)) {
      return [layout.slice(0, at + 1), { text: "2006", kind: "2006" }, layout.slice(at + 5)];
    }
    const element = elementAt(layout, at);
    if (element) return [layout.slice(0, at), element, layout.slice(at + element.text.length)];
  }
  return [layout, undefined, ""];
}

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
