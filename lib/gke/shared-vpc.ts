import { ComputeSubnetworkIamMember } from '@cdktf/provider-google/lib/compute-subnetwork-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

/** Props of {@link GkeSharedVpcGrants}. */
export interface GkeSharedVpcGrantsProps {
  /** Project that the network belongs to. */
  readonly hostProject: string;
  /** Number of the project that the cluster belongs to. Google's service agents are named after it. */
  readonly serviceProjectNumber: string;
  /** Region of the subnetworks. */
  readonly region: string;
  /**
   * Subnetworks of the cluster by a name that stands in the Terraform address: that of the nodes, that of the control plane, further
   * ones. Self links, `projects/…/regions/…/subnetworks/…`, or names.
   */
  readonly subnetworks: Readonly<Record<string, string>>;
  /**
   * Whether GKE may keep the firewall rules of load balancers in the host project. It may then change every rule there.
   *
   * @default false - the owner of the network writes them, as GKE's events ask
   */
  readonly firewallRules?: boolean;
}

const PROJECT_NUMBER = /^\d{6,}$/;
const SUBNETWORK_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

/**
 * The rights that GKE needs in the host project of a Shared VPC, for whom may grant them there: the use of each subnetwork, and the
 * configuration of its network. The cluster has to wait for {@link ready}.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc
 */
export class GkeSharedVpcGrants extends Construct {
  /** Without them the first thing that GKE does in the network is refused. */
  public readonly ready: readonly ITerraformDependable[];

  /** @throws ValidationError when the number is none, or a subnetwork has no name that can stand in an address. */
  public constructor(scope: Construct, id: string, props: GkeSharedVpcGrantsProps) {
    super(scope, id);
    this.assertProps(props);
    const { hostProject, serviceProjectNumber: number } = props;
    const gke = `serviceAccount:service-${number}@container-engine-robot.iam.gserviceaccount.com`;
    const users = { Gke: gke, Instances: `serviceAccount:${number}@cloudservices.gserviceaccount.com` };
    const ofHost = (grantId: string, role: string) =>
      new ProjectIamMember(this, grantId, { project: hostProject, role, member: gke });
    this.ready = [
      ofHost('HostServiceAgent', 'roles/container.hostServiceAgentUser'),
      ...((props.firewallRules ?? false) ? [ofHost('FirewallRules', 'roles/compute.securityAdmin')] : []),
      ...this.defineUses(props, users),
    ];
  }

  private defineUses(
    { hostProject, region, subnetworks }: GkeSharedVpcGrantsProps,
    users: Readonly<Record<string, string>>,
  ): readonly ITerraformDependable[] {
    const scope = new Construct(this, 'Subnetworks');
    return Object.entries(subnetworks).flatMap(([name, subnetwork]) => {
      const one = new Construct(scope, name);
      return Object.entries(users).map(
        ([grantId, member]) =>
          new ComputeSubnetworkIamMember(one, grantId, {
            project: hostProject,
            region,
            subnetwork,
            role: 'roles/compute.networkUser',
            member,
          }),
      );
    });
  }

  private assertProps({ serviceProjectNumber, subnetworks }: GkeSharedVpcGrantsProps): void {
    const problems: string[] = [];
    whenResolved(serviceProjectNumber, (number) => {
      if (PROJECT_NUMBER.test(number)) return;
      problems.push(
        `'serviceProjectNumber' (${number}) must be the number of a project, such as '123456789012', and not its id`,
      );
    });
    if (Object.keys(subnetworks).length === 0) {
      problems.push(`'subnetworks' is empty; name at least the one of the nodes`);
    }
    for (const name of Object.keys(subnetworks)) {
      if (SUBNETWORK_KEY.test(name)) continue;
      problems.push(
        `'subnetworks' key '${name}' must be up to 63 letters, digits, '-' and '_', starting with a letter`,
      );
    }
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }
}
