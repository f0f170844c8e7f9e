/** What waits, by client: clients take turns, and what one client has waiting keeps its order. */
export class FairQueue<T> {
  /** In the order of turns; no lane is empty. */
  private readonly lanes = new Map<string, T[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** How many of one client wait. */
  sizeOf(client: string): number {
    return this.lanes.get(client)?.length ?? 0;
  }

  push(client: string, item: T): void {
    const lane = this.lanes.get(client);
    if (lane) lane.push(item);
    else this.lanes.set(client, [item]);
    this.count++;
  }

  /** The next one, of the client whose turn it is; undefined when nothing waits. */
  shift(): T | undefined {
    const [turn] = this.lanes;
    if (!turn) return undefined;
    const [client, lane] = turn;
    const item = lane.shift();
    this.count--;
    // To the end of the turns.
    this.lanes.delete(client);
    if (lane.length > 0) this.lanes.set(client, lane);
    return item;
  }

  /** Takes one out, wherever it stands; false when it does not wait (any more). */
  remove(client: string, item: T): boolean {
    const lane = this.lanes.get(client);
    const at = lane?.indexOf(item) ?? -1;
    if (!lane || at < 0) return false;
    lane.splice(at, 1);
    this.count--;
    if (lane.length === 0) this.lanes.delete(client);
    return true;
  }

  /** Takes all out. */
  *drain(): Generator<T> {
    for (let next = this.shift(); next !== undefined; next = this.shift()) yield next;
  }
}
