import type { InjectRequest } from "../inject/api";

/** The examples in the order of the menu. Their ids stand in links, so they stay. */
export const EXAMPLES = [
  { id: "gateway", group: "injected" },
  { id: "sidecar", group: "injected" },
  { id: "overwritten-proxy", group: "injected" },
  { id: "custom-templates", group: "injected" },
  { id: "reinjected", group: "injected" },
  { id: "native-sidecar", group: "injected" },
  { id: "not-injected", group: "injected" },
  { id: "broken-template", group: "broken" },
  { id: "broken-template-run", group: "broken" },
  { id: "broken-rendering", group: "broken" },
  { id: "broken-annotation", group: "broken" },
  { id: "broken-template-name", group: "broken" },
  { id: "broken-values", group: "broken" },
  { id: "broken-workload", group: "broken" },
  { id: "broken-mesh", group: "broken" },
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
