import type { InjectResult, ObjectResult, Uninjected } from "../../inject/api";
import { inject } from "../../inject/answer";
import { setAt } from "../json";
import { objectText } from "../object-text";
import { sidesOf } from "../pod-sides";
import type { Subject } from "../subject";
import { INJECT } from "../words";
import { FAILURES } from "./failures";
import { lacksOf } from "./lacks";

/** A result whose objects say what they would be like if their pods were created without injection. */
export function uninjected(
  result: InjectResult,
  subjects: readonly { readonly index: number; readonly subject: Subject }[],
): InjectResult {
  const byIndex = new Map(subjects.map(({ index, subject }) => [index, uninjectedOf(subject)]));
  const objects = result.objects.map((object, index) => {
    const own = byIndex.get(index);
    return own ? { ...object, uninjected: own } : object;
  });
  return { ...result, objects };
}

function uninjectedOf(subject: Subject): Uninjected {
  const object = subject.injected ? subject.object : forced(subject);
  const sides = sidesOf({ object, input: subject.input, final: object?.pod ?? subject.input });
  const failures = FAILURES.flatMap(({ code, see, en, zh }) => {
    const seen = see(sides);
    if (seen.length === 0) return [];
    const names = [...new Set(seen.flatMap(({ words = "" }) => (words === "" ? [] : [words])))];
    return [
      {
        code,
        pointers: seen.map(({ pointer }) => pointer),
        places: seen.map(({ pointer }) => subject.own.pasted.place(inWorkload(pointer, subject))),
        sentence: { en: en(names.join(", ")), zh: zh(names.join("、")) },
      },
    ];
  });
  return { lacks: lacksOf(sides, (pointer) => subject.own.pasted.place(inWorkload(pointer, subject))), failures };
}

/** What injection would make of an object that is left alone, if it asked for it. */
function forced({ object, own, metadata, request }: Subject): ObjectResult {
  if (object.error || object.decision?.inject !== false) return object;
  const label = `${metadata.slice(own.pointer.length)}/labels/${INJECT.replace("/", "~1")}`;
  const workload = objectText(setAt(own.json, label, "true"));
  const options = { ...request.options, namespace: object.namespace || request.options?.namespace, include: [] };
  const [asked] = inject({ ...request, workload, options }).objects;
  return asked?.decision?.inject && !asked.error ? asked : object;
}

function inWorkload(pointer: string, { metadata, spec }: Subject): string {
  const ofMetadata = pointer.startsWith("/metadata");
  return ofMetadata ? metadata + pointer.slice("/metadata".length) : spec + pointer.slice("/spec".length);
}
