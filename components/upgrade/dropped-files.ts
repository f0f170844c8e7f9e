import { MANIFEST, type UpgradeFile } from "./file-texts";

const ARCHIVE = /\.(?:tar|tgz|gz)$/i;

/** Files that somebody has chosen: of a folder only what may hold workloads. */
export function chosenFiles(files: Iterable<File>): UpgradeFile[] {
  return [...files]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path, file }) => file.webkitRelativePath === "" || MANIFEST.test(path) || ARCHIVE.test(path));
}

/** What was dropped or pasted: files, and all that is in folders, sorted by their paths. To be called while the event lasts. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<UpgradeFile[]> {
  const entries = [...items].flatMap((item) => (item.kind === "file" ? (item.webkitGetAsEntry() ?? []) : []));
  // Files that a program has put there are no entries of a file system.
  if (!entries.some(({ isDirectory }) => isDirectory)) return chosenFiles([...files]);
  const found: UpgradeFile[] = [];
  for (const entry of entries) found.push(...(await filesIn(entry, !entry.isDirectory)));
  return found;
}

async function filesIn(entry: FileSystemEntry, chosen: boolean): Promise<UpgradeFile[]> {
  if (entry.isFile) {
    const path = entry.fullPath.replace(/^\//, "");
    if (!chosen && !MANIFEST.test(path) && !ARCHIVE.test(path)) return [];
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, file }];
  }
  const inner: FileSystemEntry[] = [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A folder is given in parts, until there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inner.push(...some);
  }
  inner.sort((x, y) => (x.name < y.name ? -1 : 1));
  const found: UpgradeFile[] = [];
  for (const each of inner) found.push(...(await filesIn(each, false)));
  return found;
}
