import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { handleDeleteLink, handleGetLink, handleMakeLink, handleReadLink } from "../handlers";
import { processLinks } from "../service";

/** A process that serves links and nothing else, with the handlers, the store and the settings of the real server; prints its port. */
const links = processLinks();

async function requestOf(message: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array);
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
  const headers = Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Request(`http://localhost${message.url}`, { method: message.method, headers, body });
}

function answer(request: Request): Promise<Response> {
  const [id, action] = new URL(request.url).pathname.split("/").slice(4);
  if (id === undefined) return handleMakeLink(request, links);
  if (action === "read") return handleReadLink(request, id, links);
  return request.method === "DELETE" ? handleDeleteLink(request, id, links) : handleGetLink(request, id, links);
}

const server = createServer((message, response) => {
  void requestOf(message)
    .then(answer)
    .then(async (answered) => {
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      response.end(Buffer.from(await answered.arrayBuffer()));
    });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
