import type { Lesson } from "../lesson";
import { around } from "./around";
import { customTemplate } from "./custom-template";
import { gatewayProxy } from "./gateway-proxy";
import { imageAuto } from "./image-auto";
import { puzzles } from "./puzzles";
import { reapply } from "./reapply";
import { standalone } from "./standalone";
import { strategicMerge } from "./strategic-merge";
import { template } from "./template";
import { templateChoice } from "./template-choice";
import { webhook } from "./webhook";

/** The course in its order: the way of a gateway's pod. */
export const LESSONS: readonly Lesson[] = [
  imageAuto,
  webhook,
  templateChoice,
  template,
  strategicMerge,
  reapply,
  gatewayProxy,
  around,
  customTemplate,
  standalone,
  puzzles,
];
