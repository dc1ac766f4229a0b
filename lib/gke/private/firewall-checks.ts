import { Token } from 'cdktf';
import type { GkeFirewallOptions } from '../firewall-options';
import type { IGkeNetwork } from '../network-attributes';

/** What the rules need to know of a network. */
interface FirewalledNetwork
  extends Pick<
    IGkeNetwork,
    'nodeCidr' | 'podCidr' | 'controlPlaneCidr' | 'morePodRanges' | 'networkProject'
  > {
  /** Range outside the network, of a control plane that is peered with it. */
  readonly peeredControlPlaneCidr?: string;
}

/** One sentence for each rule that Google would refuse, or that cannot be written for want of a range. */
export function describeFirewall(
  options: GkeFirewallOptions,
  network: FirewalledNetwork,
  project: string,
): readonly string[] {
  const { webhookPorts = [], explicitEgress = false } = options;
  const problems = describePorts(webhookPorts);
  if (webhookPorts.length === 0 && !explicitEgress) return problems;
  const { networkProject } = network;
  if (isOfOtherProject(networkProject, project)) {
    problems.push(
      `'firewall' is for nodes of '${project}', but the network is of '${networkProject}', where Google takes no rule that names them; have the owner of that network write the rules`,
    );
  }
  if (webhookPorts.length > 0 && controlPlaneRangeOf(network) === undefined) {
    problems.push(
      `'firewall' webhookPorts needs the range that the control plane calls from; tell 'controlPlaneCidr' of the network`,
    );
  }
  if (explicitEgress) {
    const unknown = unknownRanges(network);
    if (unknown.length > 0) {
      problems.push(
        `'firewall' explicitEgress needs every range of the network; tell '${unknown.join("', '")}' of it`,
      );
    }
  }
  return problems;
}

/** The range that the control plane calls from. */
export function controlPlaneRangeOf(
  network: Pick<FirewalledNetwork, 'controlPlaneCidr' | 'peeredControlPlaneCidr'>,
): string | undefined {
  return network.peeredControlPlaneCidr ?? network.controlPlaneCidr;
}

/** The ranges of nodes, pods and control plane that are known, sorted. */
export function rangesOfCluster(network: FirewalledNetwork): string[] {
  const { nodeCidr, podCidr, morePodRanges } = network;
  const ranges = [nodeCidr, podCidr, controlPlaneRangeOf(network), ...morePodRanges.map(({ cidr }) => cidr)];
  return [...new Set(ranges.filter((range) => range !== undefined))].sort();
}

function describePorts(ports: readonly number[]): string[] {
  return ports
    .filter((port) => !Token.isUnresolved(port) && (!Number.isInteger(port) || port < 1 || port > 65535))
    .map((port) => `'firewall' webhookPorts holds ${port}, which must be a port of 1 to 65535`);
}

function unknownRanges(network: FirewalledNetwork): readonly string[] {
  const { nodeCidr, podCidr } = network;
  const own = Object.entries({ nodeCidr, podCidr, controlPlaneCidr: controlPlaneRangeOf(network) })
    .filter(([, range]) => range === undefined)
    .map(([name]) => name);
  const more = network.morePodRanges
    .filter(({ cidr }) => cidr === undefined)
    .map(({ rangeName }) => `morePodRanges.${rangeName}.cidr`);
  return [...own, ...more];
}

/** Whether a network is of another project than the cluster, as far as both are known. */
export function isOfOtherProject(networkProject: string | undefined, project: string): boolean {
  if (networkProject === undefined) return false;
  return !Token.isUnresolved(networkProject) && !Token.isUnresolved(project) && networkProject !== project;
}
