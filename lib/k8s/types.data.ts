// Built by scripts/build-types.ts. A line that starts with @from-to holds for these releases only.

/** Short names of Go packages in GO_TYPES. */
export const PACKAGES: Readonly<Record<string, string>> = {
  "core": "k8s.io/api/core/v1",
  "apps": "k8s.io/api/apps/v1",
  "batch": "k8s.io/api/batch/v1",
  "meta": "k8s.io/apimachinery/pkg/apis/meta/v1",
  "resource": "k8s.io/apimachinery/pkg/api/resource",
  "openshift": "github.com/openshift/api/apps/v1",
  "mesh": "istio.io/api/mesh/v1alpha1",
  "net3": "istio.io/api/networking/v1alpha3",
  "netb": "istio.io/api/networking/v1beta1",
  "inject": "istio.io/istio/pkg/kube/inject",
  "wrapperspb": "google.golang.org/protobuf/types/known/wrapperspb",
  "durationpb": "google.golang.org/protobuf/types/known/durationpb",
  "protoreflect": "google.golang.org/protobuf/reflect/protoreflect",
  "runtime": "k8s.io/apimachinery/pkg/runtime",
  "schema": "k8s.io/apimachinery/pkg/runtime/schema",
  "types": "k8s.io/apimachinery/pkg/types",
  "intstr": "k8s.io/apimachinery/pkg/util/intstr",
  "template": "text/template",
  "parse": "text/template/parse"
};

/** Blocks: `type kind [protobuf message]`, fields `Go json,flags type`, methods `.Name(in) out` (`*`: on the pointer). */
export const GO_TYPES = `
openshift.CustomDeploymentStrategyParams struct
Image image,omitempty string
Environment environment,omitempty []core.EnvVar
Command command,omitempty []string
.*Reset()
.*String() string

openshift.DeploymentCause struct
Type type openshift.DeploymentTriggerType
ImageTrigger imageTrigger,omitempty *openshift.DeploymentCauseImageTrigger
.*Reset()
.*String() string

openshift.DeploymentCauseImageTrigger struct
From from core.ObjectReference
.*Reset()
.*String() string

openshift.DeploymentCondition struct
Type type openshift.DeploymentConditionType
Status status core.ConditionStatus
LastUpdateTime lastUpdateTime,omitempty meta.Time
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

openshift.DeploymentConditionType string

openshift.DeploymentConfig struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec openshift.DeploymentConfigSpec
Status status,omitempty openshift.DeploymentConfigStatus
.*APILifecycleDeprecated() int,int
.*APILifecycleIntroduced() int,int
.*APILifecycleRemoved() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

openshift.DeploymentConfigSpec struct
Strategy strategy openshift.DeploymentStrategy
MinReadySeconds minReadySeconds,omitempty int32
Triggers triggers []openshift.DeploymentTriggerPolicy
Replicas replicas int32
RevisionHistoryLimit revisionHistoryLimit,omitempty *int32
Test test bool
Paused paused,omitempty bool
Selector selector,omitempty map[string]string
Template template,omitempty *core.PodTemplateSpec
.*Reset()
.*String() string

openshift.DeploymentConfigStatus struct
LatestVersion latestVersion int64
ObservedGeneration observedGeneration int64
Replicas replicas int32
UpdatedReplicas updatedReplicas int32
AvailableReplicas availableReplicas int32
UnavailableReplicas unavailableReplicas int32
Details details,omitempty *openshift.DeploymentDetails
Conditions conditions,omitempty,strategy=merge,merge=type []openshift.DeploymentCondition
ReadyReplicas readyReplicas,omitempty int32
.*Reset()
.*String() string

openshift.DeploymentDetails struct
Message message,omitempty string
Causes causes []openshift.DeploymentCause
.*Reset()
.*String() string

openshift.DeploymentStrategy struct
Type type,omitempty openshift.DeploymentStrategyType
CustomParams customParams,omitempty *openshift.CustomDeploymentStrategyParams
RecreateParams recreateParams,omitempty *openshift.RecreateDeploymentStrategyParams
RollingParams rollingParams,omitempty *openshift.RollingDeploymentStrategyParams
Resources resources,omitempty core.ResourceRequirements
Labels labels,omitempty map[string]string
Annotations annotations,omitempty map[string]string
ActiveDeadlineSeconds activeDeadlineSeconds,omitempty *int64
.*Reset()
.*String() string

openshift.DeploymentStrategyType string

openshift.DeploymentTriggerImageChangeParams struct
Automatic automatic,omitempty bool
ContainerNames containerNames,omitempty []string
From from core.ObjectReference
LastTriggeredImage lastTriggeredImage,omitempty string
.*Reset()
.*String() string

openshift.DeploymentTriggerPolicy struct
Type type,omitempty openshift.DeploymentTriggerType
ImageChangeParams imageChangeParams,omitempty *openshift.DeploymentTriggerImageChangeParams
.*Reset()
.*String() string

openshift.DeploymentTriggerType string

openshift.ExecNewPodHook struct
Command command []string
Env env,omitempty []core.EnvVar
ContainerName containerName string
Volumes volumes,omitempty []string
.*Reset()
.*String() string

openshift.LifecycleHook struct
FailurePolicy failurePolicy openshift.LifecycleHookFailurePolicy
ExecNewPod execNewPod,omitempty *openshift.ExecNewPodHook
TagImages tagImages,omitempty []openshift.TagImageHook
.*Reset()
.*String() string

openshift.LifecycleHookFailurePolicy string

openshift.RecreateDeploymentStrategyParams struct
TimeoutSeconds timeoutSeconds,omitempty *int64
Pre pre,omitempty *openshift.LifecycleHook
Mid mid,omitempty *openshift.LifecycleHook
Post post,omitempty *openshift.LifecycleHook
.*Reset()
.*String() string

openshift.RollingDeploymentStrategyParams struct
UpdatePeriodSeconds updatePeriodSeconds,omitempty *int64
IntervalSeconds intervalSeconds,omitempty *int64
TimeoutSeconds timeoutSeconds,omitempty *int64
MaxUnavailable maxUnavailable,omitempty *intstr.IntOrString
MaxSurge maxSurge,omitempty *intstr.IntOrString
Pre pre,omitempty *openshift.LifecycleHook
Post post,omitempty *openshift.LifecycleHook
.*Reset()
.*String() string

openshift.TagImageHook struct
ContainerName containerName string
To to core.ObjectReference
.*Reset()
.*String() string

durationpb.Duration struct
Seconds seconds,omitempty int64
Nanos nanos,omitempty int32
.*AsDuration() time.Duration
.*CheckValid() error
.*GetNanos() int32
.*GetSeconds() int64
.*IsValid() bool
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string

wrapperspb.BoolValue struct
Value value,omitempty bool
.*GetValue() bool
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string

wrapperspb.Int32Value struct
Value value,omitempty int32
.*GetValue() int32
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string

@31- wrapperspb.UInt32Value struct
Value value,omitempty uint32
.*GetValue() uint32
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string

mesh.AuthenticationPolicy int32
.Enum() *mesh.AuthenticationPolicy
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.Certificate struct istio.mesh.v1alpha1.Certificate
SecretName secret_name,omitempty string
DnsNames dns_names,omitempty []string
.*GetDnsNames() []string
.*GetSecretName() string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ConfigSource struct istio.mesh.v1alpha1.ConfigSource
Address address,omitempty string
TlsSettings tls_settings,omitempty *net3.ClientTLSSettings
SubscribedResources subscribed_resources,omitempty []mesh.Resource
.*GetAddress() string
.*GetSubscribedResources() []mesh.Resource
.*GetTlsSettings() *net3.ClientTLSSettings
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ForwardClientCertDetails int32
.Enum() *mesh.ForwardClientCertDetails
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

@23- mesh.LabelSelector struct istio.mesh.v1alpha1.LabelSelector
MatchLabels matchLabels,omitempty map[string]string
MatchExpressions matchExpressions,omitempty []*mesh.LabelSelectorRequirement
.*GetMatchExpressions() []*mesh.LabelSelectorRequirement
.*GetMatchLabels() map[string]string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

@23- mesh.LabelSelectorRequirement struct istio.mesh.v1alpha1.LabelSelectorRequirement
Key key,omitempty string
Operator operator,omitempty string
Values values,omitempty []string
.*GetKey() string
.*GetOperator() string
.*GetValues() []string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig struct istio.mesh.v1alpha1.MeshConfig
ProxyListenPort proxy_listen_port,omitempty int32
ProxyInboundListenPort proxy_inbound_listen_port,omitempty int32
ProxyHttpPort proxy_http_port,omitempty int32
ConnectTimeout connect_timeout,omitempty *durationpb.Duration
@29- HboneIdleTimeout hbone_idle_timeout,omitempty *durationpb.Duration
ProtocolDetectionTimeout protocol_detection_timeout,omitempty *durationpb.Duration
TcpKeepalive tcp_keepalive,omitempty *net3.ConnectionPoolSettings_TCPSettings_TcpKeepalive
IngressClass ingress_class,omitempty string
IngressService ingress_service,omitempty string
IngressControllerMode ingress_controller_mode,omitempty mesh.MeshConfig_IngressControllerMode
IngressSelector ingress_selector,omitempty string
EnableTracing enable_tracing,omitempty bool
AccessLogFile access_log_file,omitempty string
AccessLogFormat access_log_format,omitempty string
AccessLogEncoding access_log_encoding,omitempty mesh.MeshConfig_AccessLogEncoding
EnableEnvoyAccessLogService enable_envoy_access_log_service,omitempty bool
DisableEnvoyListenerLog disable_envoy_listener_log,omitempty bool
DefaultConfig default_config,omitempty *mesh.ProxyConfig
OutboundTrafficPolicy outbound_traffic_policy,omitempty *mesh.MeshConfig_OutboundTrafficPolicy
@22- InboundTrafficPolicy inbound_traffic_policy,omitempty *mesh.MeshConfig_InboundTrafficPolicy
ConfigSources config_sources,omitempty []*mesh.ConfigSource
EnableAutoMtls enable_auto_mtls,omitempty *wrapperspb.BoolValue
TrustDomain trust_domain,omitempty string
TrustDomainAliases trust_domain_aliases,omitempty []string
CaCertificates ca_certificates,omitempty []*mesh.MeshConfig_CertificateData
DefaultServiceExportTo default_service_export_to,omitempty []string
DefaultVirtualServiceExportTo default_virtual_service_export_to,omitempty []string
DefaultDestinationRuleExportTo default_destination_rule_export_to,omitempty []string
RootNamespace root_namespace,omitempty string
LocalityLbSetting locality_lb_setting,omitempty *net3.LocalityLoadBalancerSetting
@31- ZoneAwareLbSetting zone_aware_lb_setting,omitempty *net3.ZoneAwareLoadBalancerSetting
DnsRefreshRate dns_refresh_rate,omitempty *durationpb.Duration
H2UpgradePolicy h2_upgrade_policy,omitempty mesh.MeshConfig_H2UpgradePolicy
InboundClusterStatName inbound_cluster_stat_name,omitempty string
OutboundClusterStatName outbound_cluster_stat_name,omitempty string
Certificates certificates,omitempty []*mesh.Certificate
ServiceSettings service_settings,omitempty []*mesh.MeshConfig_ServiceSettings
@27- ServiceScopeConfigs service_scope_configs,omitempty []*mesh.MeshConfig_ServiceScopeConfigs
EnablePrometheusMerge enable_prometheus_merge,omitempty *wrapperspb.BoolValue
VerifyCertificateAtClient verify_certificate_at_client,omitempty *wrapperspb.BoolValue
Ca ca,omitempty *mesh.MeshConfig_CA
ExtensionProviders extension_providers,omitempty []*mesh.MeshConfig_ExtensionProvider
DefaultProviders default_providers,omitempty *mesh.MeshConfig_DefaultProviders
@23- DiscoverySelectors discovery_selectors,omitempty []*mesh.LabelSelector
@-22 DiscoverySelectors discovery_selectors,omitempty []*meta.LabelSelector
PathNormalization path_normalization,omitempty *mesh.MeshConfig_ProxyPathNormalization
DefaultHttpRetryPolicy default_http_retry_policy,omitempty *net3.HTTPRetry
@31- DefaultInboundHttpRetryPolicy default_inbound_http_retry_policy,omitempty *net3.HTTPRetry
MeshMTLS mesh_mTLS,omitempty *mesh.MeshConfig_TLSConfig
TlsDefaults tls_defaults,omitempty *mesh.MeshConfig_TLSConfig
@31- DefaultTrafficPolicy default_traffic_policy,omitempty *mesh.MeshConfig_DefaultTrafficPolicy
@31- ServiceEntryVisibility service_entry_visibility,omitempty *mesh.ServiceEntryVisibility
.*GetAccessLogEncoding() mesh.MeshConfig_AccessLogEncoding
.*GetAccessLogFile() string
.*GetAccessLogFormat() string
.*GetCa() *mesh.MeshConfig_CA
.*GetCaCertificates() []*mesh.MeshConfig_CertificateData
.*GetCertificates() []*mesh.Certificate
.*GetConfigSources() []*mesh.ConfigSource
.*GetConnectTimeout() *durationpb.Duration
.*GetDefaultConfig() *mesh.ProxyConfig
.*GetDefaultDestinationRuleExportTo() []string
.*GetDefaultHttpRetryPolicy() *net3.HTTPRetry
@31- .*GetDefaultInboundHttpRetryPolicy() *net3.HTTPRetry
.*GetDefaultProviders() *mesh.MeshConfig_DefaultProviders
.*GetDefaultServiceExportTo() []string
@31- .*GetDefaultTrafficPolicy() *mesh.MeshConfig_DefaultTrafficPolicy
.*GetDefaultVirtualServiceExportTo() []string
.*GetDisableEnvoyListenerLog() bool
@23- .*GetDiscoverySelectors() []*mesh.LabelSelector
@-22 .*GetDiscoverySelectors() []*meta.LabelSelector
.*GetDnsRefreshRate() *durationpb.Duration
.*GetEnableAutoMtls() *wrapperspb.BoolValue
.*GetEnableEnvoyAccessLogService() bool
.*GetEnablePrometheusMerge() *wrapperspb.BoolValue
.*GetEnableTracing() bool
.*GetExtensionProviders() []*mesh.MeshConfig_ExtensionProvider
.*GetH2UpgradePolicy() mesh.MeshConfig_H2UpgradePolicy
@29- .*GetHboneIdleTimeout() *durationpb.Duration
.*GetInboundClusterStatName() string
@22- .*GetInboundTrafficPolicy() *mesh.MeshConfig_InboundTrafficPolicy
.*GetIngressClass() string
.*GetIngressControllerMode() mesh.MeshConfig_IngressControllerMode
.*GetIngressSelector() string
.*GetIngressService() string
.*GetLocalityLbSetting() *net3.LocalityLoadBalancerSetting
.*GetMeshMTLS() *mesh.MeshConfig_TLSConfig
.*GetOutboundClusterStatName() string
.*GetOutboundTrafficPolicy() *mesh.MeshConfig_OutboundTrafficPolicy
.*GetPathNormalization() *mesh.MeshConfig_ProxyPathNormalization
.*GetProtocolDetectionTimeout() *durationpb.Duration
.*GetProxyHttpPort() int32
.*GetProxyInboundListenPort() int32
.*GetProxyListenPort() int32
.*GetRootNamespace() string
@31- .*GetServiceEntryVisibility() *mesh.ServiceEntryVisibility
@27- .*GetServiceScopeConfigs() []*mesh.MeshConfig_ServiceScopeConfigs
.*GetServiceSettings() []*mesh.MeshConfig_ServiceSettings
.*GetTcpKeepalive() *net3.ConnectionPoolSettings_TCPSettings_TcpKeepalive
.*GetTlsDefaults() *mesh.MeshConfig_TLSConfig
.*GetTrustDomain() string
.*GetTrustDomainAliases() []string
.*GetVerifyCertificateAtClient() *wrapperspb.BoolValue
@31- .*GetZoneAwareLbSetting() *net3.ZoneAwareLoadBalancerSetting
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_AccessLogEncoding int32
.Enum() *mesh.MeshConfig_AccessLogEncoding
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.MeshConfig_CA struct istio.mesh.v1alpha1.MeshConfig.CA
Address address,omitempty string
TlsSettings tls_settings,omitempty *net3.ClientTLSSettings
RequestTimeout request_timeout,omitempty *durationpb.Duration
IstiodSide istiod_side,omitempty bool
.*GetAddress() string
.*GetIstiodSide() bool
.*GetRequestTimeout() *durationpb.Duration
.*GetTlsSettings() *net3.ClientTLSSettings
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_CertificateData struct istio.mesh.v1alpha1.MeshConfig.CertificateData
CertificateData  mesh.isMeshConfig_CertificateData_CertificateData
CertSigners cert_signers,omitempty []string
TrustDomains trust_domains,omitempty []string
.*GetCertSigners() []string
.*GetCertificateData() mesh.isMeshConfig_CertificateData_CertificateData
.*GetPem() string
.*GetSpiffeBundleUrl() string
.*GetTrustDomains() []string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_DefaultProviders struct istio.mesh.v1alpha1.MeshConfig.DefaultProviders
Tracing tracing,omitempty []string
Metrics metrics,omitempty []string
AccessLogging access_logging,omitempty []string
.*GetAccessLogging() []string
.*GetMetrics() []string
.*GetTracing() []string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

@31- mesh.MeshConfig_DefaultTrafficPolicy struct istio.mesh.v1alpha1.MeshConfig.DefaultTrafficPolicy
ConnectionPool connection_pool,omitempty *net3.ConnectionPoolSettings
OutlierDetection outlier_detection,omitempty *net3.OutlierDetection
.*GetConnectionPool() *net3.ConnectionPoolSettings
.*GetOutlierDetection() *net3.OutlierDetection
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

mesh.MeshConfig_ExtensionProvider struct istio.mesh.v1alpha1.MeshConfig.ExtensionProvider
Name name,omitempty string
Provider  mesh.isMeshConfig_ExtensionProvider_Provider
.*GetDatadog() *mesh.MeshConfig_ExtensionProvider_DatadogTracingProvider
.*GetEnvoyExtAuthzGrpc() *mesh.MeshConfig_ExtensionProvider_EnvoyExternalAuthorizationGrpcProvider
.*GetEnvoyExtAuthzHttp() *mesh.MeshConfig_ExtensionProvider_EnvoyExternalAuthorizationHttpProvider
.*GetEnvoyFileAccessLog() *mesh.MeshConfig_ExtensionProvider_EnvoyFileAccessLogProvider
.*GetEnvoyHttpAls() *mesh.MeshConfig_ExtensionProvider_EnvoyHttpGrpcV3LogProvider
.*GetEnvoyOtelAls() *mesh.MeshConfig_ExtensionProvider_EnvoyOpenTelemetryLogProvider
.*GetEnvoyTcpAls() *mesh.MeshConfig_ExtensionProvider_EnvoyTcpGrpcV3LogProvider
.*GetLightstep() *mesh.MeshConfig_ExtensionProvider_LightstepTracingProvider
.*GetName() string
.*GetOpencensus() *mesh.MeshConfig_ExtensionProvider_OpenCensusAgentTracingProvider
.*GetOpentelemetry() *mesh.MeshConfig_ExtensionProvider_OpenTelemetryTracingProvider
.*GetPrometheus() *mesh.MeshConfig_ExtensionProvider_PrometheusMetricsProvider
.*GetProvider() mesh.isMeshConfig_ExtensionProvider_Provider
@27- .*GetSds() *mesh.MeshConfig_ExtensionProvider_SDSProvider
.*GetSkywalking() *mesh.MeshConfig_ExtensionProvider_SkyWalkingTracingProvider
.*GetStackdriver() *mesh.MeshConfig_ExtensionProvider_StackdriverProvider
.*GetZipkin() *mesh.MeshConfig_ExtensionProvider_ZipkinTracingProvider
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_H2UpgradePolicy int32
.Enum() *mesh.MeshConfig_H2UpgradePolicy
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

@22- mesh.MeshConfig_InboundTrafficPolicy struct istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy
Mode mode,omitempty mesh.MeshConfig_InboundTrafficPolicy_Mode
.*GetMode() mesh.MeshConfig_InboundTrafficPolicy_Mode
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

@22- mesh.MeshConfig_InboundTrafficPolicy_Mode int32
.Enum() *mesh.MeshConfig_InboundTrafficPolicy_Mode
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.MeshConfig_IngressControllerMode int32
.Enum() *mesh.MeshConfig_IngressControllerMode
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.MeshConfig_OutboundTrafficPolicy struct istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy
Mode mode,omitempty mesh.MeshConfig_OutboundTrafficPolicy_Mode
@30- Tls tls,omitempty *net3.ClientTLSSettings
.*GetMode() mesh.MeshConfig_OutboundTrafficPolicy_Mode
@30- .*GetTls() *net3.ClientTLSSettings
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_OutboundTrafficPolicy_Mode int32
.Enum() *mesh.MeshConfig_OutboundTrafficPolicy_Mode
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.MeshConfig_ProxyPathNormalization struct istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization
Normalization normalization,omitempty mesh.MeshConfig_ProxyPathNormalization_NormalizationType
.*GetNormalization() mesh.MeshConfig_ProxyPathNormalization_NormalizationType
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_ProxyPathNormalization_NormalizationType int32
.Enum() *mesh.MeshConfig_ProxyPathNormalization_NormalizationType
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

@27- mesh.MeshConfig_ServiceScopeConfigs struct istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs
NamespaceSelector namespace_selector,omitempty *mesh.LabelSelector
ServicesSelector services_selector,omitempty *mesh.LabelSelector
Scope scope,omitempty mesh.MeshConfig_ServiceScopeConfigs_Scope
.*GetNamespaceSelector() *mesh.LabelSelector
.*GetScope() mesh.MeshConfig_ServiceScopeConfigs_Scope
.*GetServicesSelector() *mesh.LabelSelector
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@27- mesh.MeshConfig_ServiceScopeConfigs_Scope int32
.Enum() *mesh.MeshConfig_ServiceScopeConfigs_Scope
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.MeshConfig_ServiceSettings struct istio.mesh.v1alpha1.MeshConfig.ServiceSettings
Settings settings,omitempty *mesh.MeshConfig_ServiceSettings_Settings
Hosts hosts,omitempty []string
.*GetHosts() []string
.*GetSettings() *mesh.MeshConfig_ServiceSettings_Settings
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_ServiceSettings_Settings struct istio.mesh.v1alpha1.MeshConfig.ServiceSettings.Settings
ClusterLocal cluster_local,omitempty bool
.*GetClusterLocal() bool
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_TLSConfig struct istio.mesh.v1alpha1.MeshConfig.TLSConfig
MinProtocolVersion min_protocol_version,omitempty mesh.MeshConfig_TLSConfig_TLSProtocol
EcdhCurves ecdh_curves,omitempty []string
CipherSuites cipher_suites,omitempty []string
.*GetCipherSuites() []string
.*GetEcdhCurves() []string
.*GetMinProtocolVersion() mesh.MeshConfig_TLSConfig_TLSProtocol
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.MeshConfig_TLSConfig_TLSProtocol int32
.Enum() *mesh.MeshConfig_TLSConfig_TLSProtocol
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.PrivateKeyProvider struct istio.mesh.v1alpha1.PrivateKeyProvider
Provider  mesh.isPrivateKeyProvider_Provider
.*GetCryptomb() *mesh.PrivateKeyProvider_CryptoMb
.*GetProvider() mesh.isPrivateKeyProvider_Provider
.*GetQat() *mesh.PrivateKeyProvider_QAT
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ProxyConfig struct istio.mesh.v1alpha1.ProxyConfig
ConfigPath config_path,omitempty string
BinaryPath binary_path,omitempty string
ClusterName  mesh.isProxyConfig_ClusterName
DrainDuration drain_duration,omitempty *durationpb.Duration
DiscoveryAddress discovery_address,omitempty string
DiscoveryRefreshDelay discovery_refresh_delay,omitempty *durationpb.Duration
ZipkinAddress zipkin_address,omitempty string
StatsdUdpAddress statsd_udp_address,omitempty string
EnvoyMetricsServiceAddress envoy_metrics_service_address,omitempty string
ProxyAdminPort proxy_admin_port,omitempty int32
AvailabilityZone availability_zone,omitempty string
ControlPlaneAuthPolicy control_plane_auth_policy,omitempty mesh.AuthenticationPolicy
CustomConfigFile custom_config_file,omitempty string
StatNameLength stat_name_length,omitempty int32
Concurrency concurrency,omitempty *wrapperspb.Int32Value
ProxyBootstrapTemplatePath proxy_bootstrap_template_path,omitempty string
InterceptionMode interception_mode,omitempty mesh.ProxyConfig_InboundInterceptionMode
Tracing tracing,omitempty *mesh.Tracing
Sds sds,omitempty *mesh.SDS
EnvoyAccessLogService envoy_access_log_service,omitempty *mesh.RemoteService
EnvoyMetricsService envoy_metrics_service,omitempty *mesh.RemoteService
ProxyMetadata proxy_metadata,omitempty map[string]string
RuntimeValues runtime_values,omitempty map[string]string
StatusPort status_port,omitempty int32
ExtraStatTags extra_stat_tags,omitempty []string
GatewayTopology gateway_topology,omitempty *mesh.Topology
TerminationDrainDuration termination_drain_duration,omitempty *durationpb.Duration
MeshId mesh_id,omitempty string
ReadinessProbe readiness_probe,omitempty *net3.ReadinessProbe
ProxyStatsMatcher proxy_stats_matcher,omitempty *mesh.ProxyConfig_ProxyStatsMatcher
HoldApplicationUntilProxyStarts hold_application_until_proxy_starts,omitempty *wrapperspb.BoolValue
CaCertificatesPem ca_certificates_pem,omitempty []string
Image image,omitempty *netb.ProxyImage
PrivateKeyProvider private_key_provider,omitempty *mesh.PrivateKeyProvider
ProxyHeaders proxy_headers,omitempty *mesh.ProxyConfig_ProxyHeaders
@29- FileFlushInterval file_flush_interval,omitempty *durationpb.Duration
@29- FileFlushMinSizeKb file_flush_min_size_kb,omitempty uint32
@29- StatsCompression stats_compression,omitempty *wrapperspb.BoolValue
@31- ConnectionSettings connection_settings,omitempty *mesh.ProxyConfig_ConnectionSettings
.*GetAvailabilityZone() string
.*GetBinaryPath() string
.*GetCaCertificatesPem() []string
.*GetClusterName() mesh.isProxyConfig_ClusterName
.*GetConcurrency() *wrapperspb.Int32Value
.*GetConfigPath() string
@31- .*GetConnectionSettings() *mesh.ProxyConfig_ConnectionSettings
.*GetControlPlaneAuthPolicy() mesh.AuthenticationPolicy
.*GetCustomConfigFile() string
.*GetDiscoveryAddress() string
.*GetDiscoveryRefreshDelay() *durationpb.Duration
.*GetDrainDuration() *durationpb.Duration
.*GetEnvoyAccessLogService() *mesh.RemoteService
.*GetEnvoyMetricsService() *mesh.RemoteService
.*GetEnvoyMetricsServiceAddress() string
.*GetExtraStatTags() []string
@29- .*GetFileFlushInterval() *durationpb.Duration
@29- .*GetFileFlushMinSizeKb() uint32
.*GetGatewayTopology() *mesh.Topology
.*GetHoldApplicationUntilProxyStarts() *wrapperspb.BoolValue
.*GetImage() *netb.ProxyImage
.*GetInterceptionMode() mesh.ProxyConfig_InboundInterceptionMode
.*GetMeshId() string
.*GetPrivateKeyProvider() *mesh.PrivateKeyProvider
.*GetProxyAdminPort() int32
.*GetProxyBootstrapTemplatePath() string
.*GetProxyHeaders() *mesh.ProxyConfig_ProxyHeaders
.*GetProxyMetadata() map[string]string
.*GetProxyStatsMatcher() *mesh.ProxyConfig_ProxyStatsMatcher
.*GetReadinessProbe() *net3.ReadinessProbe
.*GetRuntimeValues() map[string]string
.*GetSds() *mesh.SDS
.*GetServiceCluster() string
.*GetStatNameLength() int32
@29- .*GetStatsCompression() *wrapperspb.BoolValue
.*GetStatsdUdpAddress() string
.*GetStatusPort() int32
.*GetTerminationDrainDuration() *durationpb.Duration
.*GetTracing() *mesh.Tracing
.*GetTracingServiceName() mesh.ProxyConfig_TracingServiceName
.*GetZipkinAddress() string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

@31- mesh.ProxyConfig_ConnectionSettings struct istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings
Profile profile,omitempty mesh.ProxyConfig_ConnectionSettings_Profile
ListenerPerConnectionBufferLimitBytes listener_per_connection_buffer_limit_bytes,omitempty *wrapperspb.Int32Value
ClusterPerConnectionBufferLimitBytes cluster_per_connection_buffer_limit_bytes,omitempty *wrapperspb.Int32Value
HttpIdleTimeout http_idle_timeout,omitempty *durationpb.Duration
HttpMaxConnectionDuration http_max_connection_duration,omitempty *durationpb.Duration
HttpDrainTimeout http_drain_timeout,omitempty *durationpb.Duration
HttpRequestTimeout http_request_timeout,omitempty *durationpb.Duration
HttpRequestHeadersTimeout http_request_headers_timeout,omitempty *durationpb.Duration
HttpStreamIdleTimeout http_stream_idle_timeout,omitempty *durationpb.Duration
HttpMaxStreamDuration http_max_stream_duration,omitempty *durationpb.Duration
HttpMaxConcurrentStreams http_max_concurrent_streams,omitempty *wrapperspb.Int32Value
Http2InitialStreamWindowSize http2_initial_stream_window_size,omitempty *wrapperspb.Int32Value
Http2InitialConnectionWindowSize http2_initial_connection_window_size,omitempty *wrapperspb.Int32Value
HttpHeadersWithUnderscoresAction http_headers_with_underscores_action,omitempty mesh.ProxyConfig_ConnectionSettings_HeadersWithUnderscoresAction
HttpMergeSlashes http_merge_slashes,omitempty *wrapperspb.BoolValue
HttpPathWithEscapedSlashesAction http_path_with_escaped_slashes_action,omitempty mesh.ProxyConfig_ConnectionSettings_PathWithEscapedSlashesAction
ListenerConnectionLimit listener_connection_limit,omitempty *wrapperspb.Int32Value
GlobalDownstreamConnectionLimit global_downstream_connection_limit,omitempty *wrapperspb.Int32Value
.*GetClusterPerConnectionBufferLimitBytes() *wrapperspb.Int32Value
.*GetGlobalDownstreamConnectionLimit() *wrapperspb.Int32Value
.*GetHttp2InitialConnectionWindowSize() *wrapperspb.Int32Value
.*GetHttp2InitialStreamWindowSize() *wrapperspb.Int32Value
.*GetHttpDrainTimeout() *durationpb.Duration
.*GetHttpHeadersWithUnderscoresAction() mesh.ProxyConfig_ConnectionSettings_HeadersWithUnderscoresAction
.*GetHttpIdleTimeout() *durationpb.Duration
.*GetHttpMaxConcurrentStreams() *wrapperspb.Int32Value
.*GetHttpMaxConnectionDuration() *durationpb.Duration
.*GetHttpMaxStreamDuration() *durationpb.Duration
.*GetHttpMergeSlashes() *wrapperspb.BoolValue
.*GetHttpPathWithEscapedSlashesAction() mesh.ProxyConfig_ConnectionSettings_PathWithEscapedSlashesAction
.*GetHttpRequestHeadersTimeout() *durationpb.Duration
.*GetHttpRequestTimeout() *durationpb.Duration
.*GetHttpStreamIdleTimeout() *durationpb.Duration
.*GetListenerConnectionLimit() *wrapperspb.Int32Value
.*GetListenerPerConnectionBufferLimitBytes() *wrapperspb.Int32Value
.*GetProfile() mesh.ProxyConfig_ConnectionSettings_Profile
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- mesh.ProxyConfig_ConnectionSettings_HeadersWithUnderscoresAction int32
.Enum() *mesh.ProxyConfig_ConnectionSettings_HeadersWithUnderscoresAction
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

@31- mesh.ProxyConfig_ConnectionSettings_PathWithEscapedSlashesAction int32
.Enum() *mesh.ProxyConfig_ConnectionSettings_PathWithEscapedSlashesAction
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

@31- mesh.ProxyConfig_ConnectionSettings_Profile int32
.Enum() *mesh.ProxyConfig_ConnectionSettings_Profile
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.ProxyConfig_InboundInterceptionMode int32
.Enum() *mesh.ProxyConfig_InboundInterceptionMode
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.ProxyConfig_ProxyHeaders struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders
ForwardedClientCert forwarded_client_cert,omitempty mesh.ForwardClientCertDetails
@24- SetCurrentClientCertDetails set_current_client_cert_details,omitempty *mesh.ProxyConfig_ProxyHeaders_SetCurrentClientCertDetails
RequestId request_id,omitempty *mesh.ProxyConfig_ProxyHeaders_RequestId
Server server,omitempty *mesh.ProxyConfig_ProxyHeaders_Server
AttemptCount attempt_count,omitempty *mesh.ProxyConfig_ProxyHeaders_AttemptCount
EnvoyDebugHeaders envoy_debug_headers,omitempty *mesh.ProxyConfig_ProxyHeaders_EnvoyDebugHeaders
MetadataExchangeHeaders metadata_exchange_headers,omitempty *mesh.ProxyConfig_ProxyHeaders_MetadataExchangeHeaders
@25- PreserveHttp1HeaderCase preserve_http1_header_case,omitempty *wrapperspb.BoolValue
@28- XForwardedHost x_forwarded_host,omitempty *mesh.ProxyConfig_ProxyHeaders_XForwardedHost
@28- XForwardedPort x_forwarded_port,omitempty *mesh.ProxyConfig_ProxyHeaders_XForwardedPort
.*GetAttemptCount() *mesh.ProxyConfig_ProxyHeaders_AttemptCount
.*GetEnvoyDebugHeaders() *mesh.ProxyConfig_ProxyHeaders_EnvoyDebugHeaders
.*GetForwardedClientCert() mesh.ForwardClientCertDetails
.*GetMetadataExchangeHeaders() *mesh.ProxyConfig_ProxyHeaders_MetadataExchangeHeaders
@25- .*GetPreserveHttp1HeaderCase() *wrapperspb.BoolValue
.*GetRequestId() *mesh.ProxyConfig_ProxyHeaders_RequestId
.*GetServer() *mesh.ProxyConfig_ProxyHeaders_Server
@24- .*GetSetCurrentClientCertDetails() *mesh.ProxyConfig_ProxyHeaders_SetCurrentClientCertDetails
@28- .*GetXForwardedHost() *mesh.ProxyConfig_ProxyHeaders_XForwardedHost
@28- .*GetXForwardedPort() *mesh.ProxyConfig_ProxyHeaders_XForwardedPort
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ProxyConfig_ProxyHeaders_AttemptCount struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.AttemptCount
Disabled disabled,omitempty *wrapperspb.BoolValue
.*GetDisabled() *wrapperspb.BoolValue
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ProxyConfig_ProxyHeaders_EnvoyDebugHeaders struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.EnvoyDebugHeaders
Disabled disabled,omitempty *wrapperspb.BoolValue
.*GetDisabled() *wrapperspb.BoolValue
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ProxyConfig_ProxyHeaders_MetadataExchangeHeaders struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeHeaders
Mode mode,omitempty mesh.ProxyConfig_ProxyHeaders_MetadataExchangeMode
.*GetMode() mesh.ProxyConfig_ProxyHeaders_MetadataExchangeMode
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ProxyConfig_ProxyHeaders_MetadataExchangeMode int32
.Enum() *mesh.ProxyConfig_ProxyHeaders_MetadataExchangeMode
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.ProxyConfig_ProxyHeaders_RequestId struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.RequestId
Disabled disabled,omitempty *wrapperspb.BoolValue
.*GetDisabled() *wrapperspb.BoolValue
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.ProxyConfig_ProxyHeaders_Server struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.Server
Disabled disabled,omitempty *wrapperspb.BoolValue
Value value,omitempty string
.*GetDisabled() *wrapperspb.BoolValue
.*GetValue() string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

@24- mesh.ProxyConfig_ProxyHeaders_SetCurrentClientCertDetails struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails
Subject subject,omitempty *wrapperspb.BoolValue
Cert cert,omitempty *wrapperspb.BoolValue
Chain chain,omitempty *wrapperspb.BoolValue
Dns dns,omitempty *wrapperspb.BoolValue
Uri uri,omitempty *wrapperspb.BoolValue
.*GetCert() *wrapperspb.BoolValue
.*GetChain() *wrapperspb.BoolValue
.*GetDns() *wrapperspb.BoolValue
.*GetSubject() *wrapperspb.BoolValue
.*GetUri() *wrapperspb.BoolValue
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

@28- mesh.ProxyConfig_ProxyHeaders_XForwardedHost struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedHost
Enabled enabled,omitempty *wrapperspb.BoolValue
.*GetEnabled() *wrapperspb.BoolValue
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@28- mesh.ProxyConfig_ProxyHeaders_XForwardedPort struct istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedPort
Enabled enabled,omitempty *wrapperspb.BoolValue
.*GetEnabled() *wrapperspb.BoolValue
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

mesh.ProxyConfig_ProxyStatsMatcher struct istio.mesh.v1alpha1.ProxyConfig.ProxyStatsMatcher
InclusionPrefixes inclusion_prefixes,omitempty []string
InclusionSuffixes inclusion_suffixes,omitempty []string
InclusionRegexps inclusion_regexps,omitempty []string
.*GetInclusionPrefixes() []string
.*GetInclusionRegexps() []string
.*GetInclusionSuffixes() []string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.RemoteService struct istio.mesh.v1alpha1.RemoteService
Address address,omitempty string
TlsSettings tls_settings,omitempty *net3.ClientTLSSettings
TcpKeepalive tcp_keepalive,omitempty *net3.ConnectionPoolSettings_TCPSettings_TcpKeepalive
.*GetAddress() string
.*GetTcpKeepalive() *net3.ConnectionPoolSettings_TCPSettings_TcpKeepalive
.*GetTlsSettings() *net3.ClientTLSSettings
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.Resource int32
.Enum() *mesh.Resource
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.SDS struct istio.mesh.v1alpha1.SDS
Enabled enabled,omitempty bool
K8SSaJwtPath k8s_sa_jwt_path,omitempty string
.*GetEnabled() bool
.*GetK8SSaJwtPath() string
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

@31- mesh.ServiceEntryVisibility struct istio.mesh.v1alpha1.ServiceEntryVisibility
DefaultVisibility default_visibility,omitempty mesh.ServiceEntryVisibility_Visibility
ApplyToSidecars apply_to_sidecars,omitempty bool
Policies policies,omitempty []*mesh.ServiceEntryVisibility_Policy
.*GetApplyToSidecars() bool
.*GetDefaultVisibility() mesh.ServiceEntryVisibility_Visibility
.*GetPolicies() []*mesh.ServiceEntryVisibility_Policy
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- mesh.ServiceEntryVisibility_MatchRule struct istio.mesh.v1alpha1.ServiceEntryVisibility.MatchRule
Matcher  mesh.isServiceEntryVisibility_MatchRule_Matcher
.*GetMatcher() mesh.isServiceEntryVisibility_MatchRule_Matcher
.*GetNamespaceSelector() *mesh.LabelSelector
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- mesh.ServiceEntryVisibility_Policy struct istio.mesh.v1alpha1.ServiceEntryVisibility.Policy
Visibility visibility,omitempty mesh.ServiceEntryVisibility_Visibility
MatchingRules matching_rules,omitempty []*mesh.ServiceEntryVisibility_MatchRule
.*GetMatchingRules() []*mesh.ServiceEntryVisibility_MatchRule
.*GetVisibility() mesh.ServiceEntryVisibility_Visibility
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- mesh.ServiceEntryVisibility_Visibility int32
.Enum() *mesh.ServiceEntryVisibility_Visibility
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

mesh.Topology struct istio.mesh.v1alpha1.Topology
NumTrustedProxies num_trusted_proxies,omitempty uint32
ForwardClientCertDetails forward_client_cert_details,omitempty mesh.ForwardClientCertDetails
ProxyProtocol proxy_protocol,omitempty *mesh.Topology_ProxyProtocolConfiguration
.*GetForwardClientCertDetails() mesh.ForwardClientCertDetails
.*GetNumTrustedProxies() uint32
.*GetProxyProtocol() *mesh.Topology_ProxyProtocolConfiguration
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.Topology_ProxyProtocolConfiguration struct istio.mesh.v1alpha1.Topology.ProxyProtocolConfiguration
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.Tracing struct istio.mesh.v1alpha1.Tracing
Tracer  mesh.isTracing_Tracer
CustomTags custom_tags,omitempty map[string]*mesh.Tracing_CustomTag
MaxPathTagLength max_path_tag_length,omitempty uint32
Sampling sampling,omitempty float64
TlsSettings tls_settings,omitempty *net3.ClientTLSSettings
@25- EnableIstioTags enable_istio_tags,omitempty *wrapperspb.BoolValue
.*GetCustomTags() map[string]*mesh.Tracing_CustomTag
.*GetDatadog() *mesh.Tracing_Datadog
@25- .*GetEnableIstioTags() *wrapperspb.BoolValue
.*GetLightstep() *mesh.Tracing_Lightstep
.*GetMaxPathTagLength() uint32
.*GetOpenCensusAgent() *mesh.Tracing_OpenCensusAgent
.*GetSampling() float64
.*GetStackdriver() *mesh.Tracing_Stackdriver
.*GetTlsSettings() *net3.ClientTLSSettings
.*GetTracer() mesh.isTracing_Tracer
.*GetZipkin() *mesh.Tracing_Zipkin
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.Tracing_CustomTag struct istio.mesh.v1alpha1.Tracing.CustomTag
Type  mesh.isTracing_CustomTag_Type
.*GetEnvironment() *mesh.Tracing_Environment
.*GetHeader() *mesh.Tracing_RequestHeader
.*GetLiteral() *mesh.Tracing_Literal
.*GetType() mesh.isTracing_CustomTag_Type
@25- .*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
@25- .*UnmarshalJSON([]uint8) error

mesh.isMeshConfig_CertificateData_CertificateData interface

mesh.isMeshConfig_ExtensionProvider_Provider interface

mesh.isPrivateKeyProvider_Provider interface

mesh.isProxyConfig_ClusterName interface

@31- mesh.isServiceEntryVisibility_MatchRule_Matcher interface

mesh.isTracing_CustomTag_Type interface

mesh.isTracing_Tracer interface

net3.ClientTLSSettings struct istio.networking.v1alpha3.ClientTLSSettings
Mode mode,omitempty net3.ClientTLSSettings_TLSmode
ClientCertificate client_certificate,omitempty string
PrivateKey private_key,omitempty string
CaCertificates ca_certificates,omitempty string
CredentialName credential_name,omitempty string
SubjectAltNames subject_alt_names,omitempty []string
Sni sni,omitempty string
InsecureSkipVerify insecure_skip_verify,omitempty *wrapperspb.BoolValue
@22- CaCrl ca_crl,omitempty string
.*DeepCopyInterface() any
.*GetCaCertificates() string
@22- .*GetCaCrl() string
.*GetClientCertificate() string
.*GetCredentialName() string
.*GetInsecureSkipVerify() *wrapperspb.BoolValue
.*GetMode() net3.ClientTLSSettings_TLSmode
.*GetPrivateKey() string
.*GetSni() string
.*GetSubjectAltNames() []string
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.ClientTLSSettings_TLSmode int32
.Enum() *net3.ClientTLSSettings_TLSmode
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

@31- net3.ConnectionPoolSettings struct istio.networking.v1alpha3.ConnectionPoolSettings
Tcp tcp,omitempty *net3.ConnectionPoolSettings_TCPSettings
Http http,omitempty *net3.ConnectionPoolSettings_HTTPSettings
.*DeepCopyInterface() any
.*GetHttp() *net3.ConnectionPoolSettings_HTTPSettings
.*GetTcp() *net3.ConnectionPoolSettings_TCPSettings
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- net3.ConnectionPoolSettings_HTTPSettings struct istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings
Http1MaxPendingRequests http1_max_pending_requests,omitempty int32
Http2MaxRequests http2_max_requests,omitempty int32
MaxRequestsPerConnection max_requests_per_connection,omitempty int32
MaxRetries max_retries,omitempty int32
IdleTimeout idle_timeout,omitempty *durationpb.Duration
H2UpgradePolicy h2_upgrade_policy,omitempty net3.ConnectionPoolSettings_HTTPSettings_H2UpgradePolicy
UseClientProtocol use_client_protocol,omitempty bool
MaxConcurrentStreams max_concurrent_streams,omitempty int32
Http2KeepAlive http2_keep_alive,omitempty *net3.ConnectionPoolSettings_HTTPSettings_ConnectionKeepalive
.*DeepCopyInterface() any
.*GetH2UpgradePolicy() net3.ConnectionPoolSettings_HTTPSettings_H2UpgradePolicy
.*GetHttp1MaxPendingRequests() int32
.*GetHttp2KeepAlive() *net3.ConnectionPoolSettings_HTTPSettings_ConnectionKeepalive
.*GetHttp2MaxRequests() int32
.*GetIdleTimeout() *durationpb.Duration
.*GetMaxConcurrentStreams() int32
.*GetMaxRequestsPerConnection() int32
.*GetMaxRetries() int32
.*GetUseClientProtocol() bool
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- net3.ConnectionPoolSettings_HTTPSettings_ConnectionKeepalive struct istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive
Interval interval,omitempty *durationpb.Duration
Timeout timeout,omitempty *durationpb.Duration
.*DeepCopyInterface() any
.*GetInterval() *durationpb.Duration
.*GetTimeout() *durationpb.Duration
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- net3.ConnectionPoolSettings_HTTPSettings_H2UpgradePolicy int32
.Enum() *net3.ConnectionPoolSettings_HTTPSettings_H2UpgradePolicy
.EnumDescriptor() []uint8,[]int
.Number() protoreflect.EnumNumber
.String() string
.Type() protoreflect.EnumType

@31- net3.ConnectionPoolSettings_TCPSettings struct istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings
MaxConnections max_connections,omitempty int32
ConnectTimeout connect_timeout,omitempty *durationpb.Duration
TcpKeepalive tcp_keepalive,omitempty *net3.ConnectionPoolSettings_TCPSettings_TcpKeepalive
MaxConnectionDuration max_connection_duration,omitempty *durationpb.Duration
IdleTimeout idle_timeout,omitempty *durationpb.Duration
.*DeepCopyInterface() any
.*GetConnectTimeout() *durationpb.Duration
.*GetIdleTimeout() *durationpb.Duration
.*GetMaxConnectionDuration() *durationpb.Duration
.*GetMaxConnections() int32
.*GetTcpKeepalive() *net3.ConnectionPoolSettings_TCPSettings_TcpKeepalive
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.ConnectionPoolSettings_TCPSettings_TcpKeepalive struct istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive
Probes probes,omitempty uint32
Time time,omitempty *durationpb.Duration
Interval interval,omitempty *durationpb.Duration
.*DeepCopyInterface() any
.*GetInterval() *durationpb.Duration
.*GetProbes() uint32
.*GetTime() *durationpb.Duration
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.HTTPRetry struct istio.networking.v1alpha3.HTTPRetry
Attempts attempts,omitempty int32
PerTryTimeout per_try_timeout,omitempty *durationpb.Duration
RetryOn retry_on,omitempty string
RetryRemoteLocalities retry_remote_localities,omitempty *wrapperspb.BoolValue
@26- RetryIgnorePreviousHosts retry_ignore_previous_hosts,omitempty *wrapperspb.BoolValue
@26- Backoff backoff,omitempty *durationpb.Duration
.*DeepCopyInterface() any
.*GetAttempts() int32
@26- .*GetBackoff() *durationpb.Duration
.*GetPerTryTimeout() *durationpb.Duration
@26- .*GetRetryIgnorePreviousHosts() *wrapperspb.BoolValue
.*GetRetryOn() string
.*GetRetryRemoteLocalities() *wrapperspb.BoolValue
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.LocalityLoadBalancerSetting struct istio.networking.v1alpha3.LocalityLoadBalancerSetting
Distribute distribute,omitempty []*net3.LocalityLoadBalancerSetting_Distribute
Failover failover,omitempty []*net3.LocalityLoadBalancerSetting_Failover
FailoverPriority failover_priority,omitempty []string
Enabled enabled,omitempty *wrapperspb.BoolValue
.*DeepCopyInterface() any
.*GetDistribute() []*net3.LocalityLoadBalancerSetting_Distribute
.*GetEnabled() *wrapperspb.BoolValue
.*GetFailover() []*net3.LocalityLoadBalancerSetting_Failover
.*GetFailoverPriority() []string
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.LocalityLoadBalancerSetting_Distribute struct istio.networking.v1alpha3.LocalityLoadBalancerSetting.Distribute
From from,omitempty string
To to,omitempty map[string]uint32
.*DeepCopyInterface() any
.*GetFrom() string
.*GetTo() map[string]uint32
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.LocalityLoadBalancerSetting_Failover struct istio.networking.v1alpha3.LocalityLoadBalancerSetting.Failover
From from,omitempty string
To to,omitempty string
.*DeepCopyInterface() any
.*GetFrom() string
.*GetTo() string
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- net3.OutlierDetection struct istio.networking.v1alpha3.OutlierDetection
ConsecutiveErrors consecutive_errors,omitempty int32
SplitExternalLocalOriginErrors split_external_local_origin_errors,omitempty bool
ConsecutiveLocalOriginFailures consecutive_local_origin_failures,omitempty *wrapperspb.UInt32Value
ConsecutiveGatewayErrors consecutive_gateway_errors,omitempty *wrapperspb.UInt32Value
Consecutive_5XxErrors consecutive_5xx_errors,omitempty *wrapperspb.UInt32Value
Interval interval,omitempty *durationpb.Duration
BaseEjectionTime base_ejection_time,omitempty *durationpb.Duration
MaxEjectionPercent max_ejection_percent,omitempty int32
MinHealthPercent min_health_percent,omitempty int32
OutlierDetectionHttpErrorCodes outlier_detection_http_error_codes,omitempty []uint32
.*DeepCopyInterface() any
.*GetBaseEjectionTime() *durationpb.Duration
.*GetConsecutiveErrors() int32
.*GetConsecutiveGatewayErrors() *wrapperspb.UInt32Value
.*GetConsecutiveLocalOriginFailures() *wrapperspb.UInt32Value
.*GetConsecutive_5XxErrors() *wrapperspb.UInt32Value
.*GetInterval() *durationpb.Duration
.*GetMaxEjectionPercent() int32
.*GetMinHealthPercent() int32
.*GetOutlierDetectionHttpErrorCodes() []uint32
.*GetSplitExternalLocalOriginErrors() bool
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.ReadinessProbe struct istio.networking.v1alpha3.ReadinessProbe
InitialDelaySeconds initial_delay_seconds,omitempty int32
TimeoutSeconds timeout_seconds,omitempty int32
PeriodSeconds period_seconds,omitempty int32
SuccessThreshold success_threshold,omitempty int32
FailureThreshold failure_threshold,omitempty int32
HealthCheckMethod  net3.isReadinessProbe_HealthCheckMethod
.*DeepCopyInterface() any
.*GetExec() *net3.ExecHealthCheckConfig
.*GetFailureThreshold() int32
@25- .*GetGrpc() *net3.GrpcHealthCheckConfig
.*GetHealthCheckMethod() net3.isReadinessProbe_HealthCheckMethod
.*GetHttpGet() *net3.HTTPHealthCheckConfig
.*GetInitialDelaySeconds() int32
.*GetPeriodSeconds() int32
.*GetSuccessThreshold() int32
.*GetTcpSocket() *net3.TCPHealthCheckConfig
.*GetTimeoutSeconds() int32
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- net3.ZoneAwareLoadBalancerSetting struct istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting
Enabled enabled,omitempty *wrapperspb.BoolValue
Failover failover,omitempty []*net3.ZoneAwareLoadBalancerSetting_Failover
FailoverPriority failover_priority,omitempty []string
MinClusterSize min_cluster_size,omitempty *wrapperspb.UInt32Value
.*DeepCopyInterface() any
.*GetEnabled() *wrapperspb.BoolValue
.*GetFailover() []*net3.ZoneAwareLoadBalancerSetting_Failover
.*GetFailoverPriority() []string
.*GetMinClusterSize() *wrapperspb.UInt32Value
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

@31- net3.ZoneAwareLoadBalancerSetting_Failover struct istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting.Failover
From from,omitempty string
To to,omitempty string
.*DeepCopyInterface() any
.*GetFrom() string
.*GetTo() string
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

net3.isReadinessProbe_HealthCheckMethod interface

netb.ProxyImage struct istio.networking.v1beta1.ProxyImage
ImageType image_type,omitempty string
.*DeepCopyInterface() any
.*GetImageType() string
.*MarshalJSON() []uint8,error
.*ProtoReflect() protoreflect.Message
.*Reset()
.*String() string
.*UnmarshalJSON([]uint8) error

inject.Config struct
Policy policy inject.InjectionPolicy
DefaultTemplates defaultTemplates []string
RawTemplates templates map[string]string
Aliases aliases map[string][]string
NeverInjectSelector neverInjectSelector []meta.LabelSelector
AlwaysInjectSelector alwaysInjectSelector []meta.LabelSelector
InjectedAnnotations injectedAnnotations map[string]string
Templates - map[string]*template.Template

inject.InjectionPolicy string

inject.SidecarTemplateData struct
TypeMeta  meta.TypeMeta
@22- DeploymentMeta  types.NamespacedName
@-21 DeploymentMeta  meta.ObjectMeta
ObjectMeta  meta.ObjectMeta
Spec  core.PodSpec
ProxyConfig  *mesh.ProxyConfig
MeshConfig  *mesh.MeshConfig
Values  map[string]any
Revision  string
@27- NativeSidecars  bool
ProxyImage  string
@31- ProxyInitImage  string
ProxyUID  int64
ProxyGID  int64
@22- InboundTrafficPolicyMode  string
CompliancePolicy  string

apps.DaemonSet struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty apps.DaemonSetSpec
Status status,omitempty apps.DaemonSetStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

apps.DaemonSetCondition struct
Type type apps.DaemonSetConditionType
Status status core.ConditionStatus
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

apps.DaemonSetConditionType string

apps.DaemonSetSpec struct
Selector selector *meta.LabelSelector
Template template core.PodTemplateSpec
UpdateStrategy updateStrategy,omitempty apps.DaemonSetUpdateStrategy
MinReadySeconds minReadySeconds,omitempty int32
RevisionHistoryLimit revisionHistoryLimit,omitempty *int32
.*Reset()
.*String() string

apps.DaemonSetStatus struct
CurrentNumberScheduled currentNumberScheduled int32
NumberMisscheduled numberMisscheduled int32
DesiredNumberScheduled desiredNumberScheduled int32
NumberReady numberReady int32
ObservedGeneration observedGeneration,omitempty int64
UpdatedNumberScheduled updatedNumberScheduled,omitempty int32
NumberAvailable numberAvailable,omitempty int32
NumberUnavailable numberUnavailable,omitempty int32
CollisionCount collisionCount,omitempty *int32
Conditions conditions,omitempty,strategy=merge,merge=type []apps.DaemonSetCondition
.*Reset()
.*String() string

apps.DaemonSetUpdateStrategy struct
Type type,omitempty apps.DaemonSetUpdateStrategyType
RollingUpdate rollingUpdate,omitempty *apps.RollingUpdateDaemonSet
.*Reset()
.*String() string

apps.DaemonSetUpdateStrategyType string

apps.Deployment struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty apps.DeploymentSpec
Status status,omitempty apps.DeploymentStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

apps.DeploymentCondition struct
Type type apps.DeploymentConditionType
Status status core.ConditionStatus
LastUpdateTime lastUpdateTime,omitempty meta.Time
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

apps.DeploymentConditionType string

apps.DeploymentSpec struct
Replicas replicas,omitempty *int32
Selector selector *meta.LabelSelector
Template template core.PodTemplateSpec
Strategy strategy,omitempty,strategy=retainKeys apps.DeploymentStrategy
MinReadySeconds minReadySeconds,omitempty int32
RevisionHistoryLimit revisionHistoryLimit,omitempty *int32
Paused paused,omitempty bool
ProgressDeadlineSeconds progressDeadlineSeconds,omitempty *int32
.*Reset()
.*String() string

apps.DeploymentStatus struct
ObservedGeneration observedGeneration,omitempty int64
Replicas replicas,omitempty int32
UpdatedReplicas updatedReplicas,omitempty int32
ReadyReplicas readyReplicas,omitempty int32
AvailableReplicas availableReplicas,omitempty int32
UnavailableReplicas unavailableReplicas,omitempty int32
@26- TerminatingReplicas terminatingReplicas,omitempty *int32
Conditions conditions,omitempty,strategy=merge,merge=type []apps.DeploymentCondition
CollisionCount collisionCount,omitempty *int32
.*Reset()
.*String() string

apps.DeploymentStrategy struct
Type type,omitempty apps.DeploymentStrategyType
RollingUpdate rollingUpdate,omitempty *apps.RollingUpdateDeployment
.*Reset()
.*String() string

apps.DeploymentStrategyType string

apps.PersistentVolumeClaimRetentionPolicyType string

apps.PodManagementPolicyType string

apps.ReplicaSet struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty apps.ReplicaSetSpec
Status status,omitempty apps.ReplicaSetStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

apps.ReplicaSetCondition struct
Type type apps.ReplicaSetConditionType
Status status core.ConditionStatus
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

apps.ReplicaSetConditionType string

apps.ReplicaSetSpec struct
Replicas replicas,omitempty *int32
MinReadySeconds minReadySeconds,omitempty int32
Selector selector *meta.LabelSelector
Template template,omitempty core.PodTemplateSpec
.*Reset()
.*String() string

apps.ReplicaSetStatus struct
Replicas replicas int32
FullyLabeledReplicas fullyLabeledReplicas,omitempty int32
ReadyReplicas readyReplicas,omitempty int32
AvailableReplicas availableReplicas,omitempty int32
@26- TerminatingReplicas terminatingReplicas,omitempty *int32
ObservedGeneration observedGeneration,omitempty int64
Conditions conditions,omitempty,strategy=merge,merge=type []apps.ReplicaSetCondition
.*Reset()
.*String() string

apps.RollingUpdateDaemonSet struct
MaxUnavailable maxUnavailable,omitempty *intstr.IntOrString
MaxSurge maxSurge,omitempty *intstr.IntOrString
.*Reset()
.*String() string

apps.RollingUpdateDeployment struct
MaxUnavailable maxUnavailable,omitempty *intstr.IntOrString
MaxSurge maxSurge,omitempty *intstr.IntOrString
.*Reset()
.*String() string

apps.RollingUpdateStatefulSetStrategy struct
Partition partition,omitempty *int32
MaxUnavailable maxUnavailable,omitempty *intstr.IntOrString
.*Reset()
.*String() string

apps.StatefulSet struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty apps.StatefulSetSpec
Status status,omitempty apps.StatefulSetStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

apps.StatefulSetCondition struct
Type type apps.StatefulSetConditionType
Status status core.ConditionStatus
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

apps.StatefulSetConditionType string

apps.StatefulSetOrdinals struct
Start start int32
.*Reset()
.*String() string

apps.StatefulSetPersistentVolumeClaimRetentionPolicy struct
WhenDeleted whenDeleted,omitempty apps.PersistentVolumeClaimRetentionPolicyType
WhenScaled whenScaled,omitempty apps.PersistentVolumeClaimRetentionPolicyType
.*Reset()
.*String() string

apps.StatefulSetSpec struct
Replicas replicas,omitempty *int32
Selector selector *meta.LabelSelector
Template template core.PodTemplateSpec
VolumeClaimTemplates volumeClaimTemplates,omitempty []core.PersistentVolumeClaim
ServiceName serviceName string
PodManagementPolicy podManagementPolicy,omitempty apps.PodManagementPolicyType
UpdateStrategy updateStrategy,omitempty apps.StatefulSetUpdateStrategy
RevisionHistoryLimit revisionHistoryLimit,omitempty *int32
MinReadySeconds minReadySeconds,omitempty int32
PersistentVolumeClaimRetentionPolicy persistentVolumeClaimRetentionPolicy,omitempty *apps.StatefulSetPersistentVolumeClaimRetentionPolicy
Ordinals ordinals,omitempty *apps.StatefulSetOrdinals
.*Reset()
.*String() string

apps.StatefulSetStatus struct
ObservedGeneration observedGeneration,omitempty int64
Replicas replicas int32
ReadyReplicas readyReplicas,omitempty int32
CurrentReplicas currentReplicas,omitempty int32
UpdatedReplicas updatedReplicas,omitempty int32
CurrentRevision currentRevision,omitempty string
UpdateRevision updateRevision,omitempty string
CollisionCount collisionCount,omitempty *int32
Conditions conditions,omitempty,strategy=merge,merge=type []apps.StatefulSetCondition
AvailableReplicas availableReplicas int32
.*Reset()
.*String() string

apps.StatefulSetUpdateStrategy struct
Type type,omitempty apps.StatefulSetUpdateStrategyType
RollingUpdate rollingUpdate,omitempty *apps.RollingUpdateStatefulSetStrategy
.*Reset()
.*String() string

apps.StatefulSetUpdateStrategyType string

batch.CompletionMode string

batch.ConcurrencyPolicy string

batch.CronJob struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty batch.CronJobSpec
Status status,omitempty batch.CronJobStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

batch.CronJobSpec struct
Schedule schedule string
TimeZone timeZone,omitempty *string
StartingDeadlineSeconds startingDeadlineSeconds,omitempty *int64
ConcurrencyPolicy concurrencyPolicy,omitempty batch.ConcurrencyPolicy
Suspend suspend,omitempty *bool
JobTemplate jobTemplate batch.JobTemplateSpec
SuccessfulJobsHistoryLimit successfulJobsHistoryLimit,omitempty *int32
FailedJobsHistoryLimit failedJobsHistoryLimit,omitempty *int32
.*Reset()
.*String() string

batch.CronJobStatus struct
Active active,omitempty []core.ObjectReference
LastScheduleTime lastScheduleTime,omitempty *meta.Time
LastSuccessfulTime lastSuccessfulTime,omitempty *meta.Time
.*Reset()
.*String() string

batch.Job struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty batch.JobSpec
Status status,omitempty batch.JobStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

batch.JobCondition struct
Type type batch.JobConditionType
Status status core.ConditionStatus
LastProbeTime lastProbeTime,omitempty meta.Time
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

batch.JobConditionType string

batch.JobSpec struct
Parallelism parallelism,omitempty *int32
Completions completions,omitempty *int32
ActiveDeadlineSeconds activeDeadlineSeconds,omitempty *int64
PodFailurePolicy podFailurePolicy,omitempty *batch.PodFailurePolicy
@22- SuccessPolicy successPolicy,omitempty *batch.SuccessPolicy
BackoffLimit backoffLimit,omitempty *int32
BackoffLimitPerIndex backoffLimitPerIndex,omitempty *int32
MaxFailedIndexes maxFailedIndexes,omitempty *int32
Selector selector,omitempty *meta.LabelSelector
ManualSelector manualSelector,omitempty *bool
Template template core.PodTemplateSpec
TTLSecondsAfterFinished ttlSecondsAfterFinished,omitempty *int32
CompletionMode completionMode,omitempty *batch.CompletionMode
Suspend suspend,omitempty *bool
PodReplacementPolicy podReplacementPolicy,omitempty *batch.PodReplacementPolicy
@22- ManagedBy managedBy,omitempty *string
.*Reset()
.*String() string

batch.JobStatus struct
Conditions conditions,omitempty,strategy=merge,merge=type []batch.JobCondition
StartTime startTime,omitempty *meta.Time
CompletionTime completionTime,omitempty *meta.Time
Active active,omitempty int32
Succeeded succeeded,omitempty int32
Failed failed,omitempty int32
Terminating terminating,omitempty *int32
CompletedIndexes completedIndexes,omitempty string
FailedIndexes failedIndexes,omitempty *string
UncountedTerminatedPods uncountedTerminatedPods,omitempty *batch.UncountedTerminatedPods
Ready ready,omitempty *int32
.*Reset()
.*String() string

batch.JobTemplateSpec struct
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty batch.JobSpec
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

batch.PodFailurePolicy struct
Rules rules []batch.PodFailurePolicyRule
.*Reset()
.*String() string

batch.PodFailurePolicyAction string

batch.PodFailurePolicyOnExitCodesOperator string

batch.PodFailurePolicyOnExitCodesRequirement struct
@24- ContainerName containerName,omitempty *string
@-23 ContainerName containerName *string
Operator operator batch.PodFailurePolicyOnExitCodesOperator
Values values []int32
.*Reset()
.*String() string

batch.PodFailurePolicyOnPodConditionsPattern struct
Type type core.PodConditionType
Status status core.ConditionStatus
.*Reset()
.*String() string

batch.PodFailurePolicyRule struct
Action action batch.PodFailurePolicyAction
@24- OnExitCodes onExitCodes,omitempty *batch.PodFailurePolicyOnExitCodesRequirement
@24- OnPodConditions onPodConditions,omitempty []batch.PodFailurePolicyOnPodConditionsPattern
@-23 OnExitCodes onExitCodes *batch.PodFailurePolicyOnExitCodesRequirement
@-23 OnPodConditions onPodConditions []batch.PodFailurePolicyOnPodConditionsPattern
.*Reset()
.*String() string

batch.PodReplacementPolicy string

@22- batch.SuccessPolicy struct
Rules rules []batch.SuccessPolicyRule
.*Reset()
.*String() string

@22- batch.SuccessPolicyRule struct
SucceededIndexes succeededIndexes,omitempty *string
SucceededCount succeededCount,omitempty *int32
.*Reset()
.*String() string

batch.UncountedTerminatedPods struct
Succeeded succeeded,omitempty []types.UID
Failed failed,omitempty []types.UID
.*Reset()
.*String() string

core.AWSElasticBlockStoreVolumeSource struct
VolumeID volumeID string
FSType fsType,omitempty string
Partition partition,omitempty int32
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.Affinity struct
NodeAffinity nodeAffinity,omitempty *core.NodeAffinity
PodAffinity podAffinity,omitempty *core.PodAffinity
PodAntiAffinity podAntiAffinity,omitempty *core.PodAntiAffinity
.*Reset()
.*String() string

@22- core.AppArmorProfile struct
Type type core.AppArmorProfileType
LocalhostProfile localhostProfile,omitempty *string
.*Reset()
.*String() string

@22- core.AppArmorProfileType string

core.AzureDataDiskCachingMode string

core.AzureDataDiskKind string

core.AzureDiskVolumeSource struct
DiskName diskName string
DataDiskURI diskURI string
CachingMode cachingMode,omitempty *core.AzureDataDiskCachingMode
FSType fsType,omitempty *string
ReadOnly readOnly,omitempty *bool
Kind kind,omitempty *core.AzureDataDiskKind
.*Reset()
.*String() string

core.AzureFileVolumeSource struct
SecretName secretName string
ShareName shareName string
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.CSIVolumeSource struct
Driver driver string
ReadOnly readOnly,omitempty *bool
FSType fsType,omitempty *string
VolumeAttributes volumeAttributes,omitempty map[string]string
NodePublishSecretRef nodePublishSecretRef,omitempty *core.LocalObjectReference
.*Reset()
.*String() string

core.Capabilities struct
Add add,omitempty []core.Capability
Drop drop,omitempty []core.Capability
.*Reset()
.*String() string

core.Capability string

core.CephFSVolumeSource struct
Monitors monitors []string
Path path,omitempty string
User user,omitempty string
SecretFile secretFile,omitempty string
SecretRef secretRef,omitempty *core.LocalObjectReference
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.CinderVolumeSource struct
VolumeID volumeID string
FSType fsType,omitempty string
ReadOnly readOnly,omitempty bool
SecretRef secretRef,omitempty *core.LocalObjectReference
.*Reset()
.*String() string

core.ClaimResourceStatus string

@-23 core.ClaimSource struct
ResourceClaimName resourceClaimName,omitempty *string
ResourceClaimTemplateName resourceClaimTemplateName,omitempty *string
.*Reset()
.*String() string

@21- core.ClusterTrustBundleProjection struct
Name name,omitempty *string
SignerName signerName,omitempty *string
LabelSelector labelSelector,omitempty *meta.LabelSelector
Optional optional,omitempty *bool
Path path string
.*Reset()
.*String() string

core.ConditionStatus string

core.ConfigMapEnvSource struct
LocalObjectReference ,inline,embedded core.LocalObjectReference
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.ConfigMapKeySelector struct
LocalObjectReference ,inline,embedded core.LocalObjectReference
Key key string
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.ConfigMapProjection struct
LocalObjectReference ,inline,embedded core.LocalObjectReference
Items items,omitempty []core.KeyToPath
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.ConfigMapVolumeSource struct
LocalObjectReference ,inline,embedded core.LocalObjectReference
Items items,omitempty []core.KeyToPath
DefaultMode defaultMode,omitempty *int32
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.Container struct
Name name string
Image image,omitempty string
Command command,omitempty []string
Args args,omitempty []string
WorkingDir workingDir,omitempty string
Ports ports,omitempty,strategy=merge,merge=containerPort []core.ContainerPort
EnvFrom envFrom,omitempty []core.EnvFromSource
Env env,omitempty,strategy=merge,merge=name []core.EnvVar
Resources resources,omitempty core.ResourceRequirements
ResizePolicy resizePolicy,omitempty []core.ContainerResizePolicy
RestartPolicy restartPolicy,omitempty *core.ContainerRestartPolicy
@28- RestartPolicyRules restartPolicyRules,omitempty []core.ContainerRestartRule
VolumeMounts volumeMounts,omitempty,strategy=merge,merge=mountPath []core.VolumeMount
VolumeDevices volumeDevices,omitempty,strategy=merge,merge=devicePath []core.VolumeDevice
LivenessProbe livenessProbe,omitempty *core.Probe
ReadinessProbe readinessProbe,omitempty *core.Probe
StartupProbe startupProbe,omitempty *core.Probe
Lifecycle lifecycle,omitempty *core.Lifecycle
TerminationMessagePath terminationMessagePath,omitempty string
TerminationMessagePolicy terminationMessagePolicy,omitempty core.TerminationMessagePolicy
ImagePullPolicy imagePullPolicy,omitempty core.PullPolicy
SecurityContext securityContext,omitempty *core.SecurityContext
Stdin stdin,omitempty bool
StdinOnce stdinOnce,omitempty bool
TTY tty,omitempty bool
.*Reset()
.*String() string

@28- core.ContainerExtendedResourceRequest struct
ContainerName containerName string
ResourceName resourceName string
RequestName requestName string
.*Reset()
.*String() string

core.ContainerPort struct
Name name,omitempty string
HostPort hostPort,omitempty int32
ContainerPort containerPort int32
Protocol protocol,omitempty core.Protocol
HostIP hostIP,omitempty string
.*Reset()
.*String() string

core.ContainerResizePolicy struct
ResourceName resourceName core.ResourceName
RestartPolicy restartPolicy core.ResourceResizeRestartPolicy
.*Reset()
.*String() string

core.ContainerRestartPolicy string

@28- core.ContainerRestartRule struct
Action action,omitempty core.ContainerRestartRuleAction
ExitCodes exitCodes,omitempty *core.ContainerRestartRuleOnExitCodes
.*Reset()
.*String() string

@28- core.ContainerRestartRuleAction string

@28- core.ContainerRestartRuleOnExitCodes struct
Operator operator,omitempty core.ContainerRestartRuleOnExitCodesOperator
Values values,omitempty []int32
.*Reset()
.*String() string

@28- core.ContainerRestartRuleOnExitCodesOperator string

core.ContainerState struct
Waiting waiting,omitempty *core.ContainerStateWaiting
Running running,omitempty *core.ContainerStateRunning
Terminated terminated,omitempty *core.ContainerStateTerminated
.*Reset()
.*String() string

core.ContainerStateRunning struct
StartedAt startedAt,omitempty meta.Time
.*Reset()
.*String() string

core.ContainerStateTerminated struct
ExitCode exitCode int32
Signal signal,omitempty int32
Reason reason,omitempty string
Message message,omitempty string
StartedAt startedAt,omitempty meta.Time
FinishedAt finishedAt,omitempty meta.Time
ContainerID containerID,omitempty string
.*Reset()
.*String() string

core.ContainerStateWaiting struct
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

core.ContainerStatus struct
Name name string
State state,omitempty core.ContainerState
LastTerminationState lastState,omitempty core.ContainerState
Ready ready bool
RestartCount restartCount int32
Image image string
ImageID imageID string
ContainerID containerID,omitempty string
Started started,omitempty *bool
AllocatedResources allocatedResources,omitempty core.ResourceList
Resources resources,omitempty *core.ResourceRequirements
@22- VolumeMounts volumeMounts,omitempty,strategy=merge,merge=mountPath []core.VolumeMountStatus
@24- User user,omitempty *core.ContainerUser
@24- AllocatedResourcesStatus allocatedResourcesStatus,omitempty,strategy=merge,merge=name []core.ResourceStatus
@26- StopSignal stopSignal,omitempty *core.Signal
.*Reset()
.*String() string

@24- core.ContainerUser struct
Linux linux,omitempty *core.LinuxContainerUser
.*Reset()
.*String() string

core.DNSPolicy string

core.DownwardAPIProjection struct
Items items,omitempty []core.DownwardAPIVolumeFile
.*Reset()
.*String() string

core.DownwardAPIVolumeFile struct
Path path string
FieldRef fieldRef,omitempty *core.ObjectFieldSelector
ResourceFieldRef resourceFieldRef,omitempty *core.ResourceFieldSelector
Mode mode,omitempty *int32
.*Reset()
.*String() string

core.DownwardAPIVolumeSource struct
Items items,omitempty []core.DownwardAPIVolumeFile
DefaultMode defaultMode,omitempty *int32
.*Reset()
.*String() string

core.EmptyDirVolumeSource struct
Medium medium,omitempty core.StorageMedium
SizeLimit sizeLimit,omitempty *resource.Quantity
.*Reset()
.*String() string

core.EnvFromSource struct
Prefix prefix,omitempty string
ConfigMapRef configMapRef,omitempty *core.ConfigMapEnvSource
SecretRef secretRef,omitempty *core.SecretEnvSource
.*Reset()
.*String() string

core.EnvVar struct
Name name string
Value value,omitempty string
ValueFrom valueFrom,omitempty *core.EnvVarSource
.*Reset()
.*String() string

core.EnvVarSource struct
FieldRef fieldRef,omitempty *core.ObjectFieldSelector
ResourceFieldRef resourceFieldRef,omitempty *core.ResourceFieldSelector
ConfigMapKeyRef configMapKeyRef,omitempty *core.ConfigMapKeySelector
SecretKeyRef secretKeyRef,omitempty *core.SecretKeySelector
@28- FileKeyRef fileKeyRef,omitempty *core.FileKeySelector
.*Reset()
.*String() string

core.EphemeralContainer struct
EphemeralContainerCommon ,inline,embedded core.EphemeralContainerCommon
TargetContainerName targetContainerName,omitempty string
.*Reset()
.*String() string

core.EphemeralContainerCommon struct
Name name string
Image image,omitempty string
Command command,omitempty []string
Args args,omitempty []string
WorkingDir workingDir,omitempty string
Ports ports,omitempty,strategy=merge,merge=containerPort []core.ContainerPort
EnvFrom envFrom,omitempty []core.EnvFromSource
Env env,omitempty,strategy=merge,merge=name []core.EnvVar
Resources resources,omitempty core.ResourceRequirements
ResizePolicy resizePolicy,omitempty []core.ContainerResizePolicy
RestartPolicy restartPolicy,omitempty *core.ContainerRestartPolicy
@28- RestartPolicyRules restartPolicyRules,omitempty []core.ContainerRestartRule
VolumeMounts volumeMounts,omitempty,strategy=merge,merge=mountPath []core.VolumeMount
VolumeDevices volumeDevices,omitempty,strategy=merge,merge=devicePath []core.VolumeDevice
LivenessProbe livenessProbe,omitempty *core.Probe
ReadinessProbe readinessProbe,omitempty *core.Probe
StartupProbe startupProbe,omitempty *core.Probe
Lifecycle lifecycle,omitempty *core.Lifecycle
TerminationMessagePath terminationMessagePath,omitempty string
TerminationMessagePolicy terminationMessagePolicy,omitempty core.TerminationMessagePolicy
ImagePullPolicy imagePullPolicy,omitempty core.PullPolicy
SecurityContext securityContext,omitempty *core.SecurityContext
Stdin stdin,omitempty bool
StdinOnce stdinOnce,omitempty bool
TTY tty,omitempty bool
.*Reset()
.*String() string

core.EphemeralVolumeSource struct
VolumeClaimTemplate volumeClaimTemplate,omitempty *core.PersistentVolumeClaimTemplate
.*Reset()
.*String() string

core.ExecAction struct
Command command,omitempty []string
.*Reset()
.*String() string

core.FCVolumeSource struct
TargetWWNs targetWWNs,omitempty []string
Lun lun,omitempty *int32
FSType fsType,omitempty string
ReadOnly readOnly,omitempty bool
WWIDs wwids,omitempty []string
.*Reset()
.*String() string

@28- core.FileKeySelector struct
VolumeName volumeName string
Path path string
Key key string
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.FinalizerName string

core.FlexVolumeSource struct
Driver driver string
FSType fsType,omitempty string
SecretRef secretRef,omitempty *core.LocalObjectReference
ReadOnly readOnly,omitempty bool
Options options,omitempty map[string]string
.*Reset()
.*String() string

core.FlockerVolumeSource struct
DatasetName datasetName,omitempty string
DatasetUUID datasetUUID,omitempty string
.*Reset()
.*String() string

core.GCEPersistentDiskVolumeSource struct
PDName pdName string
FSType fsType,omitempty string
Partition partition,omitempty int32
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.GRPCAction struct
Port port int32
Service service *string
.*Reset()
.*String() string

core.GitRepoVolumeSource struct
Repository repository string
Revision revision,omitempty string
Directory directory,omitempty string
.*Reset()
.*String() string

core.GlusterfsVolumeSource struct
EndpointsName endpoints string
Path path string
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.HTTPGetAction struct
Path path,omitempty string
Port port intstr.IntOrString
Host host,omitempty string
Scheme scheme,omitempty core.URIScheme
HTTPHeaders httpHeaders,omitempty []core.HTTPHeader
.*Reset()
.*String() string

core.HTTPHeader struct
Name name string
Value value string
.*Reset()
.*String() string

core.HostAlias struct
@23- IP ip string
@-22 IP ip,omitempty string
Hostnames hostnames,omitempty []string
.*Reset()
.*String() string

core.HostIP struct
@24- IP ip string
@-23 IP ip,omitempty string
.*Reset()
.*String() string

core.HostPathType string

core.HostPathVolumeSource struct
Path path string
Type type,omitempty *core.HostPathType
.*Reset()
.*String() string

core.ISCSIVolumeSource struct
TargetPortal targetPortal string
IQN iqn string
Lun lun int32
ISCSIInterface iscsiInterface,omitempty string
FSType fsType,omitempty string
ReadOnly readOnly,omitempty bool
Portals portals,omitempty []string
DiscoveryCHAPAuth chapAuthDiscovery,omitempty bool
SessionCHAPAuth chapAuthSession,omitempty bool
SecretRef secretRef,omitempty *core.LocalObjectReference
InitiatorName initiatorName,omitempty *string
.*Reset()
.*String() string

@24- core.ImageVolumeSource struct
Reference reference,omitempty string
PullPolicy pullPolicy,omitempty core.PullPolicy
.*Reset()
.*String() string

@31- core.ImageVolumeStatus struct
ImageRef imageRef,omitempty string
.*Reset()
.*String() string

core.KeyToPath struct
Key key string
Path path string
Mode mode,omitempty *int32
.*Reset()
.*String() string

core.Lifecycle struct
PostStart postStart,omitempty *core.LifecycleHandler
PreStop preStop,omitempty *core.LifecycleHandler
@26- StopSignal stopSignal,omitempty *core.Signal
.*Reset()
.*String() string

core.LifecycleHandler struct
Exec exec,omitempty *core.ExecAction
HTTPGet httpGet,omitempty *core.HTTPGetAction
TCPSocket tcpSocket,omitempty *core.TCPSocketAction
@21- Sleep sleep,omitempty *core.SleepAction
.*Reset()
.*String() string

@24- core.LinuxContainerUser struct
UID uid int64
GID gid int64
SupplementalGroups supplementalGroups,omitempty []int64
.*Reset()
.*String() string

core.List struct
TypeMeta ,inline,embedded meta.TypeMeta
ListMeta metadata,omitempty,embedded meta.ListMeta
Items items []runtime.RawExtension
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetContinue() string
.*GetListMeta() meta.ListInterface
.*GetObjectKind() schema.ObjectKind
.*GetRemainingItemCount() *int64
.*GetResourceVersion() string
.*GetSelfLink() string
@31- .*GetShardInfo() *meta.ShardInfo
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetContinue(string)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetRemainingItemCount(*int64)
.*SetResourceVersion(string)
.*SetSelfLink(string)
@31- .*SetShardInfo(*meta.ShardInfo)
.*String() string

core.LocalObjectReference struct
Name name,omitempty string
.*Reset()
.*String() string

@21- core.ModifyVolumeStatus struct
TargetVolumeAttributesClassName targetVolumeAttributesClassName,omitempty string
Status status core.PersistentVolumeClaimModifyVolumeStatus
.*Reset()
.*String() string

core.MountPropagationMode string

core.NFSVolumeSource struct
Server server string
Path path string
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.Namespace struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty core.NamespaceSpec
Status status,omitempty core.NamespaceStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

core.NamespaceCondition struct
Type type core.NamespaceConditionType
Status status core.ConditionStatus
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

core.NamespaceConditionType string

core.NamespacePhase string

core.NamespaceSpec struct
Finalizers finalizers,omitempty []core.FinalizerName
.*Reset()
.*String() string

core.NamespaceStatus struct
Phase phase,omitempty core.NamespacePhase
Conditions conditions,omitempty,strategy=merge,merge=type []core.NamespaceCondition
.*Reset()
.*String() string

core.NodeAffinity struct
RequiredDuringSchedulingIgnoredDuringExecution requiredDuringSchedulingIgnoredDuringExecution,omitempty *core.NodeSelector
PreferredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution,omitempty []core.PreferredSchedulingTerm
.*Reset()
.*String() string

@31- core.NodeAllocatableResourceClaimStatus struct
ResourceClaimName resourceClaimName string
Containers containers,omitempty []string
Resources resources core.ResourceList
.*Reset()
.*String() string

core.NodeInclusionPolicy string

core.NodeSelector struct
NodeSelectorTerms nodeSelectorTerms []core.NodeSelectorTerm
.*Reset()
.*String() string

core.NodeSelectorOperator string

core.NodeSelectorRequirement struct
Key key string
Operator operator core.NodeSelectorOperator
Values values,omitempty []string
.*Reset()
.*String() string

core.NodeSelectorTerm struct
MatchExpressions matchExpressions,omitempty []core.NodeSelectorRequirement
MatchFields matchFields,omitempty []core.NodeSelectorRequirement
.*Reset()
.*String() string

core.OSName string

core.ObjectFieldSelector struct
APIVersion apiVersion,omitempty string
FieldPath fieldPath string
.*Reset()
.*String() string

core.ObjectReference struct
Kind kind,omitempty string
Namespace namespace,omitempty string
Name name,omitempty string
UID uid,omitempty types.UID
APIVersion apiVersion,omitempty string
ResourceVersion resourceVersion,omitempty string
FieldPath fieldPath,omitempty string
.*DeepCopyObject() runtime.Object
.*GetObjectKind() schema.ObjectKind
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetGroupVersionKind(schema.GroupVersionKind)
.*String() string

core.PersistentVolumeAccessMode string

core.PersistentVolumeClaim struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty core.PersistentVolumeClaimSpec
Status status,omitempty core.PersistentVolumeClaimStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

core.PersistentVolumeClaimCondition struct
Type type core.PersistentVolumeClaimConditionType
Status status core.ConditionStatus
LastProbeTime lastProbeTime,omitempty meta.Time
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

core.PersistentVolumeClaimConditionType string

@21- core.PersistentVolumeClaimModifyVolumeStatus string

core.PersistentVolumeClaimPhase string

core.PersistentVolumeClaimSpec struct
AccessModes accessModes,omitempty []core.PersistentVolumeAccessMode
Selector selector,omitempty *meta.LabelSelector
@21- Resources resources,omitempty core.VolumeResourceRequirements
@-20 Resources resources,omitempty core.ResourceRequirements
VolumeName volumeName,omitempty string
StorageClassName storageClassName,omitempty *string
VolumeMode volumeMode,omitempty *core.PersistentVolumeMode
DataSource dataSource,omitempty *core.TypedLocalObjectReference
DataSourceRef dataSourceRef,omitempty *core.TypedObjectReference
@21- VolumeAttributesClassName volumeAttributesClassName,omitempty *string
.*Reset()
.*String() string

core.PersistentVolumeClaimStatus struct
Phase phase,omitempty core.PersistentVolumeClaimPhase
AccessModes accessModes,omitempty []core.PersistentVolumeAccessMode
Capacity capacity,omitempty core.ResourceList
Conditions conditions,omitempty,strategy=merge,merge=type []core.PersistentVolumeClaimCondition
AllocatedResources allocatedResources,omitempty core.ResourceList
AllocatedResourceStatuses allocatedResourceStatuses,omitempty map[core.ResourceName]core.ClaimResourceStatus
@21- CurrentVolumeAttributesClassName currentVolumeAttributesClassName,omitempty *string
@21- ModifyVolumeStatus modifyVolumeStatus,omitempty *core.ModifyVolumeStatus
.*Reset()
.*String() string

core.PersistentVolumeClaimTemplate struct
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec core.PersistentVolumeClaimSpec
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

core.PersistentVolumeClaimVolumeSource struct
ClaimName claimName string
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.PersistentVolumeMode string

core.PhotonPersistentDiskVolumeSource struct
PdID pdID string
FSType fsType,omitempty string
.*Reset()
.*String() string

core.Pod struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty core.PodSpec
Status status,omitempty core.PodStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

core.PodAffinity struct
RequiredDuringSchedulingIgnoredDuringExecution requiredDuringSchedulingIgnoredDuringExecution,omitempty []core.PodAffinityTerm
PreferredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution,omitempty []core.WeightedPodAffinityTerm
.*Reset()
.*String() string

core.PodAffinityTerm struct
LabelSelector labelSelector,omitempty *meta.LabelSelector
Namespaces namespaces,omitempty []string
TopologyKey topologyKey string
NamespaceSelector namespaceSelector,omitempty *meta.LabelSelector
@21- MatchLabelKeys matchLabelKeys,omitempty []string
@21- MismatchLabelKeys mismatchLabelKeys,omitempty []string
.*Reset()
.*String() string

core.PodAntiAffinity struct
RequiredDuringSchedulingIgnoredDuringExecution requiredDuringSchedulingIgnoredDuringExecution,omitempty []core.PodAffinityTerm
PreferredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution,omitempty []core.WeightedPodAffinityTerm
.*Reset()
.*String() string

@28- core.PodCertificateProjection struct
SignerName signerName,omitempty string
KeyType keyType,omitempty string
MaxExpirationSeconds maxExpirationSeconds,omitempty *int32
CredentialBundlePath credentialBundlePath,omitempty string
KeyPath keyPath,omitempty string
CertificateChainPath certificateChainPath,omitempty string
@29- UserAnnotations userAnnotations,omitempty map[string]string
.*Reset()
.*String() string

core.PodCondition struct
Type type core.PodConditionType
@26- ObservedGeneration observedGeneration,omitempty int64
Status status core.ConditionStatus
LastProbeTime lastProbeTime,omitempty meta.Time
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

core.PodConditionType string

core.PodDNSConfig struct
Nameservers nameservers,omitempty []string
Searches searches,omitempty []string
Options options,omitempty []core.PodDNSConfigOption
.*Reset()
.*String() string

core.PodDNSConfigOption struct
Name name,omitempty string
Value value,omitempty *string
.*Reset()
.*String() string

@28- core.PodExtendedResourceClaimStatus struct
RequestMappings requestMappings []core.ContainerExtendedResourceRequest
ResourceClaimName resourceClaimName string
.*Reset()
.*String() string

core.PodFSGroupChangePolicy string

core.PodIP struct
@24- IP ip string
@-23 IP ip,omitempty string
.*Reset()
.*String() string

core.PodOS struct
Name name core.OSName
.*Reset()
.*String() string

core.PodPhase string

core.PodQOSClass string

core.PodReadinessGate struct
ConditionType conditionType core.PodConditionType
.*Reset()
.*String() string

core.PodResizeStatus string

core.PodResourceClaim struct
Name name string
@24- ResourceClaimName resourceClaimName,omitempty *string
@24- ResourceClaimTemplateName resourceClaimTemplateName,omitempty *string
@-23 Source source,omitempty core.ClaimSource
.*Reset()
.*String() string

core.PodResourceClaimStatus struct
Name name string
ResourceClaimName resourceClaimName,omitempty *string
.*Reset()
.*String() string

@25- core.PodSELinuxChangePolicy string

core.PodSchedulingGate struct
Name name string
.*Reset()
.*String() string

@31- core.PodSchedulingGroup struct
PodGroupName podGroupName,omitempty *string
.*Reset()
.*String() string

core.PodSecurityContext struct
SELinuxOptions seLinuxOptions,omitempty *core.SELinuxOptions
WindowsOptions windowsOptions,omitempty *core.WindowsSecurityContextOptions
RunAsUser runAsUser,omitempty *int64
RunAsGroup runAsGroup,omitempty *int64
RunAsNonRoot runAsNonRoot,omitempty *bool
SupplementalGroups supplementalGroups,omitempty []int64
@24- SupplementalGroupsPolicy supplementalGroupsPolicy,omitempty *core.SupplementalGroupsPolicy
FSGroup fsGroup,omitempty *int64
Sysctls sysctls,omitempty []core.Sysctl
FSGroupChangePolicy fsGroupChangePolicy,omitempty *core.PodFSGroupChangePolicy
SeccompProfile seccompProfile,omitempty *core.SeccompProfile
@22- AppArmorProfile appArmorProfile,omitempty *core.AppArmorProfile
@25- SELinuxChangePolicy seLinuxChangePolicy,omitempty *core.PodSELinuxChangePolicy
.*Reset()
.*String() string

core.PodSpec struct
Volumes volumes,omitempty,strategy=merge+retainKeys,merge=name []core.Volume
InitContainers initContainers,omitempty,strategy=merge,merge=name []core.Container
Containers containers,strategy=merge,merge=name []core.Container
EphemeralContainers ephemeralContainers,omitempty,strategy=merge,merge=name []core.EphemeralContainer
RestartPolicy restartPolicy,omitempty core.RestartPolicy
TerminationGracePeriodSeconds terminationGracePeriodSeconds,omitempty *int64
ActiveDeadlineSeconds activeDeadlineSeconds,omitempty *int64
DNSPolicy dnsPolicy,omitempty core.DNSPolicy
NodeSelector nodeSelector,omitempty map[string]string
ServiceAccountName serviceAccountName,omitempty string
DeprecatedServiceAccount serviceAccount,omitempty string
AutomountServiceAccountToken automountServiceAccountToken,omitempty *bool
NodeName nodeName,omitempty string
HostNetwork hostNetwork,omitempty bool
HostPID hostPID,omitempty bool
HostIPC hostIPC,omitempty bool
ShareProcessNamespace shareProcessNamespace,omitempty *bool
SecurityContext securityContext,omitempty *core.PodSecurityContext
ImagePullSecrets imagePullSecrets,omitempty,strategy=merge,merge=name []core.LocalObjectReference
Hostname hostname,omitempty string
Subdomain subdomain,omitempty string
Affinity affinity,omitempty *core.Affinity
SchedulerName schedulerName,omitempty string
Tolerations tolerations,omitempty []core.Toleration
HostAliases hostAliases,omitempty,strategy=merge,merge=ip []core.HostAlias
PriorityClassName priorityClassName,omitempty string
Priority priority,omitempty *int32
DNSConfig dnsConfig,omitempty *core.PodDNSConfig
ReadinessGates readinessGates,omitempty []core.PodReadinessGate
RuntimeClassName runtimeClassName,omitempty *string
EnableServiceLinks enableServiceLinks,omitempty *bool
PreemptionPolicy preemptionPolicy,omitempty *core.PreemptionPolicy
Overhead overhead,omitempty core.ResourceList
TopologySpreadConstraints topologySpreadConstraints,omitempty,strategy=merge,merge=topologyKey []core.TopologySpreadConstraint
SetHostnameAsFQDN setHostnameAsFQDN,omitempty *bool
OS os,omitempty *core.PodOS
HostUsers hostUsers,omitempty *bool
SchedulingGates schedulingGates,omitempty,strategy=merge,merge=name []core.PodSchedulingGate
ResourceClaims resourceClaims,omitempty,strategy=merge+retainKeys,merge=name []core.PodResourceClaim
@25- Resources resources,omitempty *core.ResourceRequirements
@28- HostnameOverride hostnameOverride,omitempty *string
@31- SchedulingGroup schedulingGroup,omitempty *core.PodSchedulingGroup
@29-30 WorkloadRef workloadRef,omitempty *core.WorkloadReference
.*Reset()
.*String() string

core.PodStatus struct
@26- ObservedGeneration observedGeneration,omitempty int64
Phase phase,omitempty core.PodPhase
Conditions conditions,omitempty,strategy=merge,merge=type []core.PodCondition
Message message,omitempty string
Reason reason,omitempty string
NominatedNodeName nominatedNodeName,omitempty string
HostIP hostIP,omitempty string
HostIPs hostIPs,omitempty,strategy=merge,merge=ip []core.HostIP
PodIP podIP,omitempty string
PodIPs podIPs,omitempty,strategy=merge,merge=ip []core.PodIP
StartTime startTime,omitempty *meta.Time
InitContainerStatuses initContainerStatuses,omitempty []core.ContainerStatus
ContainerStatuses containerStatuses,omitempty []core.ContainerStatus
QOSClass qosClass,omitempty core.PodQOSClass
EphemeralContainerStatuses ephemeralContainerStatuses,omitempty []core.ContainerStatus
Resize resize,omitempty core.PodResizeStatus
ResourceClaimStatuses resourceClaimStatuses,omitempty,strategy=merge+retainKeys,merge=name []core.PodResourceClaimStatus
@28- ExtendedResourceClaimStatus extendedResourceClaimStatus,omitempty *core.PodExtendedResourceClaimStatus
@29- AllocatedResources allocatedResources,omitempty core.ResourceList
@29- Resources resources,omitempty *core.ResourceRequirements
@31- NodeAllocatableResourceClaimStatuses nodeAllocatableResourceClaimStatuses,omitempty []core.NodeAllocatableResourceClaimStatus
.*Reset()
.*String() string

core.PodTemplateSpec struct
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty core.PodSpec
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

core.PortworxVolumeSource struct
VolumeID volumeID string
FSType fsType,omitempty string
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.PreemptionPolicy string

core.PreferredSchedulingTerm struct
Weight weight int32
Preference preference core.NodeSelectorTerm
.*Reset()
.*String() string

core.Probe struct
ProbeHandler ,inline,embedded core.ProbeHandler
InitialDelaySeconds initialDelaySeconds,omitempty int32
TimeoutSeconds timeoutSeconds,omitempty int32
PeriodSeconds periodSeconds,omitempty int32
SuccessThreshold successThreshold,omitempty int32
FailureThreshold failureThreshold,omitempty int32
TerminationGracePeriodSeconds terminationGracePeriodSeconds,omitempty *int64
.*Reset()
.*String() string

core.ProbeHandler struct
Exec exec,omitempty *core.ExecAction
HTTPGet httpGet,omitempty *core.HTTPGetAction
TCPSocket tcpSocket,omitempty *core.TCPSocketAction
GRPC grpc,omitempty *core.GRPCAction
.*Reset()
.*String() string

core.ProcMountType string

core.ProjectedVolumeSource struct
Sources sources []core.VolumeProjection
DefaultMode defaultMode,omitempty *int32
.*Reset()
.*String() string

core.Protocol string

core.PullPolicy string

core.QuobyteVolumeSource struct
Registry registry string
Volume volume string
ReadOnly readOnly,omitempty bool
User user,omitempty string
Group group,omitempty string
Tenant tenant,omitempty string
.*Reset()
.*String() string

core.RBDVolumeSource struct
CephMonitors monitors []string
RBDImage image string
FSType fsType,omitempty string
RBDPool pool,omitempty string
RadosUser user,omitempty string
Keyring keyring,omitempty string
SecretRef secretRef,omitempty *core.LocalObjectReference
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

@22- core.RecursiveReadOnlyMode string

core.ReplicationController struct
TypeMeta ,inline,embedded meta.TypeMeta
ObjectMeta metadata,omitempty,embedded meta.ObjectMeta
Spec spec,omitempty core.ReplicationControllerSpec
Status status,omitempty core.ReplicationControllerStatus
@24- .*APILifecycleIntroduced() int,int
.*DeepCopyObject() runtime.Object
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectKind() schema.ObjectKind
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetGroupVersionKind(schema.GroupVersionKind)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

core.ReplicationControllerCondition struct
Type type core.ReplicationControllerConditionType
Status status core.ConditionStatus
LastTransitionTime lastTransitionTime,omitempty meta.Time
Reason reason,omitempty string
Message message,omitempty string
.*Reset()
.*String() string

core.ReplicationControllerConditionType string

core.ReplicationControllerSpec struct
Replicas replicas,omitempty *int32
MinReadySeconds minReadySeconds,omitempty int32
Selector selector,omitempty map[string]string
Template template,omitempty *core.PodTemplateSpec
.*Reset()
.*String() string

core.ReplicationControllerStatus struct
Replicas replicas int32
FullyLabeledReplicas fullyLabeledReplicas,omitempty int32
ReadyReplicas readyReplicas,omitempty int32
AvailableReplicas availableReplicas,omitempty int32
ObservedGeneration observedGeneration,omitempty int64
Conditions conditions,omitempty,strategy=merge,merge=type []core.ReplicationControllerCondition
.*Reset()
.*String() string

core.ResourceClaim struct
Name name string
@24- Request request,omitempty string
.*Reset()
.*String() string

core.ResourceFieldSelector struct
ContainerName containerName,omitempty string
Resource resource string
Divisor divisor,omitempty resource.Quantity
.*Reset()
.*String() string

@24- core.ResourceHealth struct
ResourceID resourceID core.ResourceID
Health health,omitempty core.ResourceHealthStatus
@31- Message message,omitempty *string
.*Reset()
.*String() string

@24- core.ResourceHealthStatus string

@24- core.ResourceID string

core.ResourceList map map[core.ResourceName]resource.Quantity
.*Cpu() *resource.Quantity
.*Memory() *resource.Quantity
.*Pods() *resource.Quantity
.*Storage() *resource.Quantity
.*StorageEphemeral() *resource.Quantity
.*Name(core.ResourceName,resource.Format) *resource.Quantity

core.ResourceName string
.String() string

core.ResourceRequirements struct
Limits limits,omitempty core.ResourceList
Requests requests,omitempty core.ResourceList
Claims claims,omitempty []core.ResourceClaim
.*Reset()
.*String() string

core.ResourceResizeRestartPolicy string

@24- core.ResourceStatus struct
Name name core.ResourceName
Resources resources,omitempty []core.ResourceHealth
.*Reset()
.*String() string

core.RestartPolicy string

core.SELinuxOptions struct
User user,omitempty string
Role role,omitempty string
Type type,omitempty string
Level level,omitempty string
.*Reset()
.*String() string

core.ScaleIOVolumeSource struct
Gateway gateway string
System system string
SecretRef secretRef *core.LocalObjectReference
SSLEnabled sslEnabled,omitempty bool
ProtectionDomain protectionDomain,omitempty string
StoragePool storagePool,omitempty string
StorageMode storageMode,omitempty string
VolumeName volumeName,omitempty string
FSType fsType,omitempty string
ReadOnly readOnly,omitempty bool
.*Reset()
.*String() string

core.SeccompProfile struct
Type type core.SeccompProfileType
LocalhostProfile localhostProfile,omitempty *string
.*Reset()
.*String() string

core.SeccompProfileType string

core.SecretEnvSource struct
LocalObjectReference ,inline,embedded core.LocalObjectReference
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.SecretKeySelector struct
LocalObjectReference ,inline,embedded core.LocalObjectReference
Key key string
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.SecretProjection struct
LocalObjectReference ,inline,embedded core.LocalObjectReference
Items items,omitempty []core.KeyToPath
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.SecretVolumeSource struct
SecretName secretName,omitempty string
Items items,omitempty []core.KeyToPath
DefaultMode defaultMode,omitempty *int32
Optional optional,omitempty *bool
.*Reset()
.*String() string

core.SecurityContext struct
Capabilities capabilities,omitempty *core.Capabilities
Privileged privileged,omitempty *bool
SELinuxOptions seLinuxOptions,omitempty *core.SELinuxOptions
WindowsOptions windowsOptions,omitempty *core.WindowsSecurityContextOptions
RunAsUser runAsUser,omitempty *int64
RunAsGroup runAsGroup,omitempty *int64
RunAsNonRoot runAsNonRoot,omitempty *bool
ReadOnlyRootFilesystem readOnlyRootFilesystem,omitempty *bool
AllowPrivilegeEscalation allowPrivilegeEscalation,omitempty *bool
ProcMount procMount,omitempty *core.ProcMountType
SeccompProfile seccompProfile,omitempty *core.SeccompProfile
@22- AppArmorProfile appArmorProfile,omitempty *core.AppArmorProfile
.*Reset()
.*String() string

core.ServiceAccountTokenProjection struct
Audience audience,omitempty string
ExpirationSeconds expirationSeconds,omitempty *int64
Path path string
.*Reset()
.*String() string

@26- core.Signal string

@21- core.SleepAction struct
Seconds seconds int64
.*Reset()
.*String() string

core.StorageMedium string

core.StorageOSVolumeSource struct
VolumeName volumeName,omitempty string
VolumeNamespace volumeNamespace,omitempty string
FSType fsType,omitempty string
ReadOnly readOnly,omitempty bool
SecretRef secretRef,omitempty *core.LocalObjectReference
.*Reset()
.*String() string

@24- core.SupplementalGroupsPolicy string

core.Sysctl struct
Name name string
Value value string
.*Reset()
.*String() string

core.TCPSocketAction struct
Port port intstr.IntOrString
Host host,omitempty string
.*Reset()
.*String() string

core.TaintEffect string

core.TerminationMessagePolicy string

core.Toleration struct
Key key,omitempty string
Operator operator,omitempty core.TolerationOperator
Value value,omitempty string
Effect effect,omitempty core.TaintEffect
TolerationSeconds tolerationSeconds,omitempty *int64
.*MatchToleration(*core.Toleration) bool
.*Reset()
.*String() string
@29- .*ToleratesTaint(github.com/go-logr/logr.Logger,*core.Taint,bool) bool
@-28 .*ToleratesTaint(*core.Taint) bool

core.TolerationOperator string

core.TopologySpreadConstraint struct
MaxSkew maxSkew int32
TopologyKey topologyKey string
WhenUnsatisfiable whenUnsatisfiable core.UnsatisfiableConstraintAction
LabelSelector labelSelector,omitempty *meta.LabelSelector
MinDomains minDomains,omitempty *int32
NodeAffinityPolicy nodeAffinityPolicy,omitempty *core.NodeInclusionPolicy
NodeTaintsPolicy nodeTaintsPolicy,omitempty *core.NodeInclusionPolicy
MatchLabelKeys matchLabelKeys,omitempty []string
.*Reset()
.*String() string

core.TypedLocalObjectReference struct
APIGroup apiGroup *string
Kind kind string
Name name string
.*Reset()
.*String() string

core.TypedObjectReference struct
APIGroup apiGroup *string
Kind kind string
Name name string
Namespace namespace,omitempty *string
.*Reset()
.*String() string

core.URIScheme string

core.UnsatisfiableConstraintAction string

core.Volume struct
Name name string
VolumeSource ,inline,embedded core.VolumeSource
.*Reset()
.*String() string

core.VolumeDevice struct
Name name string
DevicePath devicePath string
.*Reset()
.*String() string

core.VolumeMount struct
Name name string
ReadOnly readOnly,omitempty bool
@22- RecursiveReadOnly recursiveReadOnly,omitempty *core.RecursiveReadOnlyMode
MountPath mountPath string
SubPath subPath,omitempty string
MountPropagation mountPropagation,omitempty *core.MountPropagationMode
SubPathExpr subPathExpr,omitempty string
.*Reset()
.*String() string

@22- core.VolumeMountStatus struct
Name name string
MountPath mountPath string
ReadOnly readOnly,omitempty bool
RecursiveReadOnly recursiveReadOnly,omitempty *core.RecursiveReadOnlyMode
@31- VolumeStatus volumeStatus,omitempty *core.VolumeStatus
.*Reset()
.*String() string

core.VolumeProjection struct
Secret secret,omitempty *core.SecretProjection
DownwardAPI downwardAPI,omitempty *core.DownwardAPIProjection
ConfigMap configMap,omitempty *core.ConfigMapProjection
ServiceAccountToken serviceAccountToken,omitempty *core.ServiceAccountTokenProjection
@21- ClusterTrustBundle clusterTrustBundle,omitempty *core.ClusterTrustBundleProjection
@28- PodCertificate podCertificate,omitempty *core.PodCertificateProjection
.*Reset()
.*String() string

@21- core.VolumeResourceRequirements struct
Limits limits,omitempty core.ResourceList
Requests requests,omitempty core.ResourceList
.*Reset()
.*String() string

core.VolumeSource struct
HostPath hostPath,omitempty *core.HostPathVolumeSource
EmptyDir emptyDir,omitempty *core.EmptyDirVolumeSource
GCEPersistentDisk gcePersistentDisk,omitempty *core.GCEPersistentDiskVolumeSource
AWSElasticBlockStore awsElasticBlockStore,omitempty *core.AWSElasticBlockStoreVolumeSource
GitRepo gitRepo,omitempty *core.GitRepoVolumeSource
Secret secret,omitempty *core.SecretVolumeSource
NFS nfs,omitempty *core.NFSVolumeSource
ISCSI iscsi,omitempty *core.ISCSIVolumeSource
Glusterfs glusterfs,omitempty *core.GlusterfsVolumeSource
PersistentVolumeClaim persistentVolumeClaim,omitempty *core.PersistentVolumeClaimVolumeSource
RBD rbd,omitempty *core.RBDVolumeSource
FlexVolume flexVolume,omitempty *core.FlexVolumeSource
Cinder cinder,omitempty *core.CinderVolumeSource
CephFS cephfs,omitempty *core.CephFSVolumeSource
Flocker flocker,omitempty *core.FlockerVolumeSource
DownwardAPI downwardAPI,omitempty *core.DownwardAPIVolumeSource
FC fc,omitempty *core.FCVolumeSource
AzureFile azureFile,omitempty *core.AzureFileVolumeSource
ConfigMap configMap,omitempty *core.ConfigMapVolumeSource
VsphereVolume vsphereVolume,omitempty *core.VsphereVirtualDiskVolumeSource
Quobyte quobyte,omitempty *core.QuobyteVolumeSource
AzureDisk azureDisk,omitempty *core.AzureDiskVolumeSource
PhotonPersistentDisk photonPersistentDisk,omitempty *core.PhotonPersistentDiskVolumeSource
Projected projected,omitempty *core.ProjectedVolumeSource
PortworxVolume portworxVolume,omitempty *core.PortworxVolumeSource
ScaleIO scaleIO,omitempty *core.ScaleIOVolumeSource
StorageOS storageos,omitempty *core.StorageOSVolumeSource
CSI csi,omitempty *core.CSIVolumeSource
Ephemeral ephemeral,omitempty *core.EphemeralVolumeSource
@24- Image image,omitempty *core.ImageVolumeSource
.*Reset()
.*String() string

@31- core.VolumeStatus struct
Image image,omitempty *core.ImageVolumeStatus
.*Reset()
.*String() string

core.VsphereVirtualDiskVolumeSource struct
VolumePath volumePath string
FSType fsType,omitempty string
StoragePolicyName storagePolicyName,omitempty string
StoragePolicyID storagePolicyID,omitempty string
.*Reset()
.*String() string

core.WeightedPodAffinityTerm struct
Weight weight int32
PodAffinityTerm podAffinityTerm core.PodAffinityTerm
.*Reset()
.*String() string

core.WindowsSecurityContextOptions struct
GMSACredentialSpecName gmsaCredentialSpecName,omitempty *string
GMSACredentialSpec gmsaCredentialSpec,omitempty *string
RunAsUserName runAsUserName,omitempty *string
HostProcess hostProcess,omitempty *bool
.*Reset()
.*String() string

@29-30 core.WorkloadReference struct
Name name string
PodGroup podGroup string
PodGroupReplicaKey podGroupReplicaKey,omitempty string
.*Reset()
.*String() string

resource.Format string

resource.Quantity struct
Format ,embedded resource.Format
.*Add(resource.Quantity)
.*AsApproximateFloat64() float64
.*AsCanonicalBytes([]uint8) []uint8,int32
.*AsDec() *gopkg.in/inf.v0.Dec
@25- .*AsFloat64Slow() float64
.*AsInt64() int64,bool
.*AsScale(resource.Scale) resource.CanonicalValue,bool
.*CanonicalizeBytes([]uint8) []uint8,[]uint8
.*Cmp(resource.Quantity) int
.*CmpInt64(int64) int
.Equal(resource.Quantity) bool
.*IsZero() bool
@24- .MarshalCBOR() []uint8,error
.MarshalJSON() []uint8,error
.*MilliValue() int64
@21- .*Mul(int64) bool
.*Neg()
.OpenAPISchemaFormat() string
.OpenAPISchemaType() []string
.OpenAPIV3OneOfTypes() []string
.*Reset()
.*RoundUp(resource.Scale) bool
.*ScaledValue(resource.Scale) int64
.*Set(int64)
.*SetMilli(int64)
.*SetScaled(int64,resource.Scale)
.*Sign() int
.*String() string
.*Sub(resource.Quantity)
.*ToDec() *resource.Quantity
.ToUnstructured() any
@24- .*UnmarshalCBOR([]uint8) error
.*UnmarshalJSON([]uint8) error
.*Value() int64

meta.FieldsV1 struct
Raw - []uint8
@31- .Equal(meta.FieldsV1) bool
@31- .*GetRawBytes() []uint8
@31- .*GetRawReader() meta.FieldsV1Reader
@31- .*GetRawString() string
@24- .MarshalCBOR() []uint8,error
.MarshalJSON() []uint8,error
.*Reset()
@31- .*SetRawBytes([]uint8)
@31- .*SetRawString(string)
.String() string
@24- .*UnmarshalCBOR([]uint8) error
.*UnmarshalJSON([]uint8) error

meta.LabelSelector struct
MatchLabels matchLabels,omitempty map[string]string
MatchExpressions matchExpressions,omitempty []meta.LabelSelectorRequirement
.*Reset()
.*String() string

meta.LabelSelectorOperator string

meta.LabelSelectorRequirement struct
Key key string
Operator operator meta.LabelSelectorOperator
Values values,omitempty []string
.*Reset()
.*String() string

meta.ListMeta struct
SelfLink selfLink,omitempty string
ResourceVersion resourceVersion,omitempty string
Continue continue,omitempty string
RemainingItemCount remainingItemCount,omitempty *int64
@31- ShardInfo shardInfo,omitempty *meta.ShardInfo
.*GetContinue() string
.*GetListMeta() meta.ListInterface
.*GetRemainingItemCount() *int64
.*GetResourceVersion() string
.*GetSelfLink() string
@31- .*GetShardInfo() *meta.ShardInfo
.*Reset()
.*SetContinue(string)
.*SetRemainingItemCount(*int64)
.*SetResourceVersion(string)
.*SetSelfLink(string)
@31- .*SetShardInfo(*meta.ShardInfo)
.*String() string

meta.ManagedFieldsEntry struct
Manager manager,omitempty string
Operation operation,omitempty meta.ManagedFieldsOperationType
APIVersion apiVersion,omitempty string
Time time,omitempty *meta.Time
FieldsType fieldsType,omitempty string
FieldsV1 fieldsV1,omitempty *meta.FieldsV1
Subresource subresource,omitempty string
.*Reset()
.*String() string

meta.ManagedFieldsOperationType string

meta.ObjectMeta struct
Name name,omitempty string
GenerateName generateName,omitempty string
Namespace namespace,omitempty string
SelfLink selfLink,omitempty string
UID uid,omitempty types.UID
ResourceVersion resourceVersion,omitempty string
Generation generation,omitempty int64
@28- CreationTimestamp creationTimestamp,omitempty,omitzero meta.Time
@-27 CreationTimestamp creationTimestamp,omitempty meta.Time
DeletionTimestamp deletionTimestamp,omitempty *meta.Time
DeletionGracePeriodSeconds deletionGracePeriodSeconds,omitempty *int64
Labels labels,omitempty map[string]string
Annotations annotations,omitempty map[string]string
OwnerReferences ownerReferences,omitempty,strategy=merge,merge=uid []meta.OwnerReference
Finalizers finalizers,omitempty,strategy=merge []string
ManagedFields managedFields,omitempty []meta.ManagedFieldsEntry
.*GetAnnotations() map[string]string
.*GetCreationTimestamp() meta.Time
.*GetDeletionGracePeriodSeconds() *int64
.*GetDeletionTimestamp() *meta.Time
.*GetFinalizers() []string
.*GetGenerateName() string
.*GetGeneration() int64
.*GetLabels() map[string]string
.*GetManagedFields() []meta.ManagedFieldsEntry
.*GetName() string
.*GetNamespace() string
.*GetObjectMeta() meta.Object
.*GetOwnerReferences() []meta.OwnerReference
.*GetResourceVersion() string
.*GetSelfLink() string
.*GetUID() types.UID
.*Reset()
.*SetAnnotations(map[string]string)
.*SetCreationTimestamp(meta.Time)
.*SetDeletionGracePeriodSeconds(*int64)
.*SetDeletionTimestamp(*meta.Time)
.*SetFinalizers([]string)
.*SetGenerateName(string)
.*SetGeneration(int64)
.*SetLabels(map[string]string)
.*SetManagedFields([]meta.ManagedFieldsEntry)
.*SetName(string)
.*SetNamespace(string)
.*SetOwnerReferences([]meta.OwnerReference)
.*SetResourceVersion(string)
.*SetSelfLink(string)
.*SetUID(types.UID)
.*String() string

meta.OwnerReference struct
APIVersion apiVersion string
Kind kind string
Name name string
UID uid types.UID
Controller controller,omitempty *bool
BlockOwnerDeletion blockOwnerDeletion,omitempty *bool
.*Reset()
.*String() string

@31- meta.ShardInfo struct
Selector selector string
.*Reset()
.*String() string

meta.Time struct
Time ,embedded time.Time
.Add(time.Duration) time.Time
.AddDate(int,int,int) time.Time
.After(time.Time) bool
.AppendBinary([]uint8) []uint8,error
.AppendFormat([]uint8,string) []uint8
.AppendText([]uint8) []uint8,error
.*Before(*meta.Time) bool
.Clock() int,int,int
.Compare(time.Time) int
.Date() int,time.Month,int
.Day() int
.*Equal(*meta.Time) bool
.Format(string) string
@-25 .*Fuzz(github.com/google/gofuzz.Continue)
.GoString() string
.*GobDecode([]uint8) error
.GobEncode() []uint8,error
.Hour() int
.ISOWeek() int,int
.In(*time.Location) time.Time
.IsDST() bool
.*IsZero() bool
.Local() time.Time
.Location() *time.Location
.MarshalBinary() []uint8,error
@24- .MarshalCBOR() []uint8,error
.MarshalJSON() []uint8,error
.MarshalQueryParameter() string,error
.MarshalText() []uint8,error
.Minute() int
.Month() time.Month
.Nanosecond() int
.OpenAPISchemaFormat() string
.OpenAPISchemaType() []string
.*ProtoTime() *meta.Timestamp
@26- .*RandFill(*math/rand.Rand)
.*Reset()
.Rfc3339Copy() meta.Time
.Round(time.Duration) time.Time
.Second() int
.String() string
.Sub(time.Time) time.Duration
.ToUnstructured() any
.Truncate(time.Duration) time.Time
.UTC() time.Time
.Unix() int64
.UnixMicro() int64
.UnixMilli() int64
.UnixNano() int64
.*UnmarshalBinary([]uint8) error
@24- .*UnmarshalCBOR([]uint8) error
.*UnmarshalJSON([]uint8) error
.*UnmarshalQueryParameter(string) error
.*UnmarshalText([]uint8) error
.Weekday() time.Weekday
.Year() int
.YearDay() int
.Zone() string,int
.ZoneBounds() time.Time,time.Time

meta.TypeMeta struct
Kind kind,omitempty string
APIVersion apiVersion,omitempty string
.*GetObjectKind() schema.ObjectKind
.*GroupVersionKind() schema.GroupVersionKind
.*Reset()
.*SetGroupVersionKind(schema.GroupVersionKind)
.*String() string

runtime.Object interface

runtime.RawExtension struct
Raw - []uint8
Object - runtime.Object
@24- .MarshalCBOR() []uint8,error
.MarshalJSON() []uint8,error
.*Reset()
.*String() string
@24- .*UnmarshalCBOR([]uint8) error
.*UnmarshalJSON([]uint8) error

@22- types.NamespacedName struct
Namespace  string
Name  string
.MarshalLog() any
.String() string

types.UID string

intstr.IntOrString struct
Type  intstr.Type
IntVal  int32
StrVal  string
@-25 .*Fuzz(github.com/google/gofuzz.Continue)
.*IntValue() int
@24- .MarshalCBOR() []uint8,error
.MarshalJSON() []uint8,error
.OpenAPISchemaFormat() string
.OpenAPISchemaType() []string
.OpenAPIV3OneOfTypes() []string
@26- .*RandFill(sigs.k8s.io/randfill.Continue)
.*Reset()
.*String() string
@24- .*UnmarshalCBOR([]uint8) error
.*UnmarshalJSON([]uint8) error

intstr.Type int64

template.Template struct
Tree ,embedded *parse.Tree
.*AddParseTree(string,*parse.Tree) *template.Template,error
.*Clone() *template.Template,error
.Copy() *parse.Tree
.*DefinedTemplates() string
.*Delims(string,string) *template.Template
.ErrorContext(parse.Node) string,string
.*Execute(io.Writer,any) error
.*ExecuteTemplate(io.Writer,string,any) error
.*Funcs(map[string]any) *template.Template
.*Lookup(string) *template.Template
.*Name() string
.*New(string) *template.Template
.*Option([]string) *template.Template
.*Parse(string) *template.Template,error
.*ParseFS(io/fs.FS,[]string) *template.Template,error
.*ParseFiles([]string) *template.Template,error
.*ParseGlob(string) *template.Template,error
.*Templates() []*template.Template

time.Time struct
.Add(time.Duration) time.Time
.AddDate(int,int,int) time.Time
.After(time.Time) bool
.AppendBinary([]uint8) []uint8,error
.AppendFormat([]uint8,string) []uint8
.AppendText([]uint8) []uint8,error
.Before(time.Time) bool
.Clock() int,int,int
.Compare(time.Time) int
.Date() int,time.Month,int
.Day() int
.Equal(time.Time) bool
.Format(string) string
.GoString() string
.*GobDecode([]uint8) error
.GobEncode() []uint8,error
.Hour() int
.ISOWeek() int,int
.In(*time.Location) time.Time
.IsDST() bool
.IsZero() bool
.Local() time.Time
.Location() *time.Location
.MarshalBinary() []uint8,error
.MarshalJSON() []uint8,error
.MarshalText() []uint8,error
.Minute() int
.Month() time.Month
.Nanosecond() int
.Round(time.Duration) time.Time
.Second() int
.String() string
.Sub(time.Time) time.Duration
.Truncate(time.Duration) time.Time
.UTC() time.Time
.Unix() int64
.UnixMicro() int64
.UnixMilli() int64
.UnixNano() int64
.*UnmarshalBinary([]uint8) error
.*UnmarshalJSON([]uint8) error
.*UnmarshalText([]uint8) error
.Weekday() time.Weekday
.Year() int
.YearDay() int
.Zone() string,int
.ZoneBounds() time.Time,time.Time
`;

/** Blocks: message, then `name[=json] kind [type [oneof]]`, where kind may be `[]kind` or `map:key:kind`. */
export const PROTO_MESSAGES = `
google.protobuf.BoolValue
value bool

google.protobuf.Duration
seconds int64
nanos int32

google.protobuf.Int32Value
value int32

google.protobuf.Int64Value
value int64

google.protobuf.ListValue
values []message google.protobuf.Value

google.protobuf.StringValue
value string

google.protobuf.Struct
fields map:string:message google.protobuf.Value

@31- google.protobuf.UInt32Value
value uint32

google.protobuf.Value
null_value enum google.protobuf.NullValue kind
number_value double  kind
string_value string  kind
bool_value bool  kind
struct_value message google.protobuf.Struct kind
list_value message google.protobuf.ListValue kind

istio.mesh.v1alpha1.Certificate
secret_name string
dns_names []string

istio.mesh.v1alpha1.ConfigSource
address string
tls_settings message istio.networking.v1alpha3.ClientTLSSettings
subscribed_resources []enum istio.mesh.v1alpha1.Resource

@23- istio.mesh.v1alpha1.LabelSelector
matchLabels map:string:string
matchExpressions []message istio.mesh.v1alpha1.LabelSelectorRequirement

@23- istio.mesh.v1alpha1.LabelSelectorRequirement
key string
operator string
values []string

istio.mesh.v1alpha1.MeshConfig
proxy_listen_port int32
proxy_inbound_listen_port int32
proxy_http_port int32
connect_timeout message google.protobuf.Duration
@29- hbone_idle_timeout message google.protobuf.Duration
protocol_detection_timeout message google.protobuf.Duration
tcp_keepalive message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive
ingress_class string
ingress_service string
ingress_controller_mode enum istio.mesh.v1alpha1.MeshConfig.IngressControllerMode
ingress_selector string
enable_tracing bool
access_log_file string
access_log_format string
access_log_encoding enum istio.mesh.v1alpha1.MeshConfig.AccessLogEncoding
enable_envoy_access_log_service bool
disable_envoy_listener_log bool
default_config message istio.mesh.v1alpha1.ProxyConfig
outbound_traffic_policy message istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy
@22- inbound_traffic_policy message istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy
config_sources []message istio.mesh.v1alpha1.ConfigSource
enable_auto_mtls message google.protobuf.BoolValue
trust_domain string
trust_domain_aliases []string
ca_certificates []message istio.mesh.v1alpha1.MeshConfig.CertificateData
default_service_export_to []string
default_virtual_service_export_to []string
default_destination_rule_export_to []string
root_namespace string
locality_lb_setting message istio.networking.v1alpha3.LocalityLoadBalancerSetting
@31- zone_aware_lb_setting message istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting
dns_refresh_rate message google.protobuf.Duration
h2_upgrade_policy enum istio.mesh.v1alpha1.MeshConfig.H2UpgradePolicy
inbound_cluster_stat_name string
outbound_cluster_stat_name string
certificates []message istio.mesh.v1alpha1.Certificate
service_settings []message istio.mesh.v1alpha1.MeshConfig.ServiceSettings
@27- service_scope_configs []message istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs
enable_prometheus_merge message google.protobuf.BoolValue
verify_certificate_at_client message google.protobuf.BoolValue
ca message istio.mesh.v1alpha1.MeshConfig.CA
extension_providers []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider
default_providers message istio.mesh.v1alpha1.MeshConfig.DefaultProviders
@23- discovery_selectors []message istio.mesh.v1alpha1.LabelSelector
@-22 discovery_selectors []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
path_normalization message istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization
default_http_retry_policy message istio.networking.v1alpha3.HTTPRetry
@31- default_inbound_http_retry_policy message istio.networking.v1alpha3.HTTPRetry
mesh_mTLS message istio.mesh.v1alpha1.MeshConfig.TLSConfig
tls_defaults message istio.mesh.v1alpha1.MeshConfig.TLSConfig
@31- default_traffic_policy message istio.mesh.v1alpha1.MeshConfig.DefaultTrafficPolicy
@31- service_entry_visibility message istio.mesh.v1alpha1.ServiceEntryVisibility

istio.mesh.v1alpha1.MeshConfig.CA
address string
tls_settings message istio.networking.v1alpha3.ClientTLSSettings
request_timeout message google.protobuf.Duration
istiod_side bool

istio.mesh.v1alpha1.MeshConfig.CertificateData
pem string  certificate_data
spiffe_bundle_url string  certificate_data
cert_signers []string
trust_domains []string

istio.mesh.v1alpha1.MeshConfig.DefaultProviders
tracing []string
metrics []string
access_logging []string

@31- istio.mesh.v1alpha1.MeshConfig.DefaultTrafficPolicy
connection_pool message istio.networking.v1alpha3.ConnectionPoolSettings
outlier_detection message istio.networking.v1alpha3.OutlierDetection

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider
name string
envoy_ext_authz_http message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationHttpProvider provider
envoy_ext_authz_grpc message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationGrpcProvider provider
zipkin message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider provider
lightstep message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.LightstepTracingProvider provider
datadog message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.DatadogTracingProvider provider
stackdriver message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider provider
opencensus message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider provider
skywalking message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SkyWalkingTracingProvider provider
opentelemetry message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider provider
prometheus message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.PrometheusMetricsProvider provider
envoy_file_access_log message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider provider
envoy_http_als message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyHttpGrpcV3LogProvider provider
envoy_tcp_als message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyTcpGrpcV3LogProvider provider
envoy_otel_als message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider provider
@27- sds message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SDSProvider provider

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.DatadogTracingProvider
service string
port uint32
max_tag_length uint32

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationGrpcProvider
service string
port uint32
timeout message google.protobuf.Duration
fail_open bool
@25- clear_route_cache bool
status_on_error string
include_request_body_in_check message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationHttpProvider
service string
port uint32
timeout message google.protobuf.Duration
path_prefix string
fail_open bool
@25- clear_route_cache bool
status_on_error string
include_headers_in_check []string
include_request_headers_in_check []string
include_additional_headers_in_check map:string:string
include_request_body_in_check message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody
headers_to_upstream_on_allow []string
headers_to_downstream_on_deny []string
headers_to_downstream_on_allow []string

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody
max_request_bytes uint32
allow_partial_message bool
pack_as_bytes bool

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider
path string
log_format message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider.LogFormat
@26- omit_empty_values bool

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider.LogFormat
text string  log_format
labels message google.protobuf.Struct log_format

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyHttpGrpcV3LogProvider
service string
port uint32
log_name string
filter_state_objects_to_log []string
additional_request_headers_to_log []string
additional_response_headers_to_log []string
additional_response_trailers_to_log []string

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider
service string
port uint32
log_name string
log_format message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider.LogFormat

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider.LogFormat
text string
labels message google.protobuf.Struct

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyTcpGrpcV3LogProvider
service string
port uint32
log_name string
filter_state_objects_to_log []string

@24- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.GrpcService
timeout message google.protobuf.Duration
initial_metadata []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader

@22- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader
name string
@26- value string  header_value
@26- env_name string  header_value
@-25 value string

@22- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpService
path string
timeout message google.protobuf.Duration
headers []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.LightstepTracingProvider
service string
port uint32
access_token string
max_tag_length uint32

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider
service string
port uint32
context []enum istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider.TraceContext
max_tag_length uint32

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider
service string
port uint32
max_tag_length uint32
@22- http message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpService
@24- grpc message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.GrpcService
@22- resource_detectors message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors
@30- service_attribute_enrichment enum istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ServiceAttributeEnrichment
@22- dynatrace_sampler message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler sampling

@22- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler
tenant string
cluster_id int32
root_spans_per_minute uint32
http_service message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler.DynatraceApi

@22- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler.DynatraceApi
service string
port uint32
http message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpService

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.PrometheusMetricsProvider

@22- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors
environment message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.EnvironmentResourceDetector
dynatrace message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.DynatraceResourceDetector

@22- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.DynatraceResourceDetector

@22- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.EnvironmentResourceDetector

@27- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SDSProvider
name string
service string
port uint32

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SkyWalkingTracingProvider
service string
port uint32
access_token string

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider
debug bool
max_number_of_attributes message google.protobuf.Int64Value
max_number_of_annotations message google.protobuf.Int64Value
max_number_of_message_events message google.protobuf.Int64Value
max_tag_length uint32
logging message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider.Logging

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider.Logging
labels map:string:string

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider
service string
port uint32
max_tag_length uint32
enable_64bit_trace_id bool
@24- path string
@28- trace_context_option enum istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider.TraceContextOption
@29- timeout message google.protobuf.Duration
@29- headers []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader

@22- istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy
mode enum istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy.Mode

istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy
mode enum istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy.Mode
@30- tls message istio.networking.v1alpha3.ClientTLSSettings

istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization
normalization enum istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization.NormalizationType

@27- istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs
namespace_selector message istio.mesh.v1alpha1.LabelSelector
services_selector message istio.mesh.v1alpha1.LabelSelector
scope enum istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs.Scope

istio.mesh.v1alpha1.MeshConfig.ServiceSettings
settings message istio.mesh.v1alpha1.MeshConfig.ServiceSettings.Settings
hosts []string

istio.mesh.v1alpha1.MeshConfig.ServiceSettings.Settings
cluster_local bool

istio.mesh.v1alpha1.MeshConfig.TLSConfig
min_protocol_version enum istio.mesh.v1alpha1.MeshConfig.TLSConfig.TLSProtocol
ecdh_curves []string
cipher_suites []string

istio.mesh.v1alpha1.PrivateKeyProvider
cryptomb message istio.mesh.v1alpha1.PrivateKeyProvider.CryptoMb provider
qat message istio.mesh.v1alpha1.PrivateKeyProvider.QAT provider

istio.mesh.v1alpha1.PrivateKeyProvider.CryptoMb
poll_delay message google.protobuf.Duration
@21- fallback message google.protobuf.BoolValue

istio.mesh.v1alpha1.PrivateKeyProvider.QAT
poll_delay message google.protobuf.Duration
@21- fallback message google.protobuf.BoolValue

istio.mesh.v1alpha1.ProxyConfig
config_path string
binary_path string
service_cluster string  cluster_name
tracing_service_name enum istio.mesh.v1alpha1.ProxyConfig.TracingServiceName cluster_name
drain_duration message google.protobuf.Duration
discovery_address string
discovery_refresh_delay message google.protobuf.Duration
zipkin_address string
statsd_udp_address string
envoy_metrics_service_address string
proxy_admin_port int32
availability_zone string
control_plane_auth_policy enum istio.mesh.v1alpha1.AuthenticationPolicy
custom_config_file string
stat_name_length int32
concurrency message google.protobuf.Int32Value
proxy_bootstrap_template_path string
interception_mode enum istio.mesh.v1alpha1.ProxyConfig.InboundInterceptionMode
tracing message istio.mesh.v1alpha1.Tracing
sds message istio.mesh.v1alpha1.SDS
envoy_access_log_service message istio.mesh.v1alpha1.RemoteService
envoy_metrics_service message istio.mesh.v1alpha1.RemoteService
proxy_metadata map:string:string
runtime_values map:string:string
status_port int32
extra_stat_tags []string
gateway_topology message istio.mesh.v1alpha1.Topology
termination_drain_duration message google.protobuf.Duration
mesh_id string
readiness_probe message istio.networking.v1alpha3.ReadinessProbe
proxy_stats_matcher message istio.mesh.v1alpha1.ProxyConfig.ProxyStatsMatcher
hold_application_until_proxy_starts message google.protobuf.BoolValue
ca_certificates_pem []string
image message istio.networking.v1beta1.ProxyImage
private_key_provider message istio.mesh.v1alpha1.PrivateKeyProvider
proxy_headers message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders
@29- file_flush_interval message google.protobuf.Duration
@29- file_flush_min_size_kb uint32
@29- stats_compression message google.protobuf.BoolValue
@31- connection_settings message istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings

@31- istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings
profile enum istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.Profile
listener_per_connection_buffer_limit_bytes message google.protobuf.Int32Value
cluster_per_connection_buffer_limit_bytes message google.protobuf.Int32Value
http_idle_timeout message google.protobuf.Duration
http_max_connection_duration message google.protobuf.Duration
http_drain_timeout message google.protobuf.Duration
http_request_timeout message google.protobuf.Duration
http_request_headers_timeout message google.protobuf.Duration
http_stream_idle_timeout message google.protobuf.Duration
http_max_stream_duration message google.protobuf.Duration
http_max_concurrent_streams message google.protobuf.Int32Value
http2_initial_stream_window_size message google.protobuf.Int32Value
http2_initial_connection_window_size message google.protobuf.Int32Value
http_headers_with_underscores_action enum istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.HeadersWithUnderscoresAction
http_merge_slashes message google.protobuf.BoolValue
http_path_with_escaped_slashes_action enum istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.PathWithEscapedSlashesAction
listener_connection_limit message google.protobuf.Int32Value
global_downstream_connection_limit message google.protobuf.Int32Value

istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders
forwarded_client_cert enum istio.mesh.v1alpha1.ForwardClientCertDetails
@24- set_current_client_cert_details message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails
request_id message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.RequestId
server message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.Server
attempt_count message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.AttemptCount
envoy_debug_headers message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.EnvoyDebugHeaders
metadata_exchange_headers message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeHeaders
@25- preserve_http1_header_case message google.protobuf.BoolValue
@28- x_forwarded_host message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedHost
@28- x_forwarded_port message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedPort

istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.AttemptCount
disabled message google.protobuf.BoolValue

istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.EnvoyDebugHeaders
disabled message google.protobuf.BoolValue

istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeHeaders
mode enum istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeMode

istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.RequestId
disabled message google.protobuf.BoolValue

istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.Server
disabled message google.protobuf.BoolValue
value string

@24- istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails
subject message google.protobuf.BoolValue
cert message google.protobuf.BoolValue
chain message google.protobuf.BoolValue
dns message google.protobuf.BoolValue
uri message google.protobuf.BoolValue

@28- istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedHost
enabled message google.protobuf.BoolValue

@28- istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedPort
enabled message google.protobuf.BoolValue

istio.mesh.v1alpha1.ProxyConfig.ProxyStatsMatcher
inclusion_prefixes []string
inclusion_suffixes []string
inclusion_regexps []string

istio.mesh.v1alpha1.RemoteService
address string
tls_settings message istio.networking.v1alpha3.ClientTLSSettings
tcp_keepalive message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive

istio.mesh.v1alpha1.SDS
enabled bool
k8s_sa_jwt_path string

@31- istio.mesh.v1alpha1.ServiceEntryVisibility
default_visibility enum istio.mesh.v1alpha1.ServiceEntryVisibility.Visibility
apply_to_sidecars bool
policies []message istio.mesh.v1alpha1.ServiceEntryVisibility.Policy

@31- istio.mesh.v1alpha1.ServiceEntryVisibility.MatchRule
namespace_selector message istio.mesh.v1alpha1.LabelSelector matcher

@31- istio.mesh.v1alpha1.ServiceEntryVisibility.Policy
visibility enum istio.mesh.v1alpha1.ServiceEntryVisibility.Visibility
matching_rules []message istio.mesh.v1alpha1.ServiceEntryVisibility.MatchRule

istio.mesh.v1alpha1.Topology
num_trusted_proxies uint32
forward_client_cert_details enum istio.mesh.v1alpha1.ForwardClientCertDetails
proxy_protocol message istio.mesh.v1alpha1.Topology.ProxyProtocolConfiguration

istio.mesh.v1alpha1.Topology.ProxyProtocolConfiguration

istio.mesh.v1alpha1.Tracing
zipkin message istio.mesh.v1alpha1.Tracing.Zipkin tracer
lightstep message istio.mesh.v1alpha1.Tracing.Lightstep tracer
datadog message istio.mesh.v1alpha1.Tracing.Datadog tracer
stackdriver message istio.mesh.v1alpha1.Tracing.Stackdriver tracer
open_census_agent message istio.mesh.v1alpha1.Tracing.OpenCensusAgent tracer
custom_tags map:string:message istio.mesh.v1alpha1.Tracing.CustomTag
max_path_tag_length uint32
sampling double
tls_settings message istio.networking.v1alpha3.ClientTLSSettings
@25- enable_istio_tags message google.protobuf.BoolValue

istio.mesh.v1alpha1.Tracing.CustomTag
literal message istio.mesh.v1alpha1.Tracing.Literal type
environment message istio.mesh.v1alpha1.Tracing.Environment type
header message istio.mesh.v1alpha1.Tracing.RequestHeader type

istio.mesh.v1alpha1.Tracing.Datadog
address string

istio.mesh.v1alpha1.Tracing.Environment
name string
default_value string

istio.mesh.v1alpha1.Tracing.Lightstep
address string
access_token string

istio.mesh.v1alpha1.Tracing.Literal
value string

istio.mesh.v1alpha1.Tracing.OpenCensusAgent
address string
context []enum istio.mesh.v1alpha1.Tracing.OpenCensusAgent.TraceContext

istio.mesh.v1alpha1.Tracing.RequestHeader
name string
default_value string

istio.mesh.v1alpha1.Tracing.Stackdriver
debug bool
max_number_of_attributes message google.protobuf.Int64Value
max_number_of_annotations message google.protobuf.Int64Value
max_number_of_message_events message google.protobuf.Int64Value

istio.mesh.v1alpha1.Tracing.Zipkin
address string

istio.networking.v1alpha3.ClientTLSSettings
mode enum istio.networking.v1alpha3.ClientTLSSettings.TLSmode
client_certificate string
private_key string
ca_certificates string
credential_name string
subject_alt_names []string
sni string
insecure_skip_verify message google.protobuf.BoolValue
@22- ca_crl string

@31- istio.networking.v1alpha3.ConnectionPoolSettings
tcp message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings
http message istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings

@31- istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings
http1_max_pending_requests int32
http2_max_requests int32
max_requests_per_connection int32
max_retries int32
idle_timeout message google.protobuf.Duration
h2_upgrade_policy enum istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy
use_client_protocol bool
max_concurrent_streams int32
http2_keep_alive message istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive

@31- istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive
interval message google.protobuf.Duration
timeout message google.protobuf.Duration

@31- istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings
max_connections int32
connect_timeout message google.protobuf.Duration
tcp_keepalive message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive
max_connection_duration message google.protobuf.Duration
idle_timeout message google.protobuf.Duration

istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive
probes uint32
time message google.protobuf.Duration
interval message google.protobuf.Duration

istio.networking.v1alpha3.ExecHealthCheckConfig
command []string

@25- istio.networking.v1alpha3.GrpcHealthCheckConfig
port uint32
service string

istio.networking.v1alpha3.HTTPHeader
name string
value string

istio.networking.v1alpha3.HTTPHealthCheckConfig
path string
port uint32
host string
scheme string
http_headers []message istio.networking.v1alpha3.HTTPHeader

istio.networking.v1alpha3.HTTPRetry
attempts int32
per_try_timeout message google.protobuf.Duration
retry_on string
retry_remote_localities message google.protobuf.BoolValue
@26- retry_ignore_previous_hosts message google.protobuf.BoolValue
@26- backoff message google.protobuf.Duration

istio.networking.v1alpha3.LocalityLoadBalancerSetting
distribute []message istio.networking.v1alpha3.LocalityLoadBalancerSetting.Distribute
failover []message istio.networking.v1alpha3.LocalityLoadBalancerSetting.Failover
failover_priority []string
enabled message google.protobuf.BoolValue

istio.networking.v1alpha3.LocalityLoadBalancerSetting.Distribute
from string
to map:string:uint32

istio.networking.v1alpha3.LocalityLoadBalancerSetting.Failover
from string
to string

@31- istio.networking.v1alpha3.OutlierDetection
consecutive_errors int32
split_external_local_origin_errors bool
consecutive_local_origin_failures message google.protobuf.UInt32Value
consecutive_gateway_errors message google.protobuf.UInt32Value
consecutive_5xx_errors message google.protobuf.UInt32Value
interval message google.protobuf.Duration
base_ejection_time message google.protobuf.Duration
max_ejection_percent int32
min_health_percent int32
outlier_detection_http_error_codes []uint32

istio.networking.v1alpha3.ReadinessProbe
initial_delay_seconds int32
timeout_seconds int32
period_seconds int32
success_threshold int32
failure_threshold int32
http_get message istio.networking.v1alpha3.HTTPHealthCheckConfig health_check_method
tcp_socket message istio.networking.v1alpha3.TCPHealthCheckConfig health_check_method
exec message istio.networking.v1alpha3.ExecHealthCheckConfig health_check_method
@25- grpc message istio.networking.v1alpha3.GrpcHealthCheckConfig health_check_method

istio.networking.v1alpha3.TCPHealthCheckConfig
host string
port uint32

@31- istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting
enabled message google.protobuf.BoolValue
failover []message istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting.Failover
failover_priority []string
min_cluster_size message google.protobuf.UInt32Value

@31- istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting.Failover
from string
to string

istio.networking.v1beta1.ProxyConfig
selector message istio.type.v1beta1.WorkloadSelector
concurrency message google.protobuf.Int32Value
environment_variables map:string:string
image message istio.networking.v1beta1.ProxyImage

istio.networking.v1beta1.ProxyImage
image_type string

@29- istio.operator.v1alpha1.Agentgateway
image string

@24- istio.operator.v1alpha1.ArchConfig
amd64 uint32
ppc64le uint32
s390x uint32
arm64 uint32

@24- istio.operator.v1alpha1.BaseConfig
enableCRDTemplates message google.protobuf.BoolValue
excludedCRDs []string
validationURL string
enableIstioConfigCRDs message google.protobuf.BoolValue
validateGateway message google.protobuf.BoolValue
validationCABundle string

@24- istio.operator.v1alpha1.CNIAmbientConfig
enabled message google.protobuf.BoolValue
configDir string
dnsCapture message google.protobuf.BoolValue
ipv6 message google.protobuf.BoolValue
@26- reconcileIptablesOnStartup message google.protobuf.BoolValue
@31- enablementSelectors []message google.protobuf.Struct
@31- shareHostNetworkNamespace message google.protobuf.BoolValue
@31- enableAmbientDetectionRetry message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.CNIConfig
enabled message google.protobuf.BoolValue
hub string
tag message google.protobuf.Value
variant string
image string
pullPolicy string
cniBinDir string
cniConfDir string
cniConfFileName string
cniNetnsDir string
excludeNamespaces []string
@29- affinity message google.protobuf.Struct
@-28 affinity message k8s.io.api.core.v1.Affinity
@27- env message google.protobuf.Struct
@28- daemonSetLabels message google.protobuf.Struct
podAnnotations message google.protobuf.Struct
@28- podLabels message google.protobuf.Struct
psp_cluster_role string
logLevel string
logging message istio.operator.v1alpha1.GlobalLoggingConfig
repair message istio.operator.v1alpha1.CNIRepairConfig
chained message google.protobuf.BoolValue
resource_quotas message istio.operator.v1alpha1.ResourceQuotas
resources message istio.operator.v1alpha1.Resources
privileged message google.protobuf.BoolValue
@29- seccompProfile message google.protobuf.Struct
@-28 seccompProfile message k8s.io.api.core.v1.SeccompProfile
ambient message istio.operator.v1alpha1.CNIAmbientConfig
provider string
rollingMaxUnavailable message istio.operator.v1alpha1.IntOrString
@27- istioOwnedCNIConfig message google.protobuf.BoolValue
@27- istioOwnedCNIConfigFileName string
@30- useAppArmorAnnotation message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.CNIRepairConfig
enabled message google.protobuf.BoolValue
hub string
tag message google.protobuf.Value
image string
labelPods bool
repairPods bool
createEvents string
deletePods bool
brokenPodLabelKey string
brokenPodLabelValue string
initContainerName string

@24- istio.operator.v1alpha1.CNIUsageConfig
enabled message google.protobuf.BoolValue
chained message google.protobuf.BoolValue
provider string

@24- istio.operator.v1alpha1.DefaultPodDisruptionBudgetConfig
enabled message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.DefaultResourcesConfig
requests message istio.operator.v1alpha1.ResourcesRequestsConfig

@24- istio.operator.v1alpha1.EgressGatewayConfig
autoscaleEnabled message google.protobuf.BoolValue
autoscaleMax uint32
autoscaleMin uint32
memory message istio.operator.v1alpha1.TargetUtilizationConfig
cpu message istio.operator.v1alpha1.TargetUtilizationConfig
customService message google.protobuf.BoolValue
enabled message google.protobuf.BoolValue
env message google.protobuf.Struct
labels map:string:string
name string
nodeSelector message google.protobuf.Struct
podAnnotations message google.protobuf.Struct
@29- podAntiAffinityLabelSelector []message google.protobuf.Struct
@29- podAntiAffinityTermLabelSelector []message google.protobuf.Struct
@-28 podAntiAffinityLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@-28 podAntiAffinityTermLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
ports []message istio.operator.v1alpha1.PortsConfig
resources message istio.operator.v1alpha1.Resources
secretVolumes []message istio.operator.v1alpha1.SecretVolume
serviceAnnotations message google.protobuf.Struct
type string
@29- tolerations []message google.protobuf.Struct
@-25 zvpn message istio.operator.v1alpha1.ZeroVPNConfig
@-28 tolerations []message k8s.io.api.core.v1.Toleration
rollingMaxSurge message istio.operator.v1alpha1.IntOrString
rollingMaxUnavailable message istio.operator.v1alpha1.IntOrString
configVolumes []message google.protobuf.Struct
additionalContainers []message google.protobuf.Struct
runAsRoot message google.protobuf.BoolValue
injectionTemplate string
serviceAccount message istio.operator.v1alpha1.ServiceAccount
ipFamilies []string
ipFamilyPolicy string

@24- istio.operator.v1alpha1.ExperimentalConfig
stableValidationPolicy message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.GatewaysConfig
istio_egressgateway=istio-egressgateway message istio.operator.v1alpha1.EgressGatewayConfig
enabled message google.protobuf.BoolValue
istio_ingressgateway=istio-ingressgateway message istio.operator.v1alpha1.IngressGatewayConfig
securityContext message google.protobuf.Value
seccompProfile message google.protobuf.Value

@24- istio.operator.v1alpha1.GlobalConfig
arch message istio.operator.v1alpha1.ArchConfig
certSigners []string
configValidation message google.protobuf.BoolValue
defaultNodeSelector message google.protobuf.Struct
defaultPodDisruptionBudget message istio.operator.v1alpha1.DefaultPodDisruptionBudgetConfig
defaultResources message istio.operator.v1alpha1.DefaultResourcesConfig
@29- defaultTolerations []message google.protobuf.Struct
@-28 defaultTolerations []message k8s.io.api.core.v1.Toleration
hub string
imagePullPolicy string
imagePullSecrets []string
istioNamespace string
logAsJson message google.protobuf.BoolValue
logging message istio.operator.v1alpha1.GlobalLoggingConfig
meshID string
meshNetworks message google.protobuf.Struct
multiCluster message istio.operator.v1alpha1.MultiClusterConfig
network string
podDNSSearchNamespaces []string
omitSidecarInjectorConfigMap message google.protobuf.BoolValue
operatorManageWebhooks message google.protobuf.BoolValue
priorityClassName string
proxy message istio.operator.v1alpha1.ProxyConfig
proxy_init=proxy_init message istio.operator.v1alpha1.ProxyInitConfig
sds message istio.operator.v1alpha1.SDSConfig
tag message google.protobuf.Value
variant string
tracer message istio.operator.v1alpha1.TracerConfig
remotePilotAddress string
istiod message istio.operator.v1alpha1.IstiodConfig
pilotCertProvider string
jwtPolicy string
sts message istio.operator.v1alpha1.STSConfig
revision string
mountMtlsCerts message google.protobuf.BoolValue
caAddress string
externalIstiod message google.protobuf.BoolValue
configCluster message google.protobuf.BoolValue
caName string
platform string
ipFamilies []string
ipFamilyPolicy string
waypoint message istio.operator.v1alpha1.WaypointConfig
@27- trustBundleName string
@27- nativeNftables message google.protobuf.BoolValue
@28- networkPolicy message istio.operator.v1alpha1.NetworkPolicyConfig
@28- resourceScope enum istio.operator.v1alpha1.ResourceScope
@29- agentgateway message istio.operator.v1alpha1.Agentgateway
@30- enableReaderRBAC message google.protobuf.BoolValue
@31- readerServiceAccount message istio.operator.v1alpha1.ReaderServiceAccount

@24- istio.operator.v1alpha1.GlobalLoggingConfig
level string

@24- istio.operator.v1alpha1.IngressGatewayConfig
autoscaleEnabled message google.protobuf.BoolValue
autoscaleMax uint32
autoscaleMin uint32
memory message istio.operator.v1alpha1.TargetUtilizationConfig
cpu message istio.operator.v1alpha1.TargetUtilizationConfig
customService message google.protobuf.BoolValue
enabled message google.protobuf.BoolValue
env message google.protobuf.Struct
labels map:string:string
loadBalancerIP string
loadBalancerSourceRanges []string
name string
nodeSelector message google.protobuf.Struct
podAnnotations message google.protobuf.Struct
@29- podAntiAffinityLabelSelector []message google.protobuf.Struct
@29- podAntiAffinityTermLabelSelector []message google.protobuf.Struct
@-28 podAntiAffinityLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@-28 podAntiAffinityTermLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
ports []message istio.operator.v1alpha1.PortsConfig
replicaCount uint32
resources message google.protobuf.Struct
secretVolumes []message istio.operator.v1alpha1.SecretVolume
serviceAnnotations message google.protobuf.Struct
type string
@-25 zvpn message istio.operator.v1alpha1.IngressGatewayZvpnConfig
rollingMaxSurge message istio.operator.v1alpha1.IntOrString
rollingMaxUnavailable message istio.operator.v1alpha1.IntOrString
externalTrafficPolicy string
@29- tolerations []message google.protobuf.Struct
@-28 tolerations []message k8s.io.api.core.v1.Toleration
ingressPorts []message google.protobuf.Struct
additionalContainers []message google.protobuf.Struct
configVolumes []message google.protobuf.Struct
runAsRoot message google.protobuf.BoolValue
injectionTemplate string
serviceAccount message istio.operator.v1alpha1.ServiceAccount
ipFamilies []string
ipFamilyPolicy string

@24-25 istio.operator.v1alpha1.IngressGatewayZvpnConfig
enabled message google.protobuf.BoolValue
suffix string

@24- istio.operator.v1alpha1.IntOrString
type int64
intVal message google.protobuf.Int32Value
strVal message google.protobuf.StringValue

@24- istio.operator.v1alpha1.IstiodConfig
enableAnalysis message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.IstiodRemoteConfig
injectionURL string
injectionPath string
injectionCABundle string
enabled message google.protobuf.BoolValue
@27- enabledLocalInjectorIstiod message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.MultiClusterConfig
enabled message google.protobuf.BoolValue
clusterName string
globalDomainSuffix string
includeEnvoyFilter message google.protobuf.BoolValue

@28- istio.operator.v1alpha1.NetworkPolicyConfig
enabled message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.PilotConfig
enabled message google.protobuf.BoolValue
autoscaleEnabled message google.protobuf.BoolValue
autoscaleMin uint32
autoscaleMax uint32
autoscaleBehavior message google.protobuf.Struct
replicaCount uint32
image string
traceSampling double
resources message istio.operator.v1alpha1.Resources
cpu message istio.operator.v1alpha1.TargetUtilizationConfig
nodeSelector message google.protobuf.Struct
keepaliveMaxServerConnectionAge message google.protobuf.Duration
deploymentLabels message google.protobuf.Struct
podLabels message google.protobuf.Struct
configMap message google.protobuf.BoolValue
env message google.protobuf.Struct
@29- affinity message google.protobuf.Struct
@-28 affinity message k8s.io.api.core.v1.Affinity
rollingMaxSurge message istio.operator.v1alpha1.IntOrString
rollingMaxUnavailable message istio.operator.v1alpha1.IntOrString
@29- tolerations []message google.protobuf.Struct
@-28 tolerations []message k8s.io.api.core.v1.Toleration
podAnnotations message google.protobuf.Struct
serviceAnnotations message google.protobuf.Struct
serviceAccountAnnotations message google.protobuf.Struct
jwksResolverExtraRootCA string
hub string
tag message google.protobuf.Value
variant string
@29- seccompProfile message google.protobuf.Struct
@29- topologySpreadConstraints []message google.protobuf.Struct
@-28 seccompProfile message k8s.io.api.core.v1.SeccompProfile
@-28 topologySpreadConstraints []message k8s.io.api.core.v1.TopologySpreadConstraint
extraContainerArgs []message google.protobuf.Struct
@29- volumeMounts []message google.protobuf.Struct
@29- volumes []message google.protobuf.Struct
@-28 volumeMounts []message k8s.io.api.core.v1.VolumeMount
@-28 volumes []message k8s.io.api.core.v1.Volume
ipFamilies []string
ipFamilyPolicy string
memory message istio.operator.v1alpha1.TargetUtilizationConfig
cni message istio.operator.v1alpha1.CNIUsageConfig
taint message istio.operator.v1alpha1.PilotTaintControllerConfig
trustedZtunnelNamespace string
istiodRemote message istio.operator.v1alpha1.IstiodRemoteConfig
@26- envVarFrom []message google.protobuf.Struct
@29- crlConfigMapName string

@24- istio.operator.v1alpha1.PilotTaintControllerConfig
enabled bool
namespace string
@30- name string

@24- istio.operator.v1alpha1.PortsConfig
name string
port int32
nodePort int32
targetPort int32
protocol string

@24- istio.operator.v1alpha1.ProxyConfig
autoInject string
clusterDomain string
componentLogLevel string
enableCoreDump message google.protobuf.BoolValue
excludeInboundPorts string
excludeIPRanges string
image string
includeIPRanges string
logLevel string
outlierLogPath string
privileged message google.protobuf.BoolValue
readinessInitialDelaySeconds uint32
readinessPeriodSeconds uint32
readinessFailureThreshold uint32
@29- seccompProfile message google.protobuf.Struct
startupProbe message istio.operator.v1alpha1.StartupProbe
statusPort uint32
resources message istio.operator.v1alpha1.Resources
tracer enum istio.operator.v1alpha1.tracer
excludeOutboundPorts string
@29- lifecycle message google.protobuf.Struct
@-28 lifecycle message k8s.io.api.core.v1.Lifecycle
holdApplicationUntilProxyStarts message google.protobuf.BoolValue
includeInboundPorts string
includeOutboundPorts string

@24- istio.operator.v1alpha1.ProxyInitConfig
image string
resources message istio.operator.v1alpha1.Resources

@31- istio.operator.v1alpha1.ReaderServiceAccount
name string
namespace string

@24- istio.operator.v1alpha1.ResourceQuotas
enabled message google.protobuf.BoolValue
pods int64

@24- istio.operator.v1alpha1.Resources
limits map:string:string
requests map:string:string

@24- istio.operator.v1alpha1.ResourcesRequestsConfig
cpu string
memory string

@24- istio.operator.v1alpha1.SDSConfig
token message google.protobuf.Struct

@24- istio.operator.v1alpha1.STSConfig
servicePort uint32

@24- istio.operator.v1alpha1.SecretVolume
mountPath string
name string
secretName string

@24- istio.operator.v1alpha1.ServiceAccount
annotations message google.protobuf.Struct

@24- istio.operator.v1alpha1.SidecarInjectorConfig
enableNamespacesByDefault message google.protobuf.BoolValue
reinvocationPolicy string
@29- neverInjectSelector []message google.protobuf.Struct
@29- alwaysInjectSelector []message google.protobuf.Struct
@-28 neverInjectSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@-28 alwaysInjectSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
rewriteAppHTTPProbe message google.protobuf.BoolValue
injectedAnnotations message google.protobuf.Struct
injectionURL string
templates message google.protobuf.Struct
defaultTemplates []string

@24- istio.operator.v1alpha1.StartupProbe
enabled message google.protobuf.BoolValue
failureThreshold uint32

@24- istio.operator.v1alpha1.TargetUtilizationConfig
targetAverageUtilization int32

@24- istio.operator.v1alpha1.TelemetryConfig
enabled message google.protobuf.BoolValue
v2 message istio.operator.v1alpha1.TelemetryV2Config

@24- istio.operator.v1alpha1.TelemetryV2Config
enabled message google.protobuf.BoolValue
prometheus message istio.operator.v1alpha1.TelemetryV2PrometheusConfig
stackdriver message istio.operator.v1alpha1.TelemetryV2StackDriverConfig

@24- istio.operator.v1alpha1.TelemetryV2PrometheusConfig
enabled message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.TelemetryV2StackDriverConfig
enabled message google.protobuf.BoolValue

@24- istio.operator.v1alpha1.TracerConfig
datadog message istio.operator.v1alpha1.TracerDatadogConfig
lightstep message istio.operator.v1alpha1.TracerLightStepConfig
zipkin message istio.operator.v1alpha1.TracerZipkinConfig
stackdriver message istio.operator.v1alpha1.TracerStackdriverConfig

@24- istio.operator.v1alpha1.TracerDatadogConfig
address string

@24- istio.operator.v1alpha1.TracerLightStepConfig
address string
accessToken string

@24- istio.operator.v1alpha1.TracerStackdriverConfig
debug message google.protobuf.BoolValue
maxNumberOfAttributes uint32
maxNumberOfAnnotations uint32
maxNumberOfMessageEvents uint32

@24- istio.operator.v1alpha1.TracerZipkinConfig
address string

@24- istio.operator.v1alpha1.Values
cni message istio.operator.v1alpha1.CNIConfig
gateways message istio.operator.v1alpha1.GatewaysConfig
global message istio.operator.v1alpha1.GlobalConfig
pilot message istio.operator.v1alpha1.PilotConfig
ztunnel message google.protobuf.Value
telemetry message istio.operator.v1alpha1.TelemetryConfig
sidecarInjectorWebhook message istio.operator.v1alpha1.SidecarInjectorConfig
istio_cni message istio.operator.v1alpha1.CNIUsageConfig
revision string
ownerName string
meshConfig message google.protobuf.Value
base message istio.operator.v1alpha1.BaseConfig
istiodRemote message istio.operator.v1alpha1.IstiodRemoteConfig
revisionTags []string
defaultRevision string
profile string
compatibilityVersion string
experimental message istio.operator.v1alpha1.ExperimentalConfig
@26- gatewayClasses message google.protobuf.Value

@24- istio.operator.v1alpha1.WaypointConfig
resources message istio.operator.v1alpha1.Resources
@29- affinity message google.protobuf.Struct
@29- topologySpreadConstraints []message google.protobuf.Struct
@29- nodeSelector message google.protobuf.Struct
@29- toleration []message google.protobuf.Struct
@-28 affinity message k8s.io.api.core.v1.Affinity
@-28 topologySpreadConstraints []message k8s.io.api.core.v1.TopologySpreadConstraint
@-28 nodeSelector message k8s.io.api.core.v1.NodeSelector
@-28 toleration []message k8s.io.api.core.v1.Toleration

@24-25 istio.operator.v1alpha1.ZeroVPNConfig
enabled message google.protobuf.BoolValue
suffix string

istio.type.v1beta1.WorkloadSelector
match_labels map:string:string

@22-28 k8s.io.api.core.v1.AWSElasticBlockStoreVolumeSource
volumeID string
fsType string
partition int32
readOnly bool

@22-28 k8s.io.api.core.v1.Affinity
nodeAffinity message k8s.io.api.core.v1.NodeAffinity
podAffinity message k8s.io.api.core.v1.PodAffinity
podAntiAffinity message k8s.io.api.core.v1.PodAntiAffinity

@22-28 k8s.io.api.core.v1.AzureDiskVolumeSource
diskName string
diskURI string
cachingMode string
fsType string
readOnly bool
kind string

@22-28 k8s.io.api.core.v1.AzureFileVolumeSource
secretName string
shareName string
readOnly bool

@22-28 k8s.io.api.core.v1.CSIVolumeSource
driver string
readOnly bool
fsType string
volumeAttributes map:string:string
nodePublishSecretRef message k8s.io.api.core.v1.LocalObjectReference

@22-28 k8s.io.api.core.v1.CephFSVolumeSource
monitors []string
path string
user string
secretFile string
secretRef message k8s.io.api.core.v1.LocalObjectReference
readOnly bool

@22-28 k8s.io.api.core.v1.CinderVolumeSource
volumeID string
fsType string
readOnly bool
secretRef message k8s.io.api.core.v1.LocalObjectReference

@22-28 k8s.io.api.core.v1.ClusterTrustBundleProjection
name string
signerName string
labelSelector message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
optional bool
path string

@22-28 k8s.io.api.core.v1.ConfigMapProjection
localObjectReference message k8s.io.api.core.v1.LocalObjectReference
items []message k8s.io.api.core.v1.KeyToPath
optional bool

@22-28 k8s.io.api.core.v1.ConfigMapVolumeSource
localObjectReference message k8s.io.api.core.v1.LocalObjectReference
items []message k8s.io.api.core.v1.KeyToPath
defaultMode int32
optional bool

@22-28 k8s.io.api.core.v1.DownwardAPIProjection
items []message k8s.io.api.core.v1.DownwardAPIVolumeFile

@22-28 k8s.io.api.core.v1.DownwardAPIVolumeFile
path string
fieldRef message k8s.io.api.core.v1.ObjectFieldSelector
resourceFieldRef message k8s.io.api.core.v1.ResourceFieldSelector
mode int32

@22-28 k8s.io.api.core.v1.DownwardAPIVolumeSource
items []message k8s.io.api.core.v1.DownwardAPIVolumeFile
defaultMode int32

@22-28 k8s.io.api.core.v1.EmptyDirVolumeSource
medium string
sizeLimit message k8s.io.apimachinery.pkg.api.resource.Quantity

@22-28 k8s.io.api.core.v1.EphemeralVolumeSource
volumeClaimTemplate message k8s.io.api.core.v1.PersistentVolumeClaimTemplate

@22-28 k8s.io.api.core.v1.ExecAction
command []string

@22-28 k8s.io.api.core.v1.FCVolumeSource
targetWWNs []string
lun int32
fsType string
readOnly bool
wwids []string

@22-28 k8s.io.api.core.v1.FlexVolumeSource
driver string
fsType string
secretRef message k8s.io.api.core.v1.LocalObjectReference
readOnly bool
options map:string:string

@22-28 k8s.io.api.core.v1.FlockerVolumeSource
datasetName string
datasetUUID string

@22-28 k8s.io.api.core.v1.GCEPersistentDiskVolumeSource
pdName string
fsType string
partition int32
readOnly bool

@22-28 k8s.io.api.core.v1.GitRepoVolumeSource
repository string
revision string
directory string

@22-28 k8s.io.api.core.v1.GlusterfsVolumeSource
endpoints string
path string
readOnly bool

@22-28 k8s.io.api.core.v1.HTTPGetAction
path string
port message k8s.io.apimachinery.pkg.util.intstr.IntOrString
host string
scheme string
httpHeaders []message k8s.io.api.core.v1.HTTPHeader

@22-28 k8s.io.api.core.v1.HTTPHeader
name string
value string

@22-28 k8s.io.api.core.v1.HostPathVolumeSource
path string
type string

@22-28 k8s.io.api.core.v1.ISCSIVolumeSource
targetPortal string
iqn string
lun int32
iscsiInterface string
fsType string
readOnly bool
portals []string
chapAuthDiscovery bool
chapAuthSession bool
secretRef message k8s.io.api.core.v1.LocalObjectReference
initiatorName string

@24-28 k8s.io.api.core.v1.ImageVolumeSource
reference string
pullPolicy string

@22-28 k8s.io.api.core.v1.KeyToPath
key string
path string
mode int32

@22-28 k8s.io.api.core.v1.Lifecycle
postStart message k8s.io.api.core.v1.LifecycleHandler
preStop message k8s.io.api.core.v1.LifecycleHandler
@26- stopSignal string

@22-28 k8s.io.api.core.v1.LifecycleHandler
exec message k8s.io.api.core.v1.ExecAction
httpGet message k8s.io.api.core.v1.HTTPGetAction
tcpSocket message k8s.io.api.core.v1.TCPSocketAction
sleep message k8s.io.api.core.v1.SleepAction

@22-28 k8s.io.api.core.v1.LocalObjectReference
name string

@22-28 k8s.io.api.core.v1.NFSVolumeSource
server string
path string
readOnly bool

@22-28 k8s.io.api.core.v1.NodeAffinity
requiredDuringSchedulingIgnoredDuringExecution message k8s.io.api.core.v1.NodeSelector
preferredDuringSchedulingIgnoredDuringExecution []message k8s.io.api.core.v1.PreferredSchedulingTerm

@22-28 k8s.io.api.core.v1.NodeSelector
nodeSelectorTerms []message k8s.io.api.core.v1.NodeSelectorTerm

@22-28 k8s.io.api.core.v1.NodeSelectorRequirement
key string
operator string
values []string

@22-28 k8s.io.api.core.v1.NodeSelectorTerm
matchExpressions []message k8s.io.api.core.v1.NodeSelectorRequirement
matchFields []message k8s.io.api.core.v1.NodeSelectorRequirement

@22-28 k8s.io.api.core.v1.ObjectFieldSelector
apiVersion string
fieldPath string

@22-28 k8s.io.api.core.v1.PersistentVolumeClaimSpec
accessModes []string
selector message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
resources message k8s.io.api.core.v1.VolumeResourceRequirements
volumeName string
storageClassName string
volumeMode string
dataSource message k8s.io.api.core.v1.TypedLocalObjectReference
dataSourceRef message k8s.io.api.core.v1.TypedObjectReference
volumeAttributesClassName string

@22-28 k8s.io.api.core.v1.PersistentVolumeClaimTemplate
metadata message k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta
spec message k8s.io.api.core.v1.PersistentVolumeClaimSpec

@22-28 k8s.io.api.core.v1.PersistentVolumeClaimVolumeSource
claimName string
readOnly bool

@22-28 k8s.io.api.core.v1.PhotonPersistentDiskVolumeSource
pdID string
fsType string

@22-28 k8s.io.api.core.v1.PodAffinity
requiredDuringSchedulingIgnoredDuringExecution []message k8s.io.api.core.v1.PodAffinityTerm
preferredDuringSchedulingIgnoredDuringExecution []message k8s.io.api.core.v1.WeightedPodAffinityTerm

@22-28 k8s.io.api.core.v1.PodAffinityTerm
labelSelector message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
namespaces []string
topologyKey string
namespaceSelector message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
matchLabelKeys []string
mismatchLabelKeys []string

@22-28 k8s.io.api.core.v1.PodAntiAffinity
requiredDuringSchedulingIgnoredDuringExecution []message k8s.io.api.core.v1.PodAffinityTerm
preferredDuringSchedulingIgnoredDuringExecution []message k8s.io.api.core.v1.WeightedPodAffinityTerm

@28-28 k8s.io.api.core.v1.PodCertificateProjection
signerName string
keyType string
maxExpirationSeconds int32
credentialBundlePath string
keyPath string
certificateChainPath string

@22-28 k8s.io.api.core.v1.PortworxVolumeSource
volumeID string
fsType string
readOnly bool

@22-28 k8s.io.api.core.v1.PreferredSchedulingTerm
weight int32
preference message k8s.io.api.core.v1.NodeSelectorTerm

@22-28 k8s.io.api.core.v1.ProjectedVolumeSource
sources []message k8s.io.api.core.v1.VolumeProjection
defaultMode int32

@22-28 k8s.io.api.core.v1.QuobyteVolumeSource
registry string
volume string
readOnly bool
user string
group string
tenant string

@22-28 k8s.io.api.core.v1.RBDVolumeSource
monitors []string
image string
fsType string
pool string
user string
keyring string
secretRef message k8s.io.api.core.v1.LocalObjectReference
readOnly bool

@22-28 k8s.io.api.core.v1.ResourceFieldSelector
containerName string
resource string
divisor message k8s.io.apimachinery.pkg.api.resource.Quantity

@22-28 k8s.io.api.core.v1.ScaleIOVolumeSource
gateway string
system string
secretRef message k8s.io.api.core.v1.LocalObjectReference
sslEnabled bool
protectionDomain string
storagePool string
storageMode string
volumeName string
fsType string
readOnly bool

@22-28 k8s.io.api.core.v1.SeccompProfile
type string
localhostProfile string

@22-28 k8s.io.api.core.v1.SecretProjection
localObjectReference message k8s.io.api.core.v1.LocalObjectReference
items []message k8s.io.api.core.v1.KeyToPath
optional bool

@22-28 k8s.io.api.core.v1.SecretVolumeSource
secretName string
items []message k8s.io.api.core.v1.KeyToPath
defaultMode int32
optional bool

@22-28 k8s.io.api.core.v1.ServiceAccountTokenProjection
audience string
expirationSeconds int64
path string

@22-28 k8s.io.api.core.v1.SleepAction
seconds int64

@22-28 k8s.io.api.core.v1.StorageOSVolumeSource
volumeName string
volumeNamespace string
fsType string
readOnly bool
secretRef message k8s.io.api.core.v1.LocalObjectReference

@22-28 k8s.io.api.core.v1.TCPSocketAction
port message k8s.io.apimachinery.pkg.util.intstr.IntOrString
host string

@22-28 k8s.io.api.core.v1.Toleration
key string
operator string
value string
effect string
tolerationSeconds int64

@22-28 k8s.io.api.core.v1.TopologySpreadConstraint
maxSkew int32
topologyKey string
whenUnsatisfiable string
labelSelector message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
minDomains int32
nodeAffinityPolicy string
nodeTaintsPolicy string
matchLabelKeys []string

@22-28 k8s.io.api.core.v1.TypedLocalObjectReference
apiGroup string
kind string
name string

@22-28 k8s.io.api.core.v1.TypedObjectReference
apiGroup string
kind string
name string
namespace string

@22-28 k8s.io.api.core.v1.Volume
name string
volumeSource message k8s.io.api.core.v1.VolumeSource

@22-28 k8s.io.api.core.v1.VolumeMount
name string
readOnly bool
recursiveReadOnly string
mountPath string
subPath string
mountPropagation string
subPathExpr string

@22-28 k8s.io.api.core.v1.VolumeProjection
secret message k8s.io.api.core.v1.SecretProjection
downwardAPI message k8s.io.api.core.v1.DownwardAPIProjection
configMap message k8s.io.api.core.v1.ConfigMapProjection
serviceAccountToken message k8s.io.api.core.v1.ServiceAccountTokenProjection
clusterTrustBundle message k8s.io.api.core.v1.ClusterTrustBundleProjection
@28- podCertificate message k8s.io.api.core.v1.PodCertificateProjection

@22-28 k8s.io.api.core.v1.VolumeResourceRequirements
limits map:string:message k8s.io.apimachinery.pkg.api.resource.Quantity
requests map:string:message k8s.io.apimachinery.pkg.api.resource.Quantity

@22-28 k8s.io.api.core.v1.VolumeSource
hostPath message k8s.io.api.core.v1.HostPathVolumeSource
emptyDir message k8s.io.api.core.v1.EmptyDirVolumeSource
gcePersistentDisk message k8s.io.api.core.v1.GCEPersistentDiskVolumeSource
awsElasticBlockStore message k8s.io.api.core.v1.AWSElasticBlockStoreVolumeSource
gitRepo message k8s.io.api.core.v1.GitRepoVolumeSource
secret message k8s.io.api.core.v1.SecretVolumeSource
nfs message k8s.io.api.core.v1.NFSVolumeSource
iscsi message k8s.io.api.core.v1.ISCSIVolumeSource
glusterfs message k8s.io.api.core.v1.GlusterfsVolumeSource
persistentVolumeClaim message k8s.io.api.core.v1.PersistentVolumeClaimVolumeSource
rbd message k8s.io.api.core.v1.RBDVolumeSource
flexVolume message k8s.io.api.core.v1.FlexVolumeSource
cinder message k8s.io.api.core.v1.CinderVolumeSource
cephfs message k8s.io.api.core.v1.CephFSVolumeSource
flocker message k8s.io.api.core.v1.FlockerVolumeSource
downwardAPI message k8s.io.api.core.v1.DownwardAPIVolumeSource
fc message k8s.io.api.core.v1.FCVolumeSource
azureFile message k8s.io.api.core.v1.AzureFileVolumeSource
configMap message k8s.io.api.core.v1.ConfigMapVolumeSource
vsphereVolume message k8s.io.api.core.v1.VsphereVirtualDiskVolumeSource
quobyte message k8s.io.api.core.v1.QuobyteVolumeSource
azureDisk message k8s.io.api.core.v1.AzureDiskVolumeSource
photonPersistentDisk message k8s.io.api.core.v1.PhotonPersistentDiskVolumeSource
projected message k8s.io.api.core.v1.ProjectedVolumeSource
portworxVolume message k8s.io.api.core.v1.PortworxVolumeSource
scaleIO message k8s.io.api.core.v1.ScaleIOVolumeSource
storageos message k8s.io.api.core.v1.StorageOSVolumeSource
csi message k8s.io.api.core.v1.CSIVolumeSource
ephemeral message k8s.io.api.core.v1.EphemeralVolumeSource
@24- image message k8s.io.api.core.v1.ImageVolumeSource

@22-28 k8s.io.api.core.v1.VsphereVirtualDiskVolumeSource
volumePath string
fsType string
storagePolicyName string
storagePolicyID string

@22-28 k8s.io.api.core.v1.WeightedPodAffinityTerm
weight int32
podAffinityTerm message k8s.io.api.core.v1.PodAffinityTerm

@22-28 k8s.io.apimachinery.pkg.api.resource.Quantity

@-28 k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@-22 matchLabels map:string:string
@-22 matchExpressions []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement

@-22 k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement
key string
operator string
values []string

@22-28 k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta

@22-28 k8s.io.apimachinery.pkg.util.intstr.IntOrString

@-23 v1alpha1.ArchConfig
amd64 uint32
ppc64le uint32
s390x uint32
arm64 uint32

@-23 v1alpha1.BaseConfig
enableCRDTemplates message google.protobuf.BoolValue
validationURL string
enableIstioConfigCRDs message google.protobuf.BoolValue
validateGateway message google.protobuf.BoolValue
@22- validationCABundle string

@-23 v1alpha1.CNIAmbientConfig
enabled message google.protobuf.BoolValue
@-20 redirectMode string
configDir string
@21- dnsCapture message google.protobuf.BoolValue
@23- ipv6 message google.protobuf.BoolValue

@-23 v1alpha1.CNIConfig
enabled message google.protobuf.BoolValue
hub string
tag message google.protobuf.Value
variant string
image string
pullPolicy string
cniBinDir string
cniConfDir string
cniConfFileName string
cniNetnsDir string
excludeNamespaces []string
@22- affinity message k8s.io.api.core.v1.Affinity
@-21 affinity message google.protobuf.Struct
podAnnotations message google.protobuf.Struct
psp_cluster_role string
logLevel string
@23- logging message v1alpha1.GlobalLoggingConfig
repair message v1alpha1.CNIRepairConfig
chained message google.protobuf.BoolValue
resource_quotas message v1alpha1.ResourceQuotas
resources message v1alpha1.Resources
privileged message google.protobuf.BoolValue
@22- seccompProfile message k8s.io.api.core.v1.SeccompProfile
@-21 seccompProfile message google.protobuf.Struct
ambient message v1alpha1.CNIAmbientConfig
provider string
rollingMaxUnavailable message v1alpha1.IntOrString
@23- env message google.protobuf.Struct

@-23 v1alpha1.CNIRepairConfig
enabled message google.protobuf.BoolValue
hub string
tag message google.protobuf.Value
image string
labelPods bool
repairPods bool
createEvents string
deletePods bool
brokenPodLabelKey string
brokenPodLabelValue string
initContainerName string

@22-23 v1alpha1.CNIUsageConfig
enabled message google.protobuf.BoolValue
chained message google.protobuf.BoolValue
provider string

@-20 v1alpha1.CPUTargetUtilizationConfig
targetAverageUtilization int32

@-23 v1alpha1.DefaultPodDisruptionBudgetConfig
enabled message google.protobuf.BoolValue

@-23 v1alpha1.DefaultResourcesConfig
requests message v1alpha1.ResourcesRequestsConfig

@-23 v1alpha1.EgressGatewayConfig
autoscaleEnabled message google.protobuf.BoolValue
autoscaleMax uint32
autoscaleMin uint32
@21- memory message v1alpha1.TargetUtilizationConfig
@21- cpu message v1alpha1.TargetUtilizationConfig
@-20 cpu message v1alpha1.CPUTargetUtilizationConfig
customService message google.protobuf.BoolValue
enabled message google.protobuf.BoolValue
env message google.protobuf.Struct
labels map:string:string
name string
nodeSelector message google.protobuf.Struct
podAnnotations message google.protobuf.Struct
@22- podAntiAffinityLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@22- podAntiAffinityTermLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@-21 podAntiAffinityLabelSelector []message google.protobuf.Struct
@-21 podAntiAffinityTermLabelSelector []message google.protobuf.Struct
ports []message v1alpha1.PortsConfig
resources message v1alpha1.Resources
secretVolumes []message v1alpha1.SecretVolume
serviceAnnotations message google.protobuf.Struct
type string
zvpn message v1alpha1.ZeroVPNConfig
@22- tolerations []message k8s.io.api.core.v1.Toleration
@-21 tolerations []message google.protobuf.Struct
rollingMaxSurge message v1alpha1.IntOrString
rollingMaxUnavailable message v1alpha1.IntOrString
configVolumes []message google.protobuf.Struct
additionalContainers []message google.protobuf.Struct
runAsRoot message google.protobuf.BoolValue
injectionTemplate string
serviceAccount message v1alpha1.ServiceAccount
ipFamilies []string
ipFamilyPolicy string

@22-23 v1alpha1.ExperimentalConfig
stableValidationPolicy message google.protobuf.BoolValue

@-23 v1alpha1.GatewaysConfig
istio_egressgateway=istio-egressgateway message v1alpha1.EgressGatewayConfig
enabled message google.protobuf.BoolValue
istio_ingressgateway=istio-ingressgateway message v1alpha1.IngressGatewayConfig
securityContext message google.protobuf.Value
@23- seccompProfile message google.protobuf.Value

@-23 v1alpha1.GlobalConfig
arch message v1alpha1.ArchConfig
certSigners []string
@-22 configRootNamespace string
configValidation message google.protobuf.BoolValue
@-22 defaultConfigVisibilitySettings []string
defaultNodeSelector message google.protobuf.Struct
defaultPodDisruptionBudget message v1alpha1.DefaultPodDisruptionBudgetConfig
defaultResources message v1alpha1.DefaultResourcesConfig
@22- defaultTolerations []message k8s.io.api.core.v1.Toleration
@-21 defaultTolerations []message google.protobuf.Struct
hub string
imagePullPolicy string
imagePullSecrets []string
istioNamespace string
logAsJson message google.protobuf.BoolValue
logging message v1alpha1.GlobalLoggingConfig
meshID string
meshNetworks message google.protobuf.Struct
multiCluster message v1alpha1.MultiClusterConfig
network string
podDNSSearchNamespaces []string
omitSidecarInjectorConfigMap message google.protobuf.BoolValue
@-21 oneNamespace message google.protobuf.BoolValue
operatorManageWebhooks message google.protobuf.BoolValue
priorityClassName string
proxy message v1alpha1.ProxyConfig
proxy_init=proxy_init message v1alpha1.ProxyInitConfig
sds message v1alpha1.SDSConfig
tag message google.protobuf.Value
variant string
tracer message v1alpha1.TracerConfig
@-22 useMCP message google.protobuf.BoolValue
remotePilotAddress string
istiod message v1alpha1.IstiodConfig
pilotCertProvider string
jwtPolicy string
sts message v1alpha1.STSConfig
revision string
mountMtlsCerts message google.protobuf.BoolValue
caAddress string
externalIstiod message google.protobuf.BoolValue
configCluster message google.protobuf.BoolValue
caName string
autoscalingv2API message google.protobuf.BoolValue
platform string
ipFamilies []string
ipFamilyPolicy string

@-23 v1alpha1.GlobalLoggingConfig
level string

@-23 v1alpha1.IngressGatewayConfig
autoscaleEnabled message google.protobuf.BoolValue
autoscaleMax uint32
autoscaleMin uint32
@21- memory message v1alpha1.TargetUtilizationConfig
@21- cpu message v1alpha1.TargetUtilizationConfig
@-20 cpu message v1alpha1.CPUTargetUtilizationConfig
customService message google.protobuf.BoolValue
enabled message google.protobuf.BoolValue
env message google.protobuf.Struct
labels map:string:string
loadBalancerIP string
loadBalancerSourceRanges []string
name string
nodeSelector message google.protobuf.Struct
podAnnotations message google.protobuf.Struct
@22- podAntiAffinityLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@22- podAntiAffinityTermLabelSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@-21 podAntiAffinityLabelSelector []message google.protobuf.Struct
@-21 podAntiAffinityTermLabelSelector []message google.protobuf.Struct
ports []message v1alpha1.PortsConfig
replicaCount uint32
resources message google.protobuf.Struct
secretVolumes []message v1alpha1.SecretVolume
serviceAnnotations message google.protobuf.Struct
type string
zvpn message v1alpha1.IngressGatewayZvpnConfig
rollingMaxSurge message v1alpha1.IntOrString
rollingMaxUnavailable message v1alpha1.IntOrString
externalTrafficPolicy string
@22- tolerations []message k8s.io.api.core.v1.Toleration
@-21 tolerations []message google.protobuf.Struct
ingressPorts []message google.protobuf.Struct
additionalContainers []message google.protobuf.Struct
configVolumes []message google.protobuf.Struct
runAsRoot message google.protobuf.BoolValue
injectionTemplate string
serviceAccount message v1alpha1.ServiceAccount
ipFamilies []string
ipFamilyPolicy string

@-23 v1alpha1.IngressGatewayZvpnConfig
enabled message google.protobuf.BoolValue
suffix string

@-23 v1alpha1.IntOrString
type int64
intVal message google.protobuf.Int32Value
strVal message google.protobuf.StringValue

@-23 v1alpha1.IstiodConfig
enableAnalysis message google.protobuf.BoolValue

@-23 v1alpha1.IstiodRemoteConfig
injectionURL string
injectionPath string
@22- injectionCABundle string

@-23 v1alpha1.MultiClusterConfig
enabled message google.protobuf.BoolValue
clusterName string
globalDomainSuffix string
includeEnvoyFilter message google.protobuf.BoolValue

@-23 v1alpha1.PilotConfig
enabled message google.protobuf.BoolValue
autoscaleEnabled message google.protobuf.BoolValue
autoscaleMin uint32
autoscaleMax uint32
autoscaleBehavior message google.protobuf.Struct
replicaCount uint32
image string
traceSampling double
resources message v1alpha1.Resources
@-22 configNamespace string
@21- cpu message v1alpha1.TargetUtilizationConfig
@-20 cpu message v1alpha1.CPUTargetUtilizationConfig
nodeSelector message google.protobuf.Struct
keepaliveMaxServerConnectionAge message google.protobuf.Duration
deploymentLabels message google.protobuf.Struct
podLabels message google.protobuf.Struct
configMap message google.protobuf.BoolValue
@-22 useMCP message google.protobuf.BoolValue
env message google.protobuf.Struct
@22- affinity message k8s.io.api.core.v1.Affinity
@21-21 affinity message google.protobuf.Struct
rollingMaxSurge message v1alpha1.IntOrString
rollingMaxUnavailable message v1alpha1.IntOrString
@22- tolerations []message k8s.io.api.core.v1.Toleration
@-21 tolerations []message google.protobuf.Struct
@-22 enableProtocolSniffingForOutbound message google.protobuf.BoolValue
@-22 enableProtocolSniffingForInbound message google.protobuf.BoolValue
podAnnotations message google.protobuf.Struct
serviceAnnotations message google.protobuf.Struct
@22- serviceAccountAnnotations message google.protobuf.Struct
@-22 configSource message v1alpha1.PilotConfigSource
jwksResolverExtraRootCA string
@-21 plugins []string
hub string
tag message google.protobuf.Value
variant string
@22- seccompProfile message k8s.io.api.core.v1.SeccompProfile
@22- topologySpreadConstraints []message k8s.io.api.core.v1.TopologySpreadConstraint
@-21 seccompProfile message google.protobuf.Struct
@-21 topologySpreadConstraints []message google.protobuf.Struct
extraContainerArgs []message google.protobuf.Struct
@22- volumeMounts []message k8s.io.api.core.v1.VolumeMount
@22- volumes []message k8s.io.api.core.v1.Volume
@-21 volumeMounts []message google.protobuf.Struct
@-21 volumes []message google.protobuf.Struct
ipFamilies []string
ipFamilyPolicy string
@21- memory message v1alpha1.TargetUtilizationConfig
@22- cni message v1alpha1.CNIUsageConfig
@22- taint message v1alpha1.PilotTaintControllerConfig
@23- trustedZtunnelNamespace string

@-22 v1alpha1.PilotConfigSource
subscribedResources []string

@22-23 v1alpha1.PilotTaintControllerConfig
enabled bool
namespace string

@-23 v1alpha1.PortsConfig
name string
port int32
nodePort int32
targetPort int32
protocol string

@-23 v1alpha1.ProxyConfig
autoInject string
clusterDomain string
componentLogLevel string
enableCoreDump message google.protobuf.BoolValue
excludeInboundPorts string
excludeIPRanges string
image string
includeIPRanges string
logLevel string
@23- outlierLogPath string
privileged message google.protobuf.BoolValue
readinessInitialDelaySeconds uint32
readinessPeriodSeconds uint32
readinessFailureThreshold uint32
startupProbe message v1alpha1.StartupProbe
statusPort uint32
resources message v1alpha1.Resources
tracer enum v1alpha1.tracer
excludeOutboundPorts string
@22- lifecycle message k8s.io.api.core.v1.Lifecycle
@-21 lifecycle message google.protobuf.Struct
holdApplicationUntilProxyStarts message google.protobuf.BoolValue
includeInboundPorts string
includeOutboundPorts string

@-23 v1alpha1.ProxyInitConfig
image string
resources message v1alpha1.Resources

@-23 v1alpha1.ResourceQuotas
enabled message google.protobuf.BoolValue
pods int64

@-23 v1alpha1.Resources
limits map:string:string
requests map:string:string

@-23 v1alpha1.ResourcesRequestsConfig
cpu string
memory string

@-23 v1alpha1.SDSConfig
token message google.protobuf.Struct

@-23 v1alpha1.STSConfig
servicePort uint32

@-23 v1alpha1.SecretVolume
mountPath string
name string
secretName string

@-23 v1alpha1.ServiceAccount
annotations message google.protobuf.Struct

@-23 v1alpha1.SidecarInjectorConfig
enableNamespacesByDefault message google.protobuf.BoolValue
reinvocationPolicy string
@22- neverInjectSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@22- alwaysInjectSelector []message k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector
@-21 neverInjectSelector []message google.protobuf.Struct
@-21 alwaysInjectSelector []message google.protobuf.Struct
rewriteAppHTTPProbe message google.protobuf.BoolValue
injectedAnnotations message google.protobuf.Struct
@-22 objectSelector message google.protobuf.Struct
injectionURL string
templates message google.protobuf.Struct
defaultTemplates []string
@-22 useLegacySelectors message google.protobuf.BoolValue

@-23 v1alpha1.StartupProbe
enabled message google.protobuf.BoolValue
failureThreshold uint32

@21-23 v1alpha1.TargetUtilizationConfig
targetAverageUtilization int32

@-23 v1alpha1.TelemetryConfig
enabled message google.protobuf.BoolValue
v2 message v1alpha1.TelemetryV2Config

@-20 v1alpha1.TelemetryV2AccessLogPolicyFilterConfig
enabled message google.protobuf.BoolValue
logWindowDuration message google.protobuf.Duration

@-23 v1alpha1.TelemetryV2Config
enabled message google.protobuf.BoolValue
@-20 metadata_exchange message v1alpha1.TelemetryV2MetadataExchangeConfig
prometheus message v1alpha1.TelemetryV2PrometheusConfig
stackdriver message v1alpha1.TelemetryV2StackDriverConfig
@-20 access_log_policy message v1alpha1.TelemetryV2AccessLogPolicyFilterConfig

@-20 v1alpha1.TelemetryV2MetadataExchangeConfig
wasmEnabled message google.protobuf.BoolValue

@-23 v1alpha1.TelemetryV2PrometheusConfig
enabled message google.protobuf.BoolValue
@-20 wasmEnabled message google.protobuf.BoolValue
@-20 config_override message v1alpha1.TelemetryV2PrometheusConfig.ConfigOverride

@-20 v1alpha1.TelemetryV2PrometheusConfig.ConfigOverride
gateway message google.protobuf.Struct
inboundSidecar message google.protobuf.Struct
outboundSidecar message google.protobuf.Struct

@-23 v1alpha1.TelemetryV2StackDriverConfig
enabled message google.protobuf.BoolValue
@-20 logging message google.protobuf.BoolValue
@-20 monitoring message google.protobuf.BoolValue
@-20 topology message google.protobuf.BoolValue
@-20 disableOutbound message google.protobuf.BoolValue
@-20 configOverride message google.protobuf.Struct
@-20 outboundAccessLogging enum v1alpha1.TelemetryV2StackDriverConfig.AccessLogging
@-20 inboundAccessLogging enum v1alpha1.TelemetryV2StackDriverConfig.AccessLogging

@-23 v1alpha1.TracerConfig
datadog message v1alpha1.TracerDatadogConfig
lightstep message v1alpha1.TracerLightStepConfig
zipkin message v1alpha1.TracerZipkinConfig
stackdriver message v1alpha1.TracerStackdriverConfig

@-23 v1alpha1.TracerDatadogConfig
address string

@-23 v1alpha1.TracerLightStepConfig
address string
accessToken string

@-23 v1alpha1.TracerStackdriverConfig
debug message google.protobuf.BoolValue
maxNumberOfAttributes uint32
maxNumberOfAnnotations uint32
maxNumberOfMessageEvents uint32

@-23 v1alpha1.TracerZipkinConfig
address string

@-23 v1alpha1.Values
cni message v1alpha1.CNIConfig
gateways message v1alpha1.GatewaysConfig
global message v1alpha1.GlobalConfig
pilot message v1alpha1.PilotConfig
ztunnel message google.protobuf.Value
telemetry message v1alpha1.TelemetryConfig
sidecarInjectorWebhook message v1alpha1.SidecarInjectorConfig
@22- istio_cni message v1alpha1.CNIUsageConfig
@-21 istio_cni message v1alpha1.CNIConfig
revision string
ownerName string
meshConfig message google.protobuf.Value
base message v1alpha1.BaseConfig
istiodRemote message v1alpha1.IstiodRemoteConfig
revisionTags []string
defaultRevision string
@21- profile string
@21- compatibilityVersion string
@22- experimental message v1alpha1.ExperimentalConfig

@-23 v1alpha1.ZeroVPNConfig
enabled message google.protobuf.BoolValue
suffix string
`;

/** Blocks: enum, then `NAME number`. */
export const PROTO_ENUMS = `
google.protobuf.NullValue
NULL_VALUE 0

istio.mesh.v1alpha1.AuthenticationPolicy
NONE 0
MUTUAL_TLS 1
INHERIT 1000

istio.mesh.v1alpha1.ForwardClientCertDetails
UNDEFINED 0
SANITIZE 1
FORWARD_ONLY 2
APPEND_FORWARD 3
SANITIZE_SET 4
ALWAYS_FORWARD_ONLY 5

istio.mesh.v1alpha1.MeshConfig.AccessLogEncoding
TEXT 0
JSON 1

istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider.TraceContext
UNSPECIFIED 0
W3C_TRACE_CONTEXT 1
GRPC_BIN 2
CLOUD_TRACE_CONTEXT 3
B3 4

@30- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ServiceAttributeEnrichment
ISTIO_CANONICAL 0
OTEL_SEMANTIC_CONVENTIONS 1

@28- istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider.TraceContextOption
USE_B3 0
USE_B3_WITH_W3C_PROPAGATION 1

istio.mesh.v1alpha1.MeshConfig.H2UpgradePolicy
DO_NOT_UPGRADE 0
UPGRADE 1

@22- istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy.Mode
PASSTHROUGH 0
LOCALHOST 1

istio.mesh.v1alpha1.MeshConfig.IngressControllerMode
UNSPECIFIED 0
OFF 1
DEFAULT 2
STRICT 3

istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy.Mode
REGISTRY_ONLY 0
ALLOW_ANY 1
@30- ALLOW_ANY_DYNAMIC_DNS 3

istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization.NormalizationType
DEFAULT 0
NONE 1
BASE 2
MERGE_SLASHES 3
DECODE_AND_MERGE_SLASHES 4

@27- istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs.Scope
LOCAL 0
GLOBAL 1

istio.mesh.v1alpha1.MeshConfig.TLSConfig.TLSProtocol
TLS_AUTO 0
TLSV1_2 1
TLSV1_3 2

@31- istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.HeadersWithUnderscoresAction
HEADERS_WITH_UNDERSCORES_UNSPECIFIED 0
HEADERS_WITH_UNDERSCORES_ALLOW 1
HEADERS_WITH_UNDERSCORES_REJECT_REQUEST 2
HEADERS_WITH_UNDERSCORES_DROP_HEADER 3

@31- istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.PathWithEscapedSlashesAction
PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED 0
KEEP_UNCHANGED 1
REJECT_REQUEST 2
UNESCAPE_AND_REDIRECT 3
UNESCAPE_AND_FORWARD 4

@31- istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.Profile
SIDECAR 0
EDGE 1

istio.mesh.v1alpha1.ProxyConfig.InboundInterceptionMode
REDIRECT 0
TPROXY 1
NONE 2

istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeMode
UNDEFINED 0
IN_MESH 1

istio.mesh.v1alpha1.ProxyConfig.TracingServiceName
APP_LABEL_AND_NAMESPACE 0
CANONICAL_NAME_ONLY 1
CANONICAL_NAME_AND_NAMESPACE 2

istio.mesh.v1alpha1.Resource
SERVICE_REGISTRY 0

@31- istio.mesh.v1alpha1.ServiceEntryVisibility.Visibility
VISIBILITY_UNSPECIFIED 0
NONE 1
NAMESPACE 2
PUBLIC 3

istio.mesh.v1alpha1.Tracing.OpenCensusAgent.TraceContext
UNSPECIFIED 0
W3C_TRACE_CONTEXT 1
GRPC_BIN 2
CLOUD_TRACE_CONTEXT 3
B3 4

istio.networking.v1alpha3.ClientTLSSettings.TLSmode
DISABLE 0
SIMPLE 1
MUTUAL 2
ISTIO_MUTUAL 3

@31- istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy
DEFAULT 0
DO_NOT_UPGRADE 1
UPGRADE 2

@28- istio.operator.v1alpha1.ResourceScope
undefined 0
all 1
cluster 2
namespace 3

@24- istio.operator.v1alpha1.tracer
zipkin 0
lightstep 1
datadog 2
stackdriver 3
openCensusAgent 4
none 5

@-20 v1alpha1.TelemetryV2StackDriverConfig.AccessLogging
NONE 0
FULL 1
ERRORS_ONLY 2

@-23 v1alpha1.tracer
zipkin 0
lightstep 1
datadog 2
stackdriver 3
openCensusAgent 4
none 5
`;

/** Blocks: name, then its lines. */
export const DEFAULTS = `
defaultMesh
connectTimeout: 10s
defaultConfig:
  binaryPath: /usr/local/bin/envoy
  configPath: ./etc/istio/proxy
  controlPlaneAuthPolicy: MUTUAL_TLS
  discoveryAddress: istiod.istio-system.svc:15012
  drainDuration: 45s
  proxyAdminPort: 15000
  serviceCluster: istio-proxy
  statNameLength: 189
  statusPort: 15020
  terminationDrainDuration: 5s
@-21   tracing:
@-21     zipkin:
@-21       address: zipkin.istio-system:9411
defaultDestinationRuleExportTo:
- '*'
defaultProviders: {}
defaultServiceExportTo:
- '*'
defaultVirtualServiceExportTo:
- '*'
dnsRefreshRate: 60s
enableAutoMtls: true
enablePrometheusMerge: true
enableTracing: true
extensionProviders:
- name: prometheus
  prometheus: {}
- name: stackdriver
  stackdriver: {}
- envoyFileAccessLog:
    path: /dev/stdout
  name: envoy
@22- inboundTrafficPolicy: {}
ingressClass: istio
ingressControllerMode: STRICT
ingressService: istio-ingressgateway
localityLbSetting:
  enabled: true
outboundTrafficPolicy:
  mode: ALLOW_ANY
protocolDetectionTimeout: 0s
proxyInboundListenPort: 15006
proxyListenPort: 15001
rootNamespace: istio-system
trustDomain: cluster.local

ignoredNamespaces
kube-node-lease
kube-public
kube-system
local-path-storage

istioFunctions
annotation
appendMultusNetwork
applicationPorts
contains
directory
env
excludeInboundPort
excludeInterfaces
formatDuration
fromJSON
includeInboundPorts
indent
isset
kubevirtInterfaces
@21- mergeMaps
omit
@28- omitNil
@30- otelResourceAttributes
protoToJSON
strdict
structToJSON
toJSON
toJsonMap
toLower
toYaml
valueOrDefault

validatedAnnotations
@30- istio.io/reroute-virtual-interfaces
prometheus.istio.io/merge-metrics
proxy.istio.io/config
readiness.status.sidecar.istio.io/failureThreshold
readiness.status.sidecar.istio.io/initialDelaySeconds
readiness.status.sidecar.istio.io/periodSeconds
@-24 sidecar.istio.io/enableCoreDump
sidecar.istio.io/interceptionMode
@27- sidecar.istio.io/proxyCPU
@27- sidecar.istio.io/proxyCPULimit
@27- sidecar.istio.io/proxyMemory
@27- sidecar.istio.io/proxyMemoryLimit
status.sidecar.istio.io/port
traffic.sidecar.istio.io/excludeInboundPorts
@30- traffic.sidecar.istio.io/excludeInterfaces
traffic.sidecar.istio.io/excludeOutboundIPRanges
traffic.sidecar.istio.io/excludeOutboundPorts
traffic.sidecar.istio.io/includeInboundPorts
traffic.sidecar.istio.io/includeOutboundIPRanges
@30- traffic.sidecar.istio.io/kubevirtInterfaces

valuesMessage
@24- istio.operator.v1alpha1.Values
@-23 v1alpha1.Values
`;
