import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS_ROOT_DISK_GIB, GKE_ROOT_DISK_GIB } from '../../lib/catalog/node-limits';
import {
  AKS_DAEMON_SETS,
  EKS_AUTO_DAEMON_SETS,
  EKS_DAEMON_SETS,
  GKE_DAEMON_SETS,
  ON_PREM_DAEMON_SETS,
  SELF_MANAGED_EC2_DAEMON_SETS,
} from '../../lib/decision/capacity/daemon-sets';

const PAGE = readFileSync(join(__dirname, '../../docs/decision.md'), 'utf8');

/** Rows of the table whose head begins with these cells. */
function tableBelow(head: string): readonly string[] {
  const lines = PAGE.split('\n');
  const start = lines.findIndex((line) => line.startsWith(head));
  const rest = lines.slice(start + 2);
  return rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
}

describe('the page about decisions', () => {
  it('states the agents on every node as they are', () => {
    const rows = Object.entries({
      '`eks`': EKS_DAEMON_SETS,
      '`eks`, Auto Mode': EKS_AUTO_DAEMON_SETS,
      '`gke`': GKE_DAEMON_SETS,
      '`aks`': AKS_DAEMON_SETS,
      '`self-managed-ec2`': SELF_MANAGED_EC2_DAEMON_SETS,
      '`on-prem`': ON_PREM_DAEMON_SETS,
    }).map(
      ([platform, agents]) =>
        `| ${platform} | ${agents.milliCpu} m | ${agents.memoryMib} MiB | ${agents.pods} |`,
    );
    expect(tableBelow('| | CPU | memory | pods |')).toEqual(rows);
  });

  it('states the disks of nodes as they are', () => {
    expect([EKS_ROOT_DISK_GIB, GKE_ROOT_DISK_GIB]).toEqual([50, 100]);
    expect(PAGE).toContain('50 GiB gp3 a node');
    expect(PAGE).toContain('100 GiB pd-balanced a node');
  });
});
