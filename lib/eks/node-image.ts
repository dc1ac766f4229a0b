import { Token } from 'cdktf';
import { ValidationError } from '../values';

/** What a node runs, and with it how it is told to join. */
export enum EksNodeFamily {
  AMAZON_LINUX_2023 = 'amazon-linux-2023',
  BOTTLEROCKET = 'bottlerocket',
  WINDOWS = 'windows',
}

/** Editions of Windows Server that EKS has images of. */
export enum EksWindows {
  CORE_2019 = 'CORE_2019',
  CORE_2022 = 'CORE_2022',
  CORE_2025 = 'CORE_2025',
  FULL_2019 = 'FULL_2019',
  FULL_2022 = 'FULL_2022',
  FULL_2025 = 'FULL_2025',
}

const IMAGE_ID = /^ami-[0-9a-f]{8}([0-9a-f]{9})?$/;

/** The operating system of a node pool. Changing it replaces the nodes. */
export class EksNodeImage {
  /** Amazon Linux 2023, with the drivers that the machines need. */
  public static amazonLinux2023(): EksNodeImage {
    return new EksNodeImage(EksNodeFamily.AMAZON_LINUX_2023, undefined, undefined, false);
  }

  /**
   * Bottlerocket: no shell, no package manager, two volumes of which the second holds images and logs. With `fips`, its cryptography is that
   * which FIPS 140-3 validates, and it calls AWS by FIPS endpoints, which exist in regions of the United States and Canada only. With NVIDIA
   * GPUs it needs hashicorp/aws 6.42.
   */
  public static bottlerocket(options: { readonly fips?: boolean } = {}): EksNodeImage {
    return new EksNodeImage(EksNodeFamily.BOTTLEROCKET, undefined, undefined, options.fips ?? false);
  }

  /**
   * Windows Server. The cluster needs a Linux pool beside it, because its add-ons run on Linux only. `amd64` only, without
   * GPUs, network policy or repair by EKS; licences are billed with the machine. The editions of 2025 need Kubernetes 1.35 and
   * hashicorp/aws 6.42.
   */
  public static windows(edition: EksWindows): EksNodeImage {
    return new EksNodeImage(EksNodeFamily.WINDOWS, edition, undefined, false);
  }

  /**
   * An image of your own, built from one of EKS for the family. EKS does not know its version, so you raise it by
   * naming another image; the pool's `release` cannot be set.
   *
   * @throws ValidationError when the id is malformed, or the family is Windows, whose way to join differs by image.
   */
  public static custom(
    family: EksNodeFamily.AMAZON_LINUX_2023 | EksNodeFamily.BOTTLEROCKET,
    imageId: string,
  ): EksNodeImage {
    if (!Token.isUnresolved(imageId) && !IMAGE_ID.test(imageId)) {
      throw new ValidationError(
        `'image' (${imageId}) must be the id of a machine image such as 'ami-0123456789abcdef0'`,
      );
    }
    return new EksNodeImage(family, undefined, imageId, false);
  }

  private constructor(
    public readonly family: EksNodeFamily,
    /** Set for Windows only. */
    public readonly windows: EksWindows | undefined,
    /** Set for images of your own only. */
    public readonly imageId: string | undefined,
    /** Whether it is the FIPS variant of Bottlerocket. */
    public readonly fips: boolean,
  ) {}
}
