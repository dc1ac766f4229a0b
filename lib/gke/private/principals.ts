import { Token } from 'cdktf';
import type { PodAccount } from '../../cluster/private/pod-account';
import { whenResolved } from '../../cluster/private/tokens';
import { isProjectId } from './project-id';

const EMAIL = /^[a-z0-9-]+@((?:[a-z0-9-]+\.)+)iam\.gserviceaccount\.com$/;
const ROLE =
  /^(roles\/[a-zA-Z][a-zA-Z0-9_.]*|(projects|organizations)\/[a-z0-9:.-]+\/roles\/[a-zA-Z0-9_.]+)$/;

/** Where Google knows the service accounts of all clusters of a project from. */
export function workloadPoolOf(project: string): string {
  return `${project}.svc.id.goog`;
}

/** Pods as IAM knows them by themselves. */
export function podPrincipal(project: string, projectNumber: string, account: PodAccount): string {
  const pool = `projects/${projectNumber}/locations/global/workloadIdentityPools/${workloadPoolOf(project)}`;
  return `principal://iam.googleapis.com/${pool}/subject/ns/${account.namespace}/sa/${account.serviceAccount}`;
}

/** Pods as the policy of a service account of Google knows them. */
export function podMember(project: string, { namespace, serviceAccount }: PodAccount): string {
  return `serviceAccount:${workloadPoolOf(project)}[${namespace}/${serviceAccount}]`;
}

/** A service account of Google by its full name. */
export function accountResource(email: string): string {
  const host = Token.isUnresolved(email) ? undefined : EMAIL.exec(email)?.[1];
  // Google finds the project by itself where the address is not known yet
  if (host === undefined) return `projects/-/serviceAccounts/${email}`;
  const [name = '', ...domain] = host.slice(0, -1).split('.');
  const project = domain.length === 0 ? name : `${domain.join('.')}:${name}`;
  return `projects/${project}/serviceAccounts/${email}`;
}

/** Why there is no such service account of Google; empty for one that can be, and for one that Terraform fills in. */
export function describeAccountEmail(label: string, email: string): readonly string[] {
  const problems: string[] = [];
  whenResolved(email, (text) => {
    if (EMAIL.test(text)) return;
    problems.push(
      `${label} '${text}' must be the e-mail address of a service account such as 'shop@acme-prod.iam.gserviceaccount.com'`,
    );
  });
  return problems;
}

/** Why there is no such project; empty for one that can be. */
export function describeProject(label: string, project: string): readonly string[] {
  if (isProjectId(project)) return [];
  return [`${label} holds '${project}', which must be the id of a project such as 'acme-prod'`];
}

/** Why there is no such role; empty for one that can be. */
export function describeRole(label: string, role: string): readonly string[] {
  if (ROLE.test(role)) return [];
  return [
    `${label} 'roles' holds '${role}', which must be a role such as 'roles/storage.objectViewer' or 'projects/acme-prod/roles/shop'`,
  ];
}
