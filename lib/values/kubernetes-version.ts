import { ValidationError } from './validation-error';

/**
 * A minor version of Kubernetes, such as 1.34.
 *
 * Patch releases are chosen by the platform (EKS, GKE) or by the packages of the hosts (on premises), so a
 * patch is refused here. Which versions a platform supports at a date is a fact of the catalogue, not of
 * this class: it lists no releases and needs no change when one appears.
 */
export class KubernetesVersion {
  /**
   * Reads `1.34` (or `v1.34`).
   *
   * @throws ValidationError when the text is not `1.<minor>`, for instance when it carries a patch.
   * @see https://kubernetes.io/releases/version-skew-policy/
   */
  public static of(text: string): KubernetesVersion {
    const match = /^v?1\.(\d{1,3})$/.exec(text);
    if (!match) {
      throw new ValidationError(
        `Kubernetes version '${text}' must be a minor version such as '1.34' (no patch: the platform or the host packages choose it)`,
      );
    }
    return new KubernetesVersion(1, Number(match[1]));
  }

  private constructor(
    public readonly major: number,
    public readonly minor: number,
  ) {}

  /** Minor versions from `other` to this one: 1 means that this is the next minor, negative means older. */
  public minorsAhead(other: KubernetesVersion): number {
    return this.minor - other.minor;
  }

  public isAtLeast(other: KubernetesVersion): boolean {
    return this.minor >= other.minor;
  }

  public toString(): string {
    return `${this.major}.${this.minor}`;
  }
}
