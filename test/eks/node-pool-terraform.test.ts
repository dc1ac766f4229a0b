import type { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { TerraformOutput, type TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { CapacityType, EncryptionKey, NodePoolSize, TaintEffect } from '../../lib/cluster';
import {
  EksMachines,
  EksNodeFamily,
  EksNodeImage,
  EksNodePool,
  type EksNodePoolProps,
  EksWindows,
} from '../../lib/eks';
import { EksCapacityReservation } from '../../lib/eks/capacity-reservation';
import { EksNodeRelease } from '../../lib/eks/node-release';
import { EksRepairAction, EksShare } from '../../lib/eks/node-repair';
import { EksNodeUpdate } from '../../lib/eks/node-update';
import { EksPlacement } from '../../lib/eks/placement';
import { EksUserData } from '../../lib/eks/user-data';
import { describeTerraform, lifecycle } from '../support/terraform';
import { eksStack } from './eks-stack';
import { inOneSubnet, poolProps } from './pool-stack';

/** A pool, and what its machines are told as an output. */
function addPool(stack: TerraformStack, props: EksNodePoolProps): void {
  const pool = new EksNodePool(stack, props.poolName, props);
  const template = pool.node.findChild('LaunchTemplate') as LaunchTemplate;
  new TerraformOutput(stack, `told-${props.poolName}`, { value: template.userData, staticId: true });
}

/** One pool of each kind, as Terraform gets them; what only newer providers know is left out. */
function everything(): string {
  const stack = eksStack();
  const variable = (id: string, value: string): string =>
    new TerraformVariable(stack, id, { type: 'string', default: value }).stringValue;
  const props = poolProps(stack);
  const common: EksNodePoolProps = {
    ...props,
    ...(props.cluster === undefined
      ? {}
      : {
          cluster: {
            ...props.cluster,
            endpoint: variable('endpoint', 'https://abc.eks.amazonaws.com'),
            caCertificateBase64: variable('ca', 'Q0E='),
            serviceCidr: variable('services', '172.20.0.0/16'),
          },
        }),
  };
  const own = 'ami-0123456789abcdef0';
  addPool(stack, {
    ...common,
    poolName: 'plain',
    update: EksNodeUpdate.unavailable(2),
    forceUpdate: true,
    release: EksNodeRelease.pinned('1.34.1-20251112'),
    diskIops: 6000,
    diskThroughputMibps: 500,
    diskEncryption: EncryptionKey.own(),
    securityGroupIds: ['sg-0000000a'],
    placement: EksPlacement.spread(),
    userData: EksUserData.shell(`#!/bin/bash\necho "\${HOME}" '\\n' %{x} ${variable('bucket', 'logs')}\n`),
    repair: {
      maxParallel: EksShare.nodes(1),
      maxUnhealthy: EksShare.percent(20),
      overrides: [
        {
          condition: 'NetworkingReady',
          reason: 'IPAMDNotReady',
          waitMinutes: 5,
          action: EksRepairAction.NONE,
        },
      ],
    },
  });
  addPool(stack, {
    ...common,
    ...inOneSubnet('p4d.24xlarge'),
    poolName: 'gpu',
    release: EksNodeRelease.mostRecent(),
    size: NodePoolSize.autoscaled({ min: 0, max: 4, initial: 0 }),
    efa: true,
    placement: EksPlacement.cluster(),
    capacityReservation: EksCapacityReservation.capacityBlock('cr-0123456789abcdef0'),
    subnetIds: ['subnet-0000000a'],
  });
  addPool(stack, {
    ...common,
    poolName: 'rocket',
    image: EksNodeImage.custom(EksNodeFamily.BOTTLEROCKET, own),
    taints: [{ key: 'team', value: 'ml', effect: TaintEffect.NO_SCHEDULE }],
  });
  addPool(stack, {
    ...common,
    poolName: 'own',
    image: EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, own),
  });
  addPool(stack, {
    ...common,
    poolName: 'win',
    image: EksNodeImage.windows(EksWindows.CORE_2022),
    capacityType: CapacityType.INTERRUPTIBLE,
    machines: EksMachines.ofTypes('m7i.large', 'm6i.large'),
    userData: EksUserData.powershell('Write-Host "up"'),
  });
  return Testing.synth(stack, true);
}

describeTerraform('pools for EKS on simulated providers', () => {
  it('live as they are told, change nothing by themselves, and leave nothing', async () => {
    const report = await lifecycle(everything());
    const made = report.planned.filter(({ address }) => !address.startsWith('data.'));
    expect(made.map(({ address }) => address.replace(/\.(\w+?)_.*$/, '.$1'))).toEqual([
      'aws_eks_node_group.gpu',
      'aws_eks_node_group.own',
      'aws_eks_node_group.plain',
      'aws_eks_node_group.rocket',
      'aws_eks_node_group.win',
      'aws_kms_alias.plain',
      'aws_kms_key.plain',
      'aws_launch_template.gpu',
      'aws_launch_template.own',
      'aws_launch_template.plain',
      'aws_launch_template.rocket',
      'aws_launch_template.win',
      'aws_placement_group.gpu',
      'aws_placement_group.plain',
    ]);

    const told = (name: string): string =>
      Buffer.from(String(report.outputs[`told-${name}`]), 'base64').toString('utf8');
    expect(told('plain')).toContain(`\n#!/bin/bash\necho "\${HOME}" '\\n' %{x} logs\n`);
    expect(told('rocket')).toBe(
      [
        '[settings.kubernetes]',
        'api-server = "https://abc.eks.amazonaws.com"',
        'cluster-certificate = "Q0E="',
        'cluster-dns-ip = "172.20.0.10"',
        'cluster-name = "prod"',
        'max-pods = 110',
        '',
        '[settings.kubernetes.node-labels]',
        '"kubewhere.dev/pool" = "rocket"',
        '',
        '[settings.kubernetes.node-taints]',
        'team = ["ml:NoSchedule"]',
        '',
      ].join('\n'),
    );
    expect(told('own')).toContain(
      [
        '  cluster:',
        '    name: "prod"',
        '    apiServerEndpoint: "https://abc.eks.amazonaws.com"',
        '    certificateAuthority: "Q0E="',
        '    cidr: "172.20.0.0/16"',
      ].join('\n'),
    );
    expect(told('win')).toBe('<powershell>\nWrite-Host "up"\n</powershell>\n');
  });
});
