import { ControlPlaneLog } from '../../lib/cluster';
import { EKS_CONTROL_PLANE_LOGS } from '../../lib/eks';
import { EksLogClass, type EksLogGroupOptions } from '../../lib/eks/log-group';
import { EksControlPlaneLogs } from '../../lib/eks/logging';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, synthesizeEks } from './eks-stack';

describe('the logs of an EKS cluster', () => {
  it('are named as EKS names them, sorted and each once', () => {
    const synthesized = synthesizeEks({
      controlPlaneLogs: [
        ControlPlaneLog.SCHEDULER,
        ControlPlaneLog.CONTROLLER_MANAGER,
        ControlPlaneLog.AUDIT,
        ControlPlaneLog.AUDIT,
      ],
    });
    expect(only(synthesized, 'aws_eks_cluster').enabled_cluster_log_types).toEqual([
      'audit',
      'controllerManager',
      'scheduler',
    ]);
  });

  it('leave no group behind when there are none', () => {
    const synthesized = synthesizeEks({ controlPlaneLogs: [] });
    expect(only(synthesized, 'aws_eks_cluster').enabled_cluster_log_types).toBeUndefined();
    expect(Object.keys(all(synthesized, 'aws_cloudwatch_log_group'))).toEqual([
      'Cluster_Network_FlowLogs_LogGroup_BC9D3BA4',
    ]);
  });

  it('are kept as long as asked, flow logs too', () => {
    const groups = all(synthesizeEks({ logRetentionDays: 365 }), 'aws_cloudwatch_log_group');
    expect(Object.values(groups).map((group) => group.retention_in_days)).toEqual([365, 365]);
  });

  it.each([0, 91])('fails when %d days are asked, which CloudWatch does not offer', (logRetentionDays) => {
    expect(() => defineEks(eksStack(), { logRetentionDays })).toThrow(
      `[test/Cluster] 'logRetentionDays' (${logRetentionDays}) must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days`,
    );
  });
});

/** The log group of a control plane with some options. */
function groupWith(group?: EksLogGroupOptions): Record<string, unknown> {
  const stack = eksStack();
  new EksControlPlaneLogs(stack, 'Logs', {
    clusterName: 'prod',
    types: ['audit'],
    retentionDays: 90,
    keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k',
    group,
    tags: {},
  });
  return only(synthesize(stack), 'aws_cloudwatch_log_group');
}

describe('the log group of a control plane', () => {
  const PLAIN = {
    name: '/aws/eks/prod/cluster',
    retention_in_days: 90,
    kms_key_id: 'arn:aws:kms:eu-west-1:111122223333:key/k',
  };

  it('says no more than every one does where no more is asked', () => {
    expect(groupWith()).toEqual(PLAIN);
    expect(groupWith({ logClass: EksLogClass.STANDARD, keepOnDestroy: false })).toEqual(PLAIN);
  });

  it('is of the class asked, which replaces it', () => {
    expect(groupWith({ logClass: EksLogClass.INFREQUENT_ACCESS })).toEqual({
      ...PLAIN,
      log_group_class: 'INFREQUENT_ACCESS',
    });
  });

  it('stays behind, and is protected, when asked', () => {
    expect(groupWith({ keepOnDestroy: true, deletionProtection: true })).toEqual({
      ...PLAIN,
      skip_destroy: true,
      deletion_protection_enabled: true,
    });
    expect(groupWith({ deletionProtection: false })).toEqual({
      ...PLAIN,
      deletion_protection_enabled: false,
    });
  });

  it('can hold five logs', () => {
    expect(EKS_CONTROL_PLANE_LOGS).toEqual([
      'api',
      'audit',
      'authenticator',
      'controller-manager',
      'scheduler',
    ]);
  });
});
