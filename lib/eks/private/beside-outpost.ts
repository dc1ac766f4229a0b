import { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';

/** What can be added to a cluster in a region, by the child that holds it, and why EKS refuses it on an Outpost. */
const REFUSED: Readonly<Record<string, string>> = {
  Access: "has no access entries on an Outpost; name people in the ConfigMap 'aws-auth'",
  IdentityProviders: 'takes no provider of OpenID Connect on an Outpost',
  WorkloadIdentity: 'has no Pod Identity on an Outpost; its nodes have a role',
  AddOns: 'has no add-ons on an Outpost; install the software in the cluster',
  Capabilities: 'has no capabilities on an Outpost; install the software in the cluster',
};

/** One sentence for each kind of thing that was added to a cluster on an Outpost and that EKS does not have there. */
export function describeBesideOutpost(cluster: IConstruct): string[] {
  return Object.entries(REFUSED).flatMap(([child, what]) => {
    const added = cluster.node.tryFindChild(child)?.node.findAll() ?? [];
    return added.some((construct) => TerraformResource.isTerraformResource(construct)) ? [`EKS ${what}`] : [];
  });
}
