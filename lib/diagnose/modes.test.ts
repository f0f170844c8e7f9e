import { expect, test } from "vitest";
import { SIGNS } from "./observed/signs";
import { QUESTIONS } from "./questions";
import { RULES, SHARED_RULES } from "./rules";

/**
 * The 61 ways in which injection is known to fail in real clusters, by number, and what answers each: mode n is found by rule IX100 + n,
 * but for these.
 */
const MODES = 61;
const OTHERWISE: Readonly<Record<number, readonly string[]>> = {
  // No YAML tells that the API server cannot reach istiod: a question, and the signs in what is pasted as its answer.
  18: ["IX201", "IX301"],
  // A configuration that is left over names a service that is gone.
  19: ["IX202", "IX302"],
  // What fails open is seen in the configuration; that istiod is down is not.
  21: ["IX121", "IX202", "IX304"],
  // Istio's own code.
  36: ["IST0123"],
  59: ["IX204", "IX309"],
};

const answering = new Set(
  [...RULES, ...SHARED_RULES, ...QUESTIONS, ...SIGNS].map(({ code }: { readonly code: string }) => code),
);

test.each(Array.from({ length: MODES }, (_, i) => i + 1))(
  "mode %i has a rule, or a question and its answer",
  (mode) => {
    for (const code of OTHERWISE[mode] ?? [`IX${100 + mode}`]) expect(answering).toContain(code);
  },
);
