/** Remembers the last few results by a text, since the same ConfigMap comes again with every keystroke elsewhere. */
export class Recent<T> {
  private readonly entries: { readonly variant: string; readonly text: string; readonly value: T }[] = [];
  constructor(private readonly size: number) {}

  /**
   * What was made of the text before (in that variant: a release, an environment), or is made of it now; a `make` that throws leaves
   * nothing behind. Texts are compared, not hashed: the same string object is found at once, an equal one in a single pass.
   */
  get(variant: string, text: string, make: () => T): T {
    const { entries } = this;
    const at = entries.findIndex((entry) => entry.variant === variant && entry.text === text);
    const entry = at < 0 ? { variant, text, value: make() } : entries.splice(at, 1)[0]!;
    entries.unshift(entry);
    if (entries.length > this.size) entries.pop();
    return entry.value;
  }
}
