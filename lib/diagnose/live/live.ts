import type { InjectResult, LivePod } from "../../inject/api";
import { at, text } from "../json";
import type { Subject } from "../subject";
import type { Surroundings } from "../surroundings";
import { differencesOf } from "./compare";
import { isMadeBy, livePods, type FoundPod } from "./live-pods";
import { sentenceOf } from "./sentences";
import { verdictOf } from "./verdict";

/** A result with the live pods of its request, each beside what its workload would get today. */
export function live(
  result: InjectResult,
  subjects: readonly { readonly index: number; readonly subject: Subject }[],
  { request }: Surroundings,
): InjectResult {
  const found = livePods(
    request.live ?? "",
    subjects.map(({ subject }) => subject),
  );
  return { ...result, live: found.map((pod) => livePodOf(pod, subjects)) };
}

function livePodOf(
  { source, pasted: { json, pasted, pointer } }: FoundPod,
  subjects: readonly { readonly index: number; readonly subject: Subject }[],
): LivePod {
  const about = {
    name: text(at(json, "metadata", "name")) || text(at(json, "metadata", "generateName")),
    namespace: text(at(json, "metadata", "namespace")),
    source,
    line: pasted.place(pointer).line,
  };
  const maker = subjects.find(({ subject }) => isMadeBy(json, subject));
  if (!maker) return { ...about, differences: [], wouldChange: false, restart: UNKNOWN };
  const { index, subject } = maker;
  // Where injection fails there is nothing to compare with.
  const differences = subject.final === undefined ? [] : differencesOf(json, subject.input, subject.final);
  return {
    ...about,
    of: index,
    differences: differences.map((one) => ({
      cause: one.cause,
      path: one.path.join("/"),
      ...(one.was
        ? { pointer: one.was.pointer, line: pasted.place(pointer + one.was.pointer).line, was: one.was.value }
        : {}),
      ...(one.now ? { now: one.now.value } : {}),
      sentence: sentenceOf(one),
    })),
    ...verdictOf(differences, subject),
  };
}

const UNKNOWN: LivePod["restart"] = {
  must: false,
  sentence: {
    en: "Not known: the workload that makes this pod was not given. Paste it as the workload.",
    zh: "无法判断：没有给出创建该 Pod 的工作负载。请把它粘贴为工作负载。",
  },
};
