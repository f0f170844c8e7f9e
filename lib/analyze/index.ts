/** What `istioctl analyze` says of files about injection. */
export { analyze } from "./analyze";
export type * from "./api";
