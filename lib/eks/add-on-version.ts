import { Token } from 'cdktf';
import { ValidationError } from '../values';

const FULL_VERSION = /^v\d+\.\d+\.\d+-eksbuild\.\d+$/;

/** Who chooses the version of an add-on. */
export enum EksAddOnVersionChoice {
  EKS = 'eks',
  PINNED = 'pinned',
  MOST_RECENT = 'most-recent',
}

/** Which version of an add-on runs. */
export class EksAddOnVersion {
  /** The one that EKS holds for the cluster's version when the add-on is made. It then stays until it is pinned. */
  public static default(): EksAddOnVersion {
    return new EksAddOnVersion(EksAddOnVersionChoice.EKS, undefined);
  }

  /**
   * Exactly this one, such as `v1.11.4-eksbuild.2`; `aws eks describe-addon-versions` lists what fits.
   *
   * @throws ValidationError when the text is no full version.
   */
  public static pinned(version: string): EksAddOnVersion {
    if (!Token.isUnresolved(version) && !FULL_VERSION.test(version)) {
      throw new ValidationError(
        `'version' of an add-on (${version}) must be a full version such as 'v1.11.4-eksbuild.2'`,
      );
    }
    return new EksAddOnVersion(EksAddOnVersionChoice.PINNED, version);
  }

  /**
   * The newest that fits the cluster's version, looked up at every plan: an unrelated plan may raise it.
   *
   * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/data-sources/eks_addon_version
   */
  public static mostRecent(): EksAddOnVersion {
    return new EksAddOnVersion(EksAddOnVersionChoice.MOST_RECENT, undefined);
  }

  private constructor(
    public readonly choice: EksAddOnVersionChoice,
    /** Set for `PINNED` only. */
    public readonly version: string | undefined,
  ) {}
}
