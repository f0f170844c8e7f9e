import type { UpgradeFile } from "./file-texts";

/** Larger files are no ConfigMaps: the API server takes none. */
const LARGEST = 2 * 1024 * 1024;

/** A file that is an injector's ConfigMap. */
export interface FoundSide {
  readonly path: string;
  readonly text: string;
}

/** Parts files into injectors' ConfigMaps, in the order of the releases that their image tags name, and all others. */
export async function partedFiles(
  files: readonly UpgradeFile[],
): Promise<{ readonly sides: readonly FoundSide[]; readonly others: readonly UpgradeFile[] }> {
  const sides: FoundSide[] = [];
  const others: UpgradeFile[] = [];
  for (const each of files) {
    const text = each.file.size <= LARGEST ? await each.file.text() : "";
    if (isInjector(text)) sides.push({ path: each.path, text });
    else others.push(each);
  }
  sides.sort((x, y) => tagOf(x.text).localeCompare(tagOf(y.text), "en", { numeric: true }));
  return { sides, others };
}

/** Whether a text is an injector's ConfigMap: its data has a config with templates, and values. */
export function isInjector(text: string): boolean {
  return /^kind: ["']?ConfigMap/m.test(text) && /^ {2}config: /m.test(text) && /^ {2}values: /m.test(text);
}

function tagOf(text: string): string {
  return /\btag\\?"?: *\\?"?v?([\w.-]+)/.exec(text)?.[1] ?? "";
}
