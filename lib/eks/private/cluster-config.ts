import type { EksClusterConfig, EksClusterVpcConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import { ApiAccess } from '../../cluster';
import type { EksClusterProps } from '../cluster-props';
import { DEFAULT_SERVICE_CIDR, renderEndpointAccess, renderLogTypes } from '../control-plane';
import { EKS_CONTROL_PLANE_LOGS } from '../log-group';
import { isIpv6 } from './service-network';
import { tagsOrNone } from './tags';

/**
 * A part of the resource `aws_eks_cluster`, as one concern of it (Auto Mode, remote networks, the egress of the control plane)
 * renders it: blocks hold only the members that the part decides, and what it does not decide is absent or `undefined`.
 *
 * A part is made by a pure function `render…(…): ClusterConfigPart` beside the type of its prop; every `Partial<EksClusterConfig>`
 * is one. {@link joinConfigParts} puts them together. What the bindings do not know yet is not part of it: the cluster
 * sets it on the resource afterwards, by `setNewerAttribute`.
 */
export type ClusterConfigPart = Partial<Omit<EksClusterConfig, 'vpcConfig'>> & {
  readonly vpcConfig?: Partial<EksClusterVpcConfig>;
};

/** What the resource refers to, beside the props. */
export interface ClusterSurroundings {
  readonly roleArn: string;
  readonly intraSubnetIds: readonly string[];
  readonly apiSecurityGroupId: string;
}

/** Whether Terraform and EKS refuse to destroy the cluster. */
export function isProtected(props: EksClusterProps): boolean {
  return props.deletionProtection ?? true;
}

/** The range of Services as far as the props decide it: EKS picks the IPv6 one by itself, and any on an Outpost. */
export function serviceCidrOf(props: EksClusterProps): string | undefined {
  if (props.outpost !== undefined || isIpv6(props.podNetworking)) return undefined;
  return props.serviceCidr ?? DEFAULT_SERVICE_CIDR;
}

/** EKS's names of the logs that the control plane writes. */
export function logTypesOf(props: EksClusterProps): string[] {
  return renderLogTypes(props.controlPlaneLogs ?? EKS_CONTROL_PLANE_LOGS);
}

/** The resource of a cluster: what every one has, and the parts that differ by where it runs and what it asks for. */
export function renderClusterConfig(
  props: EksClusterProps,
  surroundings: ClusterSurroundings,
  ...parts: readonly ClusterConfigPart[]
): EksClusterConfig {
  const { clusterName, tags = {}, apiAccess = ApiAccess.private() } = props;
  const logTypes = logTypesOf(props);
  const { vpcConfig, ...others } = joinConfigParts(
    {
      vpcConfig: {
        securityGroupIds: [surroundings.apiSecurityGroupId],
        ...renderEndpointAccess(apiAccess),
      },
      enabledClusterLogTypes: logTypes.length === 0 ? undefined : logTypes,
      deletionProtection: isProtected(props),
      tags: tagsOrNone(tags),
      lifecycle: {
        // AWS refuses only when the nodes are gone already, for they go first; Terraform refuses in the plan
        preventDestroy: isProtected(props) ? true : undefined,
        // AWS reads both at creation only, and the provider would replace the cluster for them, for instance after an import
        ignoreChanges: [
          'access_config[0].bootstrap_cluster_creator_admin_permissions',
          'bootstrap_self_managed_addons',
        ],
      },
    },
    ...parts,
  );
  return {
    ...others,
    name: clusterName,
    version: props.version.toString(),
    roleArn: surroundings.roleArn,
    vpcConfig: { subnetIds: [...surroundings.intraSubnetIds], ...vpcConfig },
  };
}

/**
 * One part out of several. Lists are joined in the order of the parts, blocks member by member; `undefined` decides nothing. Two parts
 * that decide the same value differently are a mistake in the code, not in the props.
 */
export function joinConfigParts(...parts: readonly ClusterConfigPart[]): ClusterConfigPart {
  return parts.reduce<ClusterConfigPart>((left, right) => join(left, right, ''), {});
}

type Block = Readonly<Record<string, unknown>>;

function join(left: Block, right: Block, path: string): Block {
  const joined: Record<string, unknown> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const place = path === '' ? key : `${path}.${key}`;
    const known = joined[key];
    if (value === undefined) continue;
    if (known === undefined) joined[key] = value;
    else if (Array.isArray(known) && Array.isArray(value)) joined[key] = [...known, ...value];
    else if (isBlock(known) && isBlock(value)) joined[key] = join(known, value, place);
    else if (known !== value) throw new Error(`two parts of aws_eks_cluster decide '${place}'`);
  }
  return joined;
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
