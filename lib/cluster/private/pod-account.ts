import { whenResolved } from './tokens';

const NAMESPACE = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const SERVICE_ACCOUNT = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** A service account of Kubernetes, which pods run as. */
export interface PodAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** Why there can be no such service account; empty for one that can be, and for one that Terraform fills in. */
export function describePodAccount(label: string, account: PodAccount): readonly string[] {
  const problems: string[] = [];
  whenResolved(account.namespace, (text) => {
    if (NAMESPACE.test(text)) return;
    problems.push(`${label} 'namespace' (${text}) must be 1 to 63 lower-case letters, digits and hyphens`);
  });
  whenResolved(account.serviceAccount, (text) => {
    if (SERVICE_ACCOUNT.test(text)) return;
    problems.push(
      `${label} 'serviceAccount' (${text}) must be 1 to 253 lower-case letters, digits, hyphens and dots`,
    );
  });
  return problems;
}

/** The name by which two of them are the same. */
export function podAccountName({ namespace, serviceAccount }: PodAccount): string {
  return `${namespace}/${serviceAccount}`;
}
