import { useEffect, useState } from "react";
import { useStrings } from "../language";
import type { FindingsPanelProps } from "./findings-panel";

type Panels = typeof import("./findings-panel");

/** The findings, whose code is loaded when they are looked at first. */
export function LazyFindings(props: FindingsPanelProps) {
  const t = useStrings();
  const [panels, setPanels] = useState<Panels | "unreachable">();
  useEffect(() => {
    import("./findings-panel").then(setPanels, () => setPanels("unreachable"));
  }, []);
  if (panels === "unreachable") return <p className="p-3 text-muted">{t.errorTitles.unreachable}</p>;
  return panels ? <panels.FindingsPanel {...props} /> : null;
}
