import { LIFETIMES } from "./links/settings";
import type { Schema } from "./schema";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const kind: Schema = {
  enum: ["encrypted", "plain"],
  description: "`encrypted`: the server cannot read it, the key is in the link's fragment. `plain`: the server can.",
};
const content: Schema = {
  type: ["string", "object"],
  description:
    "`encrypted`: bytes as base64url (RFC 4648) without padding. `plain`: an object. At most 2 MiB, as bytes or as JSON.",
};
const burn: Schema = { type: "boolean", description: "Whether the first reader is the last." };
const time = (description: string): Schema => ({ type: "string", description: `${description} (RFC 3339).` });
const expiresAt: Schema = { ...time("From when on nobody can read it; null: it stays"), type: ["string", "null"] };
const facts = {
  id: { type: "string", pattern: "^[A-Za-z0-9_-]{16}$", description: "96 random bits." },
  kind,
  createdAt: time("When it was made"),
  expiresAt,
  burn,
} satisfies Record<string, Schema>;

/** The forms of the requests and answers about links. */
export const linkSchemas = {
  LinkRequest: {
    type: "object",
    properties: {
      kind,
      content,
      expires: {
        enum: Object.keys(LIFETIMES),
        description: "How long it lives. `never` only where the server allows it: see GET /api/v1/links.",
      },
      burn: { ...burn, default: false },
    },
    required: ["kind", "content", "expires"],
    additionalProperties: false,
  },
  MadeLink: {
    type: "object",
    description: "The link that was made. It is durable.",
    properties: {
      ...facts,
      path: { type: "string", description: "Its page on this server." },
      deleteToken: { type: "string", description: "Deletes it. The server keeps only its hash: it is told this once." },
    },
    required: [...Object.keys(facts), "path", "deleteToken"],
  },
  Link: {
    type: "object",
    properties: { ...facts, content },
    required: Object.keys(facts),
  },
  AboutLinks: {
    type: "object",
    properties: {
      enabled: { type: "boolean", description: "Whether this server keeps links at all." },
      expires: { type: "array", items: { enum: Object.keys(LIFETIMES) }, description: "Lifetimes that it allows." },
      maxContentBytes: { type: "integer" },
    },
    required: ["enabled", "expires", "maxContentBytes"],
  },
} satisfies Record<string, Schema>;

const requestId = {
  "X-Request-Id": { description: "Names this request in the server's log.", schema: { type: "string" } },
};
const problem = (description: string) => ({
  description,
  headers: requestId,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
const json = (name: keyof typeof linkSchemas) => ({ "application/json": { schema: ref(name) } });
const ok = (description: string, name: keyof typeof linkSchemas) => ({
  description,
  headers: requestId,
  content: json(name),
});
const common = {
  429: problem("Too many requests from this address; Retry-After says when to come back."),
  501: problem("This server keeps no links."),
  503: problem("The storage cannot be reached."),
};
const absent = problem("There is no such link: it never was, has expired, was deleted, or has burned.");
const parameters = [{ name: "id", in: "path", required: true, schema: facts.id }];

/** The paths of the API that are about links. */
export const linkPaths = {
  "/api/v1/links": {
    get: {
      operationId: "aboutLinks",
      summary: "What links this server keeps",
      responses: { 200: { description: "What it allows.", content: json("AboutLinks") } },
    },
    post: {
      operationId: "makeLink",
      summary: "Keep something under a short link",
      requestBody: { required: true, content: json("LinkRequest") },
      responses: {
        201: ok("It is kept, on disk.", "MadeLink"),
        400: problem("Not JSON, not of this form, or a lifetime that this server does not allow (naming the field)."),
        413: problem("Larger than 2 MiB."),
        415: problem("The body is not application/json."),
        507: problem("The storage is full."),
        ...common,
      },
    },
  },
  "/api/v1/links/{id}": {
    parameters,
    get: {
      operationId: "getLink",
      summary: "A link; of one that burns, all but its content",
      responses: { 200: ok("The link.", "Link"), 404: absent, ...common },
    },
    delete: {
      operationId: "deleteLink",
      summary: "Delete a link, as its maker",
      security: [{ deleteToken: [] }],
      responses: {
        204: { description: "It is gone.", headers: requestId },
        403: problem("The token is missing or another link's."),
        404: absent,
        ...common,
      },
    },
  },
  "/api/v1/links/{id}/read": {
    parameters,
    post: {
      operationId: "readLink",
      summary: "A link with its content; one that burns is gone with it",
      responses: { 200: ok("The link.", "Link"), 404: absent, ...common },
    },
  },
} as const;
