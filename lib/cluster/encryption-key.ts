import { Token } from 'cdktf';
import { ValidationError } from '../values';

/**
 * The key that encrypts Kubernetes secrets (and, where the platform says so, node disks and logs).
 */
export class EncryptionKey {
  /** A key of the cluster's own, defined with it, rotated every year. Costs about a dollar a month on AWS and cents on Google Cloud. */
  public static own(): EncryptionKey {
    return new EncryptionKey(undefined);
  }

  /**
   * A key that exists: an ARN on AWS, `projects/…/cryptoKeys/…` on Google Cloud. Its policy stays the owner's
   * affair; the grants that the cluster needs are on the platform's page.
   *
   * @throws ValidationError when the id is empty.
   */
  public static existing(keyId: string): EncryptionKey {
    if (!Token.isUnresolved(keyId) && keyId.trim() === '') {
      throw new ValidationError(
        `'secretsEncryption' existing key must name the key (an ARN, or projects/…/cryptoKeys/…); found '${keyId}'`,
      );
    }
    return new EncryptionKey(keyId);
  }

  private constructor(
    /** Id of the existing key; `undefined` when the cluster defines its own. */
    public readonly existingKeyId: string | undefined,
  ) {}
}
