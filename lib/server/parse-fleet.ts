import type { FleetRequest } from "../compare/fleet";
import { checkedBody, checkTexts } from "./parse-request";

/**
 * The fleet that a body holds. Only its workloads may be as large as the body.
 * @throws ProblemError 400 for a body that is not UTF-8, not JSON or not of the form, 413 for a text of a side over the limit.
 */
export function parseFleet(body: Uint8Array): FleetRequest {
  const request = checkedBody<FleetRequest>(body, "FleetRequest", "Not a fleet request");
  for (const side of ["a", "b"] as const) checkTexts(request[side], `/${side}`);
  return request;
}
