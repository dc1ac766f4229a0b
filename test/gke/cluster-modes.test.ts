import { TerraformOutput } from 'cdktf';
import { ApiAccess, EncryptionKey } from '../../lib/cluster';
import {
  type GkeAutopilotClusterProps,
  GkeCluster,
  type GkeClusterProps,
  GkeDeletionPolicy,
  GkeEvent,
  GkeLocation,
  GkeMode,
  GkeNotifications,
  type GkeTimeouts,
} from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { googleVersion } from './control-plane-stack';
import { defineGke, gkeStack, MINIMAL, only, POOL, synthesizeGke } from './gke-stack';

const { nodePools: _, ...PLACE } = MINIMAL;

function defineAutopilot(stack = gkeStack(), props: Partial<GkeAutopilotClusterProps> = {}): GkeCluster {
  return new GkeCluster(stack, 'Prod', { ...PLACE, mode: GkeMode.autopilot(), ...props });
}

describe('a GKE cluster with nodes of Google’s', () => {
  it('needs no pool, and has the network, the key and the account of every other', () => {
    const stack = gkeStack();
    const cluster = defineAutopilot(stack);
    expect(cluster.mode).toBe('autopilot');
    const addresses = resourceAddresses(synthesize(stack));
    const others = resourceAddresses(synthesizeGke());
    expect(addresses).toEqual(others.filter((address) => !address.startsWith('google_container_node_pool')));
  });

  it('refuses a pool, now and later', () => {
    const nodePools = { general: POOL } as never;
    expect(() => defineAutopilot(gkeStack(), { nodePools })).toThrow(
      new Error(
        "[test/Prod] 'nodePools' (general) are for GkeMode.standard(); Autopilot makes nodes by itself",
      ),
    );
    expect(() => defineAutopilot().addNodePool('general', POOL)).toThrow(
      new Error("[test/Prod] node pool 'general' is for GkeMode.standard(); Autopilot makes nodes by itself"),
    );
  });

  it('has no place for pools, nor for a mode of the other kind', () => {
    // @ts-expect-error pools are for Standard
    const withPools: GkeAutopilotClusterProps = { ...PLACE, mode: GkeMode.autopilot(), nodePools: {} };
    // @ts-expect-error a mode must be said
    const withoutMode: GkeAutopilotClusterProps = { ...PLACE };
    // @ts-expect-error pools are for Standard
    const mixed: GkeClusterProps = { ...PLACE, mode: GkeMode.autopilot(), nodePools: { general: POOL } };
    expect([withPools, withoutMode, mixed]).toHaveLength(3);
  });

  it('collects what is wrong', () => {
    expect(() =>
      defineAutopilot(gkeStack(), {
        location: GkeLocation.zone('europe-west3-a'),
        timeouts: { createMinutes: 0 },
        deletionPolicy: GkeDeletionPolicy.ABANDON,
      }),
    ).toThrow(
      new Error(
        "[test/Prod] 'deletionPolicy' ABANDON is for a destroy, which 'deletionProtection' lets nobody do; say 'deletionProtection' false with it; 'timeouts' createMinutes (0) must be a whole number of 1 to 1440; 'location' (europe-west3-a) is a zone, and Autopilot is in regions only; say GkeLocation.region('europe-west3')",
      ),
    );
  });
});

describe('what a GKE cluster is told about its control plane', () => {
  it('reaches the resource', () => {
    const timeouts: GkeTimeouts = { createMinutes: 60 };
    const stack = gkeStack();
    defineGke(stack, { timeouts, upgradeSpacing: { minorDays: 60 } });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      timeouts: { create: '60m' },
      maintenance_policy: {
        daily_maintenance_window: { start_time: '03:00' },
        disruption_budget: { minor_version_disruption_interval: '5184000s' },
      },
    });
    expect(googleVersion(synthesized)).toBe('>= 7.24.0, < 8.0.0');
  });

  it('is told on a topic of its own, under its own key', () => {
    const stack = gkeStack();
    const events = [GkeEvent.SECURITY_BULLETIN];
    const cluster = defineGke(stack, { notifications: GkeNotifications.own({ events, encrypted: true }) });
    const synthesized = synthesize(stack);
    const topic = '${google_pubsub_topic.Prod_Notifications_Topic_983BA7F2.id}';
    expect(only(synthesized, 'google_container_cluster').notification_config).toEqual({
      pubsub: { enabled: true, topic, filter: { event_type: ['SECURITY_BULLETIN_EVENT'] } },
    });
    expect(only(synthesized, 'google_pubsub_topic')).toEqual({
      project: 'acme-prod',
      name: 'gke-notifications-prod',
      kms_key_name: '${google_kms_crypto_key.Prod_Encryption_EF79E7A1.id}',
      depends_on: ['google_kms_crypto_key_iam_member.Prod_Notifications_Grant_CAF83DCB'],
    });
    expect(cluster.notificationTopicId).toBeDefined();
  });

  it('leaves the grant of a key of yours to you', () => {
    const id = 'projects/acme-keys/locations/europe-west3/keyRings/gke/cryptoKeys/gke';
    const synthesized = synthesizeGke({
      secretsEncryption: EncryptionKey.existing(id),
      notifications: GkeNotifications.own({ encrypted: true }),
    });
    expect(only(synthesized, 'google_pubsub_topic')).toMatchObject({ kms_key_name: id });
    expect(synthesized.resource).not.toHaveProperty('google_kms_crypto_key_iam_member');
  });

  it('is reached by its name by default, and has none where it has addresses', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack);
    const { host, caCertificateBase64 } = cluster.connection;
    const value = { host, caCertificateBase64, dnsEndpoint: cluster.dnsEndpoint };
    new TerraformOutput(stack, 'Reached', { value, staticId: true });
    const name =
      '${google_container_cluster.Prod_7A5F3219.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint}';
    expect(synthesize(stack).output?.Reached?.value).toEqual({ host: `https://${name}`, dnsEndpoint: name });
    expect(defineGke(gkeStack(), { apiAccess: ApiAccess.private() }).dnsEndpoint).toBeUndefined();
  });

  it('is warned of a version whose support has ended', () => {
    const cluster = defineGke(gkeStack(), { version: KubernetesVersion.of('1.31') });
    expect(cluster.node.metadata.map(({ data }) => data)).toContainEqual(
      expect.stringMatching(
        /^\[kubewhere:gke\/version-ended\] Kubernetes 1\.31 of 'prod' had standard support/,
      ),
    );
  });

  it('has its own zone and the further ones as failure domains', () => {
    const location = GkeLocation.zone('europe-west3-b', {
      moreNodeZones: ['europe-west3-a', 'europe-west3-c'],
    });
    expect(defineGke(gkeStack(), { location }).failureDomains).toEqual([
      'europe-west3-a',
      'europe-west3-b',
      'europe-west3-c',
    ]);
  });

  it('can be one that is looked up', () => {
    const stack = gkeStack();
    GkeCluster.fromLookup(stack, 'Elsewhere', {
      clusterName: 'elsewhere',
      version: KubernetesVersion.of('1.34'),
      project: 'acme-shared',
      location: 'europe-west3',
    });
    expect(Object.keys(synthesize(stack).data ?? {})).toEqual(['google_container_cluster']);
  });
});
