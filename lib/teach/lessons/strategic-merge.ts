import type { Lesson } from "../lesson";
import { small } from "../states";

const workload = String.raw`apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  nodeSelector:
    disk: ssd
  containers:
  - name: app
    image: registry.example.com/shop/web:3.1
    args: [--port=8080, --verbose]
    env:
    - {name: LANG, value: C.UTF-8}
    - {name: CACHE, value: "on"}
`;

const injector = (template: string) => `policy: enabled
defaultTemplates: [base]
templates:
  base: |
${template.replace(/^(?=.)/gm, "    ")}`;

const merged = { left: "submitted", right: "mergedPod:base" };
const final = { left: "submitted", right: "final" };

/** What happens where the template and the pod have the same field. */
export const strategicMerge: Lesson = {
  id: "strategic-merge",
  title: { en: "Strategic merge in ten minutes", zh: "十分钟学会 strategic merge" },
  about: {
    en: "Lists that merge by a key, the order that comes out, lists that are replaced whole, and how a template removes something.",
    zh: "按键合并的列表、合并后的顺序、整体替换的列表，以及模板如何删除内容。",
  },
  steps: [
    {
      id: "keys",
      title: { en: "Lists merge by a key", zh: "列表按键合并" },
      start: {
        ...small(
          workload,
          injector("spec:\n  containers:\n  - name: app\n    env:\n    - {name: REGION, value: eu-1}\n"),
        ),
        sides: merged,
      },
      text: {
        en: "The rendered text is laid over the pod by [strategic merge](/glossary#strategic-merge), as `kubectl patch` does it. Objects merge field by field. Some lists merge, too, item by item with the same [merge key](/glossary#merge-key): containers and env by `name`, mounts by `mountPath`, ports by `containerPort`.\n\nThis template names the container `app` and one variable. Nothing else of it changes.",
        zh: "渲染出的文本按 [strategic merge](/glossary#strategic-merge) 覆盖到 Pod 上，与 `kubectl patch` 相同。对象逐个字段合并。有些列表也会合并：[合并键](/glossary#merge-key)相同的项合并在一起。容器和 env 按 `name`，挂载按 `mountPath`，端口按 `containerPort`。\n\n这个模板只写了容器 `app` 和一个变量，容器的其余部分不变。",
      },
      look: {
        text: {
          en: "One container, three variables: `LANG` and `CACHE` are the pod's, `REGION` came.",
          zh: "一个容器，三个变量：`LANG` 和 `CACHE` 是 Pod 原有的，`REGION` 是新加的。",
        },
        holds: {
          every: [
            { namesAt: ["spec", "containers"], are: ["app"] },
            { pod: ["spec", "containers", "app", "env", "CACHE", "value"], is: "on" },
            { pod: ["spec", "containers", "app", "env", "REGION", "value"], is: "eu-1" },
          ],
        },
        line: { side: "right", has: "name: REGION" },
      },
      task: {
        text: {
          en: "In the template, call the container `helper`. The key fits no other: what happens?",
          zh: "在模板中把容器改名为 `helper`。没有相同的键：会怎样？",
        },
        solution: [{ text: "injector", find: "      - name: app\n", put: "      - name: helper\n" }],
        done: {
          every: [
            { pod: ["spec", "containers", "helper", "env", "REGION", "value"], is: "eu-1" },
            { not: { pod: ["spec", "containers", "app", "env", "REGION"] } },
          ],
        },
      },
    },
    {
      id: "order",
      title: { en: "The order that comes out", zh: "合并后的顺序" },
      start: {
        ...small(
          workload,
          injector(
            "spec:\n  containers:\n  - name: app\n    env:\n    - {name: REGION, value: eu-1}\n    - {name: CACHE, value: warm}\n",
          ),
        ),
        sides: merged,
      },
      text: {
        en: "Items that are only in the template come *before* what is left of the pod's own; items that both have stay in the order of the template. That matters for env: `$(NAME)` only sees variables above it, and for containers, whose order is the order in which they start.",
        zh: "只在模板中的项排在 Pod 自己剩余项的*前面*；两边都有的项保持模板中的顺序。这对 env 很重要：`$(NAME)` 只能引用排在它前面的变量；对容器也一样，因为它们按顺序启动。",
      },
      look: {
        text: {
          en: "In the step *Merged*: `REGION` first, then `LANG`, then `CACHE`.",
          zh: "在步骤*合并*中：先是 `REGION`，然后是 `LANG`，最后是 `CACHE`。",
        },
        holds: { namesAt: ["spec", "containers", "app", "env"], are: ["REGION", "LANG", "CACHE"] },
        line: { side: "right", has: "name: REGION" },
      },
      task: {
        text: {
          en: "The pod wants `URL` to be `http://$(REGION).example.com`. Add it to the *pod's* env, and see that it stands below `REGION`.",
          zh: "Pod 希望 `URL` 是 `http://$(REGION).example.com`。把它加到 *Pod* 的 env 中，看它排在 `REGION` 之后。",
        },
        hint: {
          en: '`- {name: URL, value: "http://$(REGION).example.com"}` below `CACHE` in the *Workload* tab.',
          zh: '在*工作负载*标签页的 `CACHE` 下面写 `- {name: URL, value: "http://$(REGION).example.com"}`。',
        },
        solution: [
          {
            text: "workload",
            find: '    - {name: CACHE, value: "on"}\n',
            put: '    - {name: CACHE, value: "on"}\n    - {name: URL, value: "http://$(REGION).example.com"}\n',
          },
        ],
        done: {
          every: [
            { pod: ["spec", "containers", "app", "env", "URL", "value"], has: "$(REGION)" },
            { pod: ["spec", "containers", "app", "env", 0, "name"], is: "REGION" },
          ],
        },
      },
    },
    {
      id: "atomic",
      title: { en: "Lists that are replaced whole", zh: "整体替换的列表" },
      start: {
        ...small(workload, injector("spec:\n  containers:\n  - name: app\n    args: [--traced]\n")),
        sides: merged,
      },
      text: {
        en: "A list without a merge key is [atomic](/glossary#atomic-list): `args`, `command`, `tolerations`, `capabilities.add`. The one that is laid over replaces the other as a whole. There is no way to add one argument.\n\nAnd a container that the workload has itself is put back on top afterwards: see the next lesson.",
        zh: "没有合并键的列表是[原子](/glossary#atomic-list)的：`args`、`command`、`tolerations`、`capabilities.add`。后覆盖上去的列表整体取代原来的，没有办法只添加一个参数。\n\n此外，工作负载自己的容器随后还会再覆盖上去：见下一课。",
      },
      look: {
        text: {
          en: "*Merged* has `--traced` and nothing of the pod's own arguments. *Final* has the pod's own, and nothing of the template's.",
          zh: "*合并*中只有 `--traced`，Pod 自己的参数都没了。*最终*中是 Pod 自己的参数，模板的一个也没有。",
        },
        holds: {
          every: [
            { step: "mergedPod:base", has: "- --traced", lacks: "- --verbose" },
            { pod: ["spec", "containers", "app", "args"], is: ["--port=8080", "--verbose"] },
          ],
        },
        line: { side: "right", has: "- --traced" },
      },
      task: {
        text: {
          en: "Get all three arguments into the final pod. (Whoever wins has to write all of them.)",
          zh: "让最终的 Pod 有全部三个参数。（谁优先，谁就得写全。）",
        },
        hint: {
          en: "The workload wins: `args: [--port=8080, --verbose, --traced]`.",
          zh: "工作负载优先：`args: [--port=8080, --verbose, --traced]`。",
        },
        solution: [
          { text: "workload", find: "args: [--port=8080, --verbose]", put: "args: [--port=8080, --verbose, --traced]" },
        ],
        done: {
          every: [
            { pod: ["spec", "containers", "app", "args"], has: "--port=8080" },
            { pod: ["spec", "containers", "app", "args"], has: "--verbose" },
            { pod: ["spec", "containers", "app", "args"], has: "--traced" },
          ],
        },
      },
    },
    {
      id: "removing",
      title: { en: "Taking something away", zh: "删除内容" },
      start: { ...small(workload, injector("spec:\n  nodeSelector: null\n")), sides: final },
      text: {
        en: "In a patch, `null` means: away with this field. So a template can remove, and does so by accident where a value is missing: `initContainers:` with nothing below it is `null`, and takes all init containers of the pod with it. For an item of a list it is `$patch: delete` beside its key.",
        zh: "在补丁中，`null` 的意思是删除这个字段。因此模板可以删除内容，也会因为缺少值而误删：`initContainers:` 下面什么都没有就是 `null`，会删掉 Pod 的全部 init 容器。删除列表中的一项，则在它的键旁边写 `$patch: delete`。",
      },
      look: {
        text: {
          en: "`nodeSelector` is on the left side only.",
          zh: "`nodeSelector` 只在左侧出现。",
        },
        holds: { every: [{ not: { pod: ["spec", "nodeSelector"] } }, { step: "submitted", has: "disk: ssd" }] },
        line: { side: "left", has: "nodeSelector" },
      },
      task: {
        text: {
          en: "Instead of removing the selector, let the template add `zone: eu-1a` to it.",
          zh: "不要删除选择器，而是让模板向其中添加 `zone: eu-1a`。",
        },
        solution: [{ text: "injector", find: "nodeSelector: null", put: "nodeSelector: {zone: eu-1a}" }],
        done: { pod: ["spec", "nodeSelector"], is: { disk: "ssd", zone: "eu-1a" } },
      },
    },
  ],
};
