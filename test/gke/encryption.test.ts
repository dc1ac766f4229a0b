import { TerraformVariable } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { GkeLocation } from '../../lib/gke';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { defineGke, gkeStack, only, synthesizeGke } from './gke-stack';

const KEY = 'projects/acme-keys/locations/europe-west3/keyRings/gke/cryptoKeys/prod';

describe('the encryption of a GKE cluster', () => {
  it('uses a key that exists for secrets and disks, and defines neither key nor grant', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack, {
      secretsEncryption: EncryptionKey.existing(KEY),
      projectNumber: undefined,
    });
    const synthesized = synthesize(stack);
    expect(cluster.encryptionKeyId).toBe(KEY);
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      database_encryption: { state: 'ENCRYPTED', key_name: KEY },
      node_config: { boot_disk_kms_key: KEY },
      depends_on: [
        'google_project_iam_member.Prod_NodeIdentity_Role_3EDFCF54',
        'google_project_iam_member.Prod_NodeIdentity_ImagePull_4291A1A8',
        'google_project_iam_member.Prod_NodeIdentity_MetadataWriter_011EF1D7',
        'google_compute_router_nat.Prod_Network_Nat_94890431',
      ],
    });
    expect(only(synthesized, 'google_container_node_pool').node_config).toMatchObject({
      boot_disk_kms_key: KEY,
    });
    expect(resourceAddresses(synthesized).filter((address) => address.includes('kms'))).toEqual([]);
  });

  it('lets a key go with a cluster that may be destroyed', () => {
    const synthesized = synthesizeGke({ deletionProtection: false });
    expect(only(synthesized, 'google_kms_crypto_key')).not.toHaveProperty('lifecycle');
  });

  it('labels a key of its own', () => {
    expect(only(synthesizeGke({ tags: { env: 'prod' } }), 'google_kms_crypto_key').labels).toEqual({
      env: 'prod',
    });
  });

  it('names the service agents by a number that Terraform fills in', () => {
    const stack = gkeStack();
    const projectNumber = new TerraformVariable(stack, 'number', { type: 'string' }).stringValue;
    defineGke(stack, { projectNumber });
    const grants = Object.values(synthesize(stack).resource?.google_kms_crypto_key_iam_member ?? {});
    expect(grants.map(({ member }) => member)).toEqual([
      'serviceAccount:service-${var.number}@compute-system.iam.gserviceaccount.com',
      'serviceAccount:service-${var.number}@container-engine-robot.iam.gserviceaccount.com',
    ]);
  });

  it('takes a key and a region that Terraform fills in unchecked', () => {
    const stack = gkeStack();
    const key = new TerraformVariable(stack, 'key', { type: 'string' }).stringValue;
    const region = new TerraformVariable(stack, 'region', { type: 'string' }).stringValue;
    defineGke(stack, {
      secretsEncryption: EncryptionKey.existing(key),
      location: GkeLocation.region(region),
    });
    expect(only(synthesize(stack), 'google_container_cluster')).toMatchObject({
      location: '${var.region}',
      database_encryption: { key_name: '${var.key}' },
    });
  });

  it.each([
    [
      'the number of the project is missing for a key of its own',
      { projectNumber: undefined },
      "[test/Prod/Encryption] 'projectNumber' is missing: Google's service agents, which must be granted the cluster's own key, are named after it; give the number of 'acme-prod', or 'secretsEncryption' with a key that exists",
    ],
    [
      'the number of the project is its id',
      { projectNumber: 'acme-prod' },
      "[test/Prod/Encryption] 'projectNumber' (acme-prod) must be the number of the project, not its id; 'gcloud projects describe' prints it",
    ],
    [
      'the key is none',
      { secretsEncryption: EncryptionKey.existing('gke/prod') },
      "[test/Prod/Encryption] 'secretsEncryption' existing key 'gke/prod' must be 'projects/…/locations/…/keyRings/…/cryptoKeys/…'",
    ],
    [
      'the key lies in another region',
      { secretsEncryption: EncryptionKey.existing(KEY.replace('europe-west3', 'global')) },
      "[test/Prod/Encryption] 'secretsEncryption' existing key lies in 'global'; GKE needs a key in the cluster's region 'europe-west3'",
    ],
  ])('fails when %s', (_, props, message) => {
    expect(() => defineGke(gkeStack(), props)).toThrow(new Error(message));
  });
});
