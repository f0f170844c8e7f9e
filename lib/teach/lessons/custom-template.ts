import type { Lesson } from "../lesson";
import { after, exampleState, small } from "../states";

const workload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata:
  name: invoices
  namespace: shop
spec:
  selector:
    matchLabels: {app: invoices}
  template:
    metadata:
      labels:
        app: invoices
      annotations:
        example.com/team: billing
    spec:
      containers:
      - name: invoices
        image: registry.example.com/shop/invoices:1.6.2
`;

const config = String.raw`policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: {{ .ProxyImage }}
        args: [proxy, sidecar, --proxyLogLevel=warning]
`;

const AUDIT = String.raw`      audit: |
        metadata:
          labels:
            example.com/team: {{ index .ObjectMeta.Annotations "example.com/team" | default "nobody" | quote }}
`;
const NAMES = `        example.com/team: billing
`;
const ARGS = "            args: [proxy, sidecar, --proxyLogLevel=warning]\n";

const first = small(workload, config);
const withAudit = after(first, [{ text: "injector", find: ARGS, put: ARGS + AUDIT }]);

/** Templates beside Istio's own, and a name for what belongs together. */
export const customTemplate: Lesson = {
  id: "custom-template",
  title: { en: "A template and an alias of one's own", zh: "自己的模板和别名" },
  about: {
    en: "Write a template beside the proxy's, select both by an alias, and decide who has the last word.",
    zh: "在代理模板之外再写一个模板，用别名同时选择两者，并决定谁说了算。",
  },
  steps: [
    {
      id: "template",
      title: { en: "One more template", zh: "再加一个模板" },
      start: first,
      text: {
        en: "A template need not have anything to do with the proxy. It is half a pod that is laid over: a label, a variable, a volume. Add it below `templates:` and leave Istio's own as they are, so that upgrades can replace those.\n\nThis one makes a label of the annotation `example.com/team`.",
        zh: "模板不一定与代理有关。它是要覆盖上去的半个 Pod：一个标签、一个变量、一个卷。把它加在 `templates:` 下面，不要改动 Istio 自带的模板，升级时才能替换它们。\n\n这个模板把注解 `example.com/team` 变成标签。",
      },
      look: {
        text: {
          en: "So far there is `sidecar` only, and the pod has no label `example.com/team`.",
          zh: "目前只有 `sidecar`，Pod 没有标签 `example.com/team`。",
        },
        holds: { every: [{ templates: ["sidecar"] }, { not: { pod: ["metadata", "labels", "example.com/team"] } }] },
      },
      task: {
        text: {
          en: "Add a template `audit` that sets the label, and select both: `inject.istio.io/templates: sidecar,audit`.",
          zh: "添加设置该标签的模板 `audit`，并同时选择两者：`inject.istio.io/templates: sidecar,audit`。",
        },
        hint: {
          en: '`audit: |` as deep as `sidecar: |`, and below it `metadata:`, `labels:`, then `example.com/team: {{ index .ObjectMeta.Annotations "example.com/team" | quote }}`.',
          zh: '`audit: |` 与 `sidecar: |` 同级，下面依次是 `metadata:`、`labels:`，然后 `example.com/team: {{ index .ObjectMeta.Annotations "example.com/team" | quote }}`。',
        },
        solution: [
          { text: "injector", find: ARGS, put: ARGS + AUDIT },
          { text: "workload", find: NAMES, put: `${NAMES}        inject.istio.io/templates: sidecar,audit\n` },
        ],
        done: {
          every: [
            { pod: ["metadata", "labels", "example.com/team"], is: "billing" },
            { pod: ["spec", "containers", "istio-proxy"] },
          ],
        },
      },
    },
    {
      id: "alias",
      title: { en: "A name for both", zh: "给两者一个名字" },
      start: after(withAudit, [
        { text: "workload", find: NAMES, put: `${NAMES}        inject.istio.io/templates: sidecar,audit\n` },
      ]),
      text: {
        en: "With the list in every workload, a third template means a change to all of them. An [alias](/glossary#alias) moves the list to where the templates are. An alias may also have the name of a template, or stand in `defaultTemplates`.",
        zh: "如果每个工作负载都写这份列表，增加第三个模板就要改动所有工作负载。[别名](/glossary#alias)把列表移到模板所在的地方。别名也可以与模板同名，或写在 `defaultTemplates` 中。",
      },
      look: {
        text: {
          en: "The workload names both templates itself.",
          zh: "工作负载自己写了两个模板。",
        },
        holds: { templates: ["sidecar", "audit"], from: "annotation" },
      },
      task: {
        text: {
          en: "Define `audited` as an alias for both, and let the workload name only that.",
          zh: "定义别名 `audited` 代表两者，让工作负载只写这个名字。",
        },
        hint: {
          en: "Beside `defaultTemplates`: `aliases: {audited: [sidecar, audit]}`.",
          zh: "在 `defaultTemplates` 旁边：`aliases: {audited: [sidecar, audit]}`。",
        },
        solution: [
          {
            text: "injector",
            find: "    defaultTemplates: [sidecar]\n",
            put: "    defaultTemplates: [sidecar]\n    aliases: {audited: [sidecar, audit]}\n",
          },
          {
            text: "workload",
            find: "inject.istio.io/templates: sidecar,audit",
            put: "inject.istio.io/templates: audited",
          },
        ],
        done: { templates: ["sidecar", "audit"], from: "alias" },
      },
    },
    {
      id: "last-word",
      title: { en: "The last one has the last word", zh: "最后一个说了算" },
      start: after(withAudit, [
        {
          text: "injector",
          find: AUDIT,
          put: `      verbose: |
        spec:
          containers:
          - name: istio-proxy
            args: [proxy, sidecar, --proxyLogLevel=debug]
`,
        },
        { text: "injector", find: "defaultTemplates: [sidecar]", put: "defaultTemplates: [verbose, sidecar]" },
      ]),
      text: {
        en: "Templates are laid over the pod one after the other. Where two set the same field, the later one wins; atomic lists such as `args` it replaces whole. A template that is to change another must come behind it. It need not come first to see what the other made: all of them see the pod as it was submitted.",
        zh: "模板一个接一个地覆盖到 Pod 上。两个模板设置同一字段时，后面的优先；像 `args` 这样的原子列表会整体替换。要修改另一个模板的结果，就必须排在它后面。但它看不到另一个模板的产物：所有模板看到的都是提交时的 Pod。",
      },
      look: {
        text: {
          en: "`verbose` runs first and changes nothing: the log level is `warning`.",
          zh: "`verbose` 先运行，结果没有任何改变：日志级别是 `warning`。",
        },
        holds: {
          every: [
            { templates: ["verbose", "sidecar"] },
            { pod: ["spec", "containers", "istio-proxy", "args"], has: "--proxyLogLevel=warning" },
          ],
        },
        line: { side: "right", has: "--proxyLogLevel=warning" },
      },
      task: {
        text: { en: "Let `verbose` have the last word.", zh: "让 `verbose` 说了算。" },
        solution: [
          {
            text: "injector",
            find: "defaultTemplates: [verbose, sidecar]",
            put: "defaultTemplates: [sidecar, verbose]",
          },
        ],
        done: { pod: ["spec", "containers", "istio-proxy", "args"], has: "--proxyLogLevel=debug" },
      },
    },
    {
      id: "all-containers",
      title: { en: "A rule for every container", zh: "适用于每个容器的规则" },
      start: exampleState("custom-templates"),
      text: {
        en: "`{{- range .Spec.Containers }}` writes a piece for each container of the application, by name, so that it merges into it. Here `hardened` makes every file system read-only. The workload's own fields are [re-applied](/glossary#reapplied) and win: a template can set defaults, it cannot enforce.",
        zh: "`{{- range .Spec.Containers }}` 为应用的每个容器按名称写出一段，从而合并进去。这里 `hardened` 让所有文件系统只读。工作负载自己的字段会[重新应用](/glossary#reapplied)并优先：模板能给出默认值，但不能强制。",
      },
      look: {
        text: {
          en: "The template says `readOnlyRootFilesystem: true`, the final pod says `false`.",
          zh: "模板写的是 `readOnlyRootFilesystem: true`，最终的 Pod 却是 `false`。",
        },
        holds: {
          every: [
            { pod: ["spec", "containers", "ledger", "securityContext", "readOnlyRootFilesystem"], is: false },
            { step: "rendered:hardened", has: "readOnlyRootFilesystem: true" },
          ],
        },
        line: { side: "right", has: "readOnlyRootFilesystem: false" },
      },
      task: {
        text: {
          en: "The application no longer writes beside itself. Let the template's rule hold.",
          zh: "应用不再向自身目录写文件。让模板的规则生效。",
        },
        solution: [
          {
            text: "workload",
            find: "        securityContext:\n          readOnlyRootFilesystem: false   # it writes beside itself\n",
            put: "",
          },
        ],
        done: { pod: ["spec", "containers", "ledger", "securityContext", "readOnlyRootFilesystem"], is: true },
      },
    },
  ],
};
