import type { ComputedValueTable } from './computed-values';
import { type ResourceFacts, zones } from './generated-text';
import { elements, isObject, textAt, type Value, type ValueObject } from './value';

const joined =
  (...names: readonly string[]) =>
  (facts: ResourceFacts): Value =>
    names.map((name) => textAt(facts.values, [name]) ?? '').join(':');

/**
 * Values of types where a text drawn from the name of the attribute would mislead. Keys are Terraform types,
 * with `data.` in front of data sources.
 */
export const KNOWN_COMPUTED_VALUES: Readonly<Record<string, ComputedValueTable>> = {
  aws_eks_access_entry: { id: joined('cluster_name', 'principal_arn') },
  aws_eks_access_policy_association: { id: joined('cluster_name', 'principal_arn') },
  aws_eks_addon: { id: joined('cluster_name', 'addon_name') },
  aws_eks_cluster: {
    'identity.oidc.issuer': (facts) =>
      `https://oidc.eks.${facts.region}.amazonaws.com/id/${facts.token.slice(0, 32).toUpperCase()}`,
    version: '1.33',
  },
  aws_eks_fargate_profile: { id: joined('cluster_name', 'fargate_profile_name') },
  aws_eks_node_group: { id: joined('cluster_name', 'node_group_name') },
  aws_launch_template: {
    latest_version: (facts) => Number(facts.values.latest_version ?? 0) + 1,
  },
  google_container_cluster: {
    endpoint: '192.0.2.10',
    master_version: '1.33.5-gke.1201000',
    node_locations: zones,
  },
  google_service_account: {
    email: (facts) => serviceAccountEmail(facts),
    member: (facts) => `serviceAccount:${serviceAccountEmail(facts)}`,
  },
  'data.aws_availability_zones': {
    names: zones,
    zone_ids: (facts) => zones(facts).map((_, index) => `${shortRegion(facts.region)}-az${index + 1}`),
  },
  'data.aws_caller_identity': {
    id: (facts) => facts.account,
    arn: (facts) => `arn:aws:iam::${facts.account}:user/simulated`,
    user_id: 'AIDASIMULATED',
  },
  'data.aws_iam_policy_document': { json: policyJson, minified_json: policyJson },
  'data.aws_partition': {
    id: 'aws',
    partition: 'aws',
    dns_suffix: 'amazonaws.com',
    reverse_dns_prefix: 'com.amazonaws',
  },
  'data.aws_region': { id: (facts) => facts.region, name: (facts) => facts.region },
  'data.google_client_config': {
    access_token: 'simulated-access-token',
    zone: (facts) => zones(facts)[0] ?? null,
  },
  'data.google_compute_zones': { names: zones },
  'data.google_project': { number: '123456789012', project_id: (facts) => facts.account },
};

/** Attributes that a real provider computes anew whenever the resource changes. */
export const KNOWN_RECOMPUTED: Readonly<Record<string, readonly string[]>> = {
  aws_launch_template: ['latest_version'],
};

function serviceAccountEmail(facts: ResourceFacts): string {
  return `${textAt(facts.values, ['account_id']) ?? ''}@${facts.account}.iam.gserviceaccount.com`;
}

function shortRegion(region: string): string {
  const [area = '', direction = '', number = ''] = region.split('-');
  return `${area}${direction.charAt(0)}${number}`;
}

function policyJson(facts: ResourceFacts): Value {
  const statements = elements(facts.values.statement).filter(isObject).map(statement);
  return JSON.stringify({
    Version: textAt(facts.values, ['version']) ?? '2012-10-17',
    Statement: statements,
  });
}

function statement(block: ValueObject): object {
  const list = (name: string) => (elements(block[name]).length > 0 ? elements(block[name]) : undefined);
  const principals = elements(block.principals).filter(isObject);
  const conditions = elements(block.condition).filter(isObject);
  return {
    Sid: textAt(block, ['sid']),
    Effect: textAt(block, ['effect']) ?? 'Allow',
    Action: list('actions'),
    NotAction: list('not_actions'),
    Resource: list('resources'),
    NotResource: list('not_resources'),
    Principal:
      principals.length > 0
        ? Object.fromEntries(principals.map((item) => [textAt(item, ['type']), item.identifiers]))
        : undefined,
    Condition:
      conditions.length > 0
        ? conditions.map((item) => ({
            [textAt(item, ['test']) ?? '']: { [textAt(item, ['variable']) ?? '']: item.values },
          }))
        : undefined,
  };
}
