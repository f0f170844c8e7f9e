import type { InputSource } from "../provenance/input";

/** How bad a finding is: it fails or will fail, it surprises, or it is good to know. */
export type Severity = "error" | "warning" | "info";

/** The texts that an edit can change: those that are pasted as a whole. */
export type EditedText = Exclude<InputSource, "values" | "options" | "default">;

/** One change of a text. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface TextEdit {
  readonly source: EditedText;
  readonly range: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  readonly replacement: string;
}

/** A change that mends a finding. Its edits do not overlap, and are all in terms of the text as it was sent. */
export interface Fix {
  readonly title: { readonly en: string; readonly zh: string };
  readonly edits: readonly TextEdit[];
}

/** A place that a finding speaks of. */
export interface FindingPlace {
  /** `observed`: kubectl's output. */
  readonly source: InputSource | "observed";
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Something that is wrong, or not what one would expect, and how we know. */
export interface Finding {
  /** `IST0123` where istioctl analyze has a code for it, otherwise `IX101`. Codes never change their meaning. */
  readonly code: string;
  /** The rule in words, for those who read machine output: `namespace-disabled`. */
  readonly rule: string;
  readonly severity: Severity;
  /** 0 to 100: how likely this is why the pod is not what one expects. Findings stand in this order. */
  readonly likelihood: number;
  readonly places: readonly FindingPlace[];
  /** JSON pointers into the final pod of what it is about, where its places are elsewhere. */
  readonly about?: readonly string[];
  readonly sentence: { readonly en: string; readonly zh: string };
  /** Issues and pull requests of istio/istio (`#37482`) or of others (`argo-cd#1487`), or `source`: read from the injector. */
  readonly references: readonly string[];
  readonly fix?: Fix;
  /** What YAML cannot tell: the command that does, whose output is read where it is pasted. */
  readonly ask?: string;
}
