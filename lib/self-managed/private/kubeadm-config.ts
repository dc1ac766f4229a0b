import { stringify } from 'yaml';
import type { Taint } from '../../cluster';
import { KubernetesVersion } from '../../values';

/** Oldest minor version whose administrators' group kubeadm binds by itself. */
export const OLDEST_VERSION = KubernetesVersion.of('1.29');

const V1BETA4_SINCE = KubernetesVersion.of('1.31');
const FILES = '/etc/kubernetes/kubewhere';
const AUDIT_LOG = '/var/log/kubernetes/audit';

/** Filled in on the host: the exact release of its packages, and the token that must not stand in Terraform's JSON. */
export const RELEASE_PLACEHOLDER = 'KUBEWHERE_KUBERNETES_VERSION';
export const TOKEN_PLACEHOLDER = 'KUBEWHERE_BOOTSTRAP_TOKEN';

// The ciphers of the CIS benchmark that TLS 1.2 still needs; TLS 1.3 chooses by itself.
const CIPHERS = [
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
];

/** What kubeadm must know about one node. Every text may be a token. */
export interface NodeConfig {
  readonly version: KubernetesVersion;
  readonly name: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** What kubeadm must know about the cluster it begins. */
export interface ClusterConfig {
  readonly clusterName: string;
  readonly endpointHost: string;
  readonly endpointPort: number;
  readonly podCidr: string;
  readonly serviceCidr: string;
  readonly auditLog: boolean;
  readonly imageRepository?: string;
}

/** A control plane's own part: whether pods of users may run on it. */
export interface ControlPlaneConfig {
  readonly schedulable: boolean;
}

/**
 * The file for `kubeadm init`: the first node, the cluster, and the kubelets' common settings.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
 */
export function renderInitConfig(node: NodeConfig & ControlPlaneConfig, cluster: ClusterConfig): string {
  return documents(
    {
      apiVersion: apiVersion(node.version),
      kind: 'InitConfiguration',
      bootstrapTokens: [{ token: TOKEN_PLACEHOLDER, ttl: '1h0m0s' }],
      localAPIEndpoint: { advertiseAddress: node.address, bindPort: 6443 },
      nodeRegistration: nodeRegistration(node, node.schedulable ? [] : undefined),
    },
    clusterConfiguration(node.version, cluster),
    kubeletConfiguration(),
  );
}

/** The file for `kubeadm join`, of a control plane when its part is given, of a worker otherwise. */
export function renderJoinConfig(node: NodeConfig, controlPlane?: ControlPlaneConfig): string {
  const workerTaints = node.taints.length > 0 ? node.taints : undefined;
  return documents({
    apiVersion: apiVersion(node.version),
    kind: 'JoinConfiguration',
    discovery: {
      // a file, not a token alone: it carries the authority, so nothing has to be trusted on first sight
      file: { kubeConfigPath: `${FILES}/discovery.conf` },
      tlsBootstrapToken: TOKEN_PLACEHOLDER,
    },
    nodeRegistration: nodeRegistration(
      node,
      controlPlane === undefined ? workerTaints : controlPlane.schedulable ? [] : undefined,
    ),
    ...(controlPlane === undefined
      ? {}
      : { controlPlane: { localAPIEndpoint: { advertiseAddress: node.address, bindPort: 6443 } } }),
  });
}

/**
 * Labels that a kubelet may give itself when it registers. Others under `kubernetes.io` and `k8s.io` make it refuse to
 * start; an administrator sets those afterwards.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
export function selfAssignableLabels(
  labels: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return Object.entries(labels)
    .filter(([key]) => {
      const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
      if (!/(^|\.)(kubernetes|k8s)\.io$/.test(domain)) return true;
      if (/(^|\.)(kubelet|node)\.kubernetes\.io$/.test(domain)) return true;
      return key === 'topology.kubernetes.io/zone' || key === 'topology.kubernetes.io/region';
    })
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

function apiVersion(version: KubernetesVersion): string {
  return `kubeadm.k8s.io/${version.isAtLeast(V1BETA4_SINCE) ? 'v1beta4' : 'v1beta3'}`;
}

/** v1beta4 takes arguments as a list of pairs, v1beta3 as a map. */
function extraArgs(version: KubernetesVersion, args: Readonly<Record<string, string>>): unknown {
  if (!version.isAtLeast(V1BETA4_SINCE)) return args;
  return Object.entries(args).map(([name, value]) => ({ name, value }));
}

function nodeRegistration(node: NodeConfig, taints: readonly Taint[] | undefined): Record<string, unknown> {
  const labels = selfAssignableLabels(node.labels);
  return {
    name: node.name,
    criSocket: 'unix:///run/containerd/containerd.sock',
    kubeletExtraArgs: extraArgs(node.version, {
      'node-ip': node.address,
      ...(labels.length === 0 ? {} : { 'node-labels': labels.map((pair) => pair.join('=')).join(',') }),
    }),
    ...(taints === undefined ? {} : { taints }),
  };
}

function clusterConfiguration(version: KubernetesVersion, cluster: ClusterConfig): Record<string, unknown> {
  const audit = {
    'audit-log-path': `${AUDIT_LOG}/audit.log`,
    'audit-log-maxage': '30',
    'audit-log-maxbackup': '10',
    'audit-log-maxsize': '100',
    'audit-policy-file': `${FILES}/audit-policy.yaml`,
  };
  return {
    apiVersion: apiVersion(version),
    kind: 'ClusterConfiguration',
    clusterName: cluster.clusterName,
    kubernetesVersion: RELEASE_PLACEHOLDER,
    ...(cluster.imageRepository === undefined ? {} : { imageRepository: cluster.imageRepository }),
    controlPlaneEndpoint: `${cluster.endpointHost}:${cluster.endpointPort}`,
    networking: { podSubnet: cluster.podCidr, serviceSubnet: cluster.serviceCidr },
    apiServer: {
      certSANs: [cluster.endpointHost, '127.0.0.1', 'localhost'],
      extraArgs: extraArgs(version, {
        ...(cluster.auditLog ? audit : {}),
        'encryption-provider-config': `${FILES}/encryption.yaml`,
        profiling: 'false',
        'tls-cipher-suites': CIPHERS.join(','),
        'tls-min-version': 'VersionTLS12',
      }),
      // single files: the directory also holds the administrator's key
      extraVolumes: [
        hostFile('encryption', `${FILES}/encryption.yaml`),
        ...(cluster.auditLog
          ? [
              hostFile('audit-policy', `${FILES}/audit-policy.yaml`),
              { name: 'audit-log', hostPath: AUDIT_LOG, mountPath: AUDIT_LOG, pathType: 'DirectoryOrCreate' },
            ]
          : []),
      ],
    },
    controllerManager: {
      extraArgs: extraArgs(version, { profiling: 'false', 'terminated-pod-gc-threshold': '1000' }),
    },
    scheduler: { extraArgs: extraArgs(version, { profiling: 'false' }) },
  };
}

function hostFile(name: string, path: string): Record<string, unknown> {
  return { name, hostPath: path, mountPath: path, readOnly: true, pathType: 'File' };
}

/** Settings of all kubelets; kubeadm keeps them in the cluster and hands them to every node that joins. */
function kubeletConfiguration(): Record<string, unknown> {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    authentication: { anonymous: { enabled: false }, webhook: { enabled: true } },
    authorization: { mode: 'Webhook' },
    cgroupDriver: 'systemd',
    podPidsLimit: 4096,
    protectKernelDefaults: true,
    readOnlyPort: 0,
    rotateCertificates: true,
    seccompDefault: true,
    tlsCipherSuites: CIPHERS,
    tlsMinVersion: 'VersionTLS12',
  };
}

function documents(...parts: readonly Record<string, unknown>[]): string {
  // no folding: a folded line would tear a token apart; and kubeadm reads YAML 1.1, where a bare 'yes' is a boolean
  return parts
    .map((part) => stringify(part, { lineWidth: 0, version: '1.1', aliasDuplicateObjects: false }))
    .join('---\n');
}
