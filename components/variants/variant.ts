/** Another circumstance in which the pod is looked at. */
export type Variant = "uninjected" | "export" | "live";
