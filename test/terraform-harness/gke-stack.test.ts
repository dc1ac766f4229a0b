import { describeTerraform, lifecycle, SimulatedProviders, TerraformWorkspace } from '../support/terraform';
import { gkeStack } from './gke-fixture';

const vars = { project: 'acme-prod' };

describeTerraform('a GKE stack on simulated providers', () => {
  test('lives through init, validate, plan, apply, an empty second plan and destroy', async () => {
    const report = await lifecycle(gkeStack(), { vars });
    expect(report.planned.map(({ address }) => address)).toEqual([
      'google_compute_network.Network',
      'google_compute_router.Router',
      'google_compute_router_nat.Nat',
      'google_compute_subnetwork.Nodes',
      'google_container_cluster.Cluster',
      'google_container_node_pool.Pool',
      'google_project_iam_member.Logs',
      'google_service_account.Account',
    ]);
    expect(report.addresses).toEqual(report.planned.map(({ address }) => address));
    expect(report.liveAfterApply).toBe(8);
    expect(report.outputs).toEqual({
      // the stack has no master_auth block: the provider adds it, as the real one does
      ca: Buffer.from('simulated cluster_ca_certificate').toString('base64'),
      endpoint: '192.0.2.10',
      member: 'serviceAccount:nodes@acme-prod.iam.gserviceaccount.com',
      private_endpoint: expect.stringMatching(/^https:\/\/[0-9a-f]{12}\.simulated\.example$/),
    });
  });

  test('ends with the plan when asked, and makes nothing', async () => {
    const report = await lifecycle(gkeStack(), { vars, until: 'plan' });
    expect(report.planned).toHaveLength(8);
    expect(report.liveAfterApply).toBe(0);
    expect(report.outputs).toEqual({});
  });

  test('honours deletion protection only when asked, and lets a nested change force a replacement', async () => {
    const providers = await SimulatedProviders.start(gkeStack(), {
      honourDeletionProtection: true,
      forceNew: { google_container_node_pool: ['autoscaling.max_node_count'] },
    });
    const workspace = TerraformWorkspace.open(gkeStack({ deletionProtection: true }), { env: providers.env });
    try {
      await workspace.init();
      await workspace.apply(vars);
      workspace.use(gkeStack({ deletionProtection: true, maxNodes: 9 }));
      expect((await workspace.plan({ vars })).changes).toEqual([
        {
          address: 'google_container_node_pool.Pool',
          actions: ['delete', 'create'],
          replacePaths: ['autoscaling[0].max_node_count'],
        },
      ]);
      await expect(workspace.destroy(vars)).rejects.toThrow(
        "google_container_cluster 'projects/acme-prod/locations/europe-west4/clusters/prod' is protected from deletion",
      );
      expect(providers.liveResources()).toContainEqual({
        type: 'google_container_cluster',
        id: 'projects/acme-prod/locations/europe-west4/clusters/prod',
      });

      workspace.use(gkeStack({ deletionProtection: false }));
      await workspace.apply(vars);
      await workspace.destroy(vars);
      expect(providers.liveResources()).toEqual([]);
    } finally {
      workspace.close();
      providers.stop();
    }
  });
});
