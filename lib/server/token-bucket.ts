/** Buckets that are held at one time. Beyond it, the one that was not asked for the longest is forgotten, full as it probably is. */
const MAX_BUCKETS = 20_000;

interface Bucket {
  tokens: number;
  /** Milliseconds, of the same clock as `now` below. */
  at: number;
}

/** A token bucket for each key: `burst` at once, `perSecond` in the long run. O(1) a question, bounded memory. */
export class TokenBuckets {
  /** In the order of their last use. */
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {}

  /**
   * Takes `cost` tokens from the key's bucket and gives 0, or takes none and gives the seconds after which they would be there. What costs
   * more than `burst` is let through by a full bucket.
   */
  take(key: string, now: number, cost = 1): number {
    const held = this.buckets.get(key);
    const elapsed = held ? Math.max(0, now - held.at) / 1000 : 0;
    const tokens = held ? Math.min(this.burst, held.tokens + elapsed * this.perSecond) : this.burst;
    const needed = Math.min(cost, this.burst);
    const enough = tokens >= needed;
    this.buckets.delete(key);
    this.buckets.set(key, { tokens: enough ? tokens - cost : tokens, at: now });
    if (this.buckets.size > MAX_BUCKETS) this.buckets.delete(this.buckets.keys().next().value!);
    return enough ? 0 : Math.max(1, Math.ceil((needed - tokens) / this.perSecond));
  }
}
