/*
 * Rules of cdk-nag, as data, that concern what an EKS cluster and its network are made of. Titles and ids are those of the packs
 * AwsSolutions and NIST 800-53 R5; cdk-nag looks at CloudFormation and these at Terraform, so each says itself when it holds.
 *
 * https://github.com/cdklabs/cdk-nag/blob/main/RULES.md
 */

type Body = Readonly<Record<string, unknown>>;

/** Every resource of a stack, by type and logical id. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly resourceType: string;
  holds(body: Body, resources: Resources): boolean;
}

/** `id: type.logical_id` of everything that breaks a rule, sorted. */
export function findingsOf(resources: Resources): readonly string[] {
  return EKS_RULES.flatMap(({ id, resourceType, holds }) =>
    Object.entries(resources[resourceType] ?? {})
      .filter(([, body]) => !holds(body, resources))
      .map(([name]) => `${id}: ${resourceType}.${name}`),
  ).sort();
}

function blockOf(body: Body, name: string): Body {
  const value = body[name];
  return (Array.isArray(value) ? value[0] : (value ?? {})) as Body;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

function statementsOf(policy: unknown): readonly Statement[] {
  return (JSON.parse(String(policy)) as { readonly Statement: readonly Statement[] }).Statement;
}

function allowed(policy: unknown): readonly Statement[] {
  return statementsOf(policy).filter(({ Effect }) => Effect === 'Allow');
}

const textsOf = (value: string | readonly string[] = []): readonly string[] => [value].flat() as string[];

export const EKS_RULES: readonly Rule[] = [
  {
    id: 'AwsSolutions-EKS1',
    title: 'The EKS cluster’s Kubernetes API server endpoint has public access enabled.',
    resourceType: 'aws_eks_cluster',
    holds: (body) => blockOf(body, 'vpc_config').endpoint_public_access === false,
  },
  {
    id: 'AwsSolutions-EKS2',
    title:
      'The EKS Cluster does not publish ‘api’, ‘audit’, ‘authenticator’, ‘controllerManager’ and ‘scheduler’ control plane logs.',
    resourceType: 'aws_eks_cluster',
    holds: ({ enabled_cluster_log_types: types = [] }) =>
      ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].every((type) =>
        (types as readonly string[]).includes(type),
      ),
  },
  {
    id: 'AwsSolutions-VPC7',
    title: 'The VPC does not have an associated Flow Log.',
    resourceType: 'aws_vpc',
    holds: (_, { aws_flow_log: logs = {} }) => Object.keys(logs).length > 0,
  },
  {
    id: 'NIST.800.53.R5-VPCDefaultSecurityGroupClosed',
    title: 'The VPC’s default security group allows inbound or outbound traffic.',
    resourceType: 'aws_default_security_group',
    holds: ({ ingress, egress }) => ingress === undefined && egress === undefined,
  },
  {
    id: 'NIST.800.53.R5-VPCSubnetAutoAssignPublicIpDisabled',
    title: 'The subnet auto-assigns public IP addresses.',
    resourceType: 'aws_subnet',
    holds: ({ map_public_ip_on_launch: maps }) => maps !== true,
  },
  {
    id: 'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW',
    title: 'The route table may contain one or more unrestricted route(s) to an IGW.',
    resourceType: 'aws_route',
    holds: ({ gateway_id: gateway, destination_cidr_block: four, destination_ipv6_cidr_block: six }) =>
      gateway === undefined || (four !== '0.0.0.0/0' && six !== '::/0'),
  },
  {
    id: 'AwsSolutions-EC23',
    title: 'The Security Group allows for 0.0.0.0/0 or ::/0 inbound access.',
    resourceType: 'aws_vpc_security_group_ingress_rule',
    holds: ({ cidr_ipv4: four, cidr_ipv6: six }) => four !== '0.0.0.0/0' && six !== '::/0',
  },
  {
    id: 'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
    title: 'The CloudWatch Log Group is not encrypted with an AWS KMS key.',
    resourceType: 'aws_cloudwatch_log_group',
    holds: ({ kms_key_id: key }) => key !== undefined,
  },
  {
    id: 'NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod',
    title: 'The CloudWatch Log Group does not have an explicit retention period configured.',
    resourceType: 'aws_cloudwatch_log_group',
    holds: ({ retention_in_days: days }) => typeof days === 'number' && days > 0,
  },
  {
    id: 'AwsSolutions-KMS5',
    title: 'The KMS Symmetric key does not have automatic key rotation enabled.',
    resourceType: 'aws_kms_key',
    holds: ({ enable_key_rotation: rotates }) => rotates === true,
  },
  {
    id: 'NIST.800.53.R5-EC2IMDSv2Enabled',
    title: 'Instance Metadata Service Version 2 is not required.',
    resourceType: 'aws_launch_template',
    holds: (body) => blockOf(body, 'metadata_options').http_tokens === 'required',
  },
  {
    id: 'AwsSolutions-EC26',
    title: 'The resource creates one or more EBS volumes that have encryption disabled.',
    resourceType: 'aws_launch_template',
    holds: ({ block_device_mappings: disks = [] }) =>
      (disks as readonly Body[]).length > 0 &&
      (disks as readonly Body[]).every((disk) => String(blockOf(disk, 'ebs').encrypted) === 'true'),
  },
  {
    id: 'AwsSolutions-EC27',
    title: 'The Security Group does not have a description.',
    resourceType: 'aws_security_group',
    holds: ({ description }) => typeof description === 'string' && description !== '',
  },
  {
    id: 'NIST.800.53.R5-IAMNoInlinePolicy',
    title: 'The IAM Group, User, or Role contains an inline policy.',
    resourceType: 'aws_iam_role_policy',
    holds: () => false,
  },
  {
    id: 'AwsSolutions-IAM4',
    title: 'The IAM user, role, or group uses AWS managed policies.',
    resourceType: 'aws_iam_role_policy_attachment',
    holds: ({ policy_arn: arn }) => !/:iam::aws:policy\//.test(String(arn)),
  },
  {
    id: 'AwsSolutions-IAM5',
    title: 'The IAM entity contains wildcard permissions.',
    resourceType: 'aws_iam_role_policy',
    holds: ({ policy }) =>
      allowed(policy).every(
        ({ Action, Resource }) =>
          ![...textsOf(Action), ...textsOf(Resource)].some((text) => text.includes('*')),
      ),
  },
  {
    id: 'NIST.800.53.R5-IAMPolicyNoStatementsWithAdminAccess',
    title: 'The IAM policy grants admin access.',
    resourceType: 'aws_iam_role_policy',
    holds: ({ policy }) =>
      allowed(policy).every(
        ({ Action, Resource }) => !(textsOf(Action).includes('*') && textsOf(Resource).includes('*')),
      ),
  },
  {
    id: 'NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess',
    title: 'The IAM policy grants full access to a service.',
    resourceType: 'aws_iam_role_policy',
    holds: ({ policy }) =>
      allowed(policy).every(({ Action }) => !textsOf(Action).some((action) => /^(\*|\w+:\*)$/.test(action))),
  },
  {
    id: 'AwsSolutions-SQS2',
    title: 'The SQS Queue does not have server-side encryption enabled.',
    resourceType: 'aws_sqs_queue',
    holds: ({ sqs_managed_sse_enabled: managed, kms_master_key_id: key }) =>
      managed === true || key !== undefined,
  },
  {
    id: 'AwsSolutions-SQS4',
    title: 'The SQS queue does not require requests to use SSL.',
    resourceType: 'aws_sqs_queue_policy',
    holds: ({ policy }) =>
      statementsOf(policy).some(
        ({ Effect, Condition }) =>
          Effect === 'Deny' && JSON.stringify(Condition ?? {}).includes('"aws:SecureTransport":"false"'),
      ),
  },
];
