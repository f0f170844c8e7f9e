/** A text as a code span in a Markdown table: a longer fence than any within it, and no bar that would end the cell. */
export function codeSpan(text: string): string {
  const line = text.replaceAll("\n", "⏎").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line === "" || /^[ `]|[ `]$/.test(line) ? " " : "";
  return fence + pad + line + pad + fence;
}

/** Rows as CSV (RFC 4180). */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

/** A cell. What a spreadsheet would take for a formula (arguments begin so, too) gets an apostrophe, as OWASP advises. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
