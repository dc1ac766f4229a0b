import { type TerraformStack, TerraformVariable } from 'cdktf';
import { EksMachines, EksNetwork } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { defineEks, eksStack, only, POOL } from './eks-stack';

const text = (stack: TerraformStack): string =>
  new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
const number = (stack: TerraformStack): number =>
  new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;

describe('values that Terraform fills in', () => {
  it('may be numbers of days and sizes, which are not checked then', () => {
    const stack = eksStack();
    const days = number(stack);
    defineEks(stack, {
      logRetentionDays: days,
      nodePools: {
        system: {
          ...POOL,
          machines: EksMachines.ofTypes('m7i.large'),
          diskSizeGib: days,
          diskIops: 8000,
          diskThroughputMibps: 500,
        },
      },
    });
    const synthesized = synthesize(stack);
    const groups = Object.values(synthesized.resource?.aws_cloudwatch_log_group ?? {});
    expect(groups.map((group) => group.retention_in_days)).toEqual(['${var.number}', '${var.number}']);
    expect(only(synthesized, 'aws_launch_template').block_device_mappings).toMatchObject([
      { ebs: { volume_size: '${var.number}', iops: 8000, throughput: 500 } },
    ]);
  });

  it('are not shown by what stands in their place', () => {
    const stack = eksStack();
    const value = text(stack);
    const cluster = defineEks(stack);
    const refusals: readonly [refused: () => unknown, message: string][] = [
      [
        () => defineEks(eksStack(), { apiSecurityGroupIds: [value, value] }),
        "[test/Cluster] 'apiSecurityGroupIds' names what Terraform fills in twice; name each group once",
      ],
      [
        () =>
          EksNetwork.fromAttributes(stack, 'Adopted', {
            vpcId: value,
            vpcCidr: '10.20.0.0/16',
            privateSubnetIds: [value, value],
          }),
        "[test/Adopted] 'privateSubnetIds' names what Terraform fills in twice; name each subnet once",
      ],
      [
        () => {
          for (const name of ['One', 'Two']) {
            cluster.workloadIdentity.bind(name, {
              namespace: value,
              serviceAccount: value,
              managedPolicies: ['ReadOnlyAccess'],
            });
          }
        },
        "[test/Cluster/WorkloadIdentity] workload identity 'Two' and workload identity 'One' are for the same service account; EKS gives it one role, so let one of them have all permissions",
      ],
      [
        () => {
          for (const name of ['One', 'Two'])
            cluster.databases.connect(name, { securityGroupId: value, port: 5432 });
        },
        "[test/Cluster/Databases] databases 'One' and 'Two' are behind the same port (5432) of the same security group, and AWS refuses the same rule twice; give the logins of 'Two' to 'One'",
      ],
    ];
    for (const [refused, message] of refusals) expect(refused).toThrow(new Error(message));
  });
});
