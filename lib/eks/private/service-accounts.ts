import { Token } from 'cdktf';
import { type PodAccount, podAccountName } from '../../cluster/private/pod-account';

/**
 * Which service accounts of a cluster have a role. EKS allows one for each; those of the add-ons are among them, also of add-ons
 * that come later. Two that Terraform fills in are the same only where the same values were given twice.
 */
export class ServiceAccounts {
  private readonly owners = new Map<string, string>();

  public constructor(
    private readonly ofAddOns: () => readonly (PodAccount & { readonly addOnName: string })[],
  ) {}

  /** Why the service account cannot have another role; empty when it has none. */
  public describeTaken(label: string, account: PodAccount): string[] {
    const name = podAccountName(account);
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

  public add(owner: string, account: PodAccount): void {
    this.owners.set(podAccountName(account), owner);
  }

  private addOnOf(name: string): string | undefined {
    const known = this.ofAddOns().find((account) => podAccountName(account) === name);
    return known === undefined ? undefined : `the add-on '${known.addOnName}'`;
  }
}

function describeDouble(one: string, other: string, name: string): string {
  const known = Token.isUnresolved(name) ? '' : ` ${name}`;
  return `${one} and ${other} are for the same service account${known}; EKS gives it one role, so let one of them have all permissions`;
}
