/** Pages beside each other. Each is loaded anew: the explorer decides before its first paint whether it shows one's own text. */
export const PAGES = {
  explorer: "/",
  compare: "/compare",
  upgrade: "/upgrade",
  learn: "/learn",
  glossary: "/glossary",
} as const;

export type PageName = keyof typeof PAGES;
