import { useEffect, useState } from "react";
import type { ObjectView } from "../../lib/view/result";
import { useStrings } from "../language";
import type { Failure } from "./error-card";

interface OutcomeProps {
  readonly failure: Failure | undefined;
  readonly object: ObjectView | undefined;
  /** How many changes are shown; undefined where none can be counted. */
  readonly changes: number | undefined;
}

/** Milliseconds of rest after which the outcome is said: not with each key press. */
const REST = 1200;

/** Says what came out, for those who hear the page: politely, once it has not changed for a while. */
export function Outcome({ failure, object, changes }: OutcomeProps) {
  const t = useStrings();
  const { colon, stop, space } = t.punctuation;
  const verdict = object && (object.decision?.inject ? t.injected : object.makesPods ? t.notInjected : t.passesThrough);
  const templates = object?.templates?.map(({ name }) => name) ?? [];
  const says = failure
    ? `${failure.title}${colon}${failure.message}`
    : object &&
      [
        `${object.name}${colon}${verdict}`,
        templates.length > 0 ? `${t.withTemplates(templates.length)}${templates.join(t.punctuation.list)}` : "",
        stop,
        changes === undefined ? "" : `${space}${t.exports.changes(changes)}${stop}`,
      ].join("");
  const [first] = useState(says);
  const [said, setSaid] = useState<string>();

  useEffect(() => {
    // What the page showed from the beginning is read as a part of it.
    if (says === first && said === undefined) return;
    const timer = setTimeout(() => setSaid(says), REST);
    return () => clearTimeout(timer);
  }, [says, first, said]);

  return (
    <div role="status" aria-live="polite" data-testid="outcome" className="sr-only">
      {said}
    </div>
  );
}
