/** Pages beside each other. Each is loaded anew: the explorer decides before its first paint whether it shows one's own text. */
export const PAGES = { explorer: "/", learn: "/learn", glossary: "/glossary", upgrade: "/upgrade" } as const;
