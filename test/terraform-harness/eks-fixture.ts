import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Fn, LocalBackend, TerraformOutput, TerraformStack, Testing } from 'cdktf';

export interface EksFixtureProps {
  readonly name?: string;
  readonly version?: string;
  readonly volumeSize?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A small EKS stack, as JSON: each resource refers to computed values of the one before. */
export function eksStack(props: EksFixtureProps = {}): string {
  const stack = new TerraformStack(Testing.app(), 'eks');
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  new AwsProvider(stack, 'Aws', { region: 'eu-west-1', defaultTags: [{ tags: { Owner: 'platform' } }] });
  const zones = new DataAwsAvailabilityZones(stack, 'Zones', { state: 'available' });
  const trust = new DataAwsIamPolicyDocument(stack, 'Trust', {
    statement: [
      {
        actions: ['sts:AssumeRole'],
        principals: [{ type: 'Service', identifiers: ['eks.amazonaws.com'] }],
      },
    ],
  });
  const vpc = new Vpc(stack, 'Vpc', { cidrBlock: '10.0.0.0/16', tags: { ...props.tags } });
  const subnets = ['A', 'B'].map(
    (letter, index) =>
      new Subnet(stack, `Subnet${letter}`, {
        vpcId: vpc.id,
        cidrBlock: Fn.cidrsubnet(vpc.cidrBlock, 8, index),
        availabilityZone: Fn.element(zones.names, index),
      }),
  );
  const nodes = new SecurityGroup(stack, 'Nodes', { vpcId: vpc.id, description: 'nodes' });
  const role = new IamRole(stack, 'Role', { name: 'cluster', assumeRolePolicy: trust.json });
  const key = new KmsKey(stack, 'Key', { enableKeyRotation: true });
  const cluster = new EksCluster(stack, 'Cluster', {
    name: props.name ?? 'prod',
    version: props.version ?? '1.33',
    roleArn: role.arn,
    vpcConfig: { subnetIds: subnets.map((subnet) => subnet.id), securityGroupIds: [nodes.id] },
    encryptionConfig: { provider: { keyArn: key.arn }, resources: ['secrets'] },
    accessConfig: { authenticationMode: 'API' },
  });
  const template = new LaunchTemplate(stack, 'Template', {
    vpcSecurityGroupIds: [cluster.vpcConfig.clusterSecurityGroupId],
    blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { volumeSize: props.volumeSize ?? 50 } }],
    metadataOptions: { httpTokens: 'required' },
  });
  new EksNodeGroup(stack, 'Pool', {
    clusterName: cluster.name,
    nodeGroupName: 'general',
    nodeRoleArn: role.arn,
    subnetIds: subnets.map((subnet) => subnet.id),
    scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
    launchTemplate: { id: template.id, version: Fn.tostring(template.latestVersion) },
  });
  new EksAccessEntry(stack, 'Admins', { clusterName: cluster.name, principalArn: role.arn });
  new EksAddon(stack, 'Dns', { clusterName: cluster.name, addonName: 'coredns' });
  new TerraformOutput(stack, 'endpoint', { value: cluster.endpoint });
  new TerraformOutput(stack, 'ca', { value: cluster.certificateAuthority.get(0).data, sensitive: true });
  new TerraformOutput(stack, 'issuer', { value: cluster.identity.get(0).oidc.get(0).issuer });
  new TerraformOutput(stack, 'vpc_tags', { value: vpc.tagsAll });
  new TerraformOutput(stack, 'zone_of_b', { value: subnets[1]?.availabilityZone });
  new TerraformOutput(stack, 'trust', { value: trust.json });
  return Testing.synth(stack);
}
