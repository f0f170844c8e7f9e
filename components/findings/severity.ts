import type { Finding } from "../../lib/index";

/** The colours of findings' severities; the words beside them say the same. */
export const SEVERITY_COLOURS: Readonly<Record<Finding["severity"], string>> = {
  error: "text-bad",
  warning: "text-warn",
  info: "text-muted",
};
