import type { EksCapabilityConfigurationArgoCd } from '@cdktf/provider-aws/lib/eks-capability';
import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import { compareText } from '../../values';
import { type EksArgoCdOptions, EksArgoCdRole, EksPrincipalKind } from '../argo-cd';

const INSTANCE_ARN = /^arn:aws[a-z-]*:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/;
const ENDPOINT_ID = /^vpce-[0-9a-f]+$/;
const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The block of Argo CD; roles and people are sets for the provider and stand in order. */
export function renderArgoCd(options: EksArgoCdOptions): EksCapabilityConfigurationArgoCd {
  const endpoints = options.vpcEndpointIds ?? [];
  return {
    awsIdc: [{ idcInstanceArn: options.identityCenterArn, idcRegion: options.identityCenterRegion }],
    namespace: options.namespace,
    networkAccess: endpoints.length === 0 ? undefined : [{ vpceIds: [...endpoints] }],
    rbacRoleMapping: Object.values(EksArgoCdRole).flatMap((role) => {
      const identity = (options.roles[role] ?? []).map(({ id, kind }) => ({ id, type: kind }));
      if (!identity.some(({ id }) => Token.isUnresolved(id))) {
        identity.sort((left, right) => compareText(`${left.type} ${left.id}`, `${right.type} ${right.id}`));
      }
      return identity.length === 0 ? [] : [{ role, identity }];
    }),
  };
}

/** Why EKS would refuse Argo CD, or nobody could enter it. */
export function describeArgoCd(options: EksArgoCdOptions): readonly string[] {
  const problems: string[] = [];
  whenResolved(options.identityCenterArn, (arn) => {
    if (INSTANCE_ARN.test(arn)) return;
    problems.push(
      `'identityCenterArn' (${arn}) must be the ARN of an instance of IAM Identity Center such as 'arn:aws:sso:::instance/ssoins-1234567890abcdef'`,
    );
  });
  whenResolved(options.namespace, (namespace) => {
    if (DNS_LABEL.test(namespace)) return;
    problems.push(
      `'namespace' of Argo CD (${namespace}) must be 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit`,
    );
  });
  for (const endpoint of options.vpcEndpointIds ?? []) {
    if (Token.isUnresolved(endpoint) || ENDPOINT_ID.test(endpoint)) continue;
    problems.push(
      `'vpcEndpointIds' (${endpoint}) must hold ids of VPC endpoints such as 'vpce-0123456789abcdef0'`,
    );
  }
  return [...problems, ...describeRoles(options.roles)];
}

function describeRoles(roles: EksArgoCdOptions['roles']): readonly string[] {
  const known = Object.values<string>(EksArgoCdRole);
  const kinds = Object.values<string>(EksPrincipalKind);
  const problems: string[] = [];
  const roleOf = new Map<string, string>();
  for (const [role, principals = []] of Object.entries(roles)) {
    if (!known.includes(role)) {
      problems.push(`'roles' names '${role}'; the roles of Argo CD are ${known.join(', ')}`);
    }
    for (const { id, kind } of principals) {
      if (!kinds.includes(kind)) {
        problems.push(`'kind' of '${id}' (${kind}) must be one of ${kinds.join(', ')}`);
      }
      const other = roleOf.get(id);
      if (other !== undefined) {
        problems.push(`'roles' names '${id}' as ${other} and as ${role}; the higher role holds the lower`);
      }
      roleOf.set(id, role);
    }
  }
  if (roleOf.size === 0) {
    problems.push("'roles' names nobody; name at least one user or group, or nobody can enter Argo CD");
  }
  return problems;
}
