import { lazyPanel } from "../lazy-panel";

/** The variants, whose code is loaded when they are looked at first. */
export const LazyVariants = lazyPanel(async () => (await import("./variants-panel")).VariantsPanel);
