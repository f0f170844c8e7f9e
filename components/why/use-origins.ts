import { useEffect, useMemo, useState } from "react";
import type { ObjectView } from "../../lib/view/result";
import { type Known, knownOf } from "../../lib/view/why";
import { ask, RefusedError } from "../ask";
import { type Inputs, requestOf, sameInputs } from "../inputs";

/** The objects of a result with their origins, and the inputs that they are of. */
interface Asked {
  readonly inputs: Inputs;
  readonly objects: readonly ObjectView[];
  /** The server could not give them: why, in its words, where it said anything. */
  readonly refused?: string;
}

export interface FoundOrigins {
  /** Undefined until they are there. */
  readonly known?: Known;
  /** Why there are none; "" where the server is not to be reached. */
  readonly refused?: string;
}

/** Milliseconds without another result after which origins are asked for: who types does not read them. */
const PAUSE = 250;

/**
 * The origins of an object of a result. They cost more than the result itself, so they are asked for
 * apart from it, after it has been shown, and only while somebody `wants` them.
 */
export function useOrigins(inputs: Inputs, index: number, wants: boolean): FoundOrigins {
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
        // Those of a huge pod can take longer than the server allows, where the result itself does not.
        (error: unknown) => {
          if (stop.signal.aborted) return;
          setAsked({ inputs, objects: [], refused: error instanceof RefusedError ? error.refusal.detail : "" });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [inputs, wants, fresh]);

  const object = fresh ? asked.objects[index] : undefined;
  const refused = fresh ? asked.refused : undefined;
  return useMemo(
    () => ({ refused, known: object?.origins ? knownOf(object.origins, object.removed) : undefined }),
    [object, refused],
  );
}
