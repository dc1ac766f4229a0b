import { NodePoolSize } from '../../lib/cluster';
import { GkeMachine, type GkeNodePoolOptions } from '../../lib/gke';
import { GkeCapacityReservation } from '../../lib/gke/capacity-reservation';
import { GkeConfidential } from '../../lib/gke/confidential';
import { GkeBootDiskType, GkeLocalSsd } from '../../lib/gke/disks';
import { GkeEgressBandwidth } from '../../lib/gke/egress-bandwidth';
import { GkePlacement } from '../../lib/gke/placement';
import { GkePoolPodRange } from '../../lib/gke/pool-network';
import { GkeProvisioning } from '../../lib/gke/provisioning';
import { GkeAffinityOperator, GkeSoleTenancy } from '../../lib/gke/sole-tenancy';
import { poolBody } from './pools';

/** A pool that was told everything that replaces one, as far as it goes together. */
const TOLD: Partial<GkeNodePoolOptions> = {
  machine: GkeMachine.ofType('n2d-standard-8'),
  size: NodePoolSize.fixed(2),
  zones: ['europe-west3-a'],
  maxPodsPerNode: 64,
  placement: GkePlacement.policy('near'),
  podRange: GkePoolPodRange.made('batch-pods', '/20'),
  moreNetworks: [{ networkId: 'data', subnetworkId: 'data', podRangeName: 'data-pods', maxPods: 8 }],
  gvnic: true,
  egressBandwidth: GkeEgressBandwidth.TIER_1,
  provisioning: GkeProvisioning.limited({ maxRunHours: 24 }),
  capacityReservation: GkeCapacityReservation.named('batch'),
  soleTenancy: GkeSoleTenancy.affinity([{ key: 'team', operator: GkeAffinityOperator.IN, values: ['a'] }]),
  minCpuPlatform: 'AMD Milan',
  threadsPerCore: 1,
  imageStreaming: true,
  secondaryBootDisks: [{ image: 'projects/acme-prod/global/images/models' }],
  localSsd: GkeLocalSsd.ephemeral(2),
  confidential: GkeConfidential.SEV,
  bootDisk: { type: GkeBootDiskType.HYPERDISK_BALANCED },
  confidentialDisk: true,
};

const BY_PROVIDER = [
  'service_account',
  'oauth_scopes',
  'metadata',
  'spot',
  'flex_start',
  'max_run_duration',
  'min_cpu_platform',
  'boot_disk_kms_key',
  'enable_confidential_storage',
  'shielded_instance_config',
  'guest_accelerator',
  'local_nvme_ssd_block_config',
  'ephemeral_storage_local_ssd_config',
  'reservation_affinity',
  'sole_tenant_config',
  'node_group',
  'advanced_machine_features',
  'secondary_boot_disks',
  'confidential_nodes',
];

// A changed value here replaces the pool of whoever said the same before
describe('what makes a pool the one it is', () => {
  it('has the same values for the same words', () => {
    const { node_config, ...pool } = poolBody(TOLD, { multiNetworking: true });
    expect({
      project: pool.project,
      location: pool.location,
      cluster: pool.cluster,
      name_prefix: pool.name_prefix,
      max_pods_per_node: pool.max_pods_per_node,
      placement_policy: pool.placement_policy,
      queued_provisioning: pool.queued_provisioning,
      network_config: pool.network_config,
    }).toEqual({
      project: 'acme-prod',
      location: 'europe-west3',
      cluster: 'prod',
      name_prefix: 'general-',
      max_pods_per_node: 64,
      placement_policy: { type: 'COMPACT', policy_name: 'near' },
      queued_provisioning: undefined,
      network_config: {
        create_pod_range: true,
        pod_range: 'batch-pods',
        pod_ipv4_cidr_block: '/20',
        additional_node_network_configs: [{ network: 'data', subnetwork: 'data' }],
        additional_pod_network_configs: [
          { subnetwork: 'data', secondary_pod_range: 'data-pods', max_pods_per_node: 8 },
        ],
        network_performance_config: { total_egress_bandwidth_tier: 'TIER_1' },
      },
    });
    expect(identityOf(node_config)).toEqual({
      service_account: 'nodes@acme-prod.iam.gserviceaccount.com',
      oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
      metadata: { 'disable-legacy-endpoints': 'true' },
      max_run_duration: '86400s',
      min_cpu_platform: 'AMD Milan',
      boot_disk_kms_key: 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster',
      enable_confidential_storage: true,
      shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
      ephemeral_storage_local_ssd_config: { local_ssd_count: 2 },
      reservation_affinity: {
        consume_reservation_type: 'SPECIFIC_RESERVATION',
        key: 'compute.googleapis.com/reservation-name',
        values: ['batch'],
      },
      sole_tenant_config: { node_affinity: [{ key: 'team', operator: 'IN', values: ['a'] }] },
      advanced_machine_features: { threads_per_core: 1 },
      secondary_boot_disks: [{ disk_image: 'projects/acme-prod/global/images/models' }],
      confidential_nodes: { enabled: true, confidential_instance_type: 'SEV' },
    });
  });

  it('is as little as it was where nothing more is said', () => {
    const { node_config } = poolBody();
    expect(identityOf(node_config)).toEqual({
      service_account: 'nodes@acme-prod.iam.gserviceaccount.com',
      oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
      metadata: { 'disable-legacy-endpoints': 'true' },
      boot_disk_kms_key: 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster',
      shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
    });
  });
});

function identityOf(nodeConfig: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(nodeConfig as Record<string, unknown>).filter(([name]) => BY_PROVIDER.includes(name)),
  );
}
