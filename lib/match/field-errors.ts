import { quote } from "../go/quote";
import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";

/** Errors of fields as Kubernetes prints them. Mirrors k8s.io/apimachinery/pkg/util/validation/field. */

/** Go marshals a nil slice as null. */
function printed(value: Json | undefined): string {
  if (typeof value === "string") return quote(value);
  return stringifyJson(value ?? null);
}

function withDetail(text: string, detail: string): string {
  return detail === "" ? text : `${text}: ${detail}`;
}

export function required(field: string, detail = ""): string {
  return withDetail(`${field}: Required value`, detail);
}

export function forbidden(field: string, detail: string): string {
  return withDetail(`${field}: Forbidden`, detail);
}

export function invalid(field: string, value: Json | undefined, detail: string): string {
  return withDetail(`${field}: Invalid value: ${printed(value)}`, detail);
}

export function duplicate(field: string, value: string): string {
  return `${field}: Duplicate value: ${printed(value)}`;
}

export function unsupported(field: string, value: string, supported: readonly string[]): string {
  return `${field}: Unsupported value: ${printed(value)}: supported values: ${supported.map(quote).join(", ")}`;
}

export function tooMany(field: string, count: number, most: number): string {
  return `${field}: Too many: ${count}: must have at most ${most} items`;
}

/** Several errors as one. Mirrors Aggregate of k8s.io/apimachinery/pkg/util/errors: each text once. */
export function aggregate(errors: readonly string[]): string {
  const once = [...new Set(errors)];
  return once.length === 1 ? once[0]! : `[${once.join(", ")}]`;
}
