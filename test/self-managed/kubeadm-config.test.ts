import { TaintEffect } from '../../lib/cluster';
import {
  type ClusterConfig,
  renderInitConfig,
  renderJoinConfig,
  selfAssignableLabels,
} from '../../lib/self-managed/private/kubeadm-config';
import { KubernetesVersion } from '../../lib/values';

const CLUSTER: ClusterConfig = {
  clusterName: 'prod',
  endpointHost: '10.77.0.100',
  endpointPort: 8443,
  podCidr: '10.244.0.0/16',
  serviceCidr: '10.96.0.0/16',
  auditLog: true,
};
const node = (version: string) => ({
  version: KubernetesVersion.of(version),
  name: 'cp1',
  address: '10.77.0.11',
  labels: { 'topology.kubernetes.io/zone': 'a' },
  taints: [],
});
const worker = {
  ...node('1.34'),
  name: 'w1',
  address: '10.77.0.21',
  labels: { 'kubewhere.dev/pool': 'gpu' },
};

const INIT_1_34 = `apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
bootstrapTokens:
  - token: KUBEWHERE_BOOTSTRAP_TOKEN
    ttl: 1h0m0s
localAPIEndpoint:
  advertiseAddress: 10.77.0.11
  bindPort: 6443
nodeRegistration:
  name: cp1
  criSocket: unix:///run/containerd/containerd.sock
  kubeletExtraArgs:
    - name: node-ip
      value: 10.77.0.11
    - name: node-labels
      value: topology.kubernetes.io/zone=a
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: prod
kubernetesVersion: KUBEWHERE_KUBERNETES_VERSION
controlPlaneEndpoint: 10.77.0.100:8443
networking:
  podSubnet: 10.244.0.0/16
  serviceSubnet: 10.96.0.0/16
apiServer:
  certSANs:
    - 10.77.0.100
    - 127.0.0.1
    - localhost
  extraArgs:
    - name: audit-log-path
      value: /var/log/kubernetes/audit/audit.log
    - name: audit-log-maxage
      value: "30"
    - name: audit-log-maxbackup
      value: "10"
    - name: audit-log-maxsize
      value: "100"
    - name: audit-policy-file
      value: /etc/kubernetes/kubewhere/audit-policy.yaml
    - name: encryption-provider-config
      value: /etc/kubernetes/kubewhere/encryption.yaml
    - name: profiling
      value: "false"
    - name: tls-cipher-suites
      value: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    - name: tls-min-version
      value: VersionTLS12
  extraVolumes:
    - name: encryption
      hostPath: /etc/kubernetes/kubewhere/encryption.yaml
      mountPath: /etc/kubernetes/kubewhere/encryption.yaml
      readOnly: true
      pathType: File
    - name: audit-policy
      hostPath: /etc/kubernetes/kubewhere/audit-policy.yaml
      mountPath: /etc/kubernetes/kubewhere/audit-policy.yaml
      readOnly: true
      pathType: File
    - name: audit-log
      hostPath: /var/log/kubernetes/audit
      mountPath: /var/log/kubernetes/audit
      pathType: DirectoryOrCreate
controllerManager:
  extraArgs:
    - name: profiling
      value: "false"
    - name: terminated-pod-gc-threshold
      value: "1000"
scheduler:
  extraArgs:
    - name: profiling
      value: "false"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
  webhook:
    enabled: true
authorization:
  mode: Webhook
cgroupDriver: systemd
podPidsLimit: 4096
protectKernelDefaults: true
readOnlyPort: 0
rotateCertificates: true
seccompDefault: true
tlsCipherSuites:
  - TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
  - TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
  - TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
  - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
  - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
  - TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
tlsMinVersion: VersionTLS12
`;
const INIT_1_30 = `apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
bootstrapTokens:
  - token: KUBEWHERE_BOOTSTRAP_TOKEN
    ttl: 1h0m0s
localAPIEndpoint:
  advertiseAddress: 10.77.0.11
  bindPort: 6443
nodeRegistration:
  name: cp1
  criSocket: unix:///run/containerd/containerd.sock
  kubeletExtraArgs:
    node-ip: 10.77.0.11
    node-labels: topology.kubernetes.io/zone=a
  taints: []
---
apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
clusterName: prod
kubernetesVersion: KUBEWHERE_KUBERNETES_VERSION
imageRepository: registry.example.com/k8s
controlPlaneEndpoint: 10.77.0.100:8443
networking:
  podSubnet: 10.244.0.0/16
  serviceSubnet: 10.96.0.0/16
apiServer:
  certSANs:
    - 10.77.0.100
    - 127.0.0.1
    - localhost
  extraArgs:
    encryption-provider-config: /etc/kubernetes/kubewhere/encryption.yaml
    profiling: "false"
    tls-cipher-suites: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    tls-min-version: VersionTLS12
  extraVolumes:
    - name: encryption
      hostPath: /etc/kubernetes/kubewhere/encryption.yaml
      mountPath: /etc/kubernetes/kubewhere/encryption.yaml
      readOnly: true
      pathType: File
controllerManager:
  extraArgs:
    profiling: "false"
    terminated-pod-gc-threshold: "1000"
scheduler:
  extraArgs:
    profiling: "false"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
  webhook:
    enabled: true
authorization:
  mode: Webhook
cgroupDriver: systemd
podPidsLimit: 4096
protectKernelDefaults: true
readOnlyPort: 0
rotateCertificates: true
seccompDefault: true
tlsCipherSuites:
  - TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
  - TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
  - TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
  - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
  - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
  - TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
tlsMinVersion: VersionTLS12
`;

describe('the kubeadm configuration', () => {
  it('of a first node is a v1beta4 file from 1.31 on', () => {
    expect(renderInitConfig({ ...node('1.34'), schedulable: false }, CLUSTER)).toBe(INIT_1_34);
    expect(renderInitConfig({ ...node('1.31'), schedulable: false }, CLUSTER)).toBe(INIT_1_34);
  });

  it('of a first node is a v1beta3 file with arguments as a map before 1.31', () => {
    const quiet = { ...CLUSTER, auditLog: false, imageRepository: 'registry.example.com/k8s' };
    expect(renderInitConfig({ ...node('1.30'), schedulable: true }, quiet)).toBe(INIT_1_30);
  });

  it('of a worker that joins carries its labels and taints, and no secret', () => {
    const taints = [{ key: 'gpu', value: 'yes', effect: TaintEffect.NO_SCHEDULE }];
    expect(renderJoinConfig({ ...worker, taints })).toBe(`apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
discovery:
  file:
    kubeConfigPath: /etc/kubernetes/kubewhere/discovery.conf
  tlsBootstrapToken: KUBEWHERE_BOOTSTRAP_TOKEN
nodeRegistration:
  name: w1
  criSocket: unix:///run/containerd/containerd.sock
  kubeletExtraArgs:
    - name: node-ip
      value: 10.77.0.21
    - name: node-labels
      value: kubewhere.dev/pool=gpu
  taints:
    - key: gpu
      value: "yes"
      effect: NoSchedule
`);
  });

  it('of a control plane that joins names its own address and leaves kubeadm its taint', () => {
    expect(renderJoinConfig(node('1.30'), { schedulable: false })).toBe(`apiVersion: kubeadm.k8s.io/v1beta3
kind: JoinConfiguration
discovery:
  file:
    kubeConfigPath: /etc/kubernetes/kubewhere/discovery.conf
  tlsBootstrapToken: KUBEWHERE_BOOTSTRAP_TOKEN
nodeRegistration:
  name: cp1
  criSocket: unix:///run/containerd/containerd.sock
  kubeletExtraArgs:
    node-ip: 10.77.0.11
    node-labels: topology.kubernetes.io/zone=a
controlPlane:
  localAPIEndpoint:
    advertiseAddress: 10.77.0.11
    bindPort: 6443
`);
  });

  it('takes the taint off a control plane that is schedulable', () => {
    expect(renderJoinConfig(node('1.34'), { schedulable: true })).toContain('\n  taints: []\n');
  });

  it('leaves out labels that a kubelet may not give itself, and sorts the others', () => {
    expect(
      selfAssignableLabels({
        'node-role.kubernetes.io/worker': '',
        team: 'a',
        'example.com/x': '1',
        'topology.kubernetes.io/zone': 'a',
        'node.kubernetes.io/instance-type': 'r640',
        'k8s.io/x': 'y',
      }),
    ).toEqual([
      ['example.com/x', '1'],
      ['node.kubernetes.io/instance-type', 'r640'],
      ['team', 'a'],
      ['topology.kubernetes.io/zone', 'a'],
    ]);
  });
});
