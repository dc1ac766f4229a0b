import {
  GkeCluster,
  GkeConfidential,
  GkeHardening,
  GkeIdentity,
  GkeKeyProtection,
  GkeLocation,
  GkeMachine,
  GkeMode,
  GkeNodeIdentity,
} from '../../lib/gke';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { googleVersion } from './control-plane-stack';
import { defineGke, gkeStack, MINIMAL, only, POOL, synthesizeGke } from './gke-stack';

const SECURITY_GROUP = 'gke-security-groups@example.com';
const N2D = { ...POOL, machine: GkeMachine.ofType('n2d-standard-4') };
const HARDENED = GkeHardening.hardened({ securityGroup: SECURITY_GROUP });

describe('security of a cluster as its props say it', () => {
  it('stands in cluster, key and account', () => {
    const synthesized = synthesizeGke({
      binaryAuthorization: true,
      secretManager: { enabled: true },
      keyRotationDays: 30,
      keyProtection: GkeKeyProtection.HSM,
      nodeIdentity: GkeNodeIdentity.existing('nodes@acme-prod.iam.gserviceaccount.com'),
    });
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      binary_authorization: { evaluation_mode: 'PROJECT_SINGLETON_POLICY_ENFORCE' },
      secret_manager_config: { enabled: true },
      security_posture_config: { mode: 'BASIC' },
      node_config: { service_account: 'nodes@acme-prod.iam.gserviceaccount.com' },
    });
    expect(only(synthesized, 'google_kms_crypto_key')).toMatchObject({
      rotation_period: '2592000s',
      version_template: { protection_level: 'HSM' },
    });
    expect(only(synthesized, 'google_container_node_pool').node_config).toMatchObject({
      service_account: 'nodes@acme-prod.iam.gserviceaccount.com',
    });
    expect(synthesized.resource?.google_service_account).toBeUndefined();
  });

  it('binds pods once the cluster is there', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack);
    cluster.workloadIdentity.bind('Orders', {
      namespace: 'shop',
      serviceAccount: 'orders',
      as: GkeIdentity.own(),
    });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_service_account_iam_member')).toMatchObject({
      member: 'serviceAccount:acme-prod.svc.id.goog[shop/orders]',
      depends_on: ['google_container_cluster.Prod_7A5F3219'],
    });
    const added = resourceAddresses(synthesized).filter(
      (address) => !resourceAddresses(synthesizeGke()).includes(address),
    );
    expect(added).toEqual([
      'google_service_account.Prod_WorkloadIdentity_Orders_Account_DA293FFC',
      'google_service_account_iam_member.Prod_WorkloadIdentity_Orders_User_84DE2D3A',
    ]);
  });

  it('refuses a machine that cannot keep its memory as the cluster does', () => {
    expect(() => defineGke(gkeStack(), { confidentialNodes: GkeConfidential.SEV })).toThrow(
      new Error(
        "[test/Prod/NodePools/general] 'confidentialNodes' of the cluster SEV needs a machine of the series N2D, C2D, C3D or C4D; 'e2-standard-4' is none",
      ),
    );
  });

  it('refuses what Google would, with all problems at once', () => {
    expect(() =>
      defineGke(gkeStack(), { securityGroup: 'platform@example.com', keyRotationDays: 0 }),
    ).toThrow(
      new Error(
        "[test/Prod] 'keyRotationDays' (0) must be a whole number of 1 to 36500; 'securityGroup' (platform@example.com) must be 'gke-security-groups@' and your domain, the only name that GKE takes",
      ),
    );
  });
});

describe('a hardened cluster', () => {
  it('has all that nobody said, and a sandbox in every pool but one', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack, { hardening: HARDENED, nodePools: { 'default-pool': N2D } });
    cluster.addNodePool('general', N2D);
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      binary_authorization: { evaluation_mode: 'PROJECT_SINGLETON_POLICY_ENFORCE' },
      authenticator_groups_config: { security_group: SECURITY_GROUP },
      confidential_nodes: { enabled: true, confidential_instance_type: 'SEV' },
      notification_config: { pubsub: { enabled: true } },
      private_cluster_config: { enable_private_endpoint: true },
    });
    const pools = Object.values(synthesized.resource?.google_container_node_pool ?? {});
    expect(
      Object.fromEntries(
        pools.map(({ name_prefix, node_config }) => [
          name_prefix,
          (node_config as { readonly sandbox_config?: unknown }).sandbox_config,
        ]),
      ),
    ).toEqual({ 'default-pool-': undefined, 'general-': { sandbox_type: 'gvisor' } });
    expect(googleVersion(synthesized)).toBe('>= 7.22.0, < 8.0.0');
  });

  it('refuses what contradicts it', () => {
    expect(() =>
      defineGke(gkeStack(), { hardening: HARDENED, location: GkeLocation.zone('europe-west3-a') }),
    ).toThrow(
      new Error("[test/Prod] 'location' is a zone, and 'hardening' wants a region; say GkeLocation.region()"),
    );
  });

  it('refuses a pool that contradicts it, whenever it is added', () => {
    const cluster = defineGke(gkeStack(), { hardening: HARDENED, nodePools: { 'default-pool': N2D } });
    expect(() => cluster.addNodePool('general', { ...N2D, sandbox: false })).toThrow(
      new Error(
        "[test/Prod] 'sandbox' of node pool 'general' is false, and 'hardening' lets only the pool named 'default-pool' go without; leave it out",
      ),
    );
  });

  it('has no pool but those in gVisor only until synthesis', () => {
    const cluster = defineGke(gkeStack(), { hardening: HARDENED, nodePools: { general: N2D } });
    expect(cluster.node.validate()).toContain(
      "'hardening' runs the pods of every pool in gVisor but of one named 'default-pool', which GKE's own pods need; add it, or say 'sandbox' false in GkeHardening.hardened()",
    );
    cluster.addNodePool('default-pool', N2D);
    expect(cluster.node.validate()).toEqual([]);
  });

  it('can be Autopilot', () => {
    const stack = gkeStack();
    const { nodePools: _, ...props } = MINIMAL;
    new GkeCluster(stack, 'Prod', {
      ...props,
      mode: GkeMode.autopilot(),
      hardening: GkeHardening.hardened({ securityGroup: SECURITY_GROUP, confidentialNodes: false }),
    });
    const cluster = only(synthesize(stack), 'google_container_cluster');
    expect(cluster).toMatchObject({
      enable_autopilot: true,
      binary_authorization: { evaluation_mode: 'PROJECT_SINGLETON_POLICY_ENFORCE' },
      authenticator_groups_config: { security_group: SECURITY_GROUP },
    });
    expect(cluster).not.toHaveProperty('confidential_nodes');
    expect(cluster).not.toHaveProperty('node_config');
  });
});
