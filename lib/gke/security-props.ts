import type { GkeConfidential } from './confidential';
import type { GkeHardening } from './hardening';
import type { GkeKeyProtection } from './key-protection';
import type { GkeNodeIdentity } from './node-identity-options';
import type { GkeSecretManager } from './secret-manager';
import type { GkeSecurityPosture } from './security-posture';

/** How a GKE cluster is shut beyond what every one is. What Google keeps by itself must be said off to go: leaving it out changes nothing. */
export interface GkeSecurityProps {
  /** @default GkeHardening.baseline() */
  readonly hardening?: GkeHardening;
  /**
   * Whether images must pass the policy of Binary Authorization. It is the project's, and lets everything pass until you write one. Its
   * API must be on.
   *
   * @default true
   * @see https://cloud.google.com/binary-authorization/docs/overview
   */
  readonly binaryAuthorization?: boolean;
  /**
   * Google group whose member groups can be named in role bindings, `gke-security-groups@` and your domain. It may be exchanged, not
   * taken away: leaving it out changes nothing.
   *
   * @default - bindings know users only
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac
   */
  readonly securityGroup?: string;
  /**
   * Whether users of another provider of OpenID Connect can sign in, by components inside the cluster. Google advises against it, for
   * Workforce Identity Federation needs none. Not in Autopilot.
   *
   * @default - not
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/oidc
   */
  readonly identityService?: boolean;
  /**
   * How the memory of all nodes is kept from the machine below; pools cannot say otherwise, and every machine must be able to. In the
   * first minutes the cluster has an `n2d-standard-2` (`c3-standard-4` for TDX), which its zones must offer. Not in Autopilot, where a
   * compute class says it. Changing it replaces the cluster.
   *
   * @default - pools decide
   */
  readonly confidentialNodes?: GkeConfidential;
  /**
   * Whether pods on different nodes talk through WireGuard, whose keys never leave the nodes. Costs a seventh of the processor under load.
   * At most 500 nodes, of Linux; needs Dataplane V2, and not in Autopilot. WireGuard is not validated by FIPS 140.
   *
   * @default - Google's own encryption between machines alone
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/enable-inter-node-transparent-encryption
   */
  readonly interNodeEncryption?: boolean;
  /** @default GkeSecurityPosture.BASIC */
  readonly securityPosture?: GkeSecurityPosture;
  /** @default - pods read secrets of Secret Manager over its API only */
  readonly secretManager?: GkeSecretManager;
  /**
   * Which account nodes run as. Changing it replaces the node pools; nodes that GKE makes have it from then on.
   *
   * @default GkeNodeIdentity.own()
   */
  readonly nodeIdentity?: GkeNodeIdentity;
  /**
   * Days after which the cluster's own key gets a new version, 1 to 36500. The old ones stay, for what they encrypted.
   *
   * @default 90
   */
  readonly keyRotationDays?: number;
  /**
   * Days that a destroyed version of the cluster's own key can be restored, 1 to 120. Changing it replaces the key, and with it all that
   * it encrypted is lost.
   *
   * @default - Cloud KMS's own, 30
   */
  readonly keyDeletionDays?: number;
  /**
   * What keeps the cluster's own key. Changing it replaces the key, and with it all that it encrypted is lost.
   *
   * @default - Cloud KMS's own, SOFTWARE
   */
  readonly keyProtection?: GkeKeyProtection;
}
