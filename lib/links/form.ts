/**
 * How a link holds everything itself: `v1.<length>.<data>`, behind the `#`. The length is that of the data in characters, to base
 * 36, so that a link whose end is missing says so.
 */
export const FORM = /^v([1-9]\d{0,8})\.([0-9a-z]{1,6})\.(.*)$/s;

/** The version of this form. Each reads on for ever. */
export const VERSION = 1;

/** Whether a fragment is meant to be a link; other fragments lead to parts of the page. */
export function isLinkFragment(fragment: string): boolean {
  return /^v\d+\./.test(fragment);
}
