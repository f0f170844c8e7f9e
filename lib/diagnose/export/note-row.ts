import type { PodSides } from "../pod-sides";

/** A note, and how it is seen that it is due. */
export interface NoteRow {
  readonly code: string;
  /** Pointers into the final pod of what it speaks of; none where it is not due. */
  readonly see: (sides: PodSides) => readonly string[];
  /** What of the pod it quotes. */
  readonly words?: (sides: PodSides) => string;
  readonly en: (words: string) => string;
  readonly zh: (words: string) => string;
}
