import { RELEASES, releaseName } from "../lib/index";

/** The releases that a page offers, newest first. */
export const RELEASE_NAMES: readonly string[] = RELEASES.map(releaseName).reverse();
