/** Whether the API server calls webhooks: `matchWebhooks`, and what that means for injection: `explainInjection`. */
export { matchWebhooks } from "./match";
export { explainInjection } from "./explain";
export type * from "./api";
export { matchUsual, usualInstallations } from "./installations";
