import { Testing } from 'cdktf';
import {
  GkeAutoProvisioning,
  type GkeClusterProps,
  GkeMode,
  GkeNodeImage,
  GkePoolPodRange,
} from '../../lib/gke';
import { defineGke, gkeStack, only, POOL, synthesizeGke } from './gke-stack';

const MAKES_NODES = GkeMode.standard({
  autoProvisioning: GkeAutoProvisioning.within({ cpu: { max: 64 }, memoryGib: { max: 256 } }),
});

const refusalOf = (props: Partial<GkeClusterProps>): (() => void) => {
  const stack = gkeStack();
  return () => {
    defineGke(stack, props);
    Testing.synth(stack, true);
  };
};

describe('a GKE cluster and its nodes', () => {
  it('needs no pool where GKE makes nodes', () => {
    expect(refusalOf({ nodePools: {}, mode: MAKES_NODES })).not.toThrow();
    expect(refusalOf({ nodePools: {} })).toThrow(
      "cluster 'prod' has no node pool, so nothing can run on it; add one with 'nodePools' or addNodePool()",
    );
  });

  it('hands the autoscaler the account and the key of its nodes', () => {
    const { cluster_autoscaling: autoscaling } = only(
      synthesizeGke({ mode: MAKES_NODES }),
      'google_container_cluster',
    ) as { cluster_autoscaling: Record<string, unknown> };
    expect(autoscaling).toMatchObject({
      enabled: true,
      resource_limits: [
        { resource_type: 'cpu', maximum: 64 },
        { resource_type: 'memory', maximum: 256 },
      ],
      auto_provisioning_defaults: {
        service_account: '${google_service_account.Prod_NodeIdentity_089202E4.email}',
        boot_disk_kms_key: '${google_kms_crypto_key.Prod_Encryption_EF79E7A1.id}',
      },
    });
  });

  it('warns where the pod range does not hold what GKE may make', () => {
    const stack = gkeStack();
    const mode = GkeMode.standard({
      autoProvisioning: GkeAutoProvisioning.within({ cpu: { max: 20_000 }, memoryGib: { max: 80_000 } }),
    });
    const cluster = defineGke(stack, { mode });
    expect(cluster.node.metadata.map(({ data }) => data)).toEqual([
      "[kubewhere:gke/auto-provisioned-range] 'podCidr' (10.4.0.0/14) has room for 1024 nodes of 256 addresses, but the node pools may grow to 10004 (surge included); widen it, or let the pools grow less",
      "[kubewhere:gke/auto-provisioned-range] 'nodeCidr' (10.0.0.0/20) has room for 4092 nodes, but the node pools may grow to 10004 (surge included); widen it, or let the pools grow less",
    ]);
    const small = defineGke(gkeStack(), { mode: MAKES_NODES });
    expect(small.node.metadata).toEqual([]);
  });

  it('gives every pool the secure tags of the cluster', () => {
    const pool = only(
      synthesizeGke({ resourceManagerTags: { 'tagKeys/1': 'tagValues/2' } }),
      'google_container_node_pool',
    ) as { node_config: Record<string, unknown> };
    expect(pool.node_config.resource_manager_tags).toEqual({ 'tagKeys/1': 'tagValues/2' });
  });

  it('refuses pools that all run Windows, and a pod range that its own network does not have', () => {
    const windows = { ...POOL, image: GkeNodeImage.WINDOWS_2022 };
    expect(refusalOf({ nodePools: { windows } })).toThrow(
      "node pools 'windows' run Windows, and none runs Linux, which GKE's own pods need; add one that does",
    );
    const elsewhere = { ...POOL, podRange: GkePoolPodRange.existing('other') };
    expect(refusalOf({ nodePools: { elsewhere } })).toThrow(
      "[test/Prod/NodePools/elsewhere] 'podRange' 'other' must be a range of the cluster's network: pods",
    );
  });

  it('lets pools run Windows beside GKE’s own where GKE makes nodes', () => {
    const windows = { ...POOL, image: GkeNodeImage.WINDOWS_2022 };
    expect(refusalOf({ nodePools: { windows }, mode: MAKES_NODES })).not.toThrow();
  });
});
