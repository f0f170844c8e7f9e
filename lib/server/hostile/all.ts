import type { HostileCase } from "./case";
import { FUNCTIONS } from "./functions";
import { KEYS } from "./keys";
import { PROGRAMS } from "./programs";
import { LARGE, TEXT_BOMBS } from "./texts";

/** All hostile requests, by theme. */
export const HOSTILE: Readonly<Record<string, readonly HostileCase[]>> = {
  "programs without an end": PROGRAMS,
  "functions that make something huge": FUNCTIONS,
  "texts that are more than they look like": TEXT_BOMBS,
  "honest things, too many of them": LARGE,
  "names and markup": KEYS,
};
