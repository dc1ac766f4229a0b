import { Testing } from 'cdktf';
import { ApiAccess, CapacityType, ClusterOutputs, NodePoolSize, TaintEffect } from '../../lib/cluster';
import { type GkeClusterProps, GkeLocation, GkeMachine } from '../../lib/gke';
import { describeTerraform, lifecycle, SimulatedProviders, TerraformWorkspace } from '../support/terraform';
import { defineGke, gkeStack, POOL } from './gke-stack';

/** As synthesized for a second stack or a pipeline: with outputs. */
function gkeJson(props: Partial<GkeClusterProps> = {}): string {
  const stack = gkeStack();
  const cluster = defineGke(stack, { deletionProtection: false, ...props });
  new ClusterOutputs(stack, 'Outputs', { cluster });
  return Testing.synth(stack, true);
}

describeTerraform('a GKE cluster on simulated providers', () => {
  it('lives through init, validate, plan, apply, an empty second plan and destroy by default', async () => {
    const report = await lifecycle(gkeJson());
    expect(report.liveAfterApply).toBe(16);
    expect(report.outputs).toMatchObject({ cluster_name: 'prod', cluster_platform: 'gke' });
  });

  it('does so with every option taken', async () => {
    const report = await lifecycle(
      gkeJson({
        location: GkeLocation.zone('europe-west3-a'),
        apiAccess: ApiAccess.restricted('203.0.113.0/24', '198.51.100.0/24'),
        administrators: { Platform: 'group:platform@example.com' },
        tags: { team: 'platform' },
        nodePools: {
          general: POOL,
          batch: {
            machine: GkeMachine.ofShape({ vcpu: 8, memoryGib: 32 }),
            size: NodePoolSize.autoscaled({ min: 0, max: 20 }),
            capacityType: CapacityType.INTERRUPTIBLE,
            diskSizeGib: 200,
            labels: { team: 'data' },
            taints: [{ key: 'dedicated', effect: TaintEffect.NO_SCHEDULE }],
          },
        },
      }),
    );
    expect(report.liveAfterApply).toBe(18);
  });

  it('refuses in the plan to destroy a protected cluster and its key', async () => {
    const json = gkeJson({ deletionProtection: true });
    const providers = await SimulatedProviders.start(json);
    const workspace = TerraformWorkspace.open(json, { env: providers.env });
    try {
      await workspace.init();
      await workspace.apply();
      await expect(workspace.destroy()).rejects.toThrow('lifecycle.prevent_destroy');
      workspace.use(gkeJson());
      await workspace.apply();
      await workspace.destroy();
      expect(providers.liveResources()).toEqual([]);
    } finally {
      workspace.close();
      providers.stop();
    }
  });
});
