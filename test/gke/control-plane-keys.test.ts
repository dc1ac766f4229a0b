import { TerraformVariable } from 'cdktf';
import type { GkeControlPlaneKeys } from '../../lib/gke/control-plane-keys';
import { describeControlPlane } from '../../lib/gke/private/control-plane-checks';
import { testStack } from '../support/synthesized';
import { CONTROL_PLANE, controlPlane } from './control-plane-stack';

const POOLS = 'projects/acme-keys/locations/europe-west3/caPools';
const RING = 'projects/acme-keys/locations/europe-west3/keyRings/gke';
const SIGNING = `${RING}/cryptoKeys/tokens/cryptoKeyVersions`;

const ALL: GkeControlPlaneKeys = {
  clusterCa: `${POOLS}/cluster`,
  etcdApiCa: `${POOLS}/etcd-api`,
  etcdPeerCa: `${POOLS}/etcd-peer`,
  aggregationCa: `${POOLS}/aggregation`,
  diskKey: `${RING}/cryptoKeys/disk`,
  etcdBackupKey: `${RING}/cryptoKeys/backup`,
  signingKeyVersions: [`${SIGNING}/2`],
  verificationKeyVersions: [`${SIGNING}/2`, `${SIGNING}/1`],
};

function described(controlPlaneKeys: GkeControlPlaneKeys): readonly string[] {
  return describeControlPlane({ ...CONTROL_PLANE, controlPlaneKeys });
}

describe('keys of the control plane that you keep', () => {
  it('stand in the words of the provider; a change of one of the four authorities replaces the cluster', () => {
    expect(controlPlane({ controlPlaneKeys: ALL })).toEqual({
      user_managed_keys_config: {
        cluster_ca: `${POOLS}/cluster`,
        etcd_api_ca: `${POOLS}/etcd-api`,
        etcd_peer_ca: `${POOLS}/etcd-peer`,
        aggregation_ca: `${POOLS}/aggregation`,
        control_plane_disk_encryption_key: `${RING}/cryptoKeys/disk`,
        gkeops_etcd_backup_encryption_key: `${RING}/cryptoKeys/backup`,
        service_account_signing_keys: [`${SIGNING}/2`],
        service_account_verification_keys: [`${SIGNING}/1`, `${SIGNING}/2`],
      },
    });
    expect(described(ALL)).toEqual([]);
  });

  it('are those that are given, and no others', () => {
    expect(controlPlane({ controlPlaneKeys: { clusterCa: `${POOLS}/cluster` } })).toEqual({
      user_managed_keys_config: { cluster_ca: `${POOLS}/cluster` },
    });
  });

  it.each<[GkeControlPlaneKeys, readonly string[]]>([
    [{}, ["'controlPlaneKeys' says nothing; give one of them or leave it out"]],
    [
      { clusterCa: 'cluster', diskKey: `${POOLS}/cluster` },
      [
        "'controlPlaneKeys' clusterCa 'cluster' must be 'projects/…/locations/…/caPools/…'",
        `'controlPlaneKeys' diskKey '${POOLS}/cluster' must be 'projects/…/locations/…/keyRings/…/cryptoKeys/…'`,
      ],
    ],
    [
      { signingKeyVersions: [`${SIGNING}/1`] },
      [
        "'controlPlaneKeys' signingKeyVersions and verificationKeyVersions belong together; give both or neither",
      ],
    ],
    [
      { verificationKeyVersions: [`${SIGNING}/1`] },
      [
        "'controlPlaneKeys' signingKeyVersions and verificationKeyVersions belong together; give both or neither",
      ],
    ],
    [
      { signingKeyVersions: [], verificationKeyVersions: [`${SIGNING}/1`] },
      ["'controlPlaneKeys' signingKeyVersions are empty; name a version or leave both lists out"],
    ],
    [
      { signingKeyVersions: [`${SIGNING}/2`], verificationKeyVersions: [`${SIGNING}/1`] },
      [
        `'controlPlaneKeys' signingKeyVersions holds '${SIGNING}/2', which verificationKeyVersions does not: no token that it signs would pass`,
      ],
    ],
    [
      {
        signingKeyVersions: [`${RING}/cryptoKeys/tokens`],
        verificationKeyVersions: [`${RING}/cryptoKeys/tokens`],
      },
      [
        `'controlPlaneKeys' signingKeyVersions '${RING}/cryptoKeys/tokens' must be 'projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/1'`,
        `'controlPlaneKeys' verificationKeyVersions '${RING}/cryptoKeys/tokens' must be 'projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/1'`,
      ],
    ],
  ])('are refused (%#)', (keys, problems) => {
    expect(described(keys)).toEqual(problems);
  });

  it('are left to Terraform where only Terraform knows them', () => {
    const stack = testStack();
    const text = new TerraformVariable(stack, 'Text', { type: 'string' }).stringValue;
    const list = new TerraformVariable(stack, 'List', { type: 'list(string)' }).listValue;
    expect(described({ clusterCa: text })).toEqual([]);
    expect(described({ signingKeyVersions: list, verificationKeyVersions: list })).toEqual([]);
    expect(described({ signingKeyVersions: [`${SIGNING}/1`], verificationKeyVersions: [text] })).toEqual([]);
  });
});
