import type { TerraformResource } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import { EksControlPlaneEgress } from '../control-plane-egress';
import type { EksControlPlaneTier } from '../control-plane-tier';
import { setNewerAttribute } from '../newer-attributes';
import type { ClusterConfigPart } from './cluster-config';
import { describeUnknownList } from './known-list';
import { shown } from './shown';

/** EKS takes five security groups for the control plane's interfaces; one is ours. */
const MOST_SECURITY_GROUPS = 4;
const SECURITY_GROUP = /^sg-[0-9a-f]{8}([0-9a-f]{9})?$/;

/** What EKS would refuse about further security groups of the control plane; empty when all are fine. */
export function describeApiSecurityGroups(ids: readonly string[] = []): readonly string[] {
  const problems = [...describeUnknownList(`'apiSecurityGroupIds'`, ids)];
  whenResolved(ids, (list) => {
    if (list.length > MOST_SECURITY_GROUPS) {
      problems.push(
        `'apiSecurityGroupIds' (${list.length}) must name at most ${MOST_SECURITY_GROUPS}: EKS takes 5, and one is the cluster's own`,
      );
    }
    const twice = list.find((id, index) => list.indexOf(id) !== index);
    if (twice !== undefined) {
      problems.push(`'apiSecurityGroupIds' names ${shown(twice)} twice; name each group once`);
    }
    for (const id of list) {
      whenResolved(id, (text) => {
        if (SECURITY_GROUP.test(text)) return;
        problems.push(
          `'apiSecurityGroupIds' (${text}) must be the id of a security group such as 'sg-0123456789abcdef0'`,
        );
      });
    }
  });
  return problems;
}

/** Security groups beside the cluster's own, which stands first in the joined list. */
export function renderApiSecurityGroups(ids: readonly string[] = []): ClusterConfigPart {
  return ids.length === 0 ? {} : { vpcConfig: { securityGroupIds: [...ids].sort() } };
}

/** The tier, where one was asked for: the provider does not touch what is not written. */
export function renderControlPlaneTier(tier: EksControlPlaneTier | undefined): ClusterConfigPart {
  return tier === undefined ? {} : { controlPlaneScalingConfig: { tier } };
}

/** Only `true` says something: the provider reads it when it upgrades, and at no other time. */
export function renderForcedUpgrade(force: boolean | undefined): ClusterConfigPart {
  return force === true ? { forceUpdateVersion: true } : {};
}

/** Sets the way that the control plane's own requests take, where one was asked for. */
export function setControlPlaneEgress(
  cluster: TerraformResource,
  egress: EksControlPlaneEgress | undefined,
): void {
  if (egress !== undefined) setNewerAttribute(cluster, 'controlPlaneEgressMode', egress);
}

/**
 * What somebody who routes the control plane's requests must know; `undefined` when EKS routes them. The intra subnets of an
 * own network have no route at all, whatever its `egress`.
 */
export function describeCustomerRouted(
  clusterName: string,
  egress: EksControlPlaneEgress | undefined,
  network: 'own' | 'given',
): string | undefined {
  if (egress !== EksControlPlaneEgress.CUSTOMER_ROUTED) return undefined;
  const way =
    network === 'own'
      ? `the subnets of its interfaces have no route out of the VPC, so it reaches no webhook or OIDC issuer beyond it: give a 'network' whose 'intraSubnetIds' have one`
      : `the subnets of its interfaces must reach every webhook and OIDC issuer that it asks`;
  return `[kubewhere:eks/customer-routed] the control plane of '${clusterName}' sends its own requests through your VPC: ${way}; EKS never takes this back, and going back replaces the cluster`;
}
