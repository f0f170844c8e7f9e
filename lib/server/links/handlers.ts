import { type Problem, ProblemError } from "../problem";
import { bodyOf, readBody } from "../read-body";
import { requireJson } from "../require-json";
import { LINK_ID, newDeleteToken, newLinkId, sha256 } from "../store/ids";
import type { LinkFacts, ReadLink } from "../store/store";
import { answer, FULL } from "./answer";
import { parseLink } from "./parse-link";
import type { LinkService } from "./service";
import { MAX_CONTENT_BYTES, MAX_LINK_BODY_BYTES } from "./settings";

const HEADERS = { "Content-Type": "application/json", "Cache-Control": "no-store" };

/** Answers `GET /api/v1/links`: what this server keeps. */
export function handleAboutLinks({ store, settings }: LinkService): Response {
  const about = { enabled: store !== undefined, expires: settings.expires, maxContentBytes: MAX_CONTENT_BYTES };
  return new Response(JSON.stringify(about), { headers: HEADERS });
}

/** Answers `POST /api/v1/links`: once it says 201, the link is on the disk. */
export function handleMakeLink(request: Request, service: LinkService): Promise<Response> {
  return answer(request, service, async ({ store, limit }) => {
    requireJson(request.headers.get("content-type"));
    limit(service.limits.made);
    const body = await readBody(bodyOf(request), MAX_LINK_BODY_BYTES);
    try {
      const { kind, content, lifetime, burn } = parseLink(body.bytes, service.settings);
      limit(service.limits.bytes, content.length);
      const createdAt = service.now();
      const expiresAt = lifetime === null ? null : createdAt + lifetime;
      const deleteToken = newDeleteToken();
      const link = { id: newLinkId(), kind, createdAt, expiresAt, burn };
      const outcome = await store.put({ ...link, content, tokenHash: sha256(deleteToken) }, service.settings.quota);
      if (outcome === "full") throw new ProblemError(FULL);
      if (outcome === "exists") throw new Error("two ids of 96 random bits are the same");
      const path = `/s/${link.id}`;
      return new Response(JSON.stringify({ ...told(link), path, deleteToken }), {
        status: 201,
        headers: { ...HEADERS, Location: `/api/v1/links/${link.id}` },
      });
    } finally {
      body.release();
    }
  });
}

/** Answers `GET /api/v1/links/{id}`. Of a link that burns it tells that it is there: only `read` gives its content. */
export function handleGetLink(request: Request, id: string, service: LinkService): Promise<Response> {
  return answer(request, service, async ({ store, limit }) => {
    limit(service.limits.read);
    return found(LINK_ID.test(id) ? await store.read(id, service.now()) : undefined);
  });
}

/** Answers `POST /api/v1/links/{id}/read`: the link with its content; one that burns is gone with this answer. */
export function handleReadLink(request: Request, id: string, service: LinkService): Promise<Response> {
  return answer(request, service, async ({ store, limit }) => {
    limit(service.limits.read);
    return found(LINK_ID.test(id) ? await store.take(id, service.now()) : undefined);
  });
}

/** Answers `DELETE /api/v1/links/{id}` with the token that its maker got, as `Authorization: Bearer <token>`. */
export function handleDeleteLink(request: Request, id: string, service: LinkService): Promise<Response> {
  return answer(request, service, async ({ store, limit }) => {
    limit(service.limits.read);
    const token = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    if (token === undefined) throw new ProblemError(REFUSED);
    const outcome = LINK_ID.test(id) ? await store.delete(id, sha256(token)) : "absent";
    if (outcome === "absent") throw new ProblemError(ABSENT);
    if (outcome === "refused") throw new ProblemError(REFUSED);
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  });
}

function found(link: ReadLink | undefined): Response {
  if (!link) throw new ProblemError(ABSENT);
  const { content, kind } = link;
  const facts = JSON.stringify(told(link));
  if (!content) return new Response(facts, { headers: HEADERS });
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  // A plain content is JSON as it stands.
  const text = kind === "plain" ? bytes.toString("utf8") : JSON.stringify(bytes.toString("base64url"));
  return new Response(`${facts.slice(0, -1)},"content":${text}}`, { headers: HEADERS });
}

/** What is told of a link beside its content. */
function told({ id, kind, createdAt, expiresAt, burn }: LinkFacts): Record<string, unknown> {
  const time = (milliseconds: number) => new Date(milliseconds).toISOString();
  return { id, kind, createdAt: time(createdAt), expiresAt: expiresAt === null ? null : time(expiresAt), burn };
}

const ABSENT: Problem = {
  status: 404,
  title: "No such link",
  detail:
    "There is no link of this id: it never was, has expired, was deleted, or was to be read only once and has been.",
};
const REFUSED: Problem = {
  status: 403,
  title: "Not yours to delete",
  detail: "Only who made a link can delete it: send the deleteToken that its maker got as a Bearer token.",
};
