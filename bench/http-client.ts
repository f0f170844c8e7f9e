import { once } from "node:events";
import { connect, type Socket } from "node:net";

/**
 * A client that costs next to nothing: one connection, one request at a time, the answer only counted. What is measured against it is
 * the server's time, not that of a general client.
 */
export class HttpClient {
  private socket: Socket | undefined;
  private answered: ((size: number) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;
  private missing = -1;
  private size = 0;

  constructor(private readonly port: number) {}

  async open(): Promise<this> {
    this.socket = connect({ port: this.port, host: "127.0.0.1", noDelay: true });
    this.socket.on("data", (chunk) => this.take(chunk));
    this.socket.on("error", (error) => this.failed?.(error));
    this.socket.on("close", () => this.failed?.(new Error("the server closed the connection")));
    await once(this.socket, "connect");
    return this;
  }

  /** Sends a request in parts; the size of its answer's body. @throws when the answer is not 200. */
  async send(parts: readonly Uint8Array[]): Promise<number> {
    const answer = new Promise<number>((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
    });
    this.socket!.cork();
    for (const part of parts) this.socket!.write(part);
    this.socket!.uncork();
    return answer;
  }

  close(): void {
    this.failed = undefined;
    this.socket?.destroy();
  }

  private take(chunk: Buffer): void {
    if (this.missing < 0) {
      const end = chunk.indexOf("\r\n\r\n");
      const head = chunk.toString("latin1", 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (end < 0 || !head.startsWith("HTTP/1.1 200 ") || !(length >= 0))
        return this.failed?.(new Error(head.split("\r\n")[0] || "no answer"));
      this.size = length;
      this.missing = length - (chunk.length - end - 4);
    } else this.missing -= chunk.length;
    if (this.missing > 0) return;
    this.missing = -1;
    this.answered?.(this.size);
  }
}
