import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { ContainerNodePool } from '@cdktf/provider-google/lib/container-node-pool';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { LocalBackend, TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';

export interface GkeFixtureProps {
  readonly maxNodes?: number;
  readonly deletionProtection?: boolean;
}

/** A small GKE stack, as JSON. The project comes from a variable, as it does for a client. */
export function gkeStack(props: GkeFixtureProps = {}): string {
  const stack = new TerraformStack(Testing.app(), 'gke');
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  const project = new TerraformVariable(stack, 'project', { type: 'string' });
  new GoogleProvider(stack, 'Google', { project: project.stringValue, region: 'europe-west4' });
  const network = new ComputeNetwork(stack, 'Network', { name: 'prod', autoCreateSubnetworks: false });
  const subnetwork = new ComputeSubnetwork(stack, 'Nodes', {
    name: 'nodes',
    network: network.id,
    ipCidrRange: '10.0.0.0/20',
    secondaryIpRange: [
      { rangeName: 'pods', ipCidrRange: '10.4.0.0/14' },
      { rangeName: 'services', ipCidrRange: '10.8.0.0/20' },
    ],
  });
  const router = new ComputeRouter(stack, 'Router', { name: 'prod', network: network.id });
  new ComputeRouterNat(stack, 'Nat', {
    name: 'prod',
    router: router.name,
    region: router.region,
    sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
    natIpAllocateOption: 'AUTO_ONLY',
    subnetwork: [{ name: subnetwork.id, sourceIpRangesToNat: ['ALL_IP_RANGES'] }],
  });
  const account = new ServiceAccount(stack, 'Account', { accountId: 'nodes' });
  new ProjectIamMember(stack, 'Logs', {
    project: project.stringValue,
    role: 'roles/logging.logWriter',
    member: account.member,
  });
  const cluster = new ContainerCluster(stack, 'Cluster', {
    name: 'prod',
    location: 'europe-west4',
    network: network.id,
    subnetwork: subnetwork.id,
    removeDefaultNodePool: true,
    initialNodeCount: 1,
    deletionProtection: props.deletionProtection ?? false,
    ipAllocationPolicy: { clusterSecondaryRangeName: 'pods', servicesSecondaryRangeName: 'services' },
    workloadIdentityConfig: { workloadPool: `${project.stringValue}.svc.id.goog` },
    privateClusterConfig: { enablePrivateNodes: true },
  });
  new ContainerNodePool(stack, 'Pool', {
    name: 'general',
    cluster: cluster.id,
    autoscaling: { minNodeCount: 1, maxNodeCount: props.maxNodes ?? 3 },
    nodeConfig: {
      machineType: 'e2-standard-4',
      serviceAccount: account.email,
      taint: [{ key: 'dedicated', value: 'batch', effect: 'NO_SCHEDULE' }],
    },
  });
  new TerraformOutput(stack, 'endpoint', { value: cluster.endpoint });
  new TerraformOutput(stack, 'ca', { value: cluster.masterAuth.clusterCaCertificate });
  new TerraformOutput(stack, 'member', { value: account.member });
  new TerraformOutput(stack, 'private_endpoint', { value: cluster.privateClusterConfig.privateEndpoint });
  return Testing.synth(stack);
}
