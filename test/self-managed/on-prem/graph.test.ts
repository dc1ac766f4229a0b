import { ClusterEndpoint } from '../../../lib/self-managed';
import { resourceAddresses, synthesize, testStack } from '../../support/synthesized';
import { define, host, PROPS, predecessors, provisioners, resourcesByPath } from '../support';

describe('the graph of a cluster on premises', () => {
  const stack = testStack();
  define(stack);
  const resources = resourcesByPath(stack);
  const orderOf = (path: string) => predecessors(stack, path);

  it('has these addresses, which are a contract', () => {
    expect(resourceAddresses(synthesize(stack))).toEqual([
      'terraform_data.Cluster_AllHostsChecked_A164EDD0',
      'terraform_data.Cluster_ControlPlane_cp1_Install_CBA4EFD6',
      'terraform_data.Cluster_ControlPlane_cp1_LoadBalancer_D5AA4F80',
      'terraform_data.Cluster_ControlPlane_cp1_Member_84E7CD74',
      'terraform_data.Cluster_ControlPlane_cp1_Pki_C7EC32C5',
      'terraform_data.Cluster_ControlPlane_cp1_Preflight_AEAF1F94',
      'terraform_data.Cluster_ControlPlane_cp1_Scripts_6431C158',
      'terraform_data.Cluster_ControlPlane_cp2_Install_DC9F38D7',
      'terraform_data.Cluster_ControlPlane_cp2_LoadBalancer_02B76C6B',
      'terraform_data.Cluster_ControlPlane_cp2_Member_C62E02E3',
      'terraform_data.Cluster_ControlPlane_cp2_Pki_128D5EA7',
      'terraform_data.Cluster_ControlPlane_cp2_Preflight_95AFBE7B',
      'terraform_data.Cluster_ControlPlane_cp2_Scripts_CC28A7F3',
      'terraform_data.Cluster_ControlPlane_cp3_Install_6A6B7458',
      'terraform_data.Cluster_ControlPlane_cp3_LoadBalancer_BE00908C',
      'terraform_data.Cluster_ControlPlane_cp3_Member_B74FC77C',
      'terraform_data.Cluster_ControlPlane_cp3_Pki_D491269E',
      'terraform_data.Cluster_ControlPlane_cp3_Preflight_A4884FA5',
      'terraform_data.Cluster_ControlPlane_cp3_Scripts_1DFC7FF9',
      'terraform_data.Cluster_EB0386A7',
      'terraform_data.Cluster_Gate_16548E04',
      'terraform_data.Cluster_Members_ControlPlanes_26A6FA0F',
      'terraform_data.Cluster_Members_Workers_0B97EF59',
      'terraform_data.Cluster_NodePools_general_w1_Install_49ED8560',
      'terraform_data.Cluster_NodePools_general_w1_Member_7CB264E8',
      'terraform_data.Cluster_NodePools_general_w1_Preflight_04B8EA5B',
      'terraform_data.Cluster_NodePools_general_w1_Scripts_24C7D9F7',
      'terraform_data.Cluster_NodePools_general_w2_Install_ADE83793',
      'terraform_data.Cluster_NodePools_general_w2_Member_0EA5CBFB',
      'terraform_data.Cluster_NodePools_general_w2_Preflight_F92E646C',
      'terraform_data.Cluster_NodePools_general_w2_Scripts_63981820',
    ]);
  });

  it('looks at all hosts before it changes any', () => {
    expect(orderOf('AllHostsChecked')).toEqual([
      'ControlPlane/cp1/Preflight',
      'ControlPlane/cp2/Preflight',
      'ControlPlane/cp3/Preflight',
      'NodePools/general/w1/Preflight',
      'NodePools/general/w2/Preflight',
    ]);
    for (const path of Object.keys(resources).filter((name) => name.endsWith('/Install'))) {
      expect(orderOf(path)).toEqual(['AllHostsChecked']);
    }
  });

  it('starts every load balancer before the first control plane', () => {
    expect(orderOf('ControlPlane/cp1/LoadBalancer')).toEqual(['ControlPlane/cp1/Pki']);
    expect(orderOf('ControlPlane/cp1/Pki')).toEqual(['ControlPlane/cp1/Install']);
    expect(orderOf('ControlPlane/cp1/Member')).toEqual([
      'ControlPlane/cp1/LoadBalancer',
      'ControlPlane/cp2/LoadBalancer',
      'ControlPlane/cp3/LoadBalancer',
    ]);
  });

  it('lets control planes join one after the other, in the order of their names', () => {
    expect(orderOf('ControlPlane/cp2/Member')).toEqual([
      'ControlPlane/cp1/Member',
      'ControlPlane/cp2/LoadBalancer',
    ]);
    expect(orderOf('ControlPlane/cp3/Member')).toEqual([
      'ControlPlane/cp2/Member',
      'ControlPlane/cp3/LoadBalancer',
    ]);
  });

  it('lets workers join side by side after the last control plane', () => {
    expect(orderOf('NodePools/general/w1/Member')).toEqual([
      'ControlPlane/cp3/Member',
      'NodePools/general/w1/Install',
    ]);
    expect(orderOf('NodePools/general/w2/Member')).toEqual([
      'ControlPlane/cp3/Member',
      'NodePools/general/w2/Install',
    ]);
  });

  it('passes the gate and knows its members when all have joined', () => {
    const all = ['ControlPlane/cp3/Member', 'NodePools/general/w1/Member', 'NodePools/general/w2/Member'];
    expect(orderOf('Gate')).toEqual(all);
    expect(orderOf('Members/ControlPlanes')).toEqual(['ControlPlane/cp3/Member']);
    expect(orderOf('Members/Workers')).toEqual([
      'Members/ControlPlanes',
      'NodePools/general/w1/Member',
      'NodePools/general/w2/Member',
    ]);
  });

  it('gives no trigger to the steps that would disturb a running node', () => {
    const triggered = Object.keys(resources).filter((path) => 'triggers_replace' in (resources[path] ?? {}));
    expect(triggered.map((path) => path.split('/').at(-1)).sort()).toEqual([
      'Gate',
      ...Array(3).fill('LoadBalancer'),
      ...Array(5).fill('Preflight'),
      'Resource',
      ...Array(5).fill('Scripts'),
    ]);
  });

  it('never puts a trigger and a destroy provisioner on one resource', () => {
    for (const resource of Object.values(resources)) {
      const onDestroy = provisioners(resource).some(([, { when }]) => when === 'destroy');
      expect(onDestroy && 'triggers_replace' in resource).toBe(false);
    }
  });

  it('knows the key of every host that it talks to', () => {
    for (const resource of Object.values(resources)) {
      const nested = provisioners(resource).flatMap(([, { connection }]) => connection ?? []);
      for (const connection of [
        ...(resource.connection === undefined ? [] : [resource.connection]),
        ...nested,
      ]) {
        expect((connection as { host_key?: string }).host_key).toMatch(
          /^(ssh-ed25519 AAAA|\$\{(self|try)\b)/,
        );
        expect((connection as { timeout?: string }).timeout).toBe('30s');
      }
    }
  });

  it('installs no load balancer where one exists', () => {
    const external = testStack();
    define(external, { endpoint: ClusterEndpoint.external({ host: 'k8s.example.com', port: 6443 }) });
    expect(Object.keys(resourcesByPath(external)).filter((path) => path.includes('LoadBalancer'))).toEqual(
      [],
    );
    expect(predecessors(external, 'ControlPlane/cp1/Member')).toEqual(['ControlPlane/cp1/Pki']);
    const [, install] = provisioners(resourcesByPath(external)['ControlPlane/cp1/Install'])[0] ?? [];
    expect(install?.inline).toEqual([
      'set -eu',
      'sudo -n bash .kubewhere/scripts/install.sh prod cp1 control-plane 1.34 https://pkgs.k8s.io/core:/stable:/v1.34/deb default no',
    ]);
  });

  it('keeps every address but those of the host that is added', () => {
    const bigger = testStack();
    define(bigger, {
      hosts: { ...PROPS.hosts, a0: host(10) },
      nodePools: { general: { hosts: ['w2', 'a0', 'w1'] } },
    });
    const [before, now] = [stack, bigger].map((one) => resourceAddresses(synthesize(one)));
    expect(
      now?.filter((address) => !before?.includes(address)).map((address) => address.slice(0, -9)),
    ).toEqual([
      'terraform_data.Cluster_NodePools_general_a0_Install',
      'terraform_data.Cluster_NodePools_general_a0_Member',
      'terraform_data.Cluster_NodePools_general_a0_Preflight',
      'terraform_data.Cluster_NodePools_general_a0_Scripts',
    ]);
    expect(now).toEqual(expect.arrayContaining([...(before ?? [])]));
  });
});
