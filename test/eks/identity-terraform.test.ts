import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { TerraformOutput, TerraformResource, Testing } from 'cdktf';
import { NodePoolSize } from '../../lib/cluster';
import { EksAccess, EksAccessPolicy, EksAccessScope, EksMachines, EksPodNetworking } from '../../lib/eks';
import { EksDatabaseAccess } from '../../lib/eks/database-access';
import { EksFargateProfiles } from '../../lib/eks/fargate-profile';
import { EksHybridIdentity, EksHybridNodes } from '../../lib/eks/hybrid-nodes';
import { EksIdentityProviders } from '../../lib/eks/identity-provider';
import { EksIrsa } from '../../lib/eks/irsa';
import { EksKarpenter } from '../../lib/eks/karpenter';
import { LookedUpEksCluster } from '../../lib/eks/looked-up-cluster';
import { EksNodeFamily, EksNodeImage } from '../../lib/eks/node-image';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { EksSelfManagedPools } from '../../lib/eks/self-managed-pool';
import { EksWorkloadIdentity } from '../../lib/eks/workload-identity';
import { KubernetesVersion } from '../../lib/values';
import { describeTerraform, lifecycle } from '../support/terraform';
import { eksStack } from './eks-stack';

/** One of everything that enters a cluster, beside a bare cluster. */
function everything(): string {
  const stack = eksStack();
  const cluster = new EksCluster(stack, 'Cluster', {
    name: 'prod',
    roleArn: 'arn:aws:iam::111122223333:role/prod',
    vpcConfig: { subnetIds: ['subnet-0000000a', 'subnet-0000000b'] },
  });
  const agent = new EksAddon(stack, 'Agent', {
    clusterName: cluster.name,
    addonName: 'eks-pod-identity-agent',
  });
  const environment = new AwsEnvironment(stack, 'Environment');
  const tags = { team: 'platform' };
  const oidcIssuerUrl = cluster.identity.get(0).oidc.get(0).issuer;
  const securityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
  const common = {
    namePrefix: 'prod',
    clusterName: cluster.name,
    clusterArn: cluster.arn,
    addOns: { readyForIdentities: [agent], serviceAccounts: [] },
    defaults: { environment, tags, permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary' },
    subnetIds: ['subnet-0000000a', 'subnet-0000000b'],
    dependsOn: [agent],
  };

  const access = new EksAccess(stack, 'Access', { clusterName: cluster.name, environment, tags });
  access.addAdministrator('Platform', 'arn:aws:iam::111122223333:role/Platform');
  access.addEntry('Shop', {
    principalArn: 'arn:aws:iam::111122223333:role/Shop',
    policies: [{ policy: EksAccessPolicy.EDIT, scope: EksAccessScope.namespaces('shop') }],
    kubernetesGroups: ['shop'],
  });
  new EksIdentityProviders(stack, 'IdentityProviders', {
    clusterName: cluster.name,
    oidcIssuerUrl,
    tags,
  }).add('login', { issuerUrl: 'https://login.example.com', clientId: 'prod', groupsClaim: 'groups' });
  new EksIrsa(stack, 'Oidc', { oidcIssuerUrl, tags });

  const api = new EksWorkloadIdentity(stack, 'WorkloadIdentity', common).bind('Api', {
    namespace: 'shop',
    serviceAccount: 'api',
    statements: [
      {
        sid: 'OwnFolder',
        actions: ['s3:PutObject'],
        resources: ['arn:aws:s3:::shop/${aws:PrincipalTag/kubernetes-namespace}/*'],
      },
    ],
    targetRoleArn: 'arn:aws:iam::444455556666:role/Reports',
  });
  new EksDatabaseAccess(stack, 'Databases', {
    nodeSecurityGroupId: securityGroupId,
    defaults: common.defaults,
  }).connect('Orders', {
    securityGroupId: 'sg-0123456789abcdef0',
    port: 5432,
    logins: { Api: { identity: api, resourceId: 'db-ABCDEF', databaseUser: 'api' } },
  });

  const trustAnchorArn =
    'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/1234abcd-12ab-34cd-56ef-1234567890ab';
  new EksHybridNodes(stack, 'ByCertificate', {
    ...common,
    identity: EksHybridIdentity.rolesAnywhere({ trustAnchorArn }),
  });
  new EksHybridNodes(stack, 'ByActivation', {
    ...common,
    identity: EksHybridIdentity.systemsManager({ registrationLimit: 5 }),
  });
  new EksFargateProfiles(stack, 'FargateProfiles', common).add('shop', {
    selectors: [{ namespace: 'shop', labels: { tier: 'batch' } }],
  });
  new EksSelfManagedPools(stack, 'SelfManagedPools', {
    ...common,
    endpoint: cluster.endpoint,
    caCertificateBase64: cluster.certificateAuthority.get(0).data,
    serviceCidr: '172.20.0.0/16',
    securityGroupId,
    podNetworking: EksPodNetworking.prefixDelegation(),
  }).add('edge', {
    image: EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0'),
    machines: EksMachines.ofTypes('m7i.large', 'm7a.large'),
    size: NodePoolSize.autoscaled({ min: 1, max: 5 }),
  });
  new EksKarpenter(stack, 'Karpenter', common);
  new LookedUpEksCluster(stack, 'Elsewhere', {
    clusterName: 'elsewhere',
    version: KubernetesVersion.of('1.34'),
    region: 'eu-central-1',
  });

  const output = (name: string, path: string, attribute: string) => {
    const resource = stack.node.findAll().find((construct) => construct.node.path === `test/${path}`);
    if (!TerraformResource.isTerraformResource(resource)) throw new Error(`no resource at ${path}`);
    new TerraformOutput(stack, name, { value: resource.getStringAttribute(attribute) });
  };
  output('permissions', 'WorkloadIdentity/Api/Role/Policy', 'policy');
  output('trust', 'ByCertificate/Role/Resource', 'assume_role_policy');
  output('user_data', 'SelfManagedPools/edge/LaunchTemplate', 'user_data');
  return Testing.synth(stack, true);
}

describeTerraform('who enters an EKS cluster on simulated providers', () => {
  test('lives through plan, apply, an empty second plan and destroy, with policies as IAM is to get them', async () => {
    const report = await lifecycle(everything(), {
      computedValues: { 'data.aws_eks_cluster': { version: '1.34' } },
    });
    expect(report.liveAfterApply).toBe(55);
    expect(JSON.parse(String(report.outputs.permissions))).toMatchObject({
      Statement: [{ Resource: ['arn:aws:s3:::shop/${aws:PrincipalTag/kubernetes-namespace}/*'] }, {}],
    });
    expect(JSON.parse(String(report.outputs.trust))).toMatchObject({
      Statement: [
        {
          Condition: { StringEquals: { 'sts:RoleSessionName': '${aws:PrincipalTag/x509Subject/CN}' } },
        },
        {},
      ],
    });
    const userData = Buffer.from(String(report.outputs.user_data), 'base64').toString();
    expect(userData).toContain('--node-labels=kubewhere.dev/pool=edge');
  });

  test('is refused in the plan when a cluster that is looked up has another version', async () => {
    await expect(
      lifecycle(everything(), {
        computedValues: { 'data.aws_eks_cluster': { version: '1.33' } },
        until: 'plan',
      }),
    ).rejects.toThrow('EKS cluster elsewhere does not have Kubernetes 1.34');
  });
});
