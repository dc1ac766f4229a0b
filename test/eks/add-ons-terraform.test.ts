import { TerraformOutput, TerraformVariable, Testing } from 'cdktf';
import { EksAddOn, EksAddOnPhase, EksAddOnVersion, EksPodNetworking } from '../../lib/eks';
import { EksArgoCdRole, EksPrincipalKind } from '../../lib/eks/argo-cd';
import { EksCapabilities, EksCapability } from '../../lib/eks/capability';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { describeTerraform, lifecycle } from '../support/terraform';
import { defineAddOns, defineNodes } from './add-ons-stack';
import { eksStack } from './eks-stack';

/** One of everything, as Terraform gets it. */
function everything(): string {
  const stack = eksStack();
  const zone = new TerraformVariable(stack, 'zone', { type: 'string', default: 'eu-west-1a' });
  const addOns = defineAddOns(stack, {
    podNetworking: EksPodNetworking.custom({ securityGroupsForPods: true }),
    podSubnets: [
      { zone: zone.stringValue, subnetId: 'subnet-a' },
      { zone: 'eu-west-1b', subnetId: 'subnet-b' },
    ],
    addOns: {
      [EksAddOn.COREDNS]: { version: EksAddOnVersion.mostRecent(), configuration: { replicaCount: 3 } },
    },
    observability: { options: { applicationSignals: true }, keyArn: 'arn:aws:kms:eu-west-1:1:key/a' },
  });
  defineNodes(stack, 'Nodes', addOns);
  addOns.addAddOn('guard', {
    addOnName: 'aws-guardduty-agent',
    phase: EksAddOnPhase.BEFORE_NODES,
    configuration: { text: '${HOST_NAME} %{if}', zone: zone.stringValue },
    identity: {
      serviceAccount: 'guard',
      managedPolicies: ['ReadOnlyAccess'],
      statements: [{ sid: 'Read', actions: ['s3:GetObject'], resources: ['*'] }],
    },
  });
  const capabilities = new EksCapabilities(stack, 'Capabilities', {
    namePrefix: 'prod',
    clusterName: 'prod',
    defaults: {
      environment: new AwsEnvironment(stack, 'Where'),
      tags: { team: 'platform' },
      permissionsBoundaryArn: undefined,
    },
  });
  capabilities.add('graphs', EksCapability.kro());
  capabilities.add('aws', EksCapability.ack({ managedPolicies: ['AmazonS3FullAccess'] }));
  capabilities.add(
    'delivery',
    EksCapability.argoCd({
      identityCenterArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      namespace: 'delivery',
      vpcEndpointIds: ['vpce-0123456789abcdef0'],
      roles: { [EksArgoCdRole.ADMIN]: [{ id: 'group-1', kind: EksPrincipalKind.GROUP }] },
    }),
  );
  for (const [name, id] of [
    ['cni', 'aws_eks_addon.AddOns_VpcCni_94A19AB4'],
    ['guard', 'aws_eks_addon.AddOns_Extra_guard_B3905B82'],
  ]) {
    new TerraformOutput(stack, String(name), { value: `\${${id}.configuration_values}` });
  }
  return Testing.synth(stack, true);
}

describeTerraform('add-ons and capabilities on simulated providers', () => {
  test('live through plan, apply, an empty second plan and destroy, with texts as EKS is to get them', async () => {
    const report = await lifecycle(everything());
    expect(report.liveAfterApply).toBe(30);
    expect(JSON.parse(String(report.outputs.cni))).toMatchObject({
      eniConfig: {
        create: true,
        subnets: { 'eu-west-1a': { id: 'subnet-a' }, 'eu-west-1b': { id: 'subnet-b' } },
      },
    });
    expect(report.outputs.guard).toBe('{"text":"${HOST_NAME} %{if}","zone":"eu-west-1a"}');
  });
});
