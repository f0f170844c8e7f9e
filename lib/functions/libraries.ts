/** What differs in the functions by release, named here once: Istio's own, and the versions of the libraries behind the others. */
import type { Release } from "../k8s/release";

export interface Libraries {
  /** Istio's functions that not all releases have (pkg/kube/inject/template.go). */
  readonly mergeMaps: boolean;
  readonly omitNil: boolean;
  readonly otelResourceAttributes: boolean;
  /** appendMultusNetwork splits `namespace/name` and compares both; before 1.23 the whole text is the name. */
  readonly qualifiedNetworks: boolean;
  /** sprig 3.3.0 came with 1.24: sha512sum, and mergo 1.0 instead of 0.3. */
  readonly sprig: "3.2.3" | "3.3.0";
  /** mergo, behind merge and mergeOverwrite. */
  readonly mergo: "0.3.5" | "1.0";
  /** xstrings, behind camelcase. */
  readonly xstrings: "1.4" | "1.5";
  /** spf13/cast, behind int, float64 and all arithmetic: from 1.10 strings lose any decimals and named types count. */
  readonly cast: "1.5" | "1.10";
  /** Masterminds/semver. */
  readonly semver: "3.2" | "3.3.0" | "3.3.1" | "3.5";
  /** net/url is strict about colons in hosts where the module asks for Go 1.26 (GODEBUG urlstrictcolons). */
  readonly urlColons: "strict" | "loose";
}

/** The versions that the release's istiod is built with (its go.mod). */
export function librariesOf(release: Release): Libraries {
  const old = release < 24;
  return {
    mergeMaps: release >= 21,
    omitNil: release >= 28,
    otelResourceAttributes: release >= 30,
    qualifiedNetworks: release >= 23,
    sprig: old ? "3.2.3" : "3.3.0",
    mergo: old ? "0.3.5" : "1.0",
    xstrings: old ? "1.4" : "1.5",
    cast: release < 28 ? "1.5" : "1.10",
    semver: old ? "3.2" : release === 24 ? "3.3.0" : release < 28 ? "3.3.1" : "3.5",
    urlColons: release < 31 ? "loose" : "strict",
  };
}
