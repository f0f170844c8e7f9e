import { fixOf, setMember } from "../edits";
import { at, strings } from "../json";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { placeIn } from "../surroundings";

/** The longest value that the API server takes for a label. */
const LONGEST = 63;
const CANONICAL_NAME = "service.istio.io/canonical-name";

/** A template makes a label of a name that is longer than labels may be: the API server refuses the pod. */
export const labelTooLong: Rule = {
  code: "IX131",
  rule: "label-too-long",
  severity: "error",
  likelihood: 96,
  references: ["#48562", "#60859"],
  check: (s) => {
    if (!s.injected) return undefined;
    const own = strings(at(s.input, "metadata", "labels"));
    const long = [...strings(at(s.final, "metadata", "labels"))].find(
      ([key, label]) => label.length > LONGEST && own.get(key) !== label,
    );
    if (!long) return undefined;
    const [key, label] = long;
    return {
      places: [own.has(key) ? inMetadata(s, "labels", key) : placeIn(s.own, "/metadata/name")],
      en: `Injection sets the label ${key} to a value of ${label.length} characters (${label.slice(0, 20)}…), made of the name of what owns the pod. The API server takes no more than ${LONGEST} and refuses the pod: shorten the name, or set the label yourself.`,
      zh: `注入会把标签 ${key} 设为 ${label.length} 个字符的值(${label.slice(0, 20)}…),它来自 Pod 所有者的名称。API 服务器最多接受 ${LONGEST} 个字符,会拒绝该 Pod:请缩短名称,或自己设置该标签。`,
      fix:
        key === CANONICAL_NAME
          ? fixOf(
              "Set the label to the name's first 63 characters",
              "把该标签设为名称的前 63 个字符",
              setMember(s.own, `${s.metadata}/labels`, key, label.slice(0, LONGEST).replace(/[^A-Za-z0-9]+$/, "")),
            )
          : undefined,
    };
  },
};
