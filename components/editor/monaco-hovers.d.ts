/** A part of Monaco that has no types of its own. */
declare module "monaco-editor/base/browser/ui/hover/hoverDelegateFactory" {
  export function getDefaultHoverDelegate(placement: "mouse" | "element"): unknown;
}
