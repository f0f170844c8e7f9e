import type { TextField } from "../inputs";

export type InputTab = "workload" | "injector" | "mesh" | "more";

/** The tab that a text stands in. */
export function tabOf(field: TextField): InputTab {
  return field === "workload" || field === "injector" || field === "mesh" ? field : "more";
}
