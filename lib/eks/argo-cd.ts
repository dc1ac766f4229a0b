import type { EksCapabilityPermissions } from './capability-permissions';

/** What Argo CD lets somebody do. */
export enum EksArgoCdRole {
  ADMIN = 'ADMIN',
  EDITOR = 'EDITOR',
  VIEWER = 'VIEWER',
}

/** Whether an identity is one person or a group. */
export enum EksPrincipalKind {
  USER = 'SSO_USER',
  GROUP = 'SSO_GROUP',
}

/** A person or group of IAM Identity Center. */
export interface EksIdentityCenterPrincipal {
  /** Identifier of Identity Center, not the name. */
  readonly id: string;
  readonly kind: EksPrincipalKind;
}

/** Argo CD, run by AWS. Its role needs permissions only for repositories or secrets that AWS keeps. */
export interface EksArgoCdOptions extends EksCapabilityPermissions {
  /** Instance of IAM Identity Center that people sign in with; Argo CD of EKS knows no other way in. */
  readonly identityCenterArn: string;
  /**
   * Region of that instance.
   *
   * @default - the cluster's
   */
  readonly identityCenterRegion?: string;
  /**
   * Namespace of Argo CD's objects.
   *
   * @default - EKS's `argocd`
   */
  readonly namespace?: string;
  /**
   * VPC endpoints through which alone the server is reached.
   *
   * @default - its address is public, behind the sign-in
   */
  readonly vpcEndpointIds?: readonly string[];
  /** Who may do what; nobody else gets in. */
  readonly roles: Readonly<Partial<Record<EksArgoCdRole, readonly EksIdentityCenterPrincipal[]>>>;
}
