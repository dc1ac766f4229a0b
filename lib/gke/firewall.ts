import { ComputeFirewall } from '@cdktf/provider-google/lib/compute-firewall';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
import type { GkeFirewallOptions } from './firewall-options';
import type { IGkeNetwork } from './network-attributes';
import { controlPlaneRangeOf, describeFirewall, rangesOfCluster } from './private/firewall-checks';

/** Props of {@link GkeFirewall}. */
export interface GkeFirewallProps extends GkeFirewallOptions {
  readonly clusterName: string;
  readonly project: string;
  readonly network: IGkeNetwork;
  /** Account of the nodes that the rules are for. */
  readonly nodeServiceAccountEmail: string;
}

/** Before rules of the default priority, 1000, among which are those that forbid. */
const PRIORITY = 999;

/**
 * Lets through what GKE's own rules leave out, to and from the nodes of one cluster, which are told apart by their service account.
 *
 * Google takes no rule that names a service account of one project in a network of another: in a Shared VPC its owner writes these
 * rules, with the tags of the nodes.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/firewall-rules
 */
export class GkeFirewall extends Construct {
  /** Nodes that start before them reach nothing, where the network forbids what it does not allow. */
  public readonly ready: readonly ITerraformDependable[];

  /** @throws ValidationError when a port is none, a range that a rule needs is not known, or the network is another project's. */
  public constructor(scope: Construct, id: string, props: GkeFirewallProps) {
    super(scope, id);
    const problems = describeFirewall(props, props.network, props.project);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.ready = [
      ...((props.webhookPorts ?? []).length > 0 ? [this.defineWebhooks(props)] : []),
      ...((props.explicitEgress ?? false) ? [this.defineEgress(props)] : []),
    ];
  }

  private defineWebhooks(props: GkeFirewallProps): ITerraformDependable {
    const { webhookPorts = [], network, clusterName } = props;
    const source = controlPlaneRangeOf(network);
    const ports = [...new Set(webhookPorts)].sort((a, b) => a - b).map(String);
    return new ComputeFirewall(this, 'Webhooks', {
      ...commonOf(props),
      name: `${clusterName}-webhooks`,
      description: `The control plane of the GKE cluster ${clusterName} calls webhooks`,
      direction: 'INGRESS',
      sourceRanges: source === undefined ? undefined : [source],
      allow: [{ protocol: 'tcp', ports }],
    });
  }

  private defineEgress(props: GkeFirewallProps): ITerraformDependable {
    const { network, clusterName } = props;
    return new ComputeFirewall(this, 'Egress', {
      ...commonOf(props),
      name: `${clusterName}-egress`,
      description: `Nodes and pods of the GKE cluster ${clusterName} reach each other and the control plane`,
      direction: 'EGRESS',
      destinationRanges: rangesOfCluster(network),
      allow: [{ protocol: 'all' }],
    });
  }
}

function commonOf({ project, network, nodeServiceAccountEmail, logged }: GkeFirewallProps) {
  return {
    project,
    network: network.networkId,
    priority: PRIORITY,
    targetServiceAccounts: [nodeServiceAccountEmail],
    logConfig: (logged ?? false) ? { metadata: 'INCLUDE_ALL_METADATA' } : undefined,
  };
}
