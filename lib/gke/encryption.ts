import { KmsCryptoKey } from '@cdktf/provider-google/lib/kms-crypto-key';
import { KmsCryptoKeyIamMember } from '@cdktf/provider-google/lib/kms-crypto-key-iam-member';
import { KmsKeyRing } from '@cdktf/provider-google/lib/kms-key-ring';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { EncryptionKey } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import { describeWholeNumber } from './private/whole-number';
import type { GkeSecurityProps } from './security-props';

const KEY_ID = /^projects\/[^/]+\/locations\/([^/]+)\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/;
const ROLE = 'roles/cloudkms.cryptoKeyEncrypterDecrypter';

/** Google's own accounts that use the key, by the child id of their grant: GKE for secrets, Compute Engine for boot disks. */
const SERVICE_AGENTS = {
  ContainerGrant: 'container-engine-robot',
  ComputeGrant: 'compute-system',
} as const;

const ROTATION_DAYS = 90;
const MOST_ROTATION_DAYS = 36_500;
const MOST_DELETION_DAYS = 120;

const OWN_KEY_OPTIONS = ['keyRotationDays', 'keyDeletionDays', 'keyProtection'] as const;

/** What a cluster says about a key of its own. */
export type GkeKeyOptions = Pick<GkeSecurityProps, (typeof OWN_KEY_OPTIONS)[number]>;

/**
 * What Cloud KMS would refuse about a key, and what makes no sense for one that exists; empty when all is fine.
 *
 * @see https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys
 */
export function describeKeyOptions(
  key: EncryptionKey | undefined,
  options: GkeKeyOptions,
): readonly string[] {
  if (key?.existingKeyId !== undefined) {
    return OWN_KEY_OPTIONS.filter((name) => options[name] !== undefined).map(
      (name) =>
        `'${name}' is for a key of the cluster's own, but 'secretsEncryption' names one that exists; leave it out`,
    );
  }
  return [
    describeWholeNumber(`'keyRotationDays'`, options.keyRotationDays, 1, MOST_ROTATION_DAYS),
    describeWholeNumber(`'keyDeletionDays'`, options.keyDeletionDays, 1, MOST_DELETION_DAYS),
  ].filter((problem) => problem !== undefined);
}

/** Props of {@link GkeEncryption}. */
export interface GkeEncryptionProps {
  readonly clusterName: string;
  readonly project: string;
  /** @default - none; needed for a key of the cluster's own */
  readonly projectNumber?: string;
  /** Cloud KMS location; has to be the cluster's region. */
  readonly region: string;
  readonly key: EncryptionKey;
  /** Whether Terraform refuses to destroy the key. */
  readonly deletionProtection: boolean;
  /** @default - rotated every 90 days, and the rest is Cloud KMS's own */
  readonly options?: GkeKeyOptions;
  /** @default - no labels */
  readonly labels?: { [key: string]: string };
}

/**
 * The key that encrypts Kubernetes secrets in etcd and the nodes' boot disks.
 *
 * Of its own: a key ring and a key that rotates every 90 days unless told otherwise, and the right to use it for the service agents
 * of GKE and of Compute Engine. Costs cents a month for each key version that is kept. Of yours: nothing is defined; grant
 * both service agents `roles/cloudkms.cryptoKeyEncrypterDecrypter` before the cluster is defined.
 *
 * Google never deletes a key ring. A second cluster of the same name in the same project and region finds its
 * name taken: import the ring, or give the cluster another name.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets
 */
export class GkeEncryption extends Construct {
  /** `projects/…/cryptoKeys/…`. */
  public readonly keyId: string;
  /** What has to exist before the key can be used; empty for a key of yours. */
  public readonly grants: readonly ITerraformDependable[];

  /**
   * @throws ValidationError when a key of its own is wanted and the project number is missing or no number, or a key
   * of yours is no key or lies in another region.
   */
  public constructor(scope: Construct, id: string, props: GkeEncryptionProps) {
    super(scope, id);
    const { projectNumber } = props;
    if (props.key.existingKeyId !== undefined) {
      this.assertExistingKey(props.key.existingKeyId, props.region);
      this.keyId = props.key.existingKeyId;
      this.grants = [];
      return;
    }
    if (projectNumber === undefined) {
      throw new ValidationError(
        `'projectNumber' is missing: Google's service agents, which must be granted the cluster's own key, are named after it; give the number of '${props.project}', or 'secretsEncryption' with a key that exists`,
        this,
      );
    }
    whenResolved(projectNumber, (value) => {
      if (!/^\d+$/.test(value)) {
        throw new ValidationError(
          `'projectNumber' (${value}) must be the number of the project, not its id; 'gcloud projects describe' prints it`,
          this,
        );
      }
    });
    const key = this.defineKey(props);
    this.keyId = key.id;
    this.grants = Object.entries(SERVICE_AGENTS).map(
      ([grantId, agent]) =>
        new KmsCryptoKeyIamMember(this, grantId, {
          cryptoKeyId: key.id,
          role: ROLE,
          member: `serviceAccount:service-${projectNumber}@${agent}.iam.gserviceaccount.com`,
        }),
    );
  }

  private assertExistingKey(keyId: string, region: string): void {
    whenResolved(keyId, (value) => {
      const location = KEY_ID.exec(value)?.[1];
      if (location === undefined) {
        throw new ValidationError(
          `'secretsEncryption' existing key '${value}' must be 'projects/…/locations/…/keyRings/…/cryptoKeys/…'`,
          this,
        );
      }
      whenResolved(region, (wanted) => {
        if (location === wanted) return;
        throw new ValidationError(
          `'secretsEncryption' existing key lies in '${location}'; GKE needs a key in the cluster's region '${wanted}'`,
          this,
        );
      });
    });
  }

  private defineKey(props: GkeEncryptionProps): KmsCryptoKey {
    const { keyRotationDays = ROTATION_DAYS, keyDeletionDays, keyProtection } = props.options ?? {};
    const ring = new KmsKeyRing(this, 'KeyRing', {
      project: props.project,
      location: props.region,
      name: props.clusterName,
    });
    return new KmsCryptoKey(this, 'Resource', {
      keyRing: ring.id,
      name: 'cluster',
      rotationPeriod: days(keyRotationDays),
      destroyScheduledDuration: keyDeletionDays === undefined ? undefined : days(keyDeletionDays),
      versionTemplate:
        keyProtection === undefined
          ? undefined
          : { algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION', protectionLevel: keyProtection },
      labels: props.labels,
      // destroying a key makes every secret and disk it encrypted unreadable, backups included
      lifecycle: props.deletionProtection ? { preventDestroy: true } : undefined,
    });
  }
}

function days(count: number): string {
  return `${count * 24 * 60 * 60}s`;
}
