/** Who chooses the release of an image. */
export enum EksNodeReleaseChoice {
  PINNED = 'pinned',
  MOST_RECENT = 'most-recent',
}

/** Which release of EKS's image the nodes of a pool run. */
export class EksNodeRelease {
  /**
   * Exactly this one: `1.34.1-20251112` of Amazon Linux 2023, `1.49.0-713f44ce` of Bottlerocket, `1.34-2025.11.12` of Windows. It must be
   * one of the nodes' version of Kubernetes, and both are raised together.
   */
  public static pinned(version: string): EksNodeRelease {
    return new EksNodeRelease(EksNodeReleaseChoice.PINNED, version);
  }

  /**
   * The newest for the nodes' version, looked up at every plan: a plan that changes something else may replace the nodes, a share at a
   * time. Whoever plans needs `ssm:GetParameter`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
   */
  public static mostRecent(): EksNodeRelease {
    return new EksNodeRelease(EksNodeReleaseChoice.MOST_RECENT, undefined);
  }

  private constructor(
    public readonly choice: EksNodeReleaseChoice,
    /** Set for `PINNED` only. */
    public readonly version: string | undefined,
  ) {}
}
