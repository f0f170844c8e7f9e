/** A file as `istioctl analyze` is given it. */
export interface AnalyzedFile {
  readonly name: string;
  readonly text: string;
}

export interface AnalyzeOptions {
  /** Of objects that name none; also the only one that is told of. Absent or "": all. */
  readonly namespace?: string;
  /** A MeshConfig as text; absent: the release's default. */
  readonly meshConfig?: string;
  /** `IST0102=Namespace shop`: codes that are not told of objects whose origin fits (`*` for any text). */
  readonly suppress?: readonly string[];
}

export type Level = "Error" | "Warning" | "Info";

/** What an analyzer says, byte for byte as `istioctl analyze -o json` prints it. */
export interface AnalyzerMessage {
  readonly code: string;
  readonly level: Level;
  readonly message: string;
  /** `Pod shop/web`. */
  readonly origin: string;
  /** `file:line`. */
  readonly reference: string;
  readonly documentationUrl: string;
  /** The object, for what explains the message. */
  readonly object: { readonly kind: string; readonly namespace: string; readonly name: string };
}

export interface Analysis {
  readonly messages: readonly AnalyzerMessage[];
  /** What cannot be read; the rest was analyzed all the same. */
  readonly parseError?: string;
}
