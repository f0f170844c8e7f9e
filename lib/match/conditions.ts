import { JsonNumber, type Json, type JsonMap } from "../go/json-value";
import type { Node } from "../go/value";
import type { Reason } from "./api";
import { compileCondition, RunError, type Compiled, type Value } from "./cel";
import { CONDITION_SCOPE } from "./condition-scope";
import { aggregate } from "./field-errors";
import { defaultedPod } from "./pod-defaults";
import type { RequestedResource } from "./rules";
import type { Webhook } from "./types";

/** What conditions can name, as it was read. */
export interface ConditionInput {
  /** The name in the request; "" where one is yet to be made. */
  readonly name: string;
  readonly resource: RequestedResource;
  readonly object: ConditionObject | undefined;
  readonly oldObject: ConditionObject | undefined;
}

/** An object of a request: a pod gets its defaults. */
export interface ConditionObject {
  readonly json: JsonMap;
  /** Of a pod: its node. */
  readonly pod?: Node;
}

const compiled = new Map<string, Compiled>();
const MOST_COMPILED = 500;

function compile(expression: string): Compiled {
  let found = compiled.get(expression);
  if (!found) {
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(expression, (found = compileCondition(expression, CONDITION_SCOPE)));
  }
  return found;
}

/** Why a condition does not compile; undefined where it does. */
export function conditionError(expression: string): string | undefined {
  const found = compile(expression);
  return "error" in found ? found.error : undefined;
}

/**
 * Whether all matchConditions of a webhook hold. One that is false decides, even where others fail; otherwise the failurePolicy says what
 * a failing one means. Mirrors Match of k8s.io/apiserver/pkg/admission/plugin/webhook/matchconditions. The request is taken to come from
 * the controller that makes pods for ReplicaSets.
 */
export function conditionsResult(
  { matchConditions, failurePolicy }: Webhook,
  at: string,
  configuration: number,
  input: ConditionInput,
): { readonly matches: boolean; readonly because: readonly Reason[]; readonly error?: string } {
  if (!matchConditions || matchConditions.length === 0) return { matches: true, because: [] };
  const variables = variablesOf(input);
  const failures: Reason[] = [];
  for (const [index, { expression = "" }] of matchConditions.entries()) {
    const reason: Reason = { predicate: "matchConditions", configuration, pointer: `${at}/${index}/expression` };
    const found = compile(expression);
    try {
      if ("error" in found) failures.push({ ...reason, error: `compilation error: ${found.error}` });
      else if (found.run(variables) === false) return { matches: false, because: [reason] };
    } catch (failure) {
      if (!(failure instanceof RunError)) throw failure;
      failures.push({ ...reason, error: `expression '${expression}' resulted in error: ${failure.message}` });
    }
  }
  if (failures.length === 0 || (failurePolicy && !["Fail", "Ignore"].includes(failurePolicy)))
    return { matches: true, because: [] };
  if (failurePolicy === "Ignore") return { matches: false, because: failures };
  return { matches: false, because: failures, error: aggregate(failures.map(({ error }) => error!)) };
}

const known = new WeakMap<ConditionInput, Readonly<Record<string, Value>>>();

function variablesOf(input: ConditionInput): Readonly<Record<string, Value>> {
  let found = known.get(input);
  if (!found) {
    found = {
      object: objectValue(input.object),
      oldObject: objectValue(input.oldObject),
      // Webhooks' conditions are not given the Namespace, though they may name it.
      namespaceObject: null,
      request: requestValue(input),
    };
    known.set(input, found);
  }
  return found;
}

function objectValue(object: ConditionObject | undefined): Value {
  if (!object) return null;
  if (object.pod === undefined) return value(object.json);
  const pod = defaultedPod(object.pod) as JsonMap;
  for (const key of ["apiVersion", "kind"]) if (object.json.has(key)) pod.set(key, object.json.get(key)!);
  return value(pod);
}

const CREATOR: Json = new Map<string, Json>([
  ["username", "system:serviceaccount:kube-system:replicaset-controller"],
  ["groups", ["system:serviceaccounts", "system:serviceaccounts:kube-system", "system:authenticated"]],
]);

function requestValue({ name, resource, object, oldObject }: ConditionInput): Value {
  const kind = String((object ?? oldObject)?.json.get("kind") ?? "");
  const { group, version, resource: plural, subresource, namespace, operation } = resource;
  const gvk = { group, version, kind };
  const gvr = { group, version, resource: plural };
  const optional = (members: Readonly<Record<string, string>>) =>
    Object.entries(members).filter(([, text]) => text !== "") as [string, Json][];
  return value(
    new Map<string, Json>([
      ["uid", ""],
      ["kind", new Map(Object.entries(gvk))],
      ["resource", new Map(Object.entries(gvr))],
      ["requestKind", new Map(Object.entries(gvk))],
      ["requestResource", new Map(Object.entries(gvr))],
      ...optional({ subResource: subresource, requestSubResource: subresource, name, namespace }),
      ["operation", operation],
      ["userInfo", CREATOR],
      ["dryRun", false],
      [
        "options",
        new Map([
          ["kind", "CreateOptions"],
          ["apiVersion", "meta.k8s.io/v1"],
        ]),
      ],
      ["object", null],
      ["oldObject", null],
    ]),
  );
}

function value(json: Json): Value {
  if (Array.isArray(json)) return json.map(value);
  if (json instanceof Map) return new Map([...json].map(([key, member]) => [key, value(member)]));
  if (json instanceof JsonNumber) return /^-?\d+$/.test(json.text) ? BigInt(json.text) : Number(json.text);
  if (typeof json === "number") return Number.isSafeInteger(json) ? BigInt(json) : json;
  return json;
}
