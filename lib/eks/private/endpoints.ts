import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { EksEndpoint } from '../endpoint';
import { ENDPOINT_IDS } from './endpoint-ids';
import { tagsOrNone, withName } from './tags';

export interface EndpointsProps {
  readonly vpcId: string;
  readonly vpcCidr: string;
  /** Range of the pods where they have one of their own, from which they call as well. */
  readonly podCidr: string | undefined;
  readonly name: string;
  readonly region: string;
  readonly privateSubnetIds: readonly string[];
  readonly privateRouteTableIds: readonly string[];
  /** The services that have an interface endpoint. */
  readonly interfaces: readonly EksEndpoint[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Ways to AWS services that do not leave the VPC. */
export class Endpoints extends Construct {
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: EndpointsProps) {
    super(scope, id);
    // Free of charge, and image layers (which ECR keeps in S3) no longer pay for NAT
    const s3 = new VpcEndpoint(this, 'S3', {
      vpcId: props.vpcId,
      serviceName: `com.amazonaws.${props.region}.s3`,
      vpcEndpointType: 'Gateway',
      routeTableIds: [...props.privateRouteTableIds],
      tags: withName(props.tags, `${props.name}-s3`),
    });
    this.ready = [s3, ...(props.interfaces.length > 0 ? this.defineInterfaces(props) : [])];
  }

  private defineInterfaces(props: EndpointsProps): ITerraformDependable[] {
    const group = new SecurityGroup(this, 'SecurityGroup', {
      // AWS refuses a name that starts with 'sg-', so the network's name cannot stand first
      name: `endpoints-${props.name}`,
      description: 'HTTPS from the VPC to the endpoints of AWS services',
      vpcId: props.vpcId,
      tags: withName(props.tags, `${props.name}-endpoints`),
    });
    const rules = [this.admit('HttpsFromVpc', props.vpcCidr, group, props)];
    // The second range belongs to the VPC, so pods keep their addresses on the way
    if (props.podCidr !== undefined) rules.push(this.admit('HttpsFromPods', props.podCidr, group, props));
    const endpoints = props.interfaces.map(
      (service) =>
        new VpcEndpoint(this, ENDPOINT_IDS[service], {
          vpcId: props.vpcId,
          serviceName: `com.amazonaws.${props.region}.${service}`,
          vpcEndpointType: 'Interface',
          privateDnsEnabled: true,
          subnetIds: [...props.privateSubnetIds],
          securityGroupIds: [group.id],
          tags: withName(props.tags, `${props.name}-${service}`),
        }),
    );
    return [...rules, ...endpoints];
  }

  private admit(
    id: string,
    cidrIpv4: string,
    group: SecurityGroup,
    props: EndpointsProps,
  ): ITerraformDependable {
    return new VpcSecurityGroupIngressRule(this, id, {
      securityGroupId: group.id,
      cidrIpv4,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      tags: tagsOrNone(props.tags),
    });
  }
}
