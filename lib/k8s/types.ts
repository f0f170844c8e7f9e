/**
 * The Go types of a release: `typesOf(30).get("k8s.io/api/core/v1.Pod")`. What protobuf says about Istio's messages is in proto.ts
 * (`protoMessage`, `protoEnum`, `defaultsOf`); `typesOf(release).protoOf(path)` names the message of a Go type. Methods are callable
 * once a module offers bodies for them with `registerMethods`; those of Kubernetes' own types come with this module.
 */
import "./methods";

export { registerMethods, typesOf, TypeTable, type MethodBody } from "./type-table";
