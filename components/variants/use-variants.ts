import { useEffect, useState } from "react";
import type { LivePod } from "../../lib/index";
import type { ObjectView } from "../../lib/view/result";
import { ask } from "../ask";
import { type Inputs, requestOf, sameInputs } from "../inputs";

/** A result in other circumstances. */
interface Variants {
  readonly objects: readonly ObjectView[];
  readonly live: readonly LivePod[];
}

interface Asked extends Variants {
  readonly inputs: Inputs;
  readonly liveText: string;
}

/**
 * The result in other circumstances; undefined until that is known of these very inputs, and of the live pods in `liveText`. Asked for as
 * long as it is drawn.
 */
export function useVariants(inputs: Inputs, liveText: string): Variants | undefined {
  const [asked, setAsked] = useState<Asked>();
  const fresh = asked !== undefined && asked.liveText === liveText && sameInputs(asked.inputs, inputs);
  useEffect(() => {
    if (fresh) return;
    const stop = new AbortController();
    const request = requestOf(inputs);
    const include = ["uninjected", "export", "live"] as const;
    const live = liveText.trim() === "" ? undefined : liveText;
    ask({ ...request, live, options: { ...request.options, include } }, stop.signal).then(
      (result) =>
        !stop.signal.aborted && setAsked({ inputs, liveText, objects: result.objects, live: result.live ?? [] }),
      // The result itself says what is wrong.
      () => undefined,
    );
    return () => stop.abort();
  }, [inputs, liveText, fresh]);
  return fresh ? asked : undefined;
}
