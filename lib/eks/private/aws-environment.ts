import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { Construct } from 'constructs';

/**
 * Where the provider is pointed: account, partition and region. Terraform reads all three while it plans, so what is
 * built from them (names, ARNs) is known in the plan and never causes a replacement.
 */
export class AwsEnvironment extends Construct {
  public readonly accountId: string;
  public readonly region: string;
  /** Ends the service principals that differ between partitions, such as `ec2.amazonaws.com.cn`. */
  public readonly dnsSuffix: string;
  private readonly partition: string;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const partition = new DataAwsPartition(this, 'Partition');
    this.accountId = new DataAwsCallerIdentity(this, 'Account').accountId;
    this.region = new DataAwsRegion(this, 'Region').region;
    this.partition = partition.partition;
    this.dnsSuffix = partition.dnsSuffix;
  }

  /** ARN of a resource of this account and region. */
  public regionalArn(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.region}:${this.accountId}:${resource}`;
  }

  /** ARN with an account of its own, or none, such as that of an image or of what another account shares. */
  public arnOf(service: string, region: string, account: string, resource: string): string {
    return `arn:${this.partition}:${service}:${region}:${account}:${resource}`;
  }

  /** ARN that stands for every principal of the account to which IAM grants an action. */
  public get accountRootArn(): string {
    return `arn:${this.partition}:iam::${this.accountId}:root`;
  }

  /** ARN of an IAM policy that AWS maintains, such as `AmazonEKSClusterPolicy`. */
  public managedPolicyArn(name: string): string {
    return `arn:${this.partition}:iam::aws:policy/${name}`;
  }

  /** ARN of a policy of EKS access entries, such as `AmazonEKSClusterAdminPolicy`. */
  public accessPolicyArn(name: string): string {
    return `arn:${this.partition}:eks::aws:cluster-access-policy/${name}`;
  }
}
