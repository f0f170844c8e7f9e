/** What this page keeps in the browser. */
export const STORED_INPUTS = "injection-explorer.inputs";
export const STORED_KEPT = "injection-explorer.kept";
export const STORED_COMPARED = "injection-explorer.compared";
export const STORED_UPGRADE = "injection-explorer.upgrade";
export const STORED_THEME = "injection-explorer.theme";
export const STORED_LAYOUT = "injection-explorer.layout";
export const STORED_RECENT = "injection-explorer.recent-commands";
export const STORED_SINGLE_KEYS = "injection-explorer.single-keys";
export const STORED_LEARNED = "injection-explorer.learned";
/** A cookie, because the server has to know. */
export const LANGUAGE_COOKIE = "injection-explorer.language";
