import { exampleRequest } from "../example";
import { MAX_FLEET_BYTES } from "./limits";
import { linkPaths } from "./openapi-links";
import { schemas } from "./openapi-schemas";

const ref = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: keyof typeof schemas, example?: unknown) => ({
  "application/json": { schema: ref(name), ...(example === undefined ? {} : { example }) },
});
const requestId = {
  "X-Request-Id": { description: "Names this request in the server's log.", schema: { type: "string" } },
};
const problem = (description: string) => ({
  description,
  headers: requestId,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
const probe = (summary: string, status: string) => ({
  get: {
    summary,
    responses: {
      200: {
        description: summary,
        content: {
          "application/json": {
            schema: { type: "object", properties: { status: { const: status } }, required: ["status"] },
          },
        },
      },
    },
  },
});

/** The OpenAPI 3.1 description of the HTTP API. */
export const openapi = {
  openapi: "3.1.0",
  info: {
    title: "Injection Explorer",
    version: "1",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    description:
      "What Istio's sidecar injector does with a workload, and why. The contract is additive: fields are added, never renamed. " +
      "An injection that fails as the injector would fail is not an HTTP error: it is a result with the injector's own words.",
  },
  paths: {
    "/api/v1/inject": {
      post: {
        operationId: "inject",
        summary: "Inject the objects of a text",
        requestBody: { required: true, content: json("InjectRequest", exampleRequest) },
        responses: {
          200: { description: "What the injector does.", headers: requestId, content: json("InjectResult") },
          400: problem("Not JSON (naming the place), or not of this form (naming the field)."),
          413: problem("The body or one of its texts is too large."),
          415: problem("The body is not application/json."),
          429: problem("This client has too many requests under way; see Retry-After."),
          503: problem("Busy, or stopped for using too much time or memory."),
        },
      },
    },
    "/api/v1/compare": {
      post: {
        operationId: "compare",
        summary: "What changes from one situation to another, and what makes it",
        description:
          "Both requests are injected, and each of what differs between them once more alone on either side, so that what made a change " +
          "is known and not guessed. All of it has the time of one injection: two large workloads may need more than the server gives.",
        requestBody: { required: true, content: json("CompareRequest") },
        responses: {
          200: {
            description: "The pods of both sides, their differences and what made each.",
            headers: requestId,
            content: json("CompareResult"),
          },
          400: problem("Not JSON (naming the place), or not of this form (naming the field)."),
          413: problem("The body or one of its texts is too large."),
          415: problem("The body is not application/json."),
          429: problem("This client asks too much at one time; see Retry-After."),
          503: problem("The server is busy, or the comparison took more time or memory than the server allows."),
        },
      },
    },
    "/api/v1/fleet": {
      post: {
        operationId: "fleet",
        summary: "What an upgrade changes on which of many workloads",
        description:
          "The answer is a stream: a line of JSON for each workload as it is done, between them how far it is, and at the end the groups. " +
          `The body may have ${MAX_FLEET_BYTES / 1024 / 1024} MiB. It ends when the connection does.`,
        requestBody: { required: true, content: json("FleetRequest") },
        responses: {
          200: {
            description: "Lines of JSON, as they come.",
            headers: requestId,
            content: { "application/x-ndjson": { schema: ref("FleetLine") } },
          },
          400: problem("Not JSON (naming the place), or not of this form (naming the field)."),
          413: problem("The body or a text of a side is too large."),
          415: problem("The body is not application/json."),
          429: problem("This client has a fleet under way; see Retry-After."),
          503: problem("Others have fleets under way, or reading it took too much time or memory."),
        },
      },
    },
    ...linkPaths,
    "/api/v1/openapi.json": {
      get: {
        summary: "This document",
        responses: {
          200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } },
        },
      },
    },
    "/metrics": {
      get: {
        summary: "What the server does, in numbers",
        responses: {
          200: { description: "Prometheus' text format", content: { "text/plain": { schema: { type: "string" } } } },
        },
      },
    },
    "/healthz": probe("The server is alive", "alive"),
    "/readyz": {
      get: {
        ...probe("The server can inject", "ready").get,
        responses: { ...probe("The server can inject", "ready").get.responses, 503: problem("It cannot.") },
      },
    },
  },
  components: {
    schemas,
    securitySchemes: {
      deleteToken: { type: "http", scheme: "bearer", description: "The `deleteToken` that the maker of the link got." },
    },
  },
} as const;
