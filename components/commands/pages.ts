import { PAGES, type PageName } from "../pages";
import { en, type Strings } from "../strings/en";
import type { Command } from "./store";

/** What the palette calls the pages. These titles come with it, not with the page. */
const TITLES: Readonly<Record<PageName, readonly [en: string, zh: string]>> = {
  explorer: ["Explorer: what the injector does with a workload", "主页：注入器如何处理工作负载"],
  compare: ["Compare: what changes between two situations", "比较：两种情形之间有什么变化"],
  upgrade: ["Upgrade: what changes on which of many workloads", "升级：众多工作负载各有什么变化"],
  learn: ["Learn how injection works", "教程：注入如何工作"],
  glossary: ["Glossary", "术语表"],
};

/** What leads to the other pages, from wherever one is. */
export function pageCommands(t: Strings): readonly Command[] {
  return (Object.keys(PAGES) as PageName[])
    .filter((name) => PAGES[name] !== location.pathname)
    .map((name) => {
      const [english, chinese] = TITLES[name];
      const [title, also] = t === en ? [english, chinese] : [chinese, english];
      const run = () => location.assign(PAGES[name]);
      return { id: `page:${name}`, group: "page", title, also, keys: [], run };
    });
}
