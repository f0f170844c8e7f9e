/**
 * Go's sort.SliceStable, in place. Its steps are mirrored because the strategic merge hands it a `less` that is no order at all
 * (unknown elements count as smaller than everything), so that the result depends on the algorithm.
 */
export function stableSort<T>(list: T[], less: (a: T, b: T) => boolean): void {
  const sorter = new Sorter(list, less);
  let size = 20;
  let from = 0;
  const n = list.length;
  for (let to = size; to <= n; from = to, to += size) sorter.insertion(from, to);
  sorter.insertion(from, n);
  for (; size < n; size *= 2) {
    from = 0;
    for (let to = 2 * size; to <= n; from = to, to += 2 * size) sorter.merge(from, from + size, to);
    if (from + size < n) sorter.merge(from, from + size, n);
  }
}

class Sorter<T> {
  constructor(
    private readonly list: T[],
    private readonly lessThan: (a: T, b: T) => boolean,
  ) {}

  private less(i: number, j: number): boolean {
    return this.lessThan(this.list[i]!, this.list[j]!);
  }

  private swap(i: number, j: number): void {
    const { list } = this;
    [list[i], list[j]] = [list[j]!, list[i]!];
  }

  insertion(from: number, to: number): void {
    for (let i = from + 1; i < to; i++) {
      for (let j = i; j > from && this.less(j, j - 1); j--) this.swap(j, j - 1);
    }
  }

  /** Go's symMerge: merges the sorted parts [a, m) and [m, b). */
  merge(a: number, m: number, b: number): void {
    if (m - a === 1) return this.insertFirst(a, m, b);
    if (b - m === 1) return this.insertLast(a, m);
    const middle = (a + b) >>> 1;
    const n = middle + m;
    let start = m > middle ? n - b : a;
    let end = m > middle ? middle : m;
    const p = n - 1;
    while (start < end) {
      const c = (start + end) >>> 1;
      if (!this.less(p - c, c)) start = c + 1;
      else end = c;
    }
    const last = n - start;
    if (start < m && m < last) this.rotate(start, m, last);
    if (a < start && start < middle) this.merge(a, start, middle);
    if (middle < last && last < b) this.merge(middle, last, b);
  }

  private insertFirst(a: number, m: number, b: number): void {
    let i = m;
    let j = b;
    while (i < j) {
      const h = (i + j) >>> 1;
      if (this.less(h, a)) i = h + 1;
      else j = h;
    }
    for (let k = a; k < i - 1; k++) this.swap(k, k + 1);
  }

  private insertLast(a: number, m: number): void {
    let i = a;
    let j = m;
    while (i < j) {
      const h = (i + j) >>> 1;
      if (!this.less(m, h)) i = h + 1;
      else j = h;
    }
    for (let k = m; k > i; k--) this.swap(k, k - 1);
  }

  /** Exchanges the blocks [a, m) and [m, b). */
  private rotate(a: number, m: number, b: number): void {
    const { list } = this;
    const rotated = [...list.slice(m, b), ...list.slice(a, m)];
    for (let i = 0; i < rotated.length; i++) list[a + i] = rotated[i]!;
  }
}
