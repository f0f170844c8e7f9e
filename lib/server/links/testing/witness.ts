import { createHash } from "node:crypto";

/** What a server has acknowledged, and so must hold to whatever happens to it. */
export class Witness {
  /** Digest of the content of each link that was made and is still to be there. */
  readonly kept = new Map<string, string>();
  /** Links that were deleted, or read though they burn. */
  readonly gone = new Set<string>();
  /** Answers that have come. */
  acknowledged = 0;

  constructor(private readonly fetchLimit = 5000) {}

  /** Makes links, deletes some and burns some, one after another, until the server goes. */
  async work(base: string): Promise<void> {
    for (;;) {
      const text = "x".repeat(Math.floor(Math.random() ** 4 * 60_000)) + Math.random();
      const burn = Math.random() < 0.2;
      const made = await this.call(base, "", "POST", { kind: "plain", content: { text }, expires: "1d", burn });
      if (made?.status !== 201) return;
      this.acknowledged++;
      const { id, deleteToken } = made.body as { id: string; deleteToken: string };
      if (burn) {
        const read = await this.call(base, `/${id}/read`, "POST");
        // Read it was, if not acknowledged: it may be there or not.
        if (read?.status !== 200) return;
        this.gone.add(id);
      } else if (Math.random() < 0.2) {
        const deleted = await this.call(base, `/${id}`, "DELETE", undefined, {
          Authorization: `Bearer ${deleteToken}`,
        });
        if (deleted?.status !== 204) return;
        this.gone.add(id);
      } else this.kept.set(id, digest(text));
    }
  }

  /** How many links are not as they were acknowledged: lost, not what they were, or there again. */
  async wrong(base: string): Promise<{ lost: number; changed: number; back: number }> {
    const result = { lost: 0, changed: 0, back: 0 };
    for (const [id, expected] of this.kept) {
      const got = await this.call(base, `/${id}`, "GET");
      if (got?.status !== 200) result.lost++;
      else if (digest((got.body as { content: { text: string } }).content.text) !== expected) result.changed++;
    }
    for (const id of this.gone) if ((await this.call(base, `/${id}`, "GET"))?.status !== 404) result.back++;
    return result;
  }

  /** Undefined where the server went before its answer was complete. */
  private async call(base: string, path: string, method: string, body?: object, headers: Record<string, string> = {}) {
    try {
      const response = await fetch(`${base}/api/v1/links${path}`, {
        method,
        headers: { ...headers, ...(body ? { "Content-Type": "application/json" } : {}) },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(this.fetchLimit),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
    } catch {
      return undefined;
    }
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
