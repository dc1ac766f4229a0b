/**
 * A provider of OpenID Connect that says who people are, for those who have no IAM role. What they may do, RBAC in the cluster says.
 * Any change takes the provider off and puts the new one on, half an hour in which nobody enters by it.
 */
export interface EksIdentityProviderOptions {
  /** Where the provider's keys are found, such as `https://login.example.com`. The Internet must reach it; EKS does not look into the VPC. */
  readonly issuerUrl: string;
  /** What the provider calls the cluster; tokens for anything else are refused. */
  readonly clientId: string;
  /**
   * Claim that names the user.
   *
   * @default - `sub`, by EKS
   */
  readonly usernameClaim?: string;
  /**
   * Stands before the names of users, so that they cannot pass for others; `-` for nothing.
   *
   * @default - the issuer's URL and `#`, by EKS, unless the claim is `email`
   */
  readonly usernamePrefix?: string;
  /**
   * Claim that lists the groups.
   *
   * @default - none: users have no groups
   */
  readonly groupsClaim?: string;
  /**
   * Stands before the names of groups. Needs `groupsClaim`.
   *
   * @default - nothing
   */
  readonly groupsPrefix?: string;
  /**
   * Claims that a token must hold, with their values.
   *
   * @default {}
   */
  readonly requiredClaims?: Readonly<Record<string, string>>;
}
