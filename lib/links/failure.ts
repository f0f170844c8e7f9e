/** What is wrong with a link. */
export type LinkFailure =
  /** It is of another page, or of none. */
  | { readonly kind: "not-ours" }
  /** Its end is missing: so many characters of so many are there. */
  | { readonly kind: "cut-off"; readonly have: number; readonly of: number }
  /** It was changed on the way. */
  | { readonly kind: "damaged" }
  /** A newer explorer made it. */
  | { readonly kind: "unknown-version"; readonly version: number }
  /** It would unpack to more bytes than this. */
  | { readonly kind: "too-large"; readonly most: number }
  /** It unpacks to something that is not what a link holds; the JSON pointer of the first wrong part. */
  | { readonly kind: "malformed"; readonly at: string };
