import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { runWith } from "./testing";

/** A text of the corpus (a key of the ConfigMap in a file, or the whole file), or the text itself. */
type Input = { corpus: string; key?: string } | { text: string };

/** One recorded run of istioctl. */
interface Recorded {
  readonly id: string;
  readonly args: readonly string[];
  readonly inputs: Readonly<Record<string, Input>>;
  readonly stdin?: Input;
  readonly exit?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly "out.yaml"?: string;
  /** istioctl looked for a cluster and never came back. */
  readonly hangs?: string;
}

const { CONFORMANCE_DIR, CORPUS_DIR } = process.env;
const recordings = CONFORMANCE_DIR === undefined ? "" : join(CONFORMANCE_DIR, "more/cli.jsonl.gz");
const cases: Recorded[] =
  CORPUS_DIR !== undefined && existsSync(recordings)
    ? gunzipSync(readFileSync(recordings))
        .toString()
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Recorded)
        .filter(({ hangs }) => hangs === undefined)
    : [];
if (cases.length === 0)
  console.log("CONFORMANCE_DIR and CORPUS_DIR are not set: the recordings of istioctl kube-inject do not run.");

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kube-inject-"));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

function textOf(input: Input): string {
  if ("text" in input) return input.text;
  const text = readFileSync(join(CORPUS_DIR!, input.corpus), "utf8");
  return input.key === undefined ? text : (parse(text) as { data: Record<string, string> }).data[input.key]!;
}

/** What stands where a log line has its time. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z(?=\t)/gm;

function runIn(inputs: Recorded["inputs"], args: readonly string[], stdin?: Input) {
  for (const [name, input] of Object.entries(inputs)) writeFileSync(name, textOf(input));
  rmSync("out.yaml", { force: true });
  const ran = runWith(args, { stdin: stdin && textOf(stdin) });
  const written = existsSync("out.yaml") ? readFileSync("out.yaml", "utf8") : undefined;
  for (const name of Object.keys(inputs)) rmSync(name);
  return { ...ran, stderr: ran.stderr.replace(TIME, "TIME"), written };
}

if (cases.length > 0) {
  describe("as recorded of istioctl kube-inject", () => {
    test.each(cases)("$id", ({ inputs, args, stdin, exit, stdout, stderr, ...recorded }) => {
      expect(runIn(inputs, args, stdin)).toEqual({ exit, stdout, stderr, written: recorded["out.yaml"] });
    });
  });
}

const FILES = ["--injectConfigFile", "config.yaml", "--meshConfigFile", "mesh.yaml", "--valuesFile", "values.json"];
const POD =
  "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n  - name: c\n    image: example.test/c:1\n";

function kubeInject(
  workload: string,
  { config = 'metadata: {labels: {revision: "{{ .Revision }}"}}\n', args = ["-f", "in.yaml"] } = {},
) {
  const text = (content: string) => ({ text: content });
  const inputs = {
    "config.yaml": text(config),
    "mesh.yaml": text(""),
    "values.json": text("{}"),
    "in.yaml": text(workload),
  };
  return runIn(inputs, ["kube-inject", ...FILES, ...args]);
}

describe("kube-inject", () => {
  test("a config that is none is the template sidecar; revision default renders as none", () => {
    expect(kubeInject(POD)).toMatchObject({
      exit: 0,
      stderr: "",
      stdout: expect.stringContaining('revision: ""') as string,
    });
    const other = kubeInject(POD, { args: ["-f", "in.yaml", "--revision", "1-99"] });
    expect(other.stdout).toContain("revision: 1-99\n");
  });

  test("documents before a failing one are printed; other kinds as they are", () => {
    expect(kubeInject("kind: Thing # a comment\n---\na: [\n")).toEqual({
      exit: 1,
      stdout: "kind: Thing # a comment\n---\n",
      stderr: "Error: error converting YAML to JSON: yaml: line 1: did not find expected node content\n",
      written: undefined,
    });
  });

  test("writes to a file, which is made before anything else fails", () => {
    expect(kubeInject("kind: Thing\n", { args: ["-f", "in.yaml", "-o", "out.yaml"] })).toMatchObject({
      stdout: "",
      written: "kind: Thing\n---\n",
    });
    const early = kubeInject("kind: Thing\n", {
      config: "templates: {a: '{{'}\n",
      args: ["-f", "in.yaml", "-o", "out.yaml"],
    });
    expect(early).toMatchObject({ exit: 1, written: "" });
    expect(early.stderr).toMatch(
      /^Error: 2 errors occurred:\n\t\* template: inject:1: .*\n\t\* loading --injectConfigFile\n\n\n$/,
    );
  });

  test("warnings come after everything else", () => {
    const skipped = kubeInject(POD.replace("spec:\n", "spec:\n  hostNetwork: true\n"));
    expect(skipped.stderr).toBe('\n===> Skipping injection because Pod "p" has host networking enabled\n\n');
  });

  test("what istioctl logs", () => {
    const failed = kubeInject(POD, { config: '{{ fail "no" }}' });
    const message = 'template: inject:1:3: executing "inject" at <fail "no">: error calling fail: no';
    expect(failed).toMatchObject({ exit: 1, stdout: "" });
    expect(failed.stderr).toBe(
      `TIME\terror\tInvalid template: ${message}\nError: failed to run injection template: ${message}\n`,
    );
    const odd = kubeInject(POD.replace("name: p", "name: p\n  labels: {sidecar.istio.io/inject: maybe}"));
    expect(odd.stderr).toBe(
      "TIME\twarn\tInvalid value for sidecar.istio.io/inject: \"maybe\". Only 'true' and 'false' are accepted. " +
        "Falling back to default injection policy.\tpod=/p\n",
    );
    expect(
      kubeInject(POD, { config: '{{ fail "no" }}', args: ["-f", "in.yaml", "--log_output_level=none"] }).stderr,
    ).toBe(`Error: failed to run injection template: ${message}\n`);
  });

  test.each([
    [["-f", "nowhere.yaml"], 1, "Error: open nowhere.yaml: no such file or directory\n"],
    [["-f", "."], 1, "Error: read .: is a directory\n"],
    [["-f", "in.yaml/x"], 1, "Error: open in.yaml/x: not a directory\n"],
    [["-f", "in.yaml", "-o", "."], 1, "Error: open .: is a directory\n"],
    [
      ["-f", "in.yaml", "--meshConfigFile", "no"],
      1,
      "Error: cannot read mesh config file open no: no such file or directory\n",
    ],
    [[], 1, "Error: 1 error occurred:\n\t* filename not specified (see --filename or -f)\n\n\n"],
    [["-f", "in.yaml", "--nope"], 64, "Error: unknown flag: --nope\n"],
    [["-f", "in.yaml", "--log_output_level=loud"], 1, "Error: invalid output level 'loud'\n"],
  ])("%j", (args, exit, stderr) => {
    expect(kubeInject(POD, { args })).toMatchObject({ exit, stdout: "", stderr });
  });
});
