import { fixOf, removeMember, setMember } from "../edits";
import type { Rule } from "../rule";
import { inSpec, ownContainers } from "../subject";

/** The seed question: the proxy's image is to be filled in, and nobody does. */
export const imageAutoNotInjected: Rule = {
  code: "IX100",
  rule: "image-auto-not-injected",
  severity: "error",
  likelihood: 99,
  references: ["#46307", "#53290"],
  check: (s) => {
    const auto = ownContainers(s).filter(({ json }) => json.get("image") === "auto");
    const left = s.called === false || s.object.decision?.inject === false;
    if (auto.length === 0 || !left) return undefined;
    const [label] = s.object.webhook?.labels ?? [];
    const said = label && `${label.of} ${label.key}${label.value === undefined ? "-" : `=${label.value}`}`;
    const doc = label?.of === "namespace" ? s.namespace : s.own;
    const labels = label?.of === "namespace" ? `${doc?.pointer ?? ""}/metadata/labels` : `${s.metadata}/labels`;
    const edits =
      label &&
      doc &&
      (label.value === undefined
        ? removeMember(doc, `${labels}/${label.key.replaceAll("/", "~1")}`)
        : setMember(doc, labels, label.key, label.value));
    return {
      places: auto.map(({ pointer }) => inSpec(s, `${pointer}/image`)),
      en: `The image "auto" is for the injector to fill in, and the pod is not injected: it ends in ImagePullBackOff, without the proxy's arguments, environment and volumes.${said === undefined ? "" : ` One label would change that: ${said}.`}`,
      zh: `镜像 "auto" 要由注入器填写,而该 Pod 不会注入:它会停在 ImagePullBackOff,也没有代理的参数、环境变量和卷。${said === undefined ? "" : `一个标签就能改变:${said}。`}`,
      fix: said === undefined ? undefined : fixOf(`Set ${said}`, `设置 ${said}`, edits),
    };
  },
};
