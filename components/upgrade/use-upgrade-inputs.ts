import { useCallback, useEffect, useMemo, useState } from "react";
import type { FleetSide } from "../../lib/compare/fleet";
import { type Inputs, readInputs, requestOf } from "../inputs";
import { read, remove, saveSoon, write } from "../storage";
import { STORED_UPGRADE } from "../storage-keys";
import type { UpgradeFile } from "./file-texts";
import type { FleetInput } from "./use-fleet-run";

/** What the workloads are injected with on one side. */
export type SideInputs = Pick<Inputs, SideField | "options">;

/** The texts of one side. */
export type SideField = "injector" | "mesh" | "namespaces" | "proxyConfigs";

/** What is compared. */
export interface UpgradeInputs {
  readonly workloads:
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "files"; readonly files: readonly UpgradeFile[] };
  readonly sides: { readonly a: SideInputs; readonly b: SideInputs };
  /** Goes up whenever something else than its editor changes a text. */
  readonly revision: number;
}

/** Milliseconds without a key after which what is typed counts. */
const PAUSE = 500;

/**
 * What is compared, at first the example; with what to compute of it, a moment after the last key. Texts are kept in the browser, so that
 * a reload loses nothing that was typed; files are not.
 */
export function useUpgradeInputs(example: Pick<UpgradeInputs, "workloads" | "sides">) {
  const [inputs, setInputs] = useState<UpgradeInputs>(() => ({ ...example, revision: 0 }));
  const [settled, setSettled] = useState(inputs);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    let left = false;
    // After the server's page has been taken over, which knows nothing of the browser's storage.
    void Promise.resolve().then(() => {
      if (left) return;
      const kept = readUpgrade(read(STORED_UPGRADE));
      if (kept) setInputs((old) => ({ ...old, ...kept, revision: old.revision + 1 }));
      setRestored(true);
    });
    return () => {
      left = true;
    };
  }, []);
  useEffect(() => {
    if (!restored) return;
    return saveSoon(() => {
      if (inputs.workloads === example.workloads && inputs.sides === example.sides) remove(STORED_UPGRADE);
      else write(STORED_UPGRADE, upgradeText(inputs));
    });
  }, [inputs, example, restored]);

  useEffect(() => {
    if (settled === inputs) return;
    // What was dropped counts at once.
    const timer = setTimeout(() => setSettled(inputs), inputs.revision === settled.revision ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [inputs, settled]);

  /** Takes texts that no editor has. */
  const replace = useCallback((next: Partial<Pick<UpgradeInputs, "workloads" | "sides">>) => {
    setInputs((old) => ({ ...old, ...next, revision: old.revision + 1 }));
  }, []);
  const editWorkload = useCallback((text: string) => {
    setInputs((old) =>
      old.workloads.kind === "text" && old.workloads.text === text
        ? old
        : { ...old, workloads: { kind: "text", text } },
    );
  }, []);
  const editSide = useCallback((side: "a" | "b", changes: Partial<SideInputs>) => {
    setInputs((old) => ({ ...old, sides: { ...old.sides, [side]: { ...old.sides[side], ...changes } } }));
  }, []);

  const isExample = settled.workloads === example.workloads && settled.sides === example.sides;
  const { workloads, sides } = settled;
  const files = useMemo(() => filesOf(workloads), [workloads]);
  const [exampleFiles] = useState(files);
  const input = useMemo((): FleetInput | undefined => {
    if (isExample) return undefined;
    // Another file around the same text is the same.
    const same = workloads === example.workloads;
    return { files: same ? exampleFiles : files, sides: { a: sideOf(sides.a), b: sideOf(sides.b) } };
  }, [isExample, workloads, example, files, exampleFiles, sides]);
  return { inputs, input, isExample, exampleFiles, restored, replace, editWorkload, editSide };
}

/** What is kept of inputs in the browser. */
function upgradeText({ workloads, sides }: UpgradeInputs): string {
  return JSON.stringify({ ...sides, ...(workloads.kind === "text" ? { workloads: workloads.text } : {}) });
}

/** What was kept; undefined where it cannot be read. */
function readUpgrade(text: string | null): Partial<Pick<UpgradeInputs, "workloads" | "sides">> | undefined {
  try {
    const { a, b, workloads } = JSON.parse(text ?? "null") as Readonly<Record<string, unknown>>;
    const [left, right] = [a, b].map((side) => readInputs({ ...(side as object), workload: "" }));
    if (!left || !right) return undefined;
    const sides = { a: sideInputs(left), b: sideInputs(right) };
    return { sides, ...(typeof workloads === "string" ? { workloads: { kind: "text", text: workloads } } : {}) };
  } catch {
    return undefined;
  }
}

/** What of inputs belongs to a side. */
export function sideInputs({ injector, mesh, namespaces, proxyConfigs, options }: Inputs): SideInputs {
  return { injector, mesh, namespaces, proxyConfigs, options };
}

function filesOf(workloads: UpgradeInputs["workloads"]): FleetInput["files"] {
  return workloads.kind === "files" ? workloads.files : [{ path: "workloads.yaml", file: new Blob([workloads.text]) }];
}

/** A side as the engine takes it. */
function sideOf(inputs: SideInputs): FleetSide {
  const { injector, mesh, namespaces, proxyConfigs, options } = requestOf({
    ...inputs,
    workload: "",
    webhooks: "",
    live: "",
  });
  return { injector, mesh, namespaces, proxyConfigs, options: { ...options, include: [] } };
}
