import type { Lack } from "../../lib/index";

/** Every text about variants, in English. */
export const en = {
  choose: "Circumstances",
  views: { uninjected: "Uninjected", export: "Standalone" },
  looking: "Looking …",
  uninjected: {
    about: "What this pod would be if it were created without injection.",
    nothing: "Without injection nothing would be lacking.",
    failures: "What fails, in this order",
    lacks: "What it lacks",
    pod: "pod",
    whats: {
      container: "whole container",
      image: "image",
      command: "command",
      args: "arguments",
      env: "environment",
      mount: "mounts",
      port: "ports",
      probe: "probes",
      field: "fields",
      volume: "volumes",
      label: "labels",
      annotation: "annotations",
    } satisfies Record<Lack["what"], string>,
    show: (name: string) => `Show ${name} in the final pod`,
  },
  export: {
    about: "The same workload with what the injector adds in it: injecting it changes nothing.",
    nothing: "Nothing to export: this pod is not injected.",
    changed: "Not as in the injected pod",
    byHand: "To be kept up by hand from now on",
    fromCluster: "What it needs from the cluster",
    line: (n: number) => `line ${n}`,
    goTo: (n: number) => `Show line ${n}`,
    text: "The standalone workload, YAML",
    notes: "What to know",
    copy: "Copy YAML",
    save: "Download",
  },
};

/** The texts about variants. Every language has all of them. */
export type VariantTexts = typeof en;
