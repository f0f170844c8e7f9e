import { inject } from "../lib/index";
import type { InjectRequest, InjectResult } from "../lib/inject/api";
import type { Json, JsonMap } from "../lib/go/json-value";
import { canonical, type RecordedCase } from "./cases";

/** The request of a recording in the words of the API. */
export function requestOf({ id, request, release }: RecordedCase): InjectRequest {
  const { config, values, mesh, namespaceAnnotations, namespace, proxyConfigs } = request;
  return {
    workload: request.pod ?? request.workload ?? "",
    injector: { config, values },
    mesh,
    proxyConfigs: proxyConfigs?.map((resource) => JSON.stringify(proxyConfigObject(resource))).join("\n---\n"),
    namespaces:
      namespaceAnnotations &&
      JSON.stringify({
        apiVersion: "v1",
        kind: "Namespace",
        metadata: { name: namespace ?? "default", annotations: namespaceAnnotations },
      }),
    options: {
      path: request.path,
      release: release === "master" ? "1.31" : release.split(".").slice(0, 2).join("."),
      namespace,
      // This recording is of a revision given as empty, which its request does not show.
      revision: id === "policy/revision/empty" ? "" : request.revision,
      nativeSidecars: request.nativeSidecars,
      platform: request.platform,
      compliancePolicy: request.compliancePolicy,
      injectPath: request.injectPath,
      include: ["stages", "patch", "output"],
    },
  };
}

function proxyConfigObject(resource: unknown): unknown {
  const { name, namespace, creationTimestamp, spec } = resource as Record<string, unknown>;
  return {
    apiVersion: "networking.istio.io/v1beta1",
    kind: "ProxyConfig",
    metadata: { name, namespace, creationTimestamp },
    spec,
  };
}

/** What differs from the recording, in words; empty where nothing does. */
export function differences(recorded: RecordedCase): string[] {
  let result: InjectResult;
  try {
    result = inject(requestOf(recorded));
  } catch (error) {
    return [`the engine threw: ${error instanceof Error ? error.stack : String(error)}`];
  }
  return compare(recorded, result);
}

function compare({ expect, request }: RecordedCase, result: InjectResult): string[] {
  const found: string[] = [];
  const check = (what: string, expected: Json | undefined, actual: Json | undefined) => {
    const [e, a] = [canonical(expected), canonical(actual)];
    if (e !== a) found.push(`${what}\n  expected ${excerpt(e, a)}\n  actual   ${excerpt(a, e)}`);
  };
  check("configError", expect.get("configError") ?? expect.get("meshError"), result.configError?.message);
  if (result.configError) return found;

  const object = result.objects.findLast((o) => o.error) ?? result.objects[0];
  check("error", expect.get("error"), result.error?.message ?? object?.error?.message);
  if (request.path === "kube-inject") {
    check("output", expect.get("output"), result.output);
    const warnings = result.objects.flatMap((o) => o.warnings ?? []);
    check("warnings", expect.get("warnings"), warnings.length > 0 ? warnings : undefined);
    return found;
  }
  const skipped = expect.get("decision") === "skip";
  // An injection that selects no template was recorded as a skipped one, though it has a patch; its stages were not seen.
  const nothingSelected = skipped && expect.has("patch");
  if (!nothingSelected) {
    if (expect.has("decision")) check("decision", expect.get("decision"), object?.decision?.inject ? "inject" : "skip");
    const list = (name: string) => (expect.get(name) as Json[] | undefined) ?? [];
    check("selected", list("selected"), object?.templates?.map((t) => t.name) ?? []);
    const stages = object?.stages ?? [];
    const texts = stages.flatMap((s) =>
      "text" in s ? [map({ template: s.id.replace(/^rendered:/, ""), text: s.text })] : [],
    );
    check("rendered", list("rendered"), texts);
    const pods = stages.flatMap((s) => ("pod" in s ? [map({ id: s.id, pod: s.pod })] : []));
    const expected = list("stages") as JsonMap[];
    for (let i = 0; i < Math.max(expected.length, pods.length); i++) {
      check(`stage ${(expected[i] ?? pods[i])!.get("id") as string}`, expected[i], pods[i]);
    }
    if (skipped) return found;
  }
  const operations = (list: readonly Json[] | undefined) => list?.map(canonical).sort();
  const patch = object?.error ? undefined : object?.patch?.map((operation) => map({ ...operation }));
  check("patch", operations(expect.get("patch") as Json[] | undefined), operations(patch));
  check("pod", expect.get("pod"), object?.error ? undefined : object?.pod);
  return found;
}

function map(members: Readonly<Record<string, Json | undefined>>): JsonMap {
  return new Map(Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** The part of a text around its first difference from another. */
function excerpt(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const from = Math.max(0, at - 80);
  return `${from > 0 ? "…" : ""}${text.slice(from, at + 220)}${text.length > at + 220 ? "…" : ""}`;
}
