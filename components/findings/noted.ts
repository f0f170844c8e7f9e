import type { Finding } from "../../lib/index";
import { Shared } from "../shared";

/** What was found last, for the editors to mark. */
export const noted = new Shared<readonly Finding[]>();
