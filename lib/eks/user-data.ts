import { EksNodeFamily } from './node-image';

/** What kind of text a machine is given. */
export enum EksUserDataKind {
  SHELL = 'shell',
  NODE_CONFIG = 'node-config',
  BOTTLEROCKET = 'bottlerocket',
  POWERSHELL = 'powershell',
}

/**
 * What a machine is told or does before it joins, beside what it is told here anyway. Part of the launch template: a change replaces the
 * nodes one after the other. Anyone who may describe launch templates reads it, so no secret belongs in it.
 */
export class EksUserData {
  /** A shell script, run as root once, before the node joins. For Amazon Linux. */
  public static shell(script: string): EksUserData {
    return new EksUserData(EksUserDataKind.SHELL, EksNodeFamily.AMAZON_LINUX_2023, script, {});
  }

  /**
   * The `spec` of a further `NodeConfig`, which nodeadm lays over EKS's own. For Amazon Linux.
   *
   * @see https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/api/
   */
  public static nodeConfig(spec: Readonly<Record<string, unknown>>): EksUserData {
    return new EksUserData(EksUserDataKind.NODE_CONFIG, EksNodeFamily.AMAZON_LINUX_2023, '', spec);
  }

  /**
   * Bottlerocket's settings, without the word `settings` itself, such as `{ kernel: { sysctl: { 'net.core.somaxconn': '4096' } } }`.
   *
   * @see https://bottlerocket.dev/en/os/latest/#/api/settings/
   */
  public static bottlerocket(settings: Readonly<Record<string, unknown>>): EksUserData {
    return new EksUserData(EksUserDataKind.BOTTLEROCKET, EksNodeFamily.BOTTLEROCKET, '', settings);
  }

  /** A PowerShell script, run once, before the node joins. For Windows. */
  public static powershell(script: string): EksUserData {
    return new EksUserData(EksUserDataKind.POWERSHELL, EksNodeFamily.WINDOWS, script, {});
  }

  private constructor(
    public readonly kind: EksUserDataKind,
    /** The family of images that understands it. */
    public readonly family: EksNodeFamily,
    /** Empty unless it is a script. */
    public readonly script: string,
    /** Empty unless it is a `NodeConfig` or Bottlerocket's settings. */
    public readonly settings: Readonly<Record<string, unknown>>,
  ) {}
}
