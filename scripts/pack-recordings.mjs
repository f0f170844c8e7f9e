// Makes conformance/fixtures: the recordings that the project keeps as its own (policy, template, merge, yaml), with their texts in one file.
//   node scripts/pack-recordings.mjs FOLDER
import { mkdirSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { root } from "./install.mjs";

const OWN = ["policy", "template", "merge", "yaml"];
const from = process.argv[2];
const to = join(root, "conformance/fixtures");
const pack = (text) => gzipSync(text, { level: 9 });
rmSync(to, { recursive: true, force: true });
const texts = {};
for (const release of readdirSync(from).filter((name) => /^(\d+\.\d+|master)/.test(name))) {
  for (const family of OWN) {
    const file = join(from, release, `${family}.jsonl.gz`);
    if (!existsSync(file)) continue;
    const recorded = gunzipSync(readFileSync(file)).toString("utf8");
    for (const line of recorded.split("\n")) {
      if (line === "") continue;
      const { request } = JSON.parse(line);
      for (const key of ["config", "values", "mesh"]) {
        texts[request[key]] ??= readFileSync(join(from, "texts", `${request[key]}.yaml`), "utf8");
      }
    }
    mkdirSync(join(to, release), { recursive: true });
    writeFileSync(join(to, release, `${family}.jsonl.gz`), pack(recorded));
  }
}
mkdirSync(join(to, "texts"), { recursive: true });
writeFileSync(join(to, "texts", "texts.json.gz"), pack(JSON.stringify(texts)));
