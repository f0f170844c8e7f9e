import type { Lesson } from "../lesson";
import { after, gateway } from "../states";

const rendered = { left: null, right: "rendered:gateway" };
const start = { ...gateway, sides: rendered };

/** A template is a text with holes: what fills them, and what stands there where nothing does. */
export const template: Lesson = {
  id: "template",
  title: { en: "What a template is", zh: "模板是什么" },
  about: {
    en: "Render a template, change a value, and see the line follow. With the two mistakes that everybody makes once.",
    zh: "渲染模板，修改一个值，看对应的行如何变化。还有人人都会犯一次的两个错误。",
  },
  steps: [
    {
      id: "render",
      title: { en: "A text with holes", zh: "带空位的文本" },
      start,
      text: {
        en: "A [template](/glossary#template) is a Go template: text, and in `{{ … }}` what is to be computed. It sees the pod (`.ObjectMeta`, `.Spec`), the [values](/glossary#values), the mesh (`.MeshConfig`) and the proxy's settings (`.ProxyConfig`). What comes out is a text that must be YAML: half a pod.",
        zh: "[模板](/glossary#template)是 Go 模板：普通文本，以及 `{{ … }}` 中要计算的内容。它能看到 Pod（`.ObjectMeta`、`.Spec`）、[values](/glossary#values)、网格配置（`.MeshConfig`）和代理配置（`.ProxyConfig`）。输出的文本必须是 YAML：半个 Pod。",
      },
      look: {
        text: {
          en: "The step *Rendered*: below `--proxyLogLevel` stands `warning`, which is `.Values.global.proxy.logLevel`.",
          zh: "步骤*渲染*：`--proxyLogLevel` 下面是 `warning`，即 `.Values.global.proxy.logLevel`。",
        },
        holds: { step: "rendered:gateway", has: "- --proxyLogLevel\n    - warning" },
        line: { side: "right", has: "- warning" },
      },
      task: {
        text: {
          en: "In *Injector*, set `logLevel` of the values to `info`.",
          zh: "在*注入器*中把 values 的 `logLevel` 改为 `info`。",
        },
        solution: [{ text: "injector", find: '"logLevel": "warning"', put: '"logLevel": "info"' }],
        done: { step: "rendered:gateway", has: "- --proxyLogLevel\n    - info" },
      },
    },
    {
      id: "annotation",
      title: { en: "The pod may answer instead", zh: "也可以由 Pod 来回答" },
      start,
      text: {
        en: "The log level is written `{{ annotation .ObjectMeta \"sidecar.istio.io/logLevel\" .Values… }}`: the pod's annotation where there is one, otherwise the value. So one workload can differ without a template of its own. Which annotations count is the template's choice, line by line.",
        zh: '日志级别写作 `{{ annotation .ObjectMeta "sidecar.istio.io/logLevel" .Values… }}`：有注解就用 Pod 的注解，否则用 values 中的值。这样单个工作负载无需自己的模板也能与众不同。哪些注解有效，由模板逐行决定。',
      },
      look: {
        text: {
          en: "Still `warning`: this pod has no such annotation.",
          zh: "仍是 `warning`：这个 Pod 没有该注解。",
        },
        holds: {
          every: [
            { step: "rendered:gateway", has: "- --proxyLogLevel\n    - warning" },
            { text: "workload", lacks: "sidecar.istio.io/logLevel" },
          ],
        },
        line: { side: "right", has: "- warning" },
      },
      task: {
        text: {
          en: "Give the pod the annotation `sidecar.istio.io/logLevel: trace`.",
          zh: "给 Pod 加上注解 `sidecar.istio.io/logLevel: trace`。",
        },
        hint: {
          en: "Beside `inject.istio.io/templates`, in the *Workload* tab.",
          zh: "在*工作负载*标签页中，写在 `inject.istio.io/templates` 旁边。",
        },
        solution: [
          {
            text: "workload",
            find: "        inject.istio.io/templates: gateway\n",
            put: "        inject.istio.io/templates: gateway\n        sidecar.istio.io/logLevel: trace\n",
          },
        ],
        done: { step: "rendered:gateway", has: "- --proxyLogLevel\n    - trace" },
      },
    },
    {
      id: "condition",
      title: { en: "Lines that are not there", zh: "没有出现的行" },
      start,
      text: {
        en: "`{{- if … }}` writes its lines only where the condition is true; the `-` takes the line break with it. Empty text, `0`, `false`, an empty list and what is missing all count as not true. What you do not find in the rendered text may stand in the template behind such a condition.",
        zh: "`{{- if … }}` 只在条件为真时写出其中的行；`-` 会连同换行一起去掉。空文本、`0`、`false`、空列表和不存在的值都不算真。渲染文本中找不到的内容，可能就在模板里这样的条件后面。",
      },
      look: {
        text: {
          en: "There is no `--log_as_json` among the arguments: `logAsJson` is `false`.",
          zh: "参数中没有 `--log_as_json`：`logAsJson` 是 `false`。",
        },
        holds: { step: "rendered:gateway", lacks: "--log_as_json" },
        line: { side: "right", has: "- --log_output_level" },
      },
      task: {
        text: { en: "Have the gateway log as JSON.", zh: "让网关以 JSON 格式写日志。" },
        solution: [{ text: "injector", find: '"logAsJson": false', put: '"logAsJson": true' }],
        done: { step: "rendered:gateway", has: "- --log_as_json" },
      },
    },
    {
      id: "no-value",
      title: { en: "What is missing is written, too", zh: "缺失的值也会写出来" },
      start: after(start, [
        {
          text: "injector",
          find: '            - {name: JWT_POLICY, value: {{ env "JWT_POLICY" "third-party-jwt" }}}\n',
          put: '            - {name: JWT_POLICY, value: {{ env "JWT_POLICY" "third-party-jwt" }}}\n            - {name: REGION, value: {{ .Values.global.region }}}\n',
        },
      ]),
      text: {
        en: "Somebody has added a line for `REGION` to the template and forgotten the value. That is no error: a key that is missing prints as `<no value>`, and the text goes into the pod as it is. Two things are worth a habit: `default`, and `quote`, without which `8080` or `yes` would not be a text.",
        zh: "有人在模板中加了一行 `REGION`，却忘了给值。这不算错误：缺失的键打印为 `<no value>`，原样进入 Pod。有两个函数值得养成习惯：`default`，以及 `quote`——没有它，`8080` 或 `yes` 就不是文本。",
      },
      look: {
        text: { en: "`REGION` has the value `<no value>`.", zh: "`REGION` 的值是 `<no value>`。" },
        holds: { pod: ["spec", "containers", "istio-proxy", "env", "REGION", "value"], is: "<no value>" },
        line: { side: "right", has: "name: REGION" },
      },
      task: {
        text: {
          en: 'Give it a region: in the values, beside `"network"`, write `"region": "eu-1",`.',
          zh: '给它一个区域：在 values 中 `"network"` 旁边写上 `"region": "eu-1",`。',
        },
        solution: [
          {
            text: "injector",
            find: '        "network": "network1",\n',
            put: '        "network": "network1",\n        "region": "eu-1",\n',
          },
        ],
        done: {
          every: [
            { pod: ["spec", "containers", "istio-proxy", "env", "REGION", "value"] },
            { not: { pod: ["spec", "containers", "istio-proxy", "env", "REGION", "value"], has: "<no value>" } },
          ],
        },
      },
    },
  ],
};
