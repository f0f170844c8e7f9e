/** An Istio release by its minor number: 20 is 1.20, 31 is the coming 1.31. */
export type Release = 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 31;

export const RELEASES: readonly Release[] = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31];
export const NEWEST: Release = 31;

/** `1.30` of 30. */
export function releaseName(release: Release): string {
  return `1.${release}`;
}
