import { TerraformVariable } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { describeKeyOptions, GkeEncryption, type GkeKeyOptions } from '../../lib/gke/encryption';
import { GkeKeyProtection } from '../../lib/gke/key-protection';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

function keyOf(options?: GkeKeyOptions): Record<string, unknown> {
  const stack = gkeStack();
  new GkeEncryption(stack, 'Encryption', {
    clusterName: 'prod',
    project: 'acme-prod',
    projectNumber: '123456789012',
    region: 'europe-west3',
    key: EncryptionKey.own(),
    deletionProtection: false,
    options,
  });
  return only(synthesize(stack), 'google_kms_crypto_key');
}

const DEFAULT = {
  key_ring: '${google_kms_key_ring.Encryption_KeyRing_233F54B3.id}',
  name: 'cluster',
  rotation_period: '7776000s',
};

describe('a key of the cluster’s own', () => {
  it.each<[string, GkeKeyOptions | undefined, Record<string, unknown>]>([
    ['is rotated every 90 days, and all else is Cloud KMS’s own', undefined, {}],
    ['says nothing where nothing was said', {}, {}],
    ['is rotated as often as is said', { keyRotationDays: 30 }, { rotation_period: '2592000s' }],
    [
      'can be restored for as long as is said',
      { keyDeletionDays: 120 },
      { destroy_scheduled_duration: '10368000s' },
    ],
    [
      'lies in hardware when that is said',
      { keyProtection: GkeKeyProtection.HSM },
      { version_template: { algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION', protection_level: 'HSM' } },
    ],
    [
      'lies in software when that is said',
      { keyProtection: GkeKeyProtection.SOFTWARE },
      { version_template: { algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION', protection_level: 'SOFTWARE' } },
    ],
  ])('%s', (_, options, said) => {
    expect(keyOf(options)).toEqual({ ...DEFAULT, ...said });
  });

  it.each<[GkeKeyOptions, readonly string[]]>([
    [{}, []],
    [{ keyRotationDays: 1, keyDeletionDays: 1 }, []],
    [{ keyRotationDays: 36_500, keyDeletionDays: 120 }, []],
    [
      { keyRotationDays: 0, keyDeletionDays: 121 },
      [
        "'keyRotationDays' (0) must be a whole number of 1 to 36500",
        "'keyDeletionDays' (121) must be a whole number of 1 to 120",
      ],
    ],
    [{ keyRotationDays: 36_501 }, ["'keyRotationDays' (36501) must be a whole number of 1 to 36500"]],
    [{ keyDeletionDays: 0.5 }, ["'keyDeletionDays' (0.5) must be a whole number of 1 to 120"]],
  ])('is judged: %j', (options, problems) => {
    expect(describeKeyOptions(undefined, options)).toEqual(problems);
    expect(describeKeyOptions(EncryptionKey.own(), options)).toEqual(problems);
  });

  it('is rotated after days that are known, since a text is made of them', () => {
    const days = new TerraformVariable(gkeStack(), 'days', { type: 'number' }).numberValue;
    expect(describeKeyOptions(undefined, { keyRotationDays: days })).toEqual([
      "'keyRotationDays' must be known at synthesis; write a number",
    ]);
  });
});

describe('a key that exists', () => {
  it('is not told what belongs to one of the cluster’s own', () => {
    const key = EncryptionKey.existing('projects/p/locations/europe-west3/keyRings/r/cryptoKeys/k');
    expect(describeKeyOptions(key, {})).toEqual([]);
    expect(
      describeKeyOptions(key, {
        keyRotationDays: 90,
        keyDeletionDays: 30,
        keyProtection: GkeKeyProtection.HSM,
      }),
    ).toEqual(
      ['keyRotationDays', 'keyDeletionDays', 'keyProtection'].map(
        (name) =>
          `'${name}' is for a key of the cluster's own, but 'secretsEncryption' names one that exists; leave it out`,
      ),
    );
  });
});
