import * as daemonSets from '../../../lib/decision/capacity/daemon-sets';

it('takes off every node what the agents of its platform ask for', () => {
  expect(daemonSets).toMatchObject({
    EKS_DAEMON_SETS: { milliCpu: 250, memoryMib: 300, pods: 4 },
    EKS_AUTO_DAEMON_SETS: { milliCpu: 100, memoryMib: 200, pods: 0 },
    GKE_DAEMON_SETS: { milliCpu: 350, memoryMib: 600, pods: 8 },
    AKS_DAEMON_SETS: { milliCpu: 300, memoryMib: 500, pods: 7 },
    SELF_MANAGED_EC2_DAEMON_SETS: { milliCpu: 270, memoryMib: 350, pods: 4 },
    ON_PREM_DAEMON_SETS: { milliCpu: 250, memoryMib: 300, pods: 3 },
  });
});
