import type { Lesson } from "../lesson";
import { after, exampleState, gateway } from "../states";

const orders = exampleState("sidecar");
const SCRAPE = '        prometheus.io/scrape: "true"\n';
const templates = (names: string) => `        inject.istio.io/templates: ${names}\n`;
const LEVEL = ["spec", "containers", "istio-proxy", "args"];

/** Annotation, alias, default: which templates are merged into a pod. */
export const templateChoice: Lesson = {
  id: "template-choice",
  title: { en: "How the template is chosen", zh: "如何选择模板" },
  about: {
    en: "The default, the annotation that replaces it, and aliases that stand for several templates.",
    zh: "默认模板、取而代之的注解，以及代表多个模板的别名。",
  },
  steps: [
    {
      id: "default",
      title: { en: "Nothing is asked: the default", zh: "没有要求：用默认模板" },
      start: { ...orders, sides: { left: null, right: "selected" } },
      text: {
        en: "The injector's ConfigMap holds several [templates](/glossary#template). A pod that names none gets those of `defaultTemplates`, one after the other. Where that key is missing, it is the template `sidecar`.",
        zh: "注入器的 ConfigMap 中有多个[模板](/glossary#template)。没有指定模板的 Pod 依次使用 `defaultTemplates` 中的模板；如果没有这个键，就用模板 `sidecar`。",
      },
      look: {
        text: {
          en: "The step *Selected*: `sidecar`, `from: default`, and the line of the ConfigMap that says so.",
          zh: "步骤*选择*：`sidecar`，`from: default`，以及 ConfigMap 中决定它的那一行。",
        },
        holds: {
          every: [
            { templates: ["sidecar"], from: "default" },
            { step: "selected", has: "from: default" },
          ],
        },
        line: { side: "right", has: "from: default" },
      },
      task: {
        text: {
          en: "Let all pods that name no template also get `debug`: change `defaultTemplates` to `[sidecar, debug]`.",
          zh: "让所有没有指定模板的 Pod 也使用 `debug`：把 `defaultTemplates` 改为 `[sidecar, debug]`。",
        },
        solution: [
          { text: "injector", find: "defaultTemplates: [sidecar]", put: "defaultTemplates: [sidecar, debug]" },
        ],
        done: { templates: ["sidecar", "debug"], from: "default" },
      },
    },
    {
      id: "annotation",
      title: { en: "An annotation replaces the default", zh: "注解取代默认模板" },
      start: gateway,
      text: {
        en: "`inject.istio.io/templates` on the pod names templates, separated by commas. They are used *instead of* the default, not beside it. A gateway needs this: with `sidecar` it would be a proxy in front of nothing, with its traffic led in circles.",
        zh: "Pod 上的 `inject.istio.io/templates` 指定模板，用逗号分隔。它们*取代*默认模板，而不是与之并用。网关必须这样写：若用 `sidecar`，它会成为一个前面什么也没有的代理，流量原地打转。",
      },
      look: {
        text: {
          en: "The summary: template `gateway`, named by the annotation in line 19. There is no init container.",
          zh: "摘要：模板 `gateway`，由第 19 行的注解指定。没有 init 容器。",
        },
        holds: {
          every: [{ templates: ["gateway"], from: "annotation" }, { not: { pod: ["spec", "initContainers"] } }],
        },
      },
      task: {
        text: {
          en: "Add the template `debug` behind `gateway`. The later one is laid over the earlier: see the log level.",
          zh: "在 `gateway` 后面加上模板 `debug`。后面的会覆盖前面的：看日志级别。",
        },
        hint: { en: "`inject.istio.io/templates: gateway,debug`", zh: "`inject.istio.io/templates: gateway,debug`" },
        solution: [
          {
            text: "workload",
            find: "inject.istio.io/templates: gateway",
            put: "inject.istio.io/templates: gateway,debug",
          },
        ],
        done: { every: [{ templates: ["gateway", "debug"] }, { pod: LEVEL, has: "debug" }] },
      },
    },
    {
      id: "alias",
      title: { en: "A name for several", zh: "一个名字代表多个模板" },
      start: after(orders, [{ text: "workload", find: SCRAPE, put: templates("observed") + SCRAPE }]),
      text: {
        en: "An [alias](/glossary#alias) stands for a list of templates, so that workloads need not know which. It is looked up once: an alias inside an alias is not. Where an alias and a template have the same name, the alias wins.",
        zh: "[别名](/glossary#alias)代表一组模板，工作负载不必知道具体是哪些。别名只展开一次：别名中的别名不会再展开。别名与模板同名时，别名优先。",
      },
      look: {
        text: {
          en: "The annotation says `observed`; the summary names `sidecar` and `debug`, from an alias.",
          zh: "注解写的是 `observed`；摘要中是来自别名的 `sidecar` 和 `debug`。",
        },
        holds: { templates: ["sidecar", "debug"], from: "alias" },
      },
      task: {
        text: {
          en: "Debugging is over. Without touching the workload, let `observed` stand for `sidecar` alone.",
          zh: "调试结束了。不改工作负载，让 `observed` 只代表 `sidecar`。",
        },
        solution: [{ text: "injector", find: "observed: [sidecar, debug]", put: "observed: [sidecar]" }],
        done: {
          every: [
            { templates: ["sidecar"], from: "alias" },
            { text: "workload", has: "inject.istio.io/templates: observed" },
          ],
        },
      },
    },
    {
      id: "forgotten",
      title: { en: "A gateway that forgot to say", zh: "忘了写注解的网关" },
      start: after(gateway, [
        { text: "workload", find: templates("gateway"), put: "" },
        { option: "nativeSidecars", value: "false" },
      ]),
      text: {
        en: "Without the annotation the same Deployment gets the default. Nothing fails: the pod is injected and becomes ready, as a [sidecar](/glossary#sidecar). It runs `proxy sidecar`, an init container bends its traffic, and no Gateway resource is ever served by it.",
        zh: "去掉注解，同一个 Deployment 就会用默认模板。什么错误也没有：Pod 被注入，也会就绪，但成了 [sidecar](/glossary#sidecar)。它运行 `proxy sidecar`，init 容器改变了它的流量走向，而任何 Gateway 资源都不会由它提供服务。",
      },
      look: {
        text: {
          en: "`args` begins with `proxy`, `sidecar`, and there is an `istio-init`. *Findings* tells it, too.",
          zh: "`args` 以 `proxy`、`sidecar` 开头，还多了 `istio-init`。*诊断*中也指出了这一点。",
        },
        holds: {
          every: [
            { templates: ["sidecar"], from: "default" },
            { pod: LEVEL, has: "sidecar" },
            { pod: ["spec", "initContainers", "istio-init"] },
            { finding: "IX138" },
          ],
        },
        line: { side: "right", has: "- sidecar" },
      },
      task: {
        text: {
          en: "Make it a gateway again.",
          zh: "让它重新成为网关。",
        },
        hint: {
          en: "Under `annotations:` of the pod template: `inject.istio.io/templates: gateway`.",
          zh: "写在 Pod 模板的 `annotations:` 下：`inject.istio.io/templates: gateway`。",
        },
        solution: [{ text: "workload", find: SCRAPE, put: templates("gateway") + SCRAPE }],
        done: { every: [{ templates: ["gateway"] }, { pod: LEVEL, has: "router" }] },
      },
    },
  ],
};
