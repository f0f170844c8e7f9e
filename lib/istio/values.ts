import { JsonNumber, type Json } from "../go/json-value";
import type { GoValue } from "../go/value";
import { defaultsOf } from "../k8s/proto";
import type { Release } from "../k8s/release";
import { GoError } from "../source/errors";
import { yamlToJson } from "../yaml/to-json";
import type { Wrapper } from "./mesh-types";
import { messageDescriptor, type MessageNode } from "./protobuf/descriptor";
import { applyJson } from "./protobuf/parse";

/** The parts of the injector's values that it looks at itself, as a node of the operator's Values message. */
export interface Values extends MessageNode {
  global?: {
    hub?: string;
    /** A google.protobuf.Value. */
    tag?: MessageNode;
    variant?: string;
    network?: string;
    multiCluster?: { clusterName?: string };
    proxy?: { image?: string; holdApplicationUntilProxyStarts?: Wrapper<boolean> };
    proxy_init?: { image?: string };
  };
  sidecarInjectorWebhook?: { rewriteAppHTTPProbe?: Wrapper<boolean> };
}

/** The two views of data.values: `typed` for the injector, `map` for templates (`.Values`). */
export interface InjectionValues {
  readonly typed: Values;
  readonly map: Map<string, GoValue>;
}

/**
 * Reads data.values, JSON or YAML. Keys that the release does not know are ignored in the typed view; those it knows must be of its type.
 * @throws GoError `could not parse configuration values: …`
 * Mirrors NewValuesConfig of pkg/kube/inject/webhook.go.
 */
export function parseValues(release: Release, text: string): InjectionValues {
  try {
    const json = yamlToJson(text);
    const typed: Values = {};
    applyJson(messageDescriptor(release, defaultsOf(release).valuesMessage), json, typed);
    return { typed, map: json instanceof Map ? genericMap(json) : new Map() };
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw new GoError(`could not parse configuration values: ${error.message}`, error.position, error.text);
  }
}

function genericMap(json: ReadonlyMap<string, Json>): Map<string, GoValue> {
  const map = new Map<string, GoValue>();
  for (const [key, value] of json) map.set(key, generic(value));
  return map;
}

/** As encoding/json reads into interface{}: every number a float64. */
function generic(json: Json): GoValue {
  if (json instanceof JsonNumber) return Number(json.text);
  if (Array.isArray(json)) return json.map(generic);
  return json instanceof Map ? genericMap(json) : json;
}
