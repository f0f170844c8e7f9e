import type { InjectRequest } from "../inject/api";

/** The examples in the order of the menu, with the text that each is about. Their ids stand in links, so they stay. */
export const EXAMPLES = [
  { id: "gateway", group: "injected", text: "workload" },
  { id: "sidecar", group: "injected", text: "workload" },
  { id: "overwritten-proxy", group: "injected", text: "workload" },
  { id: "custom-templates", group: "injected", text: "workload" },
  { id: "reinjected", group: "injected", text: "workload" },
  { id: "native-sidecar", group: "injected", text: "workload" },
  { id: "not-injected", group: "injected", text: "workload" },
  { id: "broken-template", group: "broken", text: "injector" },
  { id: "broken-template-run", group: "broken", text: "injector" },
  { id: "broken-rendering", group: "broken", text: "workload" },
  { id: "broken-annotation", group: "broken", text: "workload" },
  { id: "broken-template-name", group: "broken", text: "workload" },
  { id: "broken-values", group: "broken", text: "injector" },
  { id: "broken-workload", group: "broken", text: "workload" },
  { id: "broken-mesh", group: "broken", text: "mesh" },
] as const;

export type ExampleId = (typeof EXAMPLES)[number]["id"];

/** Whether a text, of a link or of the browser's storage, names an example. */
export function isExampleId(text: string): text is ExampleId {
  return EXAMPLES.some(({ id }) => id === text);
}

/** An example's texts and options. All come together when the first is asked for, apart from what the page itself loads. */
export async function loadExample(id: ExampleId): Promise<InjectRequest> {
  const { examples } = await import("./all");
  return examples[id];
}
