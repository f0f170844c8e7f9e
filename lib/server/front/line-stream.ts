import { once } from "node:events";
import { constants, createGzip, type Gzip } from "node:zlib";
import { DATA_HEADERS, type Exchange } from "./exchange";
import { wantsCompression } from "./respond";

/** An answer of lines of JSON (NDJSON) that are sent as they come. */
export class LineStream {
  private readonly gzip: Gzip | undefined;

  /** Writes the head of the answer: from here on nothing can be told but in lines. */
  constructor(private readonly exchange: Exchange) {
    const { response, id } = exchange;
    const compress = wantsCompression(exchange);
    response.writeHead(200, {
      ...DATA_HEADERS,
      "Content-Type": "application/x-ndjson",
      "Cache-Control": "no-store",
      // Proxies that collect answers would hold the lines back.
      "X-Accel-Buffering": "no",
      "X-Request-Id": id,
      Vary: "Accept-Encoding",
      ...(compress ? { "Content-Encoding": "gzip" } : {}),
    });
    if (!compress) return;
    this.gzip = createGzip({ level: constants.Z_BEST_SPEED });
    this.gzip.pipe(response);
  }

  /** Sends whole lines; resolves when there is room for more. A client that has gone is no error: the exchange's signal tells it. */
  async write(lines: string | Uint8Array): Promise<void> {
    const { response, signal } = this.exchange;
    if (response.destroyed) return;
    const to = this.gzip ?? response;
    const room = to.write(lines);
    this.gzip?.flush(constants.Z_SYNC_FLUSH);
    if (!room) await once(to, "drain", { signal }).catch(() => undefined);
  }

  /** Sends one line. */
  tell(line: { readonly type: string; readonly [field: string]: unknown }): Promise<void> {
    return this.write(`${JSON.stringify(line)}\n`);
  }

  end(): void {
    (this.gzip ?? this.exchange.response).end();
  }
}
