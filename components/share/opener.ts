/** What opening a link needs, loaded only where there is one. */
export { comparisonHash, resultHash } from "../../lib/links/result-hash";
export { encodeFragment } from "../../lib/links/fragment";
export { inputsOfLink, otherInputsOfLink, viewOfLink } from "./link-content";
export { LinkBar } from "./link-bar";
export { openLink } from "./open-link";
export { SHARE_TEXTS } from "./texts";
