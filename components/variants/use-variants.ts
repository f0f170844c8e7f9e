import { useEffect, useState } from "react";
import type { ObjectView } from "../../lib/view/result";
import { ask } from "../ask";
import { type Inputs, requestOf, sameInputs } from "../inputs";

interface Asked {
  readonly inputs: Inputs;
  readonly objects: readonly ObjectView[];
}

/** The object of a result in other circumstances; undefined until that is known of these very inputs. Asked for as long as it is drawn. */
export function useVariants(inputs: Inputs, index: number): ObjectView | undefined {
  const [asked, setAsked] = useState<Asked>();
  const fresh = asked !== undefined && sameInputs(asked.inputs, inputs);
  useEffect(() => {
    if (fresh) return;
    const stop = new AbortController();
    const request = requestOf(inputs);
    const include = ["uninjected", "export"] as const;
    ask({ ...request, options: { ...request.options, include } }, stop.signal).then(
      ({ objects }) => !stop.signal.aborted && setAsked({ inputs, objects }),
      // The result itself says what is wrong.
      () => undefined,
    );
    return () => stop.abort();
  }, [inputs, fresh]);
  return fresh ? asked.objects[index] : undefined;
}
