import { TerraformVariable } from 'cdktf';
import { ControlPlaneAvailability } from '../../../lib/cluster';
import { ClusterEndpoint, type OnPremClusterProps, PackageRepository } from '../../../lib/self-managed';
import { KubernetesVersion, ValidationError } from '../../../lib/values';
import { synthesize, testStack } from '../../support/synthesized';
import { define, host, PROPS } from '../support';

function problem(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(ValidationError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}
const refusal = (props: Partial<OnPremClusterProps>): string => problem(() => define(testStack(), props));
const hosts = (extra: OnPremClusterProps['hosts']) => ({ hosts: { ...PROPS.hosts, ...extra } });

describe('a cluster on premises', () => {
  it.each<[string, Partial<OnPremClusterProps>, string]>([
    [
      'an even number of control planes',
      { controlPlane: { hosts: ['cp1', 'cp2'] } },
      "'controlPlane.hosts' has 2 hosts; a highly available control plane takes 3, 5 or 7 (an even number survives no more than one less)",
    ],
    [
      'one control plane that was not asked for',
      { controlPlane: { hosts: ['cp1'] } },
      "'controlPlane.hosts' has 1 hosts; a highly available control plane takes 3, 5 or 7 (an even number survives no more than one less); for a single one say availability: ControlPlaneAvailability.SINGLE",
    ],
    [
      'three where a single one was asked for',
      { availability: ControlPlaneAvailability.SINGLE },
      "'controlPlane.hosts' has 3 hosts; availability SINGLE takes exactly 1",
    ],
    [
      'an unknown host, with the nearest name',
      { controlPlane: { hosts: ['cp1', 'cp2', 'pc3'] } },
      "'controlPlane.hosts' names 'pc3', which is not in 'hosts'; did you mean 'cp3'?",
    ],
    [
      'a host in two roles',
      { nodePools: { general: { hosts: ['w1', 'cp1'] } } },
      "'nodePools.general.hosts' names 'cp1', which is in 'controlPlane.hosts' already; a host has one role",
    ],
    [
      'a host in two pools',
      { nodePools: { one: { hosts: ['w1'] }, two: { hosts: ['w1'] } } },
      "'nodePools.two.hosts' names 'w1', which is in 'nodePools.one.hosts' already; a host has one role",
    ],
    [
      'a host named twice',
      { nodePools: { general: { hosts: ['w1', 'w1'] } } },
      "'nodePools.general.hosts' names 'w1' twice",
    ],
    [
      'a pool without hosts',
      { nodePools: { general: { hosts: [] } } },
      "'nodePools.general.hosts' is empty; name at least one host",
    ],
    [
      'a host name that is no name of a node',
      hosts({ W_3: host(23) }),
      "'hosts' name 'W_3' must be 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit",
    ],
    [
      'two hosts with one address',
      hosts({ w3: { ...host(23), address: '10.77.0.22' } }),
      "'hosts.w3' and 'hosts.w2' have the same 'address'; each machine has its own",
    ],
    [
      'two hosts with one host key',
      hosts({ w3: { ...host(23), hostKey: `${host(22).hostKey} cloned` } }),
      "'hosts.w3' and 'hosts.w2' have the same 'hostKey'; each machine has its own",
    ],
    [
      'something that is no host key',
      hosts({ w3: { ...host(23), hostKey: 'SHA256:abcdef' } }),
      "'hosts.w3.hostKey' (SHA256:abcdef) must be the public key of its SSH server, such as 'ssh-ed25519 AAAA…'",
    ],
    [
      'a DNS name without a node address',
      hosts({ w3: { ...host(23), address: 'w3.example.com' } }),
      "'hosts.w3.address' (w3.example.com) is no IPv4 address; give the host its 'nodeAddress' too",
    ],
    [
      'a node address that is none',
      hosts({ w3: { ...host(23), nodeAddress: '10.77.0.23/24' } }),
      "'hosts.w3.nodeAddress' (10.77.0.23/24) must be an IPv4 address",
    ],
    [
      'an interface that is none',
      hosts({ w3: { ...host(23), interface: 'eth0; reboot' } }),
      "'hosts.w3.interface' (eth0; reboot) must be the name of a network interface",
    ],
    [
      'a virtual address that a machine has',
      { endpoint: ClusterEndpoint.virtualAddress({ address: '10.77.0.21', routerId: 7 }) },
      "'endpoint' address (10.77.0.21) is that of 'hosts.w1'; a virtual address belongs to no machine",
    ],
    [
      'ranges that overlap',
      { podCidr: '10.96.0.0/12' },
      "'podCidr' (10.96.0.0/12) overlaps 'serviceCidr' (10.96.0.0/16); give them disjoint ranges",
    ],
    [
      'a host inside the range of pods',
      { podCidr: '10.77.0.0/28' },
      "'podCidr' (10.77.0.0/28) overlaps 'hosts.cp1' (10.77.0.11/32); give them disjoint ranges; 'podCidr' (10.77.0.0/28) overlaps 'hosts.cp2' (10.77.0.12/32); give them disjoint ranges; 'podCidr' (10.77.0.0/28) overlaps 'hosts.cp3' (10.77.0.13/32); give them disjoint ranges",
    ],
    [
      'the virtual address inside the range of Services',
      { serviceCidr: '10.77.0.96/28' },
      "'serviceCidr' (10.77.0.96/28) overlaps 'endpoint' (10.77.0.100/32); give them disjoint ranges",
    ],
    [
      'a range that is none',
      { podCidr: '10.244.0.1/16' },
      "'podCidr': '10.244.0.1/16' has host bits set; the range that holds it is '10.244.0.0/16'",
    ],
    ['an old version', { version: KubernetesVersion.of('1.28') }, "'version' (1.28) must be at least '1.29'"],
    [
      'a tag that is no annotation',
      { tags: { 'Cost Center': '7' } },
      "'tags' key 'Cost Center' must be at most 63 letters, digits, '-', '_' or '.', with an optional DNS prefix and '/': on premises tags are node annotations",
    ],
    [
      'a timeout that is too short',
      { ssh: { user: 'ops', timeoutSeconds: 1 } },
      "'ssh.timeoutSeconds' (1) must be a whole number of at least 5",
    ],
    [
      'an empty PKI directory',
      { pkiDirectory: ' ' },
      "'pkiDirectory' must name the directory that make-pki.sh made; found ''",
    ],
    [
      'a rack that is no label',
      hosts({ w3: host(23, 'row 7') }),
      "'labels' value 'row 7' of 'topology.kubernetes.io/zone' must be at most 63 letters, digits, '-', '_' or '.'",
    ],
  ])('fails when given %s', (_, props, message) => {
    expect(refusal(props)).toBe(`[test/Cluster] ${message}`);
  });

  it('fails with everything that is wrong at once', () => {
    expect(refusal({ version: KubernetesVersion.of('1.20'), controlPlane: { hosts: ['cp1', 'cp9'] } })).toBe(
      "[test/Cluster] 'version' (1.20) must be at least '1.29'; 'controlPlane.hosts' has 2 hosts; a highly available control plane takes 3, 5 or 7 (an even number survives no more than one less); 'controlPlane.hosts' names 'cp9', which is not in 'hosts'; did you mean 'cp1'?",
    );
  });

  it('fails when a pool is added with a host in use', () => {
    const cluster = define(testStack());
    expect(problem(() => cluster.addNodePool('second', { hosts: ['w1'] }))).toBe(
      "[test/Cluster] 'nodePools.second.hosts' names 'w1', which is in 'nodePools.general.hosts' already; a host has one role",
    );
  });

  it('fails when the manifest of the pod network is not there', () => {
    expect(refusal({ podNetworkManifestPath: 'no/such.yaml' })).toBe(
      "[test/Cluster/Gate] 'podNetworkManifestPath' (no/such.yaml) does not exist; give the path of a manifest file",
    );
  });

  it('fails at synthesis without a node for pods, and passes when the control plane takes them', () => {
    const stack = testStack();
    define(stack, { nodePools: {} });
    expect(() => synthesize(stack)).toThrow(
      "cluster 'prod' has no node pool; add one with addNodePool(), or say controlPlane.schedulable: true",
    );
    const small = testStack();
    define(small, {
      nodePools: {},
      availability: ControlPlaneAvailability.SINGLE,
      controlPlane: { hosts: ['cp1'], schedulable: true },
    });
    expect(() => synthesize(small)).not.toThrow();
  });

  it('passes tokens unchecked', () => {
    const stack = testStack();
    const token = (name: string): string =>
      new TerraformVariable(stack, name, { type: 'string' }).stringValue;
    const w3 = { address: token('address'), hostKey: token('key'), nodeAddress: token('node') };
    expect(() =>
      define(stack, {
        hosts: { ...PROPS.hosts, w3 },
        nodePools: { general: { hosts: ['w1', 'w3'] } },
        podCidr: token('pods'),
      }),
    ).not.toThrow();
    expect(JSON.stringify(synthesize(stack))).toContain('podSubnet: ${var.pods}');
  });
});

describe('the endpoint', () => {
  it.each([
    [
      { address: '10.0.0.0/24', routerId: 7 },
      "'endpoint' address (10.0.0.0/24) must be an IPv4 address without a mask, such as '10.0.0.100'",
    ],
    [{ address: '10.0.0.9', routerId: 0 }, "'endpoint' routerId (0) must be a whole number from 1 to 255"],
    [
      { address: '10.0.0.9', routerId: 256 },
      "'endpoint' routerId (256) must be a whole number from 1 to 255",
    ],
    [
      { address: '10.0.0.9', routerId: 7, port: 6443 },
      "'endpoint' port (6443) is taken by Kubernetes itself on the same hosts; use 8443",
    ],
    [
      { address: '10.0.0.9', routerId: 7, port: 70000 },
      "'endpoint' port (70000) must be a whole number from 1 to 65535",
    ],
  ])('fails for the virtual address %p', (options, message) => {
    expect(problem(() => ClusterEndpoint.virtualAddress(options))).toBe(message);
  });

  it('fails for an external host with a scheme', () => {
    expect(problem(() => ClusterEndpoint.external({ host: 'https://x', port: 6443 }))).toBe(
      "'endpoint' host (https://x) must be a DNS name or an IPv4 address, without scheme or port",
    );
  });
});

describe('the package repository', () => {
  it('fails for a mirror without TLS', () => {
    expect(problem(() => PackageRepository.at('http://mirror.example.com'))).toBe(
      "'packageRepository' (http://mirror.example.com) must be an https:// URL: its signing key is trusted because of the certificate",
    );
  });
});
