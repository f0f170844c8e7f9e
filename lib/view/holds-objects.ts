/**
 * Whether a text can be whole objects, one or many: bits of one that are copied from here to there ordinarily are not. Apart from
 * `recognise`, so that this much is known before that is loaded.
 */
export function holdsObjects(text: string): boolean {
  const start = /^\s*\{/.test(text) ? "[{,\\s]" : "^";
  const has = (keys: string) => new RegExp(`${start}["']?(${keys})["']?\\s*:`, "m").test(text);
  return has("kind") && has("metadata|items|data|spec");
}
