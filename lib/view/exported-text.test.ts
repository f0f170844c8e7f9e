import { expect, test } from "vitest";
import { exportedText, linesOf } from "./exported-text";
import { readJson } from "./read-json";

const WORKLOAD = `{"spec": {"template": {"spec": {"volumes": [], "containers": [{"image": "i", "name": "c"}]}, "metadata": {"labels": {"a": "b"}}}, "replicas": 1},
  "kind": "Deployment", "metadata": {"labels": {}, "name": "web"}, "apiVersion": "apps/v1"}`;

test("an export is written as people write workloads, its pod too", () => {
  const at = { metadata: "/spec/template/metadata", spec: "/spec/template/spec" };
  const text = exportedText({ workload: readJson(WORKLOAD), at });
  expect(text.text.split("\n")).toEqual([
    "apiVersion: apps/v1",
    "kind: Deployment",
    "metadata:",
    "  name: web",
    "  labels: {}",
    "spec:",
    "  replicas: 1",
    "  template:",
    "    metadata:",
    "      labels:",
    "        a: b",
    "    spec:",
    "      containers:",
    "      - name: c",
    "        image: i",
    "      volumes: []",
    "",
  ]);
  expect(linesOf(text, ["/spec/template/spec/containers/0/image", "/metadata/name"])).toEqual([4, 15]);
  expect(linesOf(text, ["/spec/template/metadata/annotations/x"])).toEqual([9]);
});
