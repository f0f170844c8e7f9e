import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseJson } from "../lib/go/json";
import type { JsonMap } from "../lib/go/json-value";
import type { Recordings } from "./cases";
import { analyzeDifferences } from "./analyze";
import { matchDifferences } from "./match";

/** The column under which recordings stand that are of no release of the injector: the folder that holds them. */
export const MORE = "more";

/** What holds the engine against one case of a family: what differs, in words. */
type Check = (request: JsonMap, expected: JsonMap, text: (name: string) => string) => string[];

const CHECKS: Readonly<Record<string, Check>> = { match: matchDifferences, analyze: analyzeDifferences };

/** The recordings of the API server's matching and of the analyzers in a folder; none where they are not there. */
export function findMore(folder: string): Recordings["files"] {
  return Object.keys(CHECKS)
    .map((family) => ({ release: MORE, family, file: join(folder, MORE, `${family}.jsonl.gz`) }))
    .filter(({ file }) => existsSync(file));
}

/** The cases of one such file, one after another; `found` compares. */
export function* moreCases(
  { family, file }: Recordings["files"][number],
  folder: string,
): Generator<{ id: string; found: () => string[] }> {
  const text = (name: string) => readFileSync(join(folder, "texts", `${name}.yaml`), "utf8");
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
    if (line === "") continue;
    const recorded = parseJson(line) as JsonMap;
    const [request, expected] = [recorded.get("request") as JsonMap, recorded.get("expect") as JsonMap];
    yield { id: recorded.get("id") as string, found: () => CHECKS[family]!(request, expected, text) };
  }
}
