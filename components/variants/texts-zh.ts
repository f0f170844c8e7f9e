import type { VariantTexts } from "./texts-en";

/** Every text about variants, in Chinese. */
export const zh: VariantTexts = {
  choose: "情形",
  views: { uninjected: "不注入", export: "独立运行" },
  looking: "正在查找 …",
  uninjected: {
    about: "如果创建这个 Pod 时没有注入，它会是什么样。",
    nothing: "不注入也不缺少任何内容。",
    failures: "依次会失败的地方",
    lacks: "缺少的内容",
    pod: "Pod",
    whats: {
      container: "整个容器",
      image: "镜像",
      command: "命令",
      args: "参数",
      env: "环境变量",
      mount: "挂载",
      port: "端口",
      probe: "探针",
      field: "字段",
      volume: "卷",
      label: "标签",
      annotation: "注解",
    },
    show: (name) => `在最终 Pod 中显示 ${name}`,
  },
  export: {
    about: "同一个工作负载，已包含注入器添加的内容：再次注入不会有任何改变。",
    nothing: "没有可导出的内容：这个 Pod 不会被注入。",
    changed: "与注入后的 Pod 不同之处",
    byHand: "今后需要手动维护",
    fromCluster: "依赖集群提供",
    line: (n) => `第 ${n} 行`,
    goTo: (n) => `显示第 ${n} 行`,
    text: "独立运行的工作负载，YAML",
    notes: "须知",
    copy: "复制 YAML",
    save: "下载",
  },
};
