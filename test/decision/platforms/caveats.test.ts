import { embeddedCatalog } from '../../../lib/catalog';
import { type Caveats, decide } from '../../../lib/decision';
import { type Changes, clusterWith } from '../constraints/evaluate';
import { FRANKFURT, requestOf } from '../requests';

/** What a decision says beside the bill of a platform in one place. */
function caveatsOf(platform: string, place: string, changes: Changes = {}): Caveats | undefined {
  const cluster = clusterWith({ ...changes, places: { allow: [place] } });
  const decision = decide(requestOf({ api: cluster }, { frankfurt: FRANKFURT }), embeddedCatalog(), {
    override: platform,
  });
  return decision.clusters.api?.caveats;
}

const TRAFFIC = { natGib: 1, loadBalancers: 1 };

describe('beside the bill of', () => {
  it('EKS stands what AWS bills by use', () => {
    expect(caveatsOf('eks', 'eu-central-1', { traffic: TRAFFIC })).toEqual({
      notPriced: [
        'CloudWatch Logs: what the control plane and the flow logs write, by the GB taken in and kept',
        'public IPv4 addresses of the NAT gateways',
        'capacity units of load balancers',
        'requests to keys',
        'backups, snapshots and container images',
        'support contracts and taxes',
      ],
      assumed: [
        'what the system leaves of a node for pods follows a published formula, not a measurement',
        'agents on every node take 250 m of CPU, 300 MiB and 4 pods',
      ],
    });
  });

  it('EKS in a network of the user stands the NAT of that network, and no flow logs', () => {
    const eks = { vpcId: 'vpc-1', vpcCidr: '10.0.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2'] };
    expect(caveatsOf('eks', 'eu-central-1', { network: { adopt: { eks } } })?.notPriced.slice(0, 3)).toEqual([
      'CloudWatch Logs: what the control plane writes, by the GB taken in and kept',
      'NAT of the network that is adopted',
      "traffic, volumes and load balancers of the workload: the request's 'traffic' names none",
    ]);
  });

  it('GKE stands what Google bills by use, and the zones that nobody has read', () => {
    expect(caveatsOf('gke', 'europe-north2', { traffic: TRAFFIC })).toEqual({
      notPriced: [
        'Cloud Logging and Managed Prometheus: logs, flow logs and samples, by what is taken in',
        'public IPv4 addresses of Cloud NAT',
        'data that load balancers process',
        'operations with keys, and the versions that a rotation adds',
        'backups, snapshots and container images',
        'support contracts and taxes',
      ],
      assumed: [
        'what the system leaves of a node for pods follows a published formula, not a measurement',
        'agents on every node take 350 m of CPU, 600 MiB and 8 pods',
        'three zones in europe-north2, the least a Google region has; their number was not read',
      ],
    });
    expect(caveatsOf('gke', 'europe-west3')?.assumed).toHaveLength(2);
  });

  it('an own site stands what the owner pays elsewhere', () => {
    expect(caveatsOf('on-prem', 'frankfurt')).toEqual({
      notPriced: [
        'interest on the purchase and what the machines are worth at its end',
        'standby pay, backups elsewhere and licences',
        'taxes',
      ],
      assumed: [
        'what the system leaves of a node for pods follows a published formula, not a measurement',
        'agents on every node take 250 m of CPU, 300 MiB and 3 pods',
        'the whole site is paid by this cluster, whatever else runs there',
      ],
    });
  });
});
