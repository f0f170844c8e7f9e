import { useEffect, useMemo, useState } from "react";
import type { ObjectView } from "../../lib/view/result";
import { type Known, knownOf } from "../../lib/view/why";
import { ask } from "../ask";
import { type Inputs, requestOf, sameInputs } from "../inputs";

/** The objects of a result with their origins, and the inputs that they are of. */
interface Asked {
  readonly inputs: Inputs;
  readonly objects: readonly ObjectView[];
}

/** Milliseconds without another result after which origins are asked for: who types does not read them. */
const PAUSE = 250;

/**
 * The origins of an object of a result; undefined until they are there. They cost more than the result itself, so they are asked for
 * apart from it, after it has been shown, and only while somebody `wants` them.
 */
export function useOrigins(inputs: Inputs, index: number, wants: boolean): Known | undefined {
  const [asked, setAsked] = useState<Asked>();
  const fresh = asked !== undefined && sameInputs(asked.inputs, inputs);

  useEffect(() => {
    if (!wants || fresh) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const request = requestOf(inputs);
      ask({ ...request, options: { ...request.options, include: ["origins", "numberedPlaces"] } }, stop.signal).then(
        ({ objects }) => {
          if (!stop.signal.aborted) setAsked({ inputs, objects });
        },
        // The result itself says what is wrong.
        () => undefined,
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [inputs, wants, fresh]);

  const object = fresh ? asked.objects[index] : undefined;
  return useMemo(() => (object?.origins ? knownOf(object.origins, object.removed) : undefined), [object]);
}
