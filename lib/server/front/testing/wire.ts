import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Pool } from "../../pool";
import { createFront, type Front, type FrontOptions } from "../front";

const idle = { waiting: 0, running: 0, slow: 0, ready: 1, replaced: { time: 0, memory: 0, fault: 0 } };

/** A body in one piece. */
export const bytesOf = (body: Uint8Array | readonly Uint8Array[]): Uint8Array =>
  body instanceof Uint8Array ? body : Buffer.concat(body);

/** A pool that answers with the body itself. */
export const echo: Pick<Pool, "run" | "state"> = { run: (body) => Promise.resolve(bytesOf(body)), state: idle };

/** A listening front, and its port. */
export async function listening(options: Partial<FrontOptions> = {}): Promise<Front & { port: number }> {
  const pages: FrontOptions["pages"] = (request, response) => void response.end(`page ${request.url}`);
  const front = createFront({ pool: echo, pages, ...options });
  front.server.listen(0, "127.0.0.1");
  await once(front.server, "listening");
  return { ...front, port: (front.server.address() as AddressInfo).port };
}

/** A bare connection that keeps what it hears. */
export class Wire {
  heard = "";
  readonly closed: Promise<unknown>;
  readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.on("data", (chunk) => (this.heard += String(chunk)));
    // A reset ends it too.
    this.socket.on("error", () => undefined);
    this.closed = new Promise((resolve) => this.socket.once("close", resolve));
  }

  send(text: string | Uint8Array): void {
    this.socket.write(text);
  }
}

/** The text of a request to inject. */
export function injectText(body: string, headers = ""): string {
  return `POST /api/v1/inject HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
