import type { Strings } from "./en";

/** A space wherever a Chinese character meets a Latin letter or a digit, which texts that are put in may bring about. */
const spaced = (text: string) => text.replace(/(?<=\p{sc=Han})(?=[a-z\d])|(?<=[a-z\d])(?=\p{sc=Han})/giu, " ");

/** Every text of the page, in Chinese. Field names, kinds and what Istio itself prints stay as they are. */
export const zh: Strings = {
  title: "Injection Explorer",
  description: "查看 Istio 的 sidecar 注入器对工作负载做了什么，以及为什么这样做。",

  // Header
  skip: "跳到结果",
  release: "Istio 版本",
  releaseAuto: (found) => (found === "" ? "自动" : `自动：${found}`),
  releaseFrom: (from) => {
    if (from.startsWith("nothing")) return "无从判断：取最新版本";
    return spaced(`根据${from.replace(/^label /, "标签 ").replace(/^templates use /, "模板中的 ")}判断`);
  },
  language: "语言",
  theme: "主题",
  themes: { system: "跟随系统", light: "浅色主题", dark: "深色主题" },
  reset: "恢复示例",
  resetDone: "已恢复示例。",
  undo: "撤销",
  dismiss: "关闭",
  openFiles: "打开文件…",
  openFilesHint: "打开文件：根据 kind 自动识别工作负载、注入器 ConfigMap 和网格配置。也可以直接拖到页面上。",
  apiLink: "API",
  panes: "输入或结果",
  showInputs: "输入",
  showResult: "结果",
  resize: "输入区宽度",
  resizeDetails: "详情区高度",

  notFound: "这个地址没有内容。",
  broken: "页面出错了。你输入的内容仍保存在此浏览器中。",
  reload: "重新加载",
  toExplorer: "前往 Injection Explorer",

  // Inputs
  inputs: "输入",
  tabs: { workload: "工作负载", injector: "注入器", mesh: "网格", more: "更多" },
  fields: {
    workload: "工作负载 YAML",
    injector: "istio-sidecar-injector ConfigMap 的 YAML",
    mesh: "istio ConfigMap 或 MeshConfig 的 YAML",
    proxyConfigs: "ProxyConfig 资源的 YAML",
    namespaces: "Namespace 对象的 YAML",
  },
  hints: {
    workload: "kubectl get deploy NAME -o yaml",
    injector: "kubectl -n istio-system get cm istio-sidecar-injector -o yaml",
    mesh: "kubectl -n istio-system get cm istio -o yaml",
    proxyConfigs: "kubectl get proxyconfigs -A -o yaml",
    namespaces: "kubectl get ns NAME -o yaml",
  },
  paste: (command) => `粘贴或拖放到这里，例如以下命令的输出：\n${command}`,
  copyCommand: "复制命令",
  copied: "已复制",
  errorIn: "有错误",
  options: {
    title: "选项",
    path: "注入方式",
    paths: { webhook: "Webhook", "kube-inject": "kube-inject" },
    pathHint: "istiod 准入 webhook 的行为，或 istioctl kube-inject 的输出。",
    namespace: "命名空间",
    namespaceHint: "用于没有指定命名空间的对象。",
    revision: "修订版本",
    nativeSidecars: "原生 sidecar",
    native: { auto: "自动", true: "开启", false: "关闭" },
    nativeHint: "自动：假定所有节点都足够新，由所选版本决定。",
    platform: "平台",
    platforms: { "": "无", openshift: "OpenShift" },
    compliancePolicy: "合规策略",
    injectPath: "Webhook 路径",
    injectPathHint: "Webhook URL 中的路径决定集群和网络。",
  },
  dropHere: "把工作负载、ConfigMap、Namespace 和 ProxyConfig 拖到这里，会自动归入对应的位置",
  sorted: (parts) => `已识别：${parts.join("，")}。`,
  sortedPart: (n, what, tab) => `${n === 1 ? what : `${n} × ${what}`} → ${tab}`,
  sortedNothing: "其中没有 Kubernetes 对象。",
  unreadable: (name) => `${name} 不是文本文件。`,
  tooLarge: (name) => `${name} 超过 6 MiB。`,

  // Summary
  injected: "已注入",
  notInjected: "未注入",
  passesThrough: "原样放行",
  rejected: "被拒绝",
  withTemplates: () => "，使用模板 ",
  templateFrom: {
    annotation: "（由注解 inject.istio.io/templates 指定）",
    default: "（默认模板）",
    alias: "（通过别名选中）",
  },
  reasons: {
    "host-network": "它使用主机网络",
    "ignored-namespace": "它所在的命名空间从不注入",
    label: "由标签 sidecar.istio.io/inject 决定",
    annotation: "由注解 sidecar.istio.io/inject 决定",
    "never-inject-selector": "它的标签匹配某个 neverInjectSelector",
    "always-inject-selector": "它的标签匹配某个 alwaysInjectSelector",
    "policy-enabled": "policy 为 enabled，且没有其他设置阻止注入",
    "policy-disabled": "policy 为 disabled，且没有其他设置要求注入",
    "policy-unknown": "policy 既不是 enabled 也不是 disabled",
    "not-a-workload": "它不会创建 Pod",
  },
  because: "：",
  punctuation: { comma: "，", list: "、", lastInList: " 和 ", colon: "：", stop: "。", space: "" },
  containerYours: (kept) => (kept === 0 ? "由你自己定义" : `由你自己定义：保留了 ${kept} 个字段`),
  adds: "新增容器 ",
  containerReinjected: "此前已注入过",
  imageReplaced: "image: auto 已替换",
  sources: {
    workload: "工作负载",
    injector: "注入器",
    values: "values",
    mesh: "网格",
    proxyConfigs: "ProxyConfig",
    namespaces: "Namespace",
    webhooks: "webhook",
    options: "选项",
    default: "默认值",
  },
  line: (source, line) => spaced(`${source}第${line}行`),
  goTo: (where) => spaced(`转到${where}`),
  warnings: (n) => `${n} 条警告`,
  objects: "对象",
  noObjects: "工作负载中还没有任何对象。请粘贴一个 Deployment，或其他会创建 Pod 的对象。",
  unchanged: "Pod 保持提交时的样子。",
  offlineTitle: "kube-inject 的输出",
  moreObjects: (n) => `另有 ${n} 个不含 Pod 的对象`,

  // Errors
  errorTitles: {
    config: "注入器的配置无法使用",
    read: "无法读取工作负载",
    object: (name) => (name === "" ? "注入失败" : `${name} 注入失败`),
    refused: "服务器拒绝了请求",
    unreachable: "服务器没有响应",
  },
  unreachable: "你的文本没有丢失：它保存在此浏览器中。",
  tryAgain: "重试",
  stage: (stage) => `阶段：${stage}`,
  lastGood: "下方是上一次成功的结果。",
  showFailed: "显示出错前的各步骤",
  showGood: "显示上一次成功的结果",

  // Steps
  steps: {
    submitted: "提交",
    rendered: "渲染",
    templatePod: "模板 Pod",
    mergedPod: "合并",
    reapplied: "重新应用",
    clusterInfo: "集群",
    prometheusMerge: "Prometheus",
    securePrometheus: "指标端口",
    rewriteProbes: "探针",
    metadata: "元数据",
    final: "最终",
    workload: "工作负载原文",
    output: "输出",
    other: "步骤",
  },
  stepHints: {
    submitted: "webhook 收到的 Pod：由工作负载的控制器根据 Pod 模板创建。",
    rendered: "注入模板为这个 Pod 渲染出的文本。",
    templatePod: "把渲染出的文本合并到一个空 Pod：即模板要求的全部内容。",
    mergedPod: "把渲染出的文本合并到提交的 Pod。",
    reapplied: "你自己定义的容器会重新应用，覆盖模板中的同名容器。",
    clusterInfo: "把 webhook URL 和标签中的集群与网络写入代理的 env。",
    prometheusMerge: "Prometheus 注解改为指向 agent，由它合并指标。",
    securePrometheus: "设置安全指标端口的注解。",
    rewriteProbes: "应用的 HTTP、TCP 和 gRPC 探针改为经过 agent。",
    metadata: "设置注入所需的标签和注解，以及 status 注解。",
    final: "调整容器顺序：这就是集群中运行的 Pod。",
    workload: "你给出的文本。",
    output: "istioctl kube-inject 的输出。",
    other: "",
  },
  stepper: "注入的步骤",
  stepChanges: (n) => (n === 0 ? "没有变更" : `${n} 处变更`),
  wholeInjection: "全过程",
  compare: "比较",
  alone: "（单独）",
  compareLeft: "左侧",
  compareRight: "右侧",
  previousChange: "上一处变更 (Alt ↑)",
  nextChange: "下一处变更 (Alt ↓)",
  inline: "单栏",
  sideBySide: "并排",
  marks: {
    args: "args",
    env: "env",
    volume: "卷",
    mount: "挂载",
    image: "image auto",
    kept: "保留",
    probe: "探针",
    moved: "移动",
  },
  markCount: (kind, n) => {
    if (kind === "args") return `新增 ${n} 个参数`;
    if (kind === "env") return `新增 ${n} 个环境变量`;
    if (kind === "volume") return `新增 ${n} 个卷`;
    if (kind === "mount") return `新增 ${n} 个卷挂载`;
    if (kind === "image") return `替换 ${n} 个 image: auto`;
    if (kind === "kept") return `保留你的 ${n} 个字段：覆盖了模板中的值`;
    if (kind === "probe") return `改写 ${n} 个探针字段`;
    return `移动 ${n} 项`;
  },
  markNote: (kind, label, instead) => {
    if (kind === "args") return `注入新增的参数：${label}`;
    if (kind === "env") return `注入新增的环境变量：${label}`;
    if (kind === "volume") return `注入新增的卷：${label}`;
    if (kind === "mount") return `注入新增的卷挂载：${label}`;
    if (kind === "image") return `已填入镜像：原为 ${instead}`;
    if (kind === "kept")
      return instead === "" ? `${label} 是你的值；模板中没有` : `${label} 是你的值；模板中为 ${instead}`;
    if (kind === "probe") return `探针已改写：${label} 原为 ${instead}`;
    return `${label} 已移动`;
  },
  nextMark: "下一个",
  diffLabel: (left, right) => `“${left}”与“${right}”的差异`,
  same: "两侧相同。",
  unchangedLines: (n) => `${n} 行无变化`,
  leftPane: "之前",
  rightPane: "之后",

  // Details
  details: "详情",
  changes: "变更",
  patch: "补丁",
  output: "输出",
  hideDetails: "隐藏",
  showDetails: "显示",
  changesAlone: "当前只显示一个步骤：再选一个步骤进行比较。",
  changesOfTexts: "文本按行比较，见上方的差异。选择两个 Pod 可以逐项查看变更。",
  moreChanges: (n) => `另有 ${n} 项`,
  noChanges: "没有变更：两个 Pod 相同。",
  columns: { where: "位置", what: "内容", change: "变更", before: "之前", after: "之后" },
  kinds: { added: "新增", removed: "删除", changed: "修改", moved: "移动" },
  topics: {
    container: "容器",
    image: "镜像",
    args: "参数",
    env: "env",
    mount: "挂载",
    volume: "卷",
    port: "端口",
    probe: "探针",
    lifecycle: "生命周期",
    security: "安全上下文",
    resources: "资源",
    label: "标签",
    annotation: "注解",
    field: "字段",
  },
  pod: "Pod",
  showLine: (label) => `在差异中定位 ${label}`,
  noPatch: "没有补丁：什么都没有改变。",
  patchHint: "从提交的 Pod 到最终 Pod 的 JSON Patch（RFC 6902）。",
  copy: "复制",
};
