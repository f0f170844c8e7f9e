import { useEffect, useState } from "react";
import { useLanguage } from "./language";
import type { Language } from "./strings/language";

/** The editors, and the language of their own texts. */
export type Editors = typeof import("./editor") & { readonly language: Language };

/** Where Monaco looks for its own texts; without them it speaks English. */
const texts = globalThis as { _VSCODE_NLS_MESSAGES?: unknown };
let chinese: unknown;

/** The editors with texts in a language. Those of menus are read only once, when Monaco is loaded. */
async function loadEditors(language: Language): Promise<Editors> {
  if (language === "zh" && !chinese) {
    await import("monaco-editor/nls/lang/zh-cn");
    chinese = texts._VSCODE_NLS_MESSAGES;
  }
  texts._VSCODE_NLS_MESSAGES = language === "zh" ? chinese : undefined;
  return { ...(await import("./editor")), language };
}

/** The editors, once they are loaded; asked for when the page is drawn and `wanted`. */
export function useEditors(wanted: boolean): Editors | undefined {
  const { language } = useLanguage();
  const [editors, setEditors] = useState<Editors>();

  useEffect(() => {
    if (!wanted) return;
    let left = false;
    const load = () => {
      loadEditors(language).then(
        (loaded) => {
          if (!left) setEditors(loaded);
        },
        // Without the network the plain texts stay, and work.
        () => undefined,
      );
    };
    const later = typeof requestIdleCallback === "function" ? requestIdleCallback(load, { timeout: 300 }) : undefined;
    const timer = later === undefined ? setTimeout(load, 50) : undefined;
    return () => {
      left = true;
      if (later !== undefined) cancelIdleCallback(later);
      clearTimeout(timer);
    };
  }, [wanted, language]);

  return wanted ? editors : undefined;
}
