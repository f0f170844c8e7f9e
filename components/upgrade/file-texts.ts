import { isTar, TarReader } from "../../lib/compare/tar";

/** A file, with the folders that it was found in. */
export interface UpgradeFile {
  readonly path: string;
  readonly file: Blob;
}

/** A text that was read. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** What may hold workloads, in a folder or an archive, where nobody has chosen file by file. */
export const MANIFEST = /\.(?:ya?ml|json)$/i;

const HEAD = 512;
const decoder = new TextDecoder();

/**
 * The texts of a file: itself, or the manifests of a tar, either of them packed by gzip or not. What it is, its first bytes tell.
 * @throws where it cannot be read or unpacked, TarError where it ends in the middle of a tar.
 */
export async function* textsOf({ path, file }: UpgradeFile): AsyncGenerator<FileText> {
  const packed = isGzip(await headOf(file.stream()));
  const open = () => (packed ? file.stream().pipeThrough(new DecompressionStream("gzip")) : file.stream());
  if (!isTar(await headOf(open()))) {
    yield { path, text: await new Response(open()).text() };
    return;
  }
  const tar = new TarReader((name) => MANIFEST.test(name));
  const reader = open().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    for (const { name, bytes } of tar.read(piece.value)) yield { path: `${path}/${name}`, text: decoder.decode(bytes) };
  tar.end();
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The first bytes of a stream, fewer where it has no more. */
async function headOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  let head = new Uint8Array(0);
  while (head.length < HEAD) {
    const { done, value } = await reader.read();
    if (done) break;
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  void reader.cancel().catch(() => undefined);
  return head;
}
