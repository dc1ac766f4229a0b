import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { GkeSharedVpcGrants, type GkeSharedVpcGrantsProps } from '../../lib/gke/shared-vpc';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const PROPS: GkeSharedVpcGrantsProps = {
  hostProject: 'acme-net',
  serviceProjectNumber: '123456789012',
  region: 'europe-west3',
  subnetworks: {
    nodes: 'projects/acme-net/regions/europe-west3/subnetworks/gke',
    'control-plane': 'projects/acme-net/regions/europe-west3/subnetworks/gke-control-plane',
  },
};
const GKE = 'serviceAccount:service-123456789012@container-engine-robot.iam.gserviceaccount.com';
const INSTANCES = 'serviceAccount:123456789012@cloudservices.gserviceaccount.com';

function synthesizeGrants(props: Partial<GkeSharedVpcGrantsProps> = {}) {
  const stack = gkeStack();
  new GkeSharedVpcGrants(stack, 'Grants', { ...PROPS, ...props });
  return synthesize(stack);
}

describe('GkeSharedVpcGrants', () => {
  it('lets GKE use each subnetwork, and see to the network of the host project', () => {
    const use = { project: 'acme-net', region: 'europe-west3', role: 'roles/compute.networkUser' };
    const { nodes, 'control-plane': controlPlane } = PROPS.subnetworks;
    expect(synthesizeGrants().resource).toEqual({
      google_compute_subnetwork_iam_member: {
        Grants_Subnetworks_nodes_Gke_447D2F20: { ...use, subnetwork: nodes, member: GKE },
        Grants_Subnetworks_nodes_Instances_9B41D421: { ...use, subnetwork: nodes, member: INSTANCES },
        'Grants_Subnetworks_control-plane_Gke_44BF4AB9': { ...use, subnetwork: controlPlane, member: GKE },
        'Grants_Subnetworks_control-plane_Instances_20BA1388': {
          ...use,
          subnetwork: controlPlane,
          member: INSTANCES,
        },
      },
      google_project_iam_member: {
        Grants_HostServiceAgent_B9422615: {
          project: 'acme-net',
          role: 'roles/container.hostServiceAgentUser',
          member: GKE,
        },
      },
    });
  });

  it('lets GKE keep firewall rules only where that is asked for', () => {
    const added = resourceAddresses(synthesizeGrants({ firewallRules: true })).filter(
      (address) => !resourceAddresses(synthesizeGrants()).includes(address),
    );
    expect(added).toEqual(['google_project_iam_member.Grants_FirewallRules_2A120566']);
    expect(
      synthesizeGrants({ firewallRules: true }).resource?.google_project_iam_member
        ?.Grants_FirewallRules_2A120566,
    ).toEqual({ project: 'acme-net', role: 'roles/compute.securityAdmin', member: GKE });
  });

  it('is what a cluster can wait for, all of it', () => {
    const stack = gkeStack();
    const grants = new GkeSharedVpcGrants(stack, 'Grants', PROPS);
    new ContainerCluster(stack, 'Cluster', { name: 'prod', dependsOn: [...grants.ready] });
    const synthesized = synthesize(stack);
    const given = resourceAddresses(synthesized).filter((address) => address.includes('.Grants_'));
    const waited = only(synthesized, 'google_container_cluster').depends_on as readonly string[];
    expect([...waited].sort()).toEqual(given);
    expect(given).toHaveLength(5);
  });

  it.each<[string, Partial<GkeSharedVpcGrantsProps>, string]>([
    [
      'the project is told by its id',
      { serviceProjectNumber: 'acme-prod' },
      "[test/Grants] 'serviceProjectNumber' (acme-prod) must be the number of a project, such as '123456789012', and not its id",
    ],
    [
      'there is no subnetwork',
      { subnetworks: {} },
      "[test/Grants] 'subnetworks' is empty; name at least the one of the nodes",
    ],
    [
      'the name of a subnetwork is no address',
      { subnetworks: { 'a/b': 'gke' } },
      "[test/Grants] 'subnetworks' key 'a/b' must be up to 63 letters, digits, '-' and '_', starting with a letter",
    ],
  ])('fails when %s', (_, props, message) => {
    expect(() => synthesizeGrants(props)).toThrow(new Error(message));
  });
});
