/** What the functions need to know from outside. */
import type { GoType } from "../go/types";
import type { Node } from "../go/value";
import type { Release } from "../k8s/release";

export interface FunctionContext {
  readonly release: Release;
  /** The environment of istiod, for `env` and `expandenv`. */
  readonly env: ReadonlyMap<string, string>;
  /**
   * A protobuf message as JSON text, as protoToJSON prints it (protobuf's JSON, compact). `type` is the message's struct type,
   * `node` its node, never null. Throws GoError where the message cannot be printed.
   */
  readonly protoToJson: (type: GoType, node: Node) => string;
  /** The node of the release's built-in default ProxyConfig (mesh.DefaultProxyConfig). */
  readonly defaultProxyConfig: Node;
}
