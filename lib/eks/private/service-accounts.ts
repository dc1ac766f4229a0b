import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';

const NAMESPACE = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const SERVICE_ACCOUNT = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** A service account of a cluster. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Which service accounts of a cluster have a role. EKS allows one for each; those of the add-ons are among them, also of add-ons
 * that come later. Two that Terraform fills in are the same only where the same values were given twice.
 */
export class ServiceAccounts {
  private readonly owners = new Map<string, string>();

  public constructor(
    private readonly ofAddOns: () => readonly (ServiceAccount & { readonly addOnName: string })[],
  ) {}

  /** Why the service account cannot have another role; empty when it has none. */
  public describeTaken(label: string, account: ServiceAccount): string[] {
    const name = nameOf(account);
    const owner = this.owners.get(name) ?? this.addOnOf(name);
    return owner === undefined ? [] : [describeDouble(label, owner, name)];
  }

  /** Which service accounts have two roles by now, because of add-ons that came later. */
  public describeDoubles(): string[] {
    return [...this.owners].flatMap(([name, owner]) => {
      const addOn = this.addOnOf(name);
      return addOn === undefined ? [] : [describeDouble(owner, addOn, name)];
    });
  }

  public add(owner: string, account: ServiceAccount): void {
    this.owners.set(nameOf(account), owner);
  }

  private addOnOf(name: string): string | undefined {
    const known = this.ofAddOns().find((account) => nameOf(account) === name);
    return known === undefined ? undefined : `the add-on '${known.addOnName}'`;
  }
}

/** Why there can be no such service account; empty for one that can be, and for one that Terraform fills in. */
export function describeServiceAccount(label: string, account: ServiceAccount): string[] {
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

function nameOf({ namespace, serviceAccount }: ServiceAccount): string {
  return `${namespace}/${serviceAccount}`;
}

function describeDouble(one: string, other: string, name: string): string {
  const known = Token.isUnresolved(name) ? '' : ` ${name}`;
  return `${one} and ${other} are for the same service account${known}; EKS gives it one role, so let one of them have all permissions`;
}
