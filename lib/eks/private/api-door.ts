import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { tagsOrNone, withName } from './tags';

export interface ApiDoorProps {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly vpcCidr: string;
  /** Range of the VPC's IPv6 addresses. The API of an IPv6 cluster answers on both. @default - none */
  readonly vpcIpv6Cidr?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * A security group of the control plane's network interfaces that lets the whole VPC reach the API. The group that EKS makes
 * by itself admits its own members only, which are the nodes: a bastion or a VPN would find the name of the private
 * endpoint and no answer.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
export class ApiDoor extends Construct {
  public readonly securityGroupId: string;

  public constructor(scope: Construct, id: string, props: ApiDoorProps) {
    super(scope, id);
    // AWS refuses a name that starts with 'sg-', so the cluster's name cannot stand first
    const name = `eks-api-${props.clusterName}`;
    const group = new SecurityGroup(this, 'Resource', {
      name,
      description: 'Who reaches the Kubernetes API inside the VPC',
      vpcId: props.vpcId,
      tags: withName(props.tags, name),
    });
    this.admit(group, 'HttpsFromVpc', { cidrIpv4: props.vpcCidr }, props.tags);
    if (props.vpcIpv6Cidr !== undefined) {
      this.admit(group, 'HttpsFromVpcIpv6', { cidrIpv6: props.vpcIpv6Cidr }, props.tags);
    }
    this.securityGroupId = group.id;
  }

  private admit(
    group: SecurityGroup,
    id: string,
    from: { readonly cidrIpv4: string } | { readonly cidrIpv6: string },
    tags: Readonly<Record<string, string>>,
  ): void {
    new VpcSecurityGroupIngressRule(this, id, {
      securityGroupId: group.id,
      ...from,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      tags: tagsOrNone(tags),
    });
  }
}
