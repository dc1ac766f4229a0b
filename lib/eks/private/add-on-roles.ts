import type { Construct } from 'constructs';
import { contentHash } from '../../values';
import type { EksAddOnIdentity } from '../add-on';
import type { EksIamStatement } from '../iam-statement';
import type { PolicyStatement } from './policy-document';
import type { ResourceDefaults } from './resource-defaults';
import { ServiceRole } from './service-role';

type Permissions = Pick<EksAddOnIdentity, 'managedPolicies' | 'statements'>;

export interface AddOnRoleProps {
  readonly roleName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** ARNs of policies by id. */
  readonly managedPolicies: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  readonly defaults: ResourceDefaults;
}

/** A role that EKS Pod Identity hands to the pods of one service account of the cluster, and to no others. */
export function defineAddOnRole(scope: Construct, id: string, props: AddOnRoleProps): ServiceRole {
  const { namespace, serviceAccount } = props;
  return new ServiceRole(scope, id, {
    roleName: props.roleName,
    description: `Service account ${namespace}/${serviceAccount} by EKS Pod Identity`,
    service: 'pods.eks.amazonaws.com',
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    condition: {
      StringEquals: {
        'aws:RequestTag/kubernetes-namespace': namespace,
        'aws:RequestTag/kubernetes-service-account': serviceAccount,
      },
    },
    managedPolicies: props.managedPolicies,
    statements: props.statements,
    defaults: props.defaults,
  });
}

/**
 * The end of a role's name, of the 7 characters that the longest cluster name and region leave of IAM's 64. It follows the name that
 * the user gave, so that another service account does not rename the role.
 */
export function roleSuffix(kind: string, name: string): string {
  return contentHash(`${kind}/${name}`).replace('sha256:', '').slice(0, 7);
}

/** ARNs of policies of AWS, by ids that no other child of a role has. */
export function managedPoliciesOf(
  permissions: Permissions,
  defaults: ResourceDefaults,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (permissions.managedPolicies ?? []).map((name) => [
      `Managed${lastPart(name)}`,
      defaults.environment.managedPolicyArn(name),
    ]),
  );
}

export function renderStatement(statement: EksIamStatement): PolicyStatement {
  return {
    Sid: statement.sid,
    Effect: 'Allow',
    Action: statement.actions,
    Resource: statement.resources,
    Condition: statement.conditions,
  };
}

const POLICY_NAME = /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/;
const SID = /^[A-Za-z0-9]+$/;
const ACTION = /^([a-z0-9-]+:[A-Za-z0-9*?]+|\*)$/;

/** Why IAM would refuse permissions; `owner` says whose they are. */
export function describePermissions(owner: string, permissions: Permissions): readonly string[] {
  const { managedPolicies = [], statements = [] } = permissions;
  const ids = managedPolicies.map(lastPart);
  const sids = statements.map(({ sid }) => sid);
  return [
    ...managedPolicies
      .filter((name) => !POLICY_NAME.test(name))
      .map(
        (name) =>
          `'managedPolicies' of ${owner} (${name}) must hold names of policies of AWS such as 'service-role/AmazonEFSCSIDriverPolicy'`,
      ),
    ...repeated(ids).map((id) => `'managedPolicies' of ${owner} names '${id}' twice`),
    ...sids
      .filter((sid) => !SID.test(sid))
      .map((sid) => `'sid' of ${owner} (${sid}) must be letters and digits`),
    ...repeated(sids).map((sid) => `'statements' of ${owner} have two of the 'sid' '${sid}'`),
    ...statements.flatMap((statement) => describeStatement(owner, statement)),
  ];
}

function describeStatement(owner: string, statement: EksIamStatement): readonly string[] {
  const name = `of statement '${statement.sid}' of ${owner}`;
  const problems = statement.actions
    .filter((action) => !ACTION.test(action))
    .map((action) => `'actions' ${name} (${action}) must be such as 's3:GetObject'`);
  if (statement.actions.length === 0) problems.push(`'actions' ${name} must name at least one`);
  if (statement.resources.length === 0) problems.push(`'resources' ${name} must name at least one`);
  return problems;
}

function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name;
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
