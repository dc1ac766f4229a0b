import { ControlPlaneLog } from '../../lib/cluster';
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
