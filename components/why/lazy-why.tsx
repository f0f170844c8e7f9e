import { lazyPanel } from "../lazy-panel";

/** Why a line is there, whose code is loaded when that is asked first. */
export const LazyWhy = lazyPanel(async () => (await import("./why-panel")).WhyPanel);
