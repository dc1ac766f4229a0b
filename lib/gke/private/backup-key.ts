import { KmsCryptoKeyIamMember } from '@cdktf/provider-google/lib/kms-crypto-key-iam-member';
import { type ITerraformDependable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { GkeBackupPlanOptions } from '../backup-options';

const KEY_ID = /^projects\/[^/]+\/locations\/([^/]+)\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/;

/** A cluster's key, as far as backups need it. */
export interface BackupKey {
  readonly keyId: string;
  /** Number of the project, where the key is granted here; `undefined` for a key that you grant. */
  readonly grantTo: string | undefined;
}

/** Whether a plan is under the key of its cluster. */
export function isUnderClusterKey({ encryption }: GkeBackupPlanOptions): boolean {
  return encryption?.existingKeyId === undefined;
}

/** A sentence unless the key of a plan lies where the plan does. */
export function describeBackupKey(
  name: string,
  options: GkeBackupPlanOptions,
  region: string,
): string | undefined {
  const { encryption, location = region } = options;
  if (Token.isUnresolved(location) || Token.isUnresolved(region)) return undefined;
  const keyId = encryption?.existingKeyId;
  if (keyId === undefined) {
    return location === region
      ? undefined
      : `'backupPlans' ${name} lies in '${location}', where the cluster's key is not; give its 'encryption' an EncryptionKey.existing() there`;
  }
  if (Token.isUnresolved(keyId)) return undefined;
  const place = KEY_ID.exec(keyId)?.[1];
  if (place === undefined) {
    return `'backupPlans' ${name} encryption key '${keyId}' must be 'projects/…/locations/…/keyRings/…/cryptoKeys/…'`;
  }
  return place === location
    ? undefined
    : `'backupPlans' ${name} encryption key lies in '${place}'; backups need one in their own region '${location}'`;
}

/**
 * Lets Backup for GKE use the cluster's key, which GKE itself may use already. One grant for all plans, or the end of one plan would
 * take the right from the others.
 */
export function grantBackupKey(
  scope: Construct,
  id: string,
  key: BackupKey,
): readonly ITerraformDependable[] {
  if (key.grantTo === undefined) return [];
  return [
    new KmsCryptoKeyIamMember(scope, id, {
      cryptoKeyId: key.keyId,
      role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
      member: `serviceAccount:service-${key.grantTo}@gcp-sa-gkebackup.iam.gserviceaccount.com`,
    }),
  ];
}
