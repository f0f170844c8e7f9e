import type { Rule, SharedRule } from "./rule";
import { annotationOnly } from "./rules/annotation-only";
import { argoCaBundle } from "./rules/argo-ca-bundle";
import { argsReplaced } from "./rules/args-replaced";
import { badAnnotation } from "./rules/bad-annotation";
import { byDefaultWithoutWebhook } from "./rules/by-default-without-webhook";
import { calledButSkipped } from "./rules/called-but-skipped";
import { clusterOverwritten } from "./rules/cluster-overwritten";
import { cniAsScalar } from "./rules/cni-as-scalar";
import { deactivatedWebhooks } from "./rules/deactivated-webhooks";
import { duplicateContainer } from "./rules/duplicate-container";
import { emptyCaBundle } from "./rules/empty-ca-bundle";
import { failsOpen } from "./rules/fails-open";
import { gatewayAsSidecar } from "./rules/gateway-as-sidecar";
import { hostNetwork } from "./rules/host-network";
import { ignoredNamespace } from "./rules/ignored-namespace";
import { imageAutoNotInjected } from "./rules/image-auto-not-injected";
import { imagePinned } from "./rules/image-pinned";
import { initContainersDeleted } from "./rules/init-containers-deleted";
import { initOrder } from "./rules/init-order";
import { initWithoutNetwork } from "./rules/init-without-network";
import { injectedBefore } from "./rules/injected-before";
import { kubeInjectByHand } from "./rules/kube-inject-by-hand";
import { labelFalse } from "./rules/label-false";
import { labelOnWorkload } from "./rules/label-on-workload";
import { labelSpelling } from "./rules/label-spelling";
import { labelTooLong } from "./rules/label-too-long";
import { lifecycleHidesHold } from "./rules/lifecycle-hides-hold";
import { namespaceDisabled } from "./rules/namespace-disabled";
import { namespaceOtherValue } from "./rules/namespace-other-value";
import { nativeWithoutRestart } from "./rules/native-without-restart";
import { neverInjectSelector } from "./rules/never-inject-selector";
import { neverInjectedPod } from "./rules/never-injected-pod";
import { noRevision } from "./rules/no-revision";
import { noWebhooksGiven } from "./rules/no-webhooks-given";
import { notNative } from "./rules/not-native";
import { openshiftUser } from "./rules/openshift-user";
import { podSecurity } from "./rules/pod-security";
import { policyDisabled } from "./rules/policy-disabled";
import { probeNotServed } from "./rules/probe-not-served";
import { probePortName } from "./rules/probe-port-name";
import { prometheusRewritten } from "./rules/prometheus-rewritten";
import { proxyTakenForOverride } from "./rules/proxy-taken-for-override";
import { pullSecretsAsMaps } from "./rules/pull-secrets-as-maps";
import { reinvocation } from "./rules/reinvocation";
import { renderedNotAPod } from "./rules/rendered-not-a-pod";
import { resourcesReplaced } from "./rules/resources-replaced";
import { revisionOfNamespace } from "./rules/revision-of-namespace";
import { revisionsOnly } from "./rules/revisions-only";
import { scrapePortRefused } from "./rules/scrape-port-refused";
import { selectorMissesPod } from "./rules/selector-misses-pod";
import { templateVersionMismatch, templateVersionMismatchInConfig } from "./rules/template-version-mismatch";
import { templatesReplaceDefaults } from "./rules/templates-replace-defaults";
import { twoInjectionLabels } from "./rules/two-injection-labels";
import { unknownField } from "./rules/unknown-field";
import { unknownRevision } from "./rules/unknown-revision";
import { unknownTemplate } from "./rules/unknown-template";
import { userNotExempt } from "./rules/user-not-exempt";
import { validationFails } from "./rules/validation-fails";
import { valueOfWrongType } from "./rules/value-of-wrong-type";
import { volumeTwoSources } from "./rules/volume-two-sources";

/** What is looked for in each object that makes pods, by code. */
export const RULES: readonly Rule[] = [
  imageAutoNotInjected,
  namespaceDisabled,
  labelFalse,
  annotationOnly,
  labelOnWorkload,
  namespaceOtherValue,
  revisionsOnly,
  noRevision,
  unknownRevision,
  labelSpelling,
  neverInjectedPod,
  deactivatedWebhooks,
  byDefaultWithoutWebhook,
  hostNetwork,
  calledButSkipped,
  ignoredNamespace,
  policyDisabled,
  neverInjectSelector,
  noWebhooksGiven,
  unknownTemplate,
  templateVersionMismatch,
  unknownField,
  renderedNotAPod,
  badAnnotation,
  volumeTwoSources,
  labelTooLong,
  podSecurity,
  openshiftUser,
  scrapePortRefused,
  revisionOfNamespace,
  templatesReplaceDefaults,
  gatewayAsSidecar,
  selectorMissesPod,
  argsReplaced,
  clusterOverwritten,
  imagePinned,
  resourcesReplaced,
  lifecycleHidesHold,
  duplicateContainer,
  notNative,
  nativeWithoutRestart,
  initOrder,
  initWithoutNetwork,
  initContainersDeleted,
  validationFails,
  userNotExempt,
  reinvocation,
  probeNotServed,
  probePortName,
  prometheusRewritten,
  proxyTakenForOverride,
  injectedBefore,
  kubeInjectByHand,
];

/** What is looked for in what all objects share. */
export const SHARED_RULES: readonly SharedRule[] = [
  twoInjectionLabels,
  emptyCaBundle,
  failsOpen,
  argoCaBundle,
  pullSecretsAsMaps,
  valueOfWrongType,
  cniAsScalar,
  templateVersionMismatchInConfig,
];
