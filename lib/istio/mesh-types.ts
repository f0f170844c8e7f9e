import type { Int } from "../go/value";
import type { DurationNode } from "./protobuf/duration";
import type { MessageNode } from "./protobuf/descriptor";

/**
 * The parts of MeshConfig and ProxyConfig that the injector itself looks at, as nodes (lib/istio/protobuf). Messages hold more fields
 * than are named here: all that the release's API has.
 */

export interface Wrapper<T> {
  readonly value?: T;
}

/** istio.mesh.v1alpha1.ProxyConfig. */
export interface ProxyConfig extends MessageNode {
  configPath?: string;
  binaryPath?: string;
  serviceCluster?: string;
  tracingServiceName?: number;
  drainDuration?: DurationNode;
  terminationDrainDuration?: DurationNode;
  discoveryAddress?: string;
  statsdUdpAddress?: string;
  envoyMetricsServiceAddress?: string;
  proxyAdminPort?: number;
  controlPlaneAuthPolicy?: number;
  statNameLength?: number;
  concurrency?: Wrapper<number>;
  interceptionMode?: number;
  tracing?: Tracing;
  envoyAccessLogService?: { address?: string };
  envoyMetricsService?: { address?: string };
  proxyMetadata?: Map<string, string>;
  statusPort?: number;
  holdApplicationUntilProxyStarts?: Wrapper<boolean>;
  image?: { imageType?: string };
  privateKeyProvider?: PrivateKeyProvider;
  proxyHeaders?: ProxyHeaders;
  connectionSettings?: ConnectionSettings;
}

export interface Tracing {
  zipkin?: { address?: string };
  lightstep?: { address?: string; accessToken?: string };
  datadog?: { address?: string };
  tlsSettings?: ClientTLSSettings;
}

/** istio.networking.v1alpha3.ClientTLSSettings. */
export interface ClientTLSSettings {
  mode?: number;
  clientCertificate?: string;
  privateKey?: string;
  caCertificates?: string;
  credentialName?: string;
  subjectAltNames?: string[];
  insecureSkipVerify?: Wrapper<boolean>;
  caCrl?: string;
}

export interface PrivateKeyProvider {
  cryptomb?: { pollDelay?: DurationNode };
  qat?: { pollDelay?: DurationNode };
}

export interface ProxyHeaders {
  forwardedClientCert?: number;
  requestId?: object;
  attemptCount?: object;
  server?: object;
  envoyDebugHeaders?: object;
}

/** istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings, of 1.31. */
export interface ConnectionSettings {
  listenerPerConnectionBufferLimitBytes?: Wrapper<Int>;
  clusterPerConnectionBufferLimitBytes?: Wrapper<Int>;
  httpIdleTimeout?: DurationNode;
  httpMaxConnectionDuration?: DurationNode;
  httpDrainTimeout?: DurationNode;
  httpRequestTimeout?: DurationNode;
  httpRequestHeadersTimeout?: DurationNode;
  httpStreamIdleTimeout?: DurationNode;
  httpMaxStreamDuration?: DurationNode;
  httpMaxConcurrentStreams?: Wrapper<Int>;
  http2InitialStreamWindowSize?: Wrapper<Int>;
  http2InitialConnectionWindowSize?: Wrapper<Int>;
  listenerConnectionLimit?: Wrapper<Int>;
  globalDownstreamConnectionLimit?: Wrapper<Int>;
}

/** istio.mesh.v1alpha1.MeshConfig. */
export interface MeshConfig extends MessageNode {
  proxyListenPort?: number;
  connectTimeout?: DurationNode;
  protocolDetectionTimeout?: DurationNode;
  trustDomain?: string;
  trustDomainAliases?: string[];
  rootNamespace?: string;
  defaultConfig?: ProxyConfig;
  enablePrometheusMerge?: Wrapper<boolean>;
  inboundTrafficPolicy?: { mode?: number };
  localityLbSetting?: LocalityLbSetting;
  zoneAwareLbSetting?: { failoverPriority?: string[]; failover?: Failover[] };
  serviceSettings?: { hosts?: string[] }[];
  defaultProviders?: MessageNode;
  extensionProviders?: ExtensionProvider[];
  meshMTLS?: { ecdhCurves?: string[] };
  defaultTrafficPolicy?: { connectionPool?: ConnectionPool; outlierDetection?: OutlierDetection };
  defaultInboundHttpRetryPolicy?: HttpRetry;
}

export interface ExtensionProvider extends MessageNode {
  name?: string;
}

export interface Failover {
  from?: string;
  to?: string;
}

/** istio.networking.v1alpha3.LocalityLoadBalancerSetting. */
export interface LocalityLbSetting {
  distribute?: { from?: string; to?: Map<string, number> }[];
  failover?: Failover[];
  failoverPriority?: string[];
}

/** istio.networking.v1alpha3.ConnectionPoolSettings. */
export interface ConnectionPool {
  http?: {
    http1MaxPendingRequests?: number;
    http2MaxRequests?: number;
    maxRequestsPerConnection?: number;
    maxRetries?: number;
    maxConcurrentStreams?: number;
    idleTimeout?: DurationNode;
    h2UpgradePolicy?: number;
    useClientProtocol?: boolean;
  };
  tcp?: {
    maxConnections?: number;
    connectTimeout?: DurationNode;
    maxConnectionDuration?: DurationNode;
    idleTimeout?: DurationNode;
    tcpKeepalive?: { time?: DurationNode; interval?: DurationNode };
  };
}

/** istio.networking.v1alpha3.OutlierDetection. */
export interface OutlierDetection {
  baseEjectionTime?: DurationNode;
  interval?: DurationNode;
  splitExternalLocalOriginErrors?: boolean;
  consecutiveLocalOriginFailures?: Wrapper<number>;
  maxEjectionPercent?: number;
  minHealthPercent?: number;
}

/** istio.networking.v1alpha3.HTTPRetry. */
export interface HttpRetry {
  attempts?: number;
  perTryTimeout?: DurationNode;
  retryOn?: string;
  retryRemoteLocalities?: Wrapper<boolean>;
  backoff?: DurationNode;
}
