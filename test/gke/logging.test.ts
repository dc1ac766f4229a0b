import { ControlPlaneLog } from '../../lib/cluster';
import { gkeLoggingComponents } from '../../lib/gke';
import { only, synthesizeGke } from './gke-stack';

describe('the logs of a GKE cluster', () => {
  it('always hold those of the system and the workloads', () => {
    expect(gkeLoggingComponents([])).toEqual(['SYSTEM_COMPONENTS', 'WORKLOADS']);
  });

  it('hold the parts of the control plane that GKE offers, in one order', () => {
    expect(
      gkeLoggingComponents([
        ControlPlaneLog.SCHEDULER,
        ControlPlaneLog.API,
        ControlPlaneLog.CONTROLLER_MANAGER,
        ControlPlaneLog.API,
      ]),
    ).toEqual(['APISERVER', 'CONTROLLER_MANAGER', 'SCHEDULER', 'SYSTEM_COMPONENTS', 'WORKLOADS']);
  });

  it('add nothing for what Cloud Audit Logs hold anyway', () => {
    expect(gkeLoggingComponents([ControlPlaneLog.AUDIT, ControlPlaneLog.AUTHENTICATOR])).toEqual([
      'SYSTEM_COMPONENTS',
      'WORKLOADS',
    ]);
  });

  it('are those the cluster was asked for', () => {
    const cluster = only(
      synthesizeGke({ controlPlaneLogs: [ControlPlaneLog.SCHEDULER] }),
      'google_container_cluster',
    );
    expect(cluster.logging_config).toEqual({
      enable_components: ['SCHEDULER', 'SYSTEM_COMPONENTS', 'WORKLOADS'],
    });
  });
});
