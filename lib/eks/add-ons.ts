import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { type ITerraformDependable, Lazy, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import { EksAddOn } from './add-on';
import type { ResourceDefaults } from './private/resource-defaults';
import { ServiceRole } from './private/service-role';
import { tagsOrNone } from './private/tags';

/**
 * Addresses by prefixes of 16, so that a node holds 110 pods whatever its size, and NetworkPolicy enforced. Both must be
 * there before the first node: a node counts its addresses when it starts.
 */
const CNI_CONFIGURATION = JSON.stringify({
  enableNetworkPolicy: 'true',
  env: { ENABLE_PREFIX_DELEGATION: 'true', WARM_PREFIX_TARGET: '1' },
});

/** Props of {@link EksAddOns}. */
export interface EksAddOnsProps {
  /** Stem of the names of roles. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the add-ons to it. */
  readonly clusterName: string;
  readonly versions: Readonly<Partial<Record<EksAddOn, string>>>;
  readonly defaults: ResourceDefaults;
}

interface AddOnOptions {
  readonly dependsOn?: readonly ITerraformDependable[];
  readonly configurationValues?: string;
  readonly identity?: { readonly role: ServiceRole; readonly serviceAccount: string };
}

/**
 * The add-ons of every cluster, in the order in which they can work: cluster → pod identity agent → VPC CNI, and kube-proxy
 * → nodes → CoreDNS, EBS CSI driver and metrics server. All of it is edges of Terraform's graph: nothing waits for time to pass,
 * and a destroy goes the same way back.
 */
export class EksAddOns extends Construct {
  /** What a node needs to become ready. */
  public readonly readyForNodes: readonly ITerraformDependable[];
  private readonly nodeGroups: TerraformResource[] = [];

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksAddOnsProps,
  ) {
    super(scope, id);
    const agent = this.define('PodIdentityAgent', EksAddOn.POD_IDENTITY_AGENT, {});
    const cniRole = this.defineRole('VpcCniRole', 'vpc-cni', 'aws-node', 'AmazonEKS_CNI_Policy');
    const cni = this.define('VpcCni', EksAddOn.VPC_CNI, {
      // The agent first: without it the CNI has no identity, gives out no address, and no node becomes ready
      dependsOn: [agent, ...cniRole.ready],
      configurationValues: CNI_CONFIGURATION,
      identity: { role: cniRole, serviceAccount: 'aws-node' },
    });
    const kubeProxy = this.define('KubeProxy', EksAddOn.KUBE_PROXY, {});
    this.readyForNodes = [cni, kubeProxy];

    const ebsRole = this.defineRole(
      'EbsCsiRole',
      'ebs-csi',
      'ebs-csi-controller-sa',
      'service-role/AmazonEBSCSIDriverPolicy',
    );
    this.startAfterNodes(
      this.define('CoreDns', EksAddOn.COREDNS, {}),
      this.define('EbsCsi', EksAddOn.EBS_CSI, {
        dependsOn: ebsRole.ready,
        identity: { role: ebsRole, serviceAccount: 'ebs-csi-controller-sa' },
      }),
      this.define('MetricsServer', EksAddOn.METRICS_SERVER, {}),
    );
  }

  /** Makes the add-ons that are ordinary pods wait for a node group as well. */
  public waitFor(nodeGroup: TerraformResource): void {
    this.nodeGroups.push(nodeGroup);
  }

  private define(id: string, addOn: EksAddOn, options: AddOnOptions): EksAddon {
    const { identity } = options;
    return new EksAddon(this, id, {
      clusterName: this.props.clusterName,
      addonName: addOn,
      addonVersion: this.props.versions[addOn],
      configurationValues: options.configurationValues,
      // What is written here holds, also where somebody changed the add-on's objects by hand
      resolveConflictsOnUpdate: 'OVERWRITE',
      podIdentityAssociation:
        identity === undefined
          ? undefined
          : [{ roleArn: identity.role.roleArn, serviceAccount: identity.serviceAccount }],
      tags: tagsOrNone(this.props.defaults.tags),
      dependsOn: options.dependsOn === undefined ? undefined : [...options.dependsOn],
    });
  }

  private defineRole(id: string, suffix: string, serviceAccount: string, policy: string): ServiceRole {
    const { namePrefix, defaults } = this.props;
    const { environment } = defaults;
    return new ServiceRole(this, id, {
      roleName: `${namePrefix}-${environment.region}-${suffix}`,
      description: `Service account kube-system/${serviceAccount} by EKS Pod Identity`,
      service: 'pods.eks.amazonaws.com',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      condition: {
        StringEquals: {
          'aws:RequestTag/kubernetes-namespace': 'kube-system',
          'aws:RequestTag/kubernetes-service-account': serviceAccount,
        },
      },
      managedPolicies: { ManagedPolicy: environment.managedPolicyArn(policy) },
      defaults,
    });
  }

  /** Lazy, because pools are added to the cluster after its add-ons are defined. */
  private startAfterNodes(...addOns: readonly EksAddon[]): void {
    for (const addOn of addOns) {
      const others = addOn.dependsOn ?? [];
      addOn.dependsOn = Lazy.listValue({
        produce: () => [
          ...others,
          ...this.nodeGroups.map((group) => `${group.terraformResourceType}.${group.friendlyUniqueId}`),
        ],
      });
    }
  }
}

const ADD_ON_VERSION = /^v\d+\.\d+\.\d+-eksbuild\.\d+$/;

/** @throws ValidationError with all problems of the versions: an add-on that is not there, or text that is no version. */
export function assertAddOnVersions(
  versions: Readonly<Partial<Record<EksAddOn, string>>>,
  scope: { readonly node: { readonly path: string } },
): void {
  const known: readonly string[] = Object.values(EksAddOn);
  const problems: string[] = [];
  for (const [name, version] of Object.entries(versions)) {
    if (!known.includes(name)) {
      problems.push(`'addOnVersions' names '${name}'; the add-ons are ${known.join(', ')}`);
    }
    whenResolved(version, (text) => {
      if (ADD_ON_VERSION.test(text)) return;
      problems.push(
        `'addOnVersions' of '${name}' (${text}) must be a full version such as 'v1.11.4-eksbuild.2'`,
      );
    });
  }
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}
