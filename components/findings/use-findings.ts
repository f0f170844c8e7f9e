import { useEffect, useMemo, useState } from "react";
import type { Finding } from "../../lib/index";
import { ask } from "../ask";
import { type Inputs, requestOf, sameInputs } from "../inputs";

/** What was found in some inputs. */
export interface Found {
  readonly inputs: Inputs;
  /** Of the object that is looked at and of what all share; worst first, then most likely. */
  readonly all: readonly Finding[];
  /** Those of the object alone, in the same order. */
  readonly own: readonly Finding[];
}

interface Asked {
  readonly inputs: Inputs;
  readonly observed: string;
  readonly ofObjects: readonly (readonly Finding[])[];
  readonly shared: readonly Finding[];
}

/** Milliseconds without another result after which findings are asked for: they never hold up the result itself. */
const PAUSE = 250;

const RANK = { error: 0, warning: 1, info: 2 } as const;

/**
 * What is wrong with an object of a result; undefined until that is known of these very inputs. Asked for apart from the result, after
 * it has been shown. `observed` is what kubectl printed.
 */
export function useFindings(inputs: Inputs, index: number, observed: string): Found | undefined {
  const [asked, setAsked] = useState<Asked>();
  const fresh = asked !== undefined && asked.observed === observed && sameInputs(asked.inputs, inputs);

  useEffect(() => {
    if (fresh) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const request = requestOf(inputs);
      const options = { ...request.options, include: ["findings" as const] };
      ask({ ...request, ...(observed === "" ? {} : { observed }), options }, stop.signal).then(
        ({ objects, findings: shared = [] }) => {
          if (stop.signal.aborted) return;
          setAsked({ inputs, observed, ofObjects: objects.map(({ findings = [] }) => findings), shared });
        },
        // The result itself says what is wrong.
        () => undefined,
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [inputs, observed, fresh]);

  // What kubectl printed changes nothing about the texts: their findings stay while it is read.
  const known = asked !== undefined && sameInputs(asked.inputs, inputs) ? asked : undefined;
  return useMemo(() => {
    if (!known) return undefined;
    const own = known.ofObjects[index] ?? [];
    const all = [...own, ...known.shared];
    all.sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.likelihood - a.likelihood);
    return { inputs: known.inputs, all, own: all.filter((finding) => own.includes(finding)) };
  }, [known, index]);
}
