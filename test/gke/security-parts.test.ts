import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { GkeConfidential } from '../../lib/gke/confidential';
import { renderSecurity, setNewerSecurity } from '../../lib/gke/private/security-parts';
import type { GkeSecretManager } from '../../lib/gke/secret-manager';
import { GkeSecurityPosture } from '../../lib/gke/security-posture';
import type { GkeSecurityProps } from '../../lib/gke/security-props';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { googleVersion } from './control-plane-stack';
import { gkeStack, only } from './gke-stack';

const NODE_SECURITY = {
  serviceAccountEmail: 'nodes@acme-prod.iam.gserviceaccount.com',
  diskKeyId: 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster',
  resourceLabels: undefined,
};

function securityStack(props: GkeSecurityProps): SynthesizedStack {
  const stack = gkeStack();
  const resource = new ContainerCluster(stack, 'Cluster', {
    name: 'prod',
    ...renderSecurity(props, { nodeSecurity: NODE_SECURITY }),
  });
  setNewerSecurity(resource, props);
  return synthesize(stack);
}

function security(props: GkeSecurityProps): Record<string, unknown> {
  const { name: _, ...rest } = only(securityStack(props), 'google_container_cluster');
  return rest;
}

describe('security of a cluster, where something is said of it', () => {
  it('takes nothing from a base that says more', () => {
    expect(Object.keys(renderSecurity({}, { nodeSecurity: NODE_SECURITY }))).not.toContain(
      'securityPostureConfig',
    );
    expect(Object.keys(renderSecurity({}, { nodeSecurity: NODE_SECURITY }))).not.toContain('nodeConfig');
  });

  it.each<[string, GkeSecurityProps, Record<string, unknown>]>([
    ['is nothing without a word', {}, {}],
    [
      'holds images against the project’s policy',
      { binaryAuthorization: true },
      { binary_authorization: { evaluation_mode: 'PROJECT_SINGLETON_POLICY_ENFORCE' } },
    ],
    [
      'says that images are held against nothing',
      { binaryAuthorization: false },
      { binary_authorization: { evaluation_mode: 'DISABLED' } },
    ],
    [
      'knows the groups of a group',
      { securityGroup: 'gke-security-groups@example.com' },
      { authenticator_groups_config: { security_group: 'gke-security-groups@example.com' } },
    ],
    [
      'lets users of other providers in',
      { identityService: true },
      { identity_service_config: { enabled: true } },
    ],
    [
      'says that users of other providers stay out',
      { identityService: false },
      { identity_service_config: { enabled: false } },
    ],
    [
      'encrypts between nodes',
      { interNodeEncryption: true },
      { in_transit_encryption_config: 'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT' },
    ],
    [
      'says that nothing is encrypted between nodes',
      { interNodeEncryption: false },
      { in_transit_encryption_config: 'IN_TRANSIT_ENCRYPTION_DISABLED' },
    ],
    [
      'is not audited',
      { securityPosture: GkeSecurityPosture.DISABLED },
      { security_posture_config: { mode: 'DISABLED' } },
    ],
    [
      'is audited',
      { securityPosture: GkeSecurityPosture.BASIC },
      { security_posture_config: { mode: 'BASIC' } },
    ],
    [
      'lets pods mount secrets',
      { secretManager: { enabled: true } },
      { secret_manager_config: { enabled: true } },
    ],
    [
      'says that pods mount no secrets',
      { secretManager: { enabled: false } },
      { secret_manager_config: { enabled: false } },
    ],
  ])('%s', (_, props, body) => {
    expect(security(props)).toEqual(body);
  });

  it.each([
    [GkeConfidential.SEV, 'n2d-standard-2'],
    [GkeConfidential.SEV_SNP, 'n2d-standard-2'],
    [GkeConfidential.TDX, 'c3-standard-4'],
  ])('keeps memory by %s, also of the hardened pool that GKE makes at first', (type, machineType) => {
    expect(security({ confidentialNodes: type })).toEqual({
      confidential_nodes: { enabled: true, confidential_instance_type: type },
      node_config: {
        machine_type: machineType,
        service_account: NODE_SECURITY.serviceAccountEmail,
        oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
        boot_disk_kms_key: NODE_SECURITY.diskKeyId,
        image_type: 'COS_CONTAINERD',
        metadata: { 'disable-legacy-endpoints': 'true' },
        shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
        workload_metadata_config: { mode: 'GKE_METADATA' },
        kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE', cpu_cfs_quota: true },
      },
    });
  });
});

describe('secrets of Secret Manager, where a newer provider is asked for', () => {
  it.each<[GkeSecretManager, string, Record<string, unknown>]>([
    [
      { enabled: true, rotationMinutes: 5 },
      '>= 7.0.0, < 8.0.0',
      {
        secret_manager_config: {
          enabled: true,
          rotation_config: { enabled: true, rotation_interval: '300s' },
        },
      },
    ],
    [
      { enabled: true, rotationMinutes: 0 },
      '>= 7.0.0, < 8.0.0',
      { secret_manager_config: { enabled: true, rotation_config: { enabled: false } } },
    ],
    [
      { enabled: false, sync: true },
      '>= 7.33.0, < 8.0.0',
      { secret_manager_config: { enabled: false }, secret_sync_config: { enabled: true } },
    ],
    [
      { enabled: false, sync: true, syncRotationMinutes: 2 },
      '>= 7.33.0, < 8.0.0',
      {
        secret_manager_config: { enabled: false },
        secret_sync_config: {
          enabled: true,
          rotation_config: { enabled: true, rotation_interval: '120s' },
        },
      },
    ],
    [
      { enabled: true, rotationMinutes: 5, sync: false },
      '>= 7.33.0, < 8.0.0',
      {
        secret_manager_config: {
          enabled: true,
          rotation_config: { enabled: true, rotation_interval: '300s' },
        },
        secret_sync_config: { enabled: false },
      },
    ],
  ])('are %j', (secretManager, version, body) => {
    const synthesized = securityStack({ secretManager });
    expect(security({ secretManager })).toEqual(body);
    expect(googleVersion(synthesized)).toBe(version);
  });

  it('ask for no newer one to be mounted', () => {
    expect(googleVersion(securityStack({ secretManager: { enabled: true } }))).toBe('6.50.0');
  });
});
