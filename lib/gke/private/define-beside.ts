import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { GkeCommonProps } from '../cluster-props';
import { GkeFirewall } from '../firewall';
import { GkeIpv6 } from '../ipv6';
import { GkeNetwork } from '../network';
import type { IGkeNetwork } from '../network-attributes';
import { NotificationTopic } from './notification-topic';

/** The network of a cluster that is given none. */
export function defineNetwork(scope: Construct, props: GkeCommonProps): IGkeNetwork {
  return new GkeNetwork(scope, 'Network', {
    networkName: props.clusterName,
    project: props.project,
    region: props.location.region,
    serviceCidr: props.serviceCidr,
    ipv6: props.dualStack === true ? GkeIpv6.INTERNAL : undefined,
  });
}

/** The topic of a cluster's own; `undefined` where it tells one of yours, or nothing. */
export function defineTopic(
  scope: Construct,
  { notifications, clusterName, project, projectNumber, secretsEncryption }: GkeCommonProps,
  keyId: string,
  labels: Readonly<Record<string, string>> | undefined,
): NotificationTopic | undefined {
  const own = notifications?.ownTopic;
  if (own === undefined) return undefined;
  // a key of yours is granted by you, to Pub/Sub as to GKE
  const grantTo = secretsEncryption?.existingKeyId === undefined ? projectNumber : undefined;
  const key = own.encrypted ? { keyId, grantTo } : undefined;
  return new NotificationTopic(scope, 'Notifications', { clusterName, project, labels, key });
}

/** The firewall rules that were asked for. Returns what nodes must wait for. */
export function defineFirewall(
  scope: Construct,
  { firewall, clusterName, project }: GkeCommonProps,
  network: IGkeNetwork,
  nodeServiceAccountEmail: string,
): readonly ITerraformDependable[] {
  if (firewall === undefined) return [];
  return new GkeFirewall(scope, 'Firewall', {
    ...firewall,
    clusterName,
    project,
    network,
    nodeServiceAccountEmail,
  }).ready;
}
