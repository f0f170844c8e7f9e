import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Layers from the bottom up: a folder may import itself and those of lower rank. */
const RANK: Readonly<Record<string, number>> = {
  "lib/source": 0,
  "lib/provenance": 0,
  "lib/go": 1,
  "lib/yaml": 2,
  "lib/k8s": 2,
  "lib/patch": 3,
  "lib/gotemplate": 3,
  "lib/functions": 4,
  "lib/istio": 5,
  "lib/match": 5.5,
  "lib/analyze": 5.6,
  "lib/inject": 6,
  "lib/diagnose": 6.5,
  "lib/index.ts": 7,
  "lib/example": 6.4,
  "lib/view": 8,
  "lib/links": 8.3,
  "lib/compare": 8.5,
  "lib/teach": 8.6,
  "lib/server": 9,
  cli: 9,
  components: 10,
  app: 11,
};
/** The few parts of lib that the window may know besides the door. */
const DOORS = new Set(["lib/index.ts", "lib/view", "lib/example", "lib/compare", "lib/links", "lib/teach"]);

interface Module {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

const modules: Module[] = ["lib", "app", "components", "cli"]
  .filter((folder) => readdirSync(root).includes(folder))
  .flatMap((folder) => [...sources(folder)])
  .map((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const imports = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s*"([^"]+)"|import\s*\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g,
      ),
    ];
    return { file, text, imports: imports.map((match) => (match[1] ?? match[2] ?? match[3])!) };
  });

/** The project's file that an import means; undefined for a package. */
function target(from: string, specifier: string): string | undefined {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? join(dirname(from), specifier)
      : undefined;
  if (path === undefined) return undefined;
  return (
    modules.find(({ file }) => [path, `${path}.ts`, `${path}.tsx`, join(path, "index.ts")].includes(file))?.file ?? path
  );
}

function layer(file: string): string {
  if (file === "lib/index.ts") return file;
  const parts = file.split("/");
  return parts[0] === "lib" ? `lib/${parts[1]}` : parts[0]!;
}

describe("imports", () => {
  test("every folder has a rank", () => {
    expect([...new Set(modules.map(({ file }) => layer(file)))].filter((name) => !(name in RANK))).toEqual([]);
  });

  test("point downwards only", () => {
    const wrong: string[] = [];
    for (const { file, imports } of modules) {
      for (const specifier of imports) {
        const to = target(file, specifier);
        if (to === undefined || !/^(lib|app|components|cli)\//.test(to)) continue;
        const [a, b] = [layer(file), layer(to)];
        if (a !== b && RANK[b]! >= RANK[a]!) wrong.push(`${file} imports ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("the window knows the engine only through its door", () => {
    const wrong: string[] = [];
    for (const { file, imports } of modules) {
      if (layer(file) !== "components" && layer(file) !== "cli" && layer(file) !== "lib/view") continue;
      for (const specifier of imports) {
        const to = target(file, specifier);
        if (to?.startsWith("lib/") && !DOORS.has(layer(to))) wrong.push(`${file} imports ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  // What Node and browsers have as globals, the compiler refuses: see lib/tsconfig.json.
  test("lib imports neither Node nor a browser's libraries", () => {
    const wrong: string[] = [];
    for (const { file, imports } of modules) {
      if (!file.startsWith("lib/") || file.startsWith("lib/server/")) continue;
      for (const specifier of imports)
        if (/^(node:|react|next)/.test(specifier)) wrong.push(`${file} imports ${specifier}`);
    }
    expect(wrong).toEqual([]);
  });

  test("lib has no default exports", () => {
    expect(
      modules
        .filter(({ file, text }) => file.startsWith("lib/") && /^export default/m.test(text))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  test("have no cycles", () => {
    const graph = new Map(
      modules.map(({ file, text, imports }) => {
        const typeOnly = new Set(
          [...text.matchAll(/(?:^|\n)(?:import|export) type [^"';]*?from\s*"([^"]+)"/g)].map((match) => match[1]!),
        );
        return [
          file,
          imports.filter((specifier) => !typeOnly.has(specifier)).flatMap((specifier) => target(file, specifier) ?? []),
        ];
      }),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) cycles.push([...path.slice(at), file].map((f) => relative("", f)).join(" → "));
      if (at >= 0 || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
