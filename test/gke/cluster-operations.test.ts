import { EncryptionKey } from '../../lib/cluster';
import {
  GkeAddOn,
  GkeCluster,
  GkeConfigSync,
  GkeFleetFeatures,
  GkeMetric,
  GkeMode,
  GkeRestorePlan,
} from '../../lib/gke';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { defineGke, gkeStack, MINIMAL, only, synthesizeGke } from './gke-stack';

const KEY = 'projects/acme-prod/locations/europe-west3/keyRings/mine/cryptoKeys/mine';

describe('the running of a cluster', () => {
  it('is as ever where nothing is said of it', () => {
    const cluster = only(synthesizeGke(), 'google_container_cluster');
    expect(cluster).not.toHaveProperty('addons_config');
    expect(cluster).not.toHaveProperty('fleet');
    expect(cluster.monitoring_config).toEqual({
      enable_components: ['SYSTEM_COMPONENTS'],
      managed_prometheus: { enabled: true },
    });
  });

  it('is told in the one resource', () => {
    const cluster = only(
      synthesizeGke({
        addOns: { [GkeAddOn.FILESTORE_CSI]: { enabled: true } },
        metrics: [GkeMetric.POD],
        workloadLogs: false,
        costAllocation: false,
        verticalPodAutoscaling: true,
      }),
      'google_container_cluster',
    );
    expect(cluster).toMatchObject({
      addons_config: { gcp_filestore_csi_driver_config: { enabled: true } },
      monitoring_config: {
        enable_components: ['POD', 'SYSTEM_COMPONENTS'],
        managed_prometheus: { enabled: true },
      },
      logging_config: { enable_components: ['APISERVER', 'SYSTEM_COMPONENTS'] },
      cost_management_config: { enabled: false },
      vertical_pod_autoscaling: { enabled: true },
    });
  });

  it('is backed up under its key, and restored into another', () => {
    const stack = gkeStack();
    const prod = defineGke(stack, { backupPlans: { daily: { restore: {} } } });
    const staging = new GkeCluster(stack, 'Staging', {
      ...MINIMAL,
      clusterName: 'staging',
      backupAgent: true,
    });
    new GkeRestorePlan(stack, 'IntoStaging', {
      planName: 'into-staging',
      project: 'acme-prod',
      location: 'europe-west3',
      backupPlanId: prod.backupPlanIds.daily ?? '',
      clusterId: staging.clusterId,
    });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_gke_backup_backup_plan')).toMatchObject({
      name: 'prod-daily',
      cluster: '${google_container_cluster.Prod_7A5F3219.id}',
      backup_config: {
        encryption_key: { gcp_kms_encryption_key: '${google_kms_crypto_key.Prod_Encryption_EF79E7A1.id}' },
      },
      depends_on: ['google_kms_crypto_key_iam_member.Prod_Backups_Grant_37E278F4'],
    });
    const restores = Object.values(synthesized.resource?.google_gke_backup_restore_plan ?? {});
    expect(restores.map(({ name, backup_plan, cluster }) => ({ name, backup_plan, cluster }))).toEqual([
      {
        name: 'into-staging',
        backup_plan: '${google_gke_backup_backup_plan.Prod_Backups_daily_B00046F0.id}',
        cluster: '${google_container_cluster.Staging_12D1754E.id}',
      },
      {
        name: 'prod-daily',
        backup_plan: '${google_gke_backup_backup_plan.Prod_Backups_daily_B00046F0.id}',
        cluster: '${google_container_cluster.Prod_7A5F3219.id}',
      },
    ]);
  });

  it('leaves the grant of a key of yours to you', () => {
    const synthesized = synthesizeGke({
      secretsEncryption: EncryptionKey.existing(KEY),
      backupPlans: { daily: {} },
    });
    expect(synthesized.resource).not.toHaveProperty('google_kms_crypto_key_iam_member');
    expect(only(synthesized, 'google_gke_backup_backup_plan')).toMatchObject({
      backup_config: { encryption_key: { gcp_kms_encryption_key: KEY } },
    });
  });

  it('is a part of a fleet, also in Autopilot', () => {
    const stack = gkeStack();
    const features = new GkeFleetFeatures(stack, 'Features', { project: 'acme-prod', configSync: true });
    const { nodePools: _, mode: __, ...common } = MINIMAL;
    const cluster = new GkeCluster(stack, 'Prod', {
      ...common,
      mode: GkeMode.autopilot(),
      fleet: { features, configSync: GkeConfigSync.installed() },
    });
    expect(cluster.backupPlanIds).toEqual({});
    expect(cluster.fleetMembershipId).toBeDefined();
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({ fleet: { project: 'acme-prod' } });
    expect(only(synthesized, 'google_gke_hub_feature_membership')).toMatchObject({
      membership: '${google_container_cluster.Prod_7A5F3219.fleet[0].membership_id}',
      depends_on: ['google_gke_hub_feature.Features_ConfigSync_3DEF205D'],
    });
    expect(resourceAddresses(synthesized)).toContain(
      'google_gke_hub_feature_membership.Prod_Fleet_ConfigSync_207740D4',
    );
  });

  it('fails with everything that is wrong about it at once', () => {
    expect(() =>
      synthesizeGke({
        autoMonitoring: true,
        managedPrometheus: false,
        backupPlans: { daily: { lockDays: 91 } },
      }),
    ).toThrow(
      new Error(
        "[test/Prod] 'autoMonitoring' is a part of 'managedPrometheus', which is false; switch on both or neither; 'backupPlans' daily lockDays (91) must be a whole number of 0 to 90",
      ),
    );
  });

  it('fails where a gateway has no load balancing', () => {
    expect(() =>
      synthesizeGke({
        gatewayApi: true,
        addOns: { [GkeAddOn.HTTP_LOAD_BALANCING]: { enabled: false } },
      }),
    ).toThrow(
      new Error(
        "[test/Prod] 'gatewayApi' needs the add-on for HTTP load balancing, which 'addOns' switches off",
      ),
    );
  });
});
