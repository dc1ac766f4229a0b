import { motoCall } from './private/moto-call';

/** What a cloud holds: ids by kind, sorted. Kinds of which there is nothing are absent. */
export type Inventory = Readonly<Record<string, readonly string[]>>;

const KMS_STATES = /"KeyState":\s*"(\w+)"/;

/** A filter: for a while AWS goes on to tell of gateways and endpoints that are gone, and moto always does. */
function notDeleted(name: string, value: string): Readonly<Record<string, string>> {
  return { 'Filter.1.Name': name, 'Filter.1.Value.1': value };
}

interface Query {
  readonly service: string;
  readonly action: string;
  readonly id: RegExp;
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * Questions in the query protocol, and where the ids stand in the answers. Network interfaces are not among them: the only ones are those
 * of NAT gateways and endpoints, and moto keeps those for ever.
 */
const QUERIES: Readonly<Record<string, Query>> = {
  addresses: { service: 'ec2', action: 'DescribeAddresses', id: /<allocationId>([^<]+)</g },
  autoScalingGroups: {
    service: 'autoscaling',
    action: 'DescribeAutoScalingGroups',
    id: /<AutoScalingGroupName>([^<]+)</g,
  },
  egressGateways: {
    service: 'ec2',
    action: 'DescribeEgressOnlyInternetGateways',
    id: /<egressOnlyInternetGatewayId>([^<]+)</g,
  },
  instances: {
    service: 'ec2',
    action: 'DescribeInstances',
    parameters: notDeleted('instance-state-name', 'running'),
    id: /<instanceId>([^<]+)</g,
  },
  placementGroups: { service: 'ec2', action: 'DescribePlacementGroups', id: /<groupId>(pg-[^<]+)</g },
  policies: {
    service: 'iam',
    action: 'ListPolicies',
    parameters: { Scope: 'Local' },
    id: /<Arn>([^<]+)</g,
  },
  flowLogs: { service: 'ec2', action: 'DescribeFlowLogs', id: /<flowLogId>([^<]+)</g },
  instanceProfiles: { service: 'iam', action: 'ListInstanceProfiles', id: /<InstanceProfileName>([^<]+)</g },
  internetGateways: {
    service: 'ec2',
    action: 'DescribeInternetGateways',
    id: /<internetGatewayId>([^<]+)</g,
  },
  launchTemplates: { service: 'ec2', action: 'DescribeLaunchTemplates', id: /<launchTemplateId>([^<]+)</g },
  natGateways: {
    service: 'ec2',
    action: 'DescribeNatGateways',
    parameters: notDeleted('state', 'available'),
    id: /<natGatewayId>([^<]+)</g,
  },
  openIdProviders: { service: 'iam', action: 'ListOpenIDConnectProviders', id: /<Arn>([^<]+)</g },
  roles: { service: 'iam', action: 'ListRoles', id: /<RoleName>([^<]+)</g },
  routeTables: { service: 'ec2', action: 'DescribeRouteTables', id: /<routeTableId>([^<]+)</g },
  securityGroups: { service: 'ec2', action: 'DescribeSecurityGroups', id: /<groupId>(sg-[^<]+)</g },
  subnets: { service: 'ec2', action: 'DescribeSubnets', id: /<subnetId>([^<]+)</g },
  vpcEndpoints: {
    service: 'ec2',
    action: 'DescribeVpcEndpoints',
    parameters: notDeleted('vpc-endpoint-state', 'available'),
    id: /<vpcEndpointId>([^<]+)</g,
  },
  vpcs: { service: 'ec2', action: 'DescribeVpcs', id: /<vpcId>([^<]+)</g },
};

/** Questions in JSON. */
const TARGETS: Readonly<Record<string, readonly [service: string, target: string, id: RegExp]>> = {
  activations: ['ssm', 'AmazonSSM.DescribeActivations', /"ActivationId":\s*"([^"]+)"/g],
  eventRules: ['events', 'AWSEvents.ListRules', /"Name":\s*"([^"]+)"/g],
  keyAliases: ['kms', 'TrentService.ListAliases', /"AliasName":\s*"([^"]+)"/g],
  logGroups: ['logs', 'Logs_20140328.DescribeLogGroups', /"logGroupName":\s*"([^"]+)"/g],
  queues: ['sqs', 'AmazonSQS.ListQueues', /"(http[^"]+)"/g],
};

/** Asks moto, or the proxy before it, which has more, for all that a cluster could leave behind. Keys whose deletion is under way are counted as gone. */
export async function takeInventory(url: string): Promise<Inventory> {
  const found: Record<string, readonly string[]> = {};
  const put = (kind: string, answer: string, id: RegExp) => {
    const ids = [...new Set([...answer.matchAll(id)].map(([, text = '']) => text))].sort();
    if (ids.length > 0) found[kind] = ids;
  };
  for (const [kind, { id, ...query }] of Object.entries(QUERIES)) {
    put(kind, await motoCall(url, query), id);
  }
  for (const [kind, [service, target, id]] of Object.entries(TARGETS)) {
    put(kind, await motoCall(url, { service, target, body: '{}' }), id);
  }
  put('clusters', await motoCall(url, { service: 'eks', path: '/clusters' }), /"([\w-]+)"(?=[,\]])/g);
  const keys = await livingKeys(url);
  if (keys.length > 0) found.keys = keys;
  return found;
}

async function livingKeys(url: string): Promise<readonly string[]> {
  const listed = await motoCall(url, { service: 'kms', target: 'TrentService.ListKeys', body: '{}' });
  const aliases = await motoCall(url, { service: 'kms', target: 'TrentService.ListAliases', body: '{}' });
  const ids = [...listed.matchAll(/"KeyId":\s*"([^"]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => !managedKeys(aliases).includes(id));
  const living: string[] = [];
  for (const KeyId of ids) {
    const body = JSON.stringify({ KeyId });
    const described = await motoCall(url, { service: 'kms', target: 'TrentService.DescribeKey', body });
    if (KMS_STATES.exec(described)?.[1] !== 'PendingDeletion') living.push(KeyId);
  }
  return living.sort();
}

/** Keys that AWS makes itself with the first disk that is encrypted by default, and keeps. */
function managedKeys(aliases: string): readonly string[] {
  const { Aliases } = JSON.parse(aliases) as {
    readonly Aliases: readonly { readonly AliasName: string; readonly TargetKeyId?: string }[];
  };
  return Aliases.filter(({ AliasName }) => AliasName.startsWith('alias/aws/')).flatMap(
    ({ TargetKeyId = [] }) => TargetKeyId,
  );
}

/** What is in the first and not in the second. */
export function without(all: Inventory, some: Inventory): Inventory {
  return Object.fromEntries(
    Object.entries(all)
      .map(([kind, ids]) => [kind, ids.filter((id) => !some[kind]?.includes(id))] as const)
      .filter(([, ids]) => ids.length > 0),
  );
}

/** How many there are of each kind. */
export function countsOf(inventory: Inventory): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(inventory).map(([kind, ids]) => [kind, ids.length]));
}
