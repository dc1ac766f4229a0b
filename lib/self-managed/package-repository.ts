import { Token } from 'cdktf';
import { ValidationError } from '../values';

/**
 * Where a host gets the packages it lacks: kubeadm, kubelet and kubectl from here, everything else (containerd, haproxy,
 * keepalived) from the repositories the host already has. Packages that are present are left as they are.
 */
export class PackageRepository {
  /**
   * The Kubernetes community's Debian packages of the cluster's minor version. Needs the Internet, or a proxy that the host's
   * apt knows.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/
   */
  public static community(): PackageRepository {
    return new PackageRepository((minor) => `https://pkgs.k8s.io/core:/stable:/v${minor}/deb`);
  }

  /**
   * A mirror, laid out as the community's: `<url>/Release.key` and a flat repository at `<url>/`. The key is trusted because
   * of the TLS certificate it comes with.
   *
   * @throws ValidationError when the URL does not begin with `https://`.
   */
  public static at(url: string): PackageRepository {
    if (!Token.isUnresolved(url) && !/^https:\/\/[^\s']+$/.test(url)) {
      throw new ValidationError(
        `'packageRepository' (${url}) must be an https:// URL: its signing key is trusted because of the certificate`,
      );
    }
    return new PackageRepository(() => url);
  }

  /** Nothing is added to the host: the packages are there, or in a repository that it knows. The choice for hosts without apt. */
  public static none(): PackageRepository {
    return new PackageRepository(() => undefined);
  }

  private constructor(
    /** URL for a minor version such as `1.34`; `undefined` when no repository is added. */
    public readonly urlOf: (minor: string) => string | undefined,
  ) {}
}
