import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import {
  GkeAutoProvisioning,
  GkeAutoscalingProfile,
  GkeLocation,
  GkeReleaseChannel,
  type GkeStandardOptions,
  GkeVersionPolicy,
} from '../../lib/gke';
import type { GkeNodeProps } from '../../lib/gke/node-props';
import {
  describeAutoProvisioning,
  renderAutoProvisioning,
  setNewerNodes,
} from '../../lib/gke/private/auto-provisioning';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const KEY = 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster';
const GIVEN = {
  nodeSecurity: {
    serviceAccountEmail: 'nodes@acme-prod.iam.gserviceaccount.com',
    diskKeyId: KEY,
    resourceLabels: undefined,
  },
  versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR),
};
const FEW = GkeAutoProvisioning.within({ cpu: { max: 64 }, memoryGib: { max: 256 } });
const LOCATION = GkeLocation.region('europe-west3');

/** The resource with nothing but this part and a name. */
function clusterWith(
  options: GkeStandardOptions,
  given: Partial<typeof GIVEN> & GkeNodeProps = {},
): { readonly body: Record<string, unknown>; readonly version: unknown } {
  const stack = gkeStack();
  const resource = new ContainerCluster(stack, 'Resource', {
    name: 'prod',
    ...renderAutoProvisioning(options, { ...GIVEN, ...given }),
  });
  setNewerNodes(resource, given);
  const synthesized = synthesize(stack);
  const { name: _, ...body } = only(synthesized, 'google_container_cluster');
  return { body, version: Object(Object(synthesized.terraform?.required_providers).google).version };
}

describe('nodes that GKE makes', () => {
  it('are none, and nothing is said, where nothing was', () => {
    expect(clusterWith({}).body).toEqual({});
  });

  it('are as hardened as those of pools, within their limits, sorted', () => {
    expect(
      clusterWith(
        {
          autoProvisioning: GkeAutoProvisioning.within({
            cpu: { min: 4, max: 64 },
            memoryGib: { max: 256 },
            accelerators: { 'nvidia-l4': { max: 8 } },
            zones: ['europe-west3-b', 'europe-west3-a'],
            diskSizeGib: 200,
          }),
          autoscalingProfile: GkeAutoscalingProfile.OPTIMIZE_UTILIZATION,
        },
        { resourceManagerTags: { 'tagKeys/2': 'tagValues/22', 'tagKeys/1': 'tagValues/11' } },
      ).body,
    ).toEqual({
      cluster_autoscaling: {
        enabled: true,
        autoscaling_profile: 'OPTIMIZE_UTILIZATION',
        auto_provisioning_locations: ['europe-west3-a', 'europe-west3-b'],
        resource_limits: [
          { resource_type: 'cpu', minimum: 4, maximum: 64 },
          { resource_type: 'memory', maximum: 256 },
          { resource_type: 'nvidia-l4', maximum: 8 },
        ],
        auto_provisioning_defaults: {
          service_account: 'nodes@acme-prod.iam.gserviceaccount.com',
          oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
          boot_disk_kms_key: KEY,
          image_type: 'COS_CONTAINERD',
          disk_type: 'pd-balanced',
          disk_size: 200,
          shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
          management: { auto_repair: true, auto_upgrade: true },
          upgrade_settings: { max_surge: 1, max_unavailable: 0 },
        },
      },
      node_pool_auto_config: {
        node_kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE' },
        resource_manager_tags: { 'tagKeys/1': 'tagValues/11', 'tagKeys/2': 'tagValues/22' },
      },
    });
  });

  it('are not upgraded by GKE in a cluster whose version is pinned', () => {
    const versionPolicy = GkeVersionPolicy.pinned('1.34.1-gke.1829001');
    const { body } = clusterWith({ autoProvisioning: FEW }, { versionPolicy });
    expect(body.cluster_autoscaling).toMatchObject({
      auto_provisioning_defaults: {
        management: { auto_repair: true, auto_upgrade: versionPolicy.upgradesNodes },
      },
    });
    expect(versionPolicy.upgradesNodes).toBe(false);
  });

  // another value is another cluster, with all that runs in it
  it('have the key of the cluster, which is of its identity then', () => {
    expect(clusterWith({ autoProvisioning: FEW }).body.cluster_autoscaling).toMatchObject({
      auto_provisioning_defaults: { boot_disk_kms_key: KEY },
    });
  });
});

describe('a profile of the autoscaler without nodes that GKE makes', () => {
  it('says that there are none', () => {
    expect(clusterWith({ autoscalingProfile: GkeAutoscalingProfile.BALANCED }).body).toEqual({
      cluster_autoscaling: { enabled: false, autoscaling_profile: 'BALANCED' },
    });
  });
});

describe('a default compute class', () => {
  it.each([true, false])('is said where GKE looks for it: %s', (defaultComputeClass) => {
    const { body, version } = clusterWith({ autoProvisioning: FEW }, { defaultComputeClass });
    expect(body.cluster_autoscaling).toMatchObject({
      enabled: true,
      default_compute_class_enabled: defaultComputeClass,
    });
    expect(version).toBe('>= 7.0.0, < 8.0.0');
  });

  it('is off beside nodes that GKE does not make, which is said too', () => {
    expect(clusterWith({}, { defaultComputeClass: false }).body).toEqual({
      cluster_autoscaling: { enabled: false, default_compute_class_enabled: false },
    });
  });

  it('is not there, nor is the newer provider, where nothing was said', () => {
    const { body, version } = clusterWith({ autoProvisioning: FEW });
    expect(body.cluster_autoscaling).not.toHaveProperty('default_compute_class_enabled');
    expect(version).toBe('6.50.0');
  });
});

describe('what a cluster is told of all its nodes', () => {
  it.each<[GkeStandardOptions, GkeNodeProps, readonly string[]]>([
    [{}, {}, []],
    [{ autoProvisioning: FEW }, { defaultComputeClass: true }, []],
    [{}, { defaultComputeClass: false }, []],
    [
      {},
      { defaultComputeClass: true },
      [
        `'defaultComputeClass' needs 'autoProvisioning' in GkeMode.standard(), which makes the nodes of a class`,
      ],
    ],
    [
      {},
      { resourceManagerTags: { 'tagKeys/1': 'web' } },
      [
        `'resourceManagerTags' value 'web' of 'tagKeys/1' must be the id of a tag value such as 'tagValues/281479442205542'`,
      ],
    ],
    [
      { autoProvisioning: within(['europe-west3-a', 'europe-west3-a', 'europe-west4-a']) },
      {},
      [
        `'autoProvisioning' zones holds 'europe-west3-a' twice; name each zone once`,
        `'autoProvisioning' zones holds 'europe-west4-a', which must be a zone of 'europe-west3'`,
      ],
    ],
    [
      { autoProvisioning: within([]) },
      {},
      [`'autoProvisioning' zones must name at least one zone; leave it out for those of the cluster`],
    ],
  ])('is judged: %#', (options, props, problems) => {
    expect(describeAutoProvisioning(options, { ...props, location: LOCATION })).toEqual(problems);
  });
});

function within(zones: readonly string[]): GkeAutoProvisioning {
  return GkeAutoProvisioning.within({ cpu: { max: 64 }, memoryGib: { max: 256 }, zones });
}
