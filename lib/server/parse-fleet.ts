import type { FleetRequest, FleetSide } from "../compare/fleet";
import { parsedJson } from "./json-body";
import { MAX_TEXT_BYTES } from "./limits";
import { schemas } from "./openapi-schemas";
import { ProblemError } from "./problem";
import { violation } from "./schema";

/**
 * The fleet that a body holds. Only its workloads may be as large as the body.
 * @throws ProblemError 400 for a body that is not UTF-8, not JSON or not of the form, 413 for a text of a side over the limit.
 */
export function parseFleet(body: Uint8Array): FleetRequest {
  const value = parsedJson(body);
  const found = violation(schemas.FleetRequest, value, schemas);
  if (found) {
    const detail = `${found.field === "" ? "The request body" : found.field} ${found.message}.`;
    throw new ProblemError({ status: 400, title: "Not a fleet request", detail, field: found.field });
  }
  const request = value as FleetRequest;
  for (const side of ["a", "b"] as const) {
    for (const [field, text] of textsOf(request[side])) {
      if (Buffer.byteLength(text) <= MAX_TEXT_BYTES) continue;
      const pointer = `/${side}/${field}`;
      const detail = `${pointer} is larger than ${MAX_TEXT_BYTES} bytes.`;
      throw new ProblemError({ status: 413, title: "Too large", detail, field: pointer });
    }
  }
  return request;
}

/** The texts of a side, with their JSON pointers in it. */
function textsOf({ injector, mesh, proxyConfigs, namespaces }: FleetSide): (readonly [string, string])[] {
  const parts =
    typeof injector === "string"
      ? { injector }
      : { "injector/config": injector.config, "injector/values": injector.values };
  return Object.entries({ ...parts, mesh, proxyConfigs, namespaces }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
}
