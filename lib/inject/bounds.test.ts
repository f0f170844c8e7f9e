import { describe, expect, it } from "vitest";
import { inject } from "./answer";
import { resultText } from "./result-text";

const STOPPED = "the explorer stopped here, at a limit of its own, not the injector's: ";
const workload = "kind: Pod\nspec: {containers: [{name: a}]}\n";

function messageOf(request: Parameters<typeof inject>[0]): string {
  const result = inject(request);
  JSON.parse(resultText(result));
  return (result.configError ?? result.error ?? result.objects[0]?.error)?.message ?? "";
}
const injector = (template: string) => ({
  config: `policy: enabled\ndefaultTemplates: [sidecar]\ntemplates:\n  sidecar: ${JSON.stringify(template)}\n`,
  values: "{}",
});
const told = (template: string) => messageOf({ workload, injector: injector(template) });

describe("a template ends", () => {
  it.each([
    ["in loops", "{{range until 10000}}{{range until 10000}}{{range until 10000}}{{end}}{{end}}{{end}}"],
    ["with large lists in a loop", "{{range until 1000000}}{{$x := until 1000000}}{{end}}"],
    ["with large texts in a loop", '{{range until 1000000}}{{$x := repeat 4000000 "x" | upper}}{{end}}'],
    ["with wide numbers in a loop", '{{range until 1000000}}{{$x := printf "%999999d%.999999f" 1 1.5}}{{end}}'],
    ["with much output", '{{range until 1000000}}{{repeat 100 "x"}}{{end}}'],
    ["with a text repeated too often", "{{repeat 1000000000 `x`}}"],
    ["with a text that doubles", '{{$s := "x"}}{{range until 100}}{{$s = print $s $s}}{{end}}'],
    ["with a list that doubles", "{{$s := list 1}}{{range until 100}}{{$s = concat $s $s}}{{end}}"],
    ["with a list of twice itself", "{{$s := list 1}}{{range until 60}}{{$s = list $s $s}}{{end}}{{$s}}"],
    ["with a map that holds itself", '{{$d := dict}}{{$x := set $d "a" $d}}{{toJson $d}}'],
    ["with a list nested deeply", "{{$s := list 1}}{{range until 100000}}{{$s = list $s}}{{end}}{{$s}}"],
    ["with deep indents", '{{repeat 4000000 "\\n" | nindent 1000000}}'],
    ["with large replacements", '{{replace "x" (repeat 60000 "y") (repeat 60000 "x")}}'],
    ["with a slow regular expression", '{{range until 1000}}{{$x := regexFind "(x+x+)+y" (repeat 99999 "x")}}{{end}}'],
    ["with equal elements to find", "{{uniq (until 500000)}}"],
    ["nested in parentheses", `{{${"(".repeat(9000)}1${")".repeat(9000)}}}`],
    ["nested in actions", `${"{{if true}}".repeat(100000)}${"{{end}}".repeat(100000)}`],
    ["that prints a deep patch", '{{repeat 5000 "["}}{{repeat 5000 "]"}}'],
  ])("%s", (_, template) => {
    expect(told(template).slice(0, STOPPED.length)).toBe(STOPPED);
  });

  it("as the injector says where it has a limit, too", () => {
    expect(told('{{define "x"}}{{template "x"}}{{end}}{{template "x"}}')).toContain(
      "exceeded maximum template depth (100000)",
    );
  });
});

describe("deep nesting ends in words", () => {
  const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
  const texts = [1200, 9000, 50000].flatMap((depth) => [
    nested("[", "]", depth),
    nested("{a: ", "}", depth),
    nested('{"a":', "}", depth),
    `{"kind":"Pod","spec":{"containers":[]},"x":${nested("[", "]", depth)}}`,
    nested("- ", "", depth),
  ]);
  it.each(["webhook", "kube-inject"] as const)("in every text: %s", (path) => {
    const base = { workload, injector: injector(""), options: { path } };
    for (const text of texts) {
      expect(messageOf({ ...base, workload: text })).not.toBe("");
      expect(messageOf({ ...base, injector: text })).not.toBe("");
      expect(messageOf({ ...base, injector: { ...base.injector, values: text } })).not.toBe("");
      expect(messageOf({ ...base, mesh: text })).not.toBe("");
      if (path === "webhook") expect(messageOf({ ...base, proxyConfigs: text })).not.toBe("");
      const annotations = { "proxy.istio.io/config": text, "proxy.istio.io/overrides": text };
      messageOf({ ...base, workload: JSON.stringify({ kind: "Pod", metadata: { annotations }, spec: {} }) });
    }
  });
});
