import type { Construct } from 'constructs';
import { readyNetwork } from '../../cluster/private/ready-network';
import type { EksAccess } from '../access';
import type { EksAddOns } from '../add-ons';
import { type EksFargateProfile, EksFargateProfiles } from '../fargate-profile';
import type { EksFargateProfileOptions } from '../fargate-profile-options';
import type { IEksNetwork } from '../network-attributes';
import type { EksPodNetworking } from '../pod-networking';
import { type EksSelfManagedPool, EksSelfManagedPools } from '../self-managed-pool';
import type { EksSelfManagedPoolOptions } from '../self-managed-pool-options';
import type { ClusterRoleProps } from './cluster-roles';
import { selectsCoreDns } from './missing-nodes';

export interface OtherComputeProps extends ClusterRoleProps {
  readonly clusterName: string;
  readonly endpoint: string;
  readonly caCertificateBase64: string;
  readonly serviceCidr: string;
  readonly securityGroupId: string;
  readonly podNetworking: EksPodNetworking;
  readonly network: IEksNetwork;
  readonly addOns: EksAddOns;
  readonly access: EksAccess;
}

/**
 * Where the pods of a cluster run beside managed node groups, as children of the cluster. Each place has a role in common, whose entry is
 * taken with the first of the kind; add-ons wait for all of them.
 */
export class OtherCompute {
  private readonly fargate: EksFargateProfiles;
  private readonly selfManaged: EksSelfManagedPools;
  private readonly fargateProfiles: EksFargateProfile[] = [];
  private readonly selfManagedPools: EksSelfManagedPool[] = [];

  public constructor(
    scope: Construct,
    private readonly props: OtherComputeProps,
  ) {
    const { network, addOns } = props;
    const subnetIds = network.privateSubnetIds;
    const ready = readyNetwork(network, scope);
    this.fargate = new EksFargateProfiles(scope, 'FargateProfiles', {
      ...props,
      subnetIds,
      dependsOn: ready,
    });
    this.selfManaged = new EksSelfManagedPools(scope, 'SelfManagedPools', {
      ...props,
      subnetIds,
      dependsOn: [...addOns.readyForNodes, ...ready],
    });
  }

  public get profiles(): readonly EksFargateProfile[] {
    return this.fargateProfiles;
  }

  public get pools(): readonly EksSelfManagedPool[] {
    return this.selfManagedPools;
  }

  public addFargateProfile(name: string, options: EksFargateProfileOptions): EksFargateProfile {
    const { addOns } = this.props;
    const profile = this.fargate.add(name, options);
    if (this.fargateProfiles.length === 0) this.reserve(this.fargate.roleArn, 'the role of pods on Fargate');
    this.fargateProfiles.push(profile);
    addOns.waitFor(profile._resource);
    if (selectsCoreDns(profile)) addOns.runCoreDnsOnFargate();
    return profile;
  }

  public addSelfManagedPool(poolName: string, options: EksSelfManagedPoolOptions): EksSelfManagedPool {
    const pool = this.selfManaged.add(poolName, options);
    if (this.selfManagedPools.length === 0) {
      this.reserve(this.selfManaged.roleArn, 'the role of nodes that EKS does not manage');
    }
    this.selfManagedPools.push(pool);
    this.props.addOns.waitFor(pool._group);
    return pool;
  }

  private reserve(roleArn: string | undefined, purpose: string): void {
    if (roleArn !== undefined) this.props.access._reserve(roleArn, purpose);
  }
}
