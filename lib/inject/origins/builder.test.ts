import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inject } from "../answer";
import type { InjectRequest, ObjectResult, Origin } from "../api";

const template = `
metadata:
  annotations:
    version: "{{ .Values.tag }}"
spec:
  initContainers:
  - name: istio-init
    image: init
    args: [-u, "1337"]
  containers:
  - name: istio-proxy
    image: {{ .Values.hub }}/proxy
    {{- if .Values.verbose }}
    command: [loud]
    {{- end }}
    env:
    - name: ISTIO_META_CLUSTER_ID
      value: Kubernetes
    - name: LEVEL
      value: {{ annotation .ObjectMeta "level" .Values.level }}
`;

const config = JSON.stringify({
  policy: "enabled",
  defaultTemplates: ["sidecar"],
  injectedAnnotations: { extra: "yes" },
  templates: {
    sidecar: template,
    other: "spec:\n  dnsPolicy: Default\n",
  },
});

const deleting = JSON.stringify({
  policy: "enabled",
  defaultTemplates: ["sidecar", "none"],
  templates: { sidecar: template, none: "spec: {containers: [{name: istio-proxy, $patch: delete}]}" },
});

interface Given {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly proxy?: object;
  readonly app?: object;
  readonly values?: object;
  readonly options?: InjectRequest["options"];
  /** A second template deletes the proxy of the first. */
  readonly takesProxyAway?: boolean;
}

/** What becomes of a pod with container app and, if given, one that the template has too. */
function injected({ annotations = {}, proxy, app, values, options, takesProxyAway }: Given): ObjectResult {
  const containers = [{ name: "app", image: "app:1", ...app }, ...(proxy ? [{ name: "istio-proxy", ...proxy }] : [])];
  const workload = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "p", annotations },
    spec: { dnsPolicy: "None", containers },
  };
  const webhook = { rewriteAppHTTPProbe: true };
  const all = { hub: "hub", level: "info", tag: "1.30", sidecarInjectorWebhook: webhook, ...values };
  const [object] = inject({
    workload: JSON.stringify(workload),
    injector: { config: takesProxyAway ? deleting : config, values: JSON.stringify(all) },
    options: { release: "1.30", include: ["origins"], ...options },
  }).objects;
  return object!;
}

/** `step [data] over …`, data as `source pointer`. */
function brief({ step, data, over }: Origin): string {
  const made = data.map(({ source, pointer }) => `${source} ${pointer}`).join(", ");
  return `${step} [${made}]${over ? ` over ${brief(over)}` : ""}`;
}

function of(object: ObjectResult, pointer: string): string | undefined {
  const origin = object.origins![pointer];
  return origin && brief(origin);
}

function control(object: ObjectResult, pointer: string): string[] {
  return object.origins![pointer]!.control.map((place) => `${place.source} ${place.pointer}`);
}

const ANNOTATION = (name: string) => `workload /metadata/annotations/${name}`;

describe("origins of an injected pod", () => {
  it("come from the template, its values and annotations, and from what decided", () => {
    const plain = injected({});
    expect(of(plain, "/spec/containers/1/image")).toBe("template [values /hub]");
    expect(of(plain, "/spec/containers/1/env/1/value")).toBe("template [values /level]");
    expect(control(plain, "/spec/containers/1/env/1/value")).toContain(ANNOTATION("level"));
    expect(of(plain, "/spec/containers/0/image")).toBe("workload [workload /spec/containers/0/image]");
    const annotated = injected({ annotations: { level: "debug" } });
    expect(of(annotated, "/spec/containers/1/env/1/value")).toBe(`template [${ANNOTATION("level")}]`);
  });

  it("know what templates could have written that were not chosen, and which containers could come back", () => {
    const plain = injected({});
    expect(control(plain, "/spec/dnsPolicy")).toContain(ANNOTATION("inject.istio.io~1templates"));
    expect(control(plain, "/spec/containers/0/image")).not.toContain(ANNOTATION("inject.istio.io~1templates"));
    expect(control(plain, "/spec/containers/1/image")).toEqual(
      expect.arrayContaining(["workload /spec/containers/0/name", ANNOTATION("sidecar.istio.io~1status")]),
    );
  });

  it("tell what the pod's own proxy put back, and what it could have", () => {
    const own = injected({ proxy: { image: "mine", command: ["quiet"] } });
    expect(of(own, "/spec/containers/1/image")).toBe(
      "reapplied [workload /spec/containers/1/image] over template [values /hub] over workload [workload /spec/containers/1/image]",
    );
    expect(of(own, "/spec/containers/1/command/0")).toBe("workload [workload /spec/containers/1/command/0]");
    expect(control(own, "/spec/containers/1/command/0")).toContain("values /verbose");
    expect(of(own, "/metadata/annotations/proxy.istio.io~1overrides")).toContain("workload /spec/containers/1/image");
    const auto = injected({ proxy: { image: "auto" } });
    expect(of(auto, "/spec/containers/1/image")).toBe(
      "template [values /hub] over workload [workload /spec/containers/1/image]",
    );
    expect(control(auto, "/spec/containers/1/image")).toContain("workload /spec/containers/1/image");
  });

  it("tell what a remembered proxy put back: the annotation that remembers it", () => {
    const overrides = JSON.stringify({ containers: [{ name: "istio-proxy", image: "mine" }] });
    const again = injected({ annotations: { "proxy.istio.io/overrides": overrides } });
    const made = `reapplied [${ANNOTATION("proxy.istio.io~1overrides")}] over template [values /hub]`;
    expect(of(again, "/spec/containers/1/image")).toBe(made);
  });

  it("tell the init container the user of the pod's own proxy", () => {
    const own = injected({ proxy: { securityContext: { runAsUser: 7 } } });
    expect(of(own, "/spec/initContainers/0/args/1")).toBe(
      "reapplied [workload /spec/containers/1/securityContext/runAsUser] over template []",
    );
    // With TPROXY the proxy would be made root, and there is none any more.
    const annotations = { "sidecar.istio.io/interceptionMode": "TPROXY" };
    const gone = injected({ annotations, proxy: { securityContext: { runAsUser: 7 } }, takesProxyAway: true });
    expect(of(gone, "/spec/initContainers/0/args/1")).toBe("template []");
    const without = injected({ proxy: {} });
    expect(control(without, "/spec/initContainers/0/args/1")).toContain(
      "workload /spec/containers/1/securityContext/runAsUser",
    );
  });

  it("tell that OpenShift may have taken the user of the pod's own proxy away before it is remembered", () => {
    const own = injected({ proxy: { securityContext: { runAsUser: 7 } }, options: { platform: "openshift" } });
    expect(control(own, "/metadata/annotations/proxy.istio.io~1overrides")).toContain("options /platform");
  });

  it("tell what moved a pod's only container away", () => {
    const native = "spec: {initContainers: [{name: istio-proxy, image: proxy}]}";
    const [object] = inject({
      workload: JSON.stringify({ apiVersion: "v1", kind: "Pod", spec: { containers: [{ name: "istio-proxy" }] } }),
      injector: {
        config: JSON.stringify({ policy: "enabled", defaultTemplates: ["a"], templates: { a: native } }),
        values: "{}",
      },
      options: { release: "1.30", nativeSidecars: true, include: ["origins"] },
    }).objects;
    expect(of(object!, "/spec/containers")).toBe("template [] over workload [workload /spec/containers]");
    expect(control(object!, "/spec/containers")).toContain("injector /policy");
  });

  it("tell that fields which no release knows stay in an element of a list, whatever takes its place", () => {
    const [object] = inject({
      workload: JSON.stringify({
        apiVersion: "v1",
        kind: "Pod",
        spec: { containers: [{ name: "app" }], volumes: [{ name: "x", emptyDir: {} }] },
      }),
      injector: {
        config: JSON.stringify({
          policy: "enabled",
          defaultTemplates: ["a"],
          templates: { a: "spec: {volumes: [{name: own, emptyDir: {}}]}" },
        }),
        values: "{}",
      },
      options: { release: "1.30", include: ["origins"] },
    }).objects;
    expect(of(object!, "/spec/volumes/0/emptyDir")).toBe("template []");
    expect(control(object!, "/spec/volumes/0/emptyDir")).toContain("workload /spec/volumes/0/emptyDir");
  });

  it("follow what is written behind the templates", () => {
    const probe = {
      readinessProbe: { httpGet: { path: "/r", port: "web" } },
      ports: [{ containerPort: 80, name: "web" }],
    };
    const object = injected({
      annotations: { "prometheus.io/port": "9090" },
      app: probe,
      options: { injectPath: "/inject/cluster/c1/net/n1" },
    });
    const env = (index: number) => of(object, `/spec/containers/1/env/${index}/value`);
    expect(env(1)).toBe("clusterInfo [options /injectPath] over template []");
    expect(env(2)).toBe("clusterInfo [options /injectPath]");
    expect(env(3)).toBe(`prometheusMerge [${ANNOTATION("prometheus.io~1port")}]`);
    expect(env(4)).toBe(
      "rewriteProbes [" +
        ["httpGet/path", "httpGet/port"]
          .map((field) => `workload /spec/containers/0/readinessProbe/${field}, `)
          .join("") +
        "workload /spec/containers/0/name, workload /spec/containers/0/ports/0/containerPort]",
    );
    expect(of(object, "/metadata/annotations/prometheus.io~1port")).toBe(
      `prometheusMerge [default /mesh/defaultConfig/statusPort] over workload [${ANNOTATION("prometheus.io~1port")}]`,
    );
    expect(of(object, "/spec/containers/0/readinessProbe/httpGet/path")).toBe(
      "rewriteProbes [workload /spec/containers/0/name] over workload [workload /spec/containers/0/readinessProbe/httpGet/path]",
    );
    expect(of(object, "/metadata/labels/topology.istio.io~1network")).toBe("metadata [options /injectPath]");
    expect(of(object, "/metadata/annotations/extra")).toBe("metadata [injector /injectedAnnotations/extra]");
    expect(of(object, "/metadata/annotations/sidecar.istio.io~1status")).toBe("metadata [options /revision]");
  });

  it("tell why something was not written over", () => {
    const annotations = { "prometheus.io/scrape": "false", "sidecar.istio.io/rewriteAppHTTPProbers": "false" };
    const object = injected({ annotations, app: { livenessProbe: { tcpSocket: { port: 80 } } } });
    expect(of(object, "/spec/containers/0/livenessProbe/tcpSocket/port")).toMatch(/^workload/);
    expect(control(object, "/spec/containers/0/livenessProbe/tcpSocket/port")).toContain(
      ANNOTATION("sidecar.istio.io~1rewriteAppHTTPProbers"),
    );
    expect(control(object, "/metadata/annotations/prometheus.io~1scrape")).toContain("mesh /enablePrometheusMerge");
  });

  it("remember what was taken away", () => {
    const object = injected({
      annotations: { "prometheus-io/port": "9090" },
      app: { livenessProbe: { tcpSocket: { port: 80 } } },
    });
    const { removed } = object;
    expect(brief(removed!["/metadata/annotations/prometheus-io~1port"]!)).toBe(
      `prometheusMerge [] over workload [${ANNOTATION("prometheus-io~1port")}]`,
    );
    expect(brief(removed!["/spec/containers/0/livenessProbe/tcpSocket/port"]!)).toMatch(
      /^rewriteProbes \[\] over workload/,
    );
  });
});

describe("a failure", () => {
  const read = (given: Given) =>
    injected(given).error?.origin?.data.map(({ source, pointer }) => `${source} ${pointer}`);

  it("tells what the step had read", () => {
    expect(read({ annotations: { "proxy.istio.io/overrides": "{" } })).toContain(
      ANNOTATION("proxy.istio.io~1overrides"),
    );
    expect(read({ annotations: { "inject.istio.io/templates": "none" } })).toContain(
      ANNOTATION("inject.istio.io~1templates"),
    );
    expect(read({ values: { hub: "{" } })).toContain("values /hub");
  });
});

const corpus = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, "1.30.3") : "";

describe.skipIf(!existsSync(corpus))("with the real templates (CORPUS_DIR)", () => {
  it("every leaf is known, but what the API adds by itself", () => {
    const injector = readFileSync(join(corpus, "istio-sidecar-injector.yaml"), "utf8");
    const unknown = new Set<string>();
    for (const file of readdirSync(join(corpus, "workloads"))) {
      const workload = readFileSync(join(corpus, "workloads", file), "utf8");
      for (const { origins } of inject({ workload, injector, options: { include: ["origins"] } }).objects) {
        for (const [pointer, { step }] of Object.entries(origins ?? {})) {
          if (step === "api") unknown.add(pointer.replace(/\/\d+/g, "/*"));
        }
      }
    }
    expect([...unknown].sort()).toEqual([
      "/metadata/labels/pod-template-hash",
      "/metadata/ownerReferences/*/apiVersion",
      "/metadata/ownerReferences/*/controller",
      "/metadata/ownerReferences/*/uid",
      "/spec/containers/*/resources",
      "/status",
    ]);
  });
});
