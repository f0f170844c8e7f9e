import { en, type Strings } from "../strings/en";
import { PAGES } from "../pages";
import type { Command } from "./store";

/** Pages of their own beside the explorer. Their titles come with the palette, not with the page. */
const OTHERS = [
  {
    path: PAGES.upgrade,
    en: "Upgrade: what changes on which of many workloads",
    zh: "升级：众多工作负载各有什么变化",
  },
] as const;

/** What leads to the other pages, from wherever one is. */
export function pageCommands(t: Strings): readonly Command[] {
  return OTHERS.filter(({ path }) => path !== location.pathname).map((page) => {
    const [title, also] = t === en ? [page.en, page.zh] : [page.zh, page.en];
    const run = () => location.assign(page.path);
    return { id: `page:${page.path}`, group: "page", title, also, keys: [], run };
  });
}
