import type { Lack, LiveCause } from "../../lib/index";

/** Every text about variants, in English. */
export const en = {
  choose: "Circumstances",
  views: { uninjected: "Uninjected", export: "Standalone", live: "Live pod" },
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
  live: {
    paste: "Paste a live pod of this workload; it is compared at once, and kept nowhere.",
    command: "kubectl get pod NAME -o yaml --show-managed-fields",
    copyCommand: "Copy the command",
    none: "Nothing in there is a Pod.",
    pod: (name: string) => `Pod ${name}`,
    restart: "Must it be restarted?",
    wouldChange: "Injecting today would make another pod.",
    wouldNotChange: "Injecting today would make the same of it.",
    line: (n: number) => `line ${n}`,
    causes: {
      "not-injected": "Made without injection",
      "old-release": "Of another release",
      "old-config": "Of another configuration of the injector",
      "old-workload": "Of another workload",
      "by-hand": "Changed by hand",
      "other-mutator": "Of other mutators",
      "api-server": "Of the API server and the cluster, as in every pod",
    } satisfies Record<LiveCause, string>,
  },
};

/** The texts about variants. Every language has all of them. */
export type VariantTexts = typeof en;
