import type { Release } from "../k8s/release";
import { GoError } from "../source/errors";
import { appendError, joinErrors, prefixError, type MaybeError } from "./errors";
import type { MeshConfig } from "./mesh-types";
import { behaviours } from "./releases";
import { connectTimeoutError, protocolDetectionTimeoutError } from "./validate-duration";
import { localityLbError, zoneAwareLbError } from "./validate-locality";
import { portError, trustDomainError, wildcardDomainError } from "./validate-names";
import { proxyConfigError } from "./validate-proxy-config";
import { defaultTrafficPolicyError, inboundRetryError } from "./validate-traffic";

/**
 * What is wrong with a MeshConfig: one error as it is, several as a list. Warnings, which istiod only logs, are left out.
 * Mirrors ValidateMeshConfig of pkg/config/validation/agent.
 */
export function meshConfigError(release: Release, mesh: MeshConfig): MaybeError {
  let errors: MaybeError;
  const add = (error: MaybeError, prefix?: string): void => {
    if (error) errors = joinErrors(errors, prefix === undefined ? error : prefixError(error, prefix));
  };
  add(portError(mesh.proxyListenPort ?? 0), "invalid proxy listen port:");
  add(connectTimeoutError(mesh.connectTimeout), "invalid connect timeout:");
  add(protocolDetectionTimeoutError(mesh.protocolDetectionTimeout), "invalid protocol detection timeout:");
  add(mesh.defaultConfig ? proxyConfigError(release, mesh.defaultConfig) : new GoError("missing default config"));
  if (mesh.localityLbSetting) add(localityLbError(mesh.localityLbSetting));
  const { meshTrafficChecks } = behaviours(release);
  if (meshTrafficChecks && mesh.zoneAwareLbSetting) add(zoneAwareLbError(mesh.zoneAwareLbSetting));
  add(serviceSettingsError(mesh));
  add(trustDomainsError(mesh));
  if (mesh.meshMTLS?.ecdhCurves?.length) {
    add(appendError(undefined, new GoError("mesh TLS does not support ECDH curves configuration")));
  }
  if (meshTrafficChecks && mesh.defaultTrafficPolicy) add(defaultTrafficPolicyError(mesh.defaultTrafficPolicy));
  if (meshTrafficChecks && mesh.defaultInboundHttpRetryPolicy)
    add(inboundRetryError(mesh.defaultInboundHttpRetryPolicy));
  return errors;
}

/** Mirrors validateServiceSettings. */
function serviceSettingsError(mesh: MeshConfig): MaybeError {
  let errors: MaybeError;
  mesh.serviceSettings?.forEach((settings, index) => {
    for (const host of settings.hosts ?? []) {
      const error = wildcardDomainError(host);
      if (error)
        errors = appendError(errors, new GoError(`serviceSettings[${index}], host \`${host}\`: ${error.message}`));
    }
  });
  return errors;
}

/** Mirrors validateTrustDomainConfig. */
function trustDomainsError(mesh: MeshConfig): MaybeError {
  let errors: MaybeError;
  const own = trustDomainError(mesh.trustDomain ?? "");
  if (own) errors = appendError(errors, new GoError(`trustDomain: ${own.message}`));
  mesh.trustDomainAliases?.forEach((alias, index) => {
    const error = trustDomainError(alias);
    if (error) {
      errors = appendError(errors, new GoError(`trustDomainAliases[${index}], domain \`${alias}\` : ${error.message}`));
    }
  });
  return errors;
}
