import type { Refusal } from "../ask";
import type { OpenFailure } from "./open-link";
import type { ShareTexts } from "./texts-en";

const count = (n: number) => new Intl.NumberFormat("zh-CN").format(n);

function refused({ status, title, detail }: Refusal): string {
  switch (status) {
    case 413:
      return "内容太大，不能做成短链接：最多 2 MiB。";
    case 429:
      return "创建的链接太多，请一分钟后再试。";
    case 501:
      return "这台服务器不保存链接。内容全部在链接中的链接可以使用。";
    case 503:
      return "服务器的存储没有响应，请稍后再试。";
    case 507:
      return "服务器的存储已满。内容全部在链接中的链接可以使用。";
    case undefined:
      return "服务器没有响应。";
    default:
      return `${title}：${detail}`;
  }
}

/** Every text about links, in Chinese. */
export const zh: ShareTexts = {
  title: "分享",
  close: "关闭",
  dismiss: "知道了",
  kind: "链接的种类",
  kinds: { link: "内容全部在链接中", encrypted: "短链接，端到端加密", plain: "短链接，不加密" },
  readers: {
    link: "有链接的人都能读。内容不经过服务器，永远可以打开；在打开过本工具的浏览器里，离线也能打开。",
    encrypted: "有完整链接的人都能读。服务器保存的内容它自己读不了。",
    plain: "有链接的人和这台服务器都能读。它有标题和预览。",
  },
  insecure: "此处不可用：页面是通过 http 打开的，浏览器只在 https 下加密。",
  notKept: "此处不可用：这台服务器不保存链接。",
  characters: (n) => `${count(n)} 个字符。`,
  tooLongForChat: (n) => `${count(n)} 个字符：许多聊天工具会在 2,000 处截断链接。`,
  tooLongForBrowsers: (n) => `${count(n)} 个字符：有些浏览器打不开这么长的链接。`,
  makeShort: "改成短链接",

  secrets: (n) => `有 ${n} 处看起来是机密`,
  secretsHint: "勾选的内容在链接中会被遮盖。你自己的内容不变。",
  mask: (what) => `遮盖 ${what}`,
  secretKinds: {
    secretObject: "Secret 的内容",
    registry: "镜像仓库凭据",
    privateKey: "私钥",
    token: "令牌",
    password: "密码或令牌",
  },

  expires: "有效期",
  lifetimes: { "1h": "1 小时", "1d": "1 天", "1w": "1 周", "30d": "30 天", never: "永久" },
  burn: "只能读一次，读后即焚",
  make: "生成链接",
  making: "正在生成…",
  refused,

  link: "链接",
  copy: "复制",
  copied: "已复制",
  notCopied: "浏览器不允许在此复制：链接已选中。",
  qr: "二维码",
  qrLabel: "链接的二维码",
  qrTooLong: "太长，无法生成二维码：短链接可以。",
  lives: (until, burn) => (burn ? "只能读一次。" : "") + (until ? `${until} 过期。` : "不会过期。"),
  deletion: "用于删除",
  deletionHint: "只有这个链接能删除它，而且只在现在显示。",
  deleteIt: "立即删除",
  another: "再生成一个",
  embed: "嵌入到网页中",
  embedTitle: "Injection Explorer",

  makeLesson: "做成一课",
  lessonHint: "要看什么、要改什么：不含 HTML 的 Markdown。打开链接的人会在页面旁边读到它。",
  live: "运行中的 Pod",
  taught: "课程",
  taughtBy: "由创建链接的人编写",
  fold: "收起课程文字",
  dismissTaught: "关闭课程文字",

  opened: (kept) => `这是链接中的内容。${kept ? "你自己的内容已保留。" : ""}`,
  back: "回到我的内容",
  changed: "结果与分享时不同：引擎在那之后有了变化。",
  once: "这个链接只能读一次。打开之后，其他人就读不到了。",
  readOnce: "现在读",
  burned: "其他人已读不到这个链接。内容只保存在这个浏览器中。",
  deletes: "这会为所有有链接的人删除它。",
  deleteNow: "删除",
  deleted: "链接已删除。",
  notOpened: "无法打开链接。",
  draftKept: "你自己的内容没有改变。",
  failure: (failure: OpenFailure) => {
    switch (failure.kind) {
      case "not-ours":
        return "# 后面的内容不是本页面的链接。";
      case "cut-off":
        return `末尾缺失：${count(failure.of)} 个字符中只收到 ${count(failure.have)} 个。请重新复制完整的链接。`;
      case "damaged":
        return "它在途中被改动了。请重新复制完整的链接。";
      case "unknown-version":
        return "它由本页面的更新版本生成。";
      case "too-large":
        return `它解压后会超过 ${count(failure.most / 1024 / 1024)} MiB。`;
      case "malformed":
        return `它的内容不是链接应有的内容，位置 ${failure.at}。`;
      case "no-key":
        return "缺少密钥：# 后面只有发送者才有的部分。请索取完整的链接。";
      case "key-cut-off":
        return "密钥的末尾缺失。请重新复制完整的链接。";
      case "wrong-key":
        return "密钥不符：# 后面的部分在途中被改动了。";
      case "insecure":
        return "它是加密的，而页面是通过 http 打开的，浏览器在此不能解密。请通过 https 打开。";
      case "absent":
        return "它已过期、已被删除、只能读一次而且已被读过，或从未存在。";
      case "refused":
        return refused(failure.refusal);
    }
  },

  embedded: "注入的结果",
  openInExplorer: "在 Explorer 中打开",
  views: "显示的内容",
  showResult: "结果",
  loading: "正在打开链接…",
  onceEmbedded: "这个链接只能读一次。请在 Explorer 中打开。",
};
