import { embeddedCatalog } from '../../../lib/catalog';
import type { Caveats } from '../../../lib/decision';
import { around } from '../cost/bill-of';
import { candidateOf } from '../requests';
import { WIDE } from '../wide-catalog';

/** What stands beside the bill of a candidate. */
function caveatsOf(
  id: string,
  changes: Parameters<typeof around>[0] = {},
  catalog = WIDE,
): Caveats | undefined {
  const context = around(changes, { catalog });
  const candidate = candidateOf(context, id);
  return context.profiles.find((item) => item.id === candidate.platform)?.caveats?.(candidate, context);
}

const FORMULA = 'what the system leaves of a node for pods follows a published formula, not a measurement';
const NO_TRAFFIC = "traffic, volumes and load balancers of the workload: the request's 'traffic' names none";
const OF_THE_REGION = 'all images come from a registry of the same region: there is no way to another';
const EVERYWHERE = ['backups, snapshots and container images', 'support contracts and taxes'];
const TRAFFIC = { natGib: 1, loadBalancers: 1 };

describe('beside the bill of', () => {
  it('EKS stands what AWS bills by use, and what is assumed of load balancers', () => {
    expect(caveatsOf('eks/eu-central-1/3-zones', { traffic: TRAFFIC })).toEqual({
      notPriced: [
        'CloudWatch Logs: what the control plane and the flow logs write, by the GB taken in and kept',
        'public IPv4 addresses of load balancers that face the internet',
        'requests to keys',
        ...EVERYWHERE,
      ],
      assumed: [
        FORMULA,
        'agents on every node take 250 m of CPU, 300 MiB and 4 pods',
        'each load balancer carries one unit of load at all times',
      ],
    });
  });

  it('EKS stand logs that are kept only, where the request says how many are taken in', () => {
    expect(caveatsOf('eks/eu-central-1/3-zones', { traffic: { logGib: 1 } })?.notPriced[0]).toBe(
      'CloudWatch Logs that are kept, by the GB and month',
    );
  });

  it('EKS without NAT stands where images come from', () => {
    expect(caveatsOf('eks/eu-central-1/3-zones-no-nat')?.assumed.at(-1)).toBe(OF_THE_REGION);
  });

  it('EKS in a network of the user stands the NAT of that network, and no flow logs', () => {
    const eks = { vpcId: 'vpc-1', vpcCidr: '10.0.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2'] };
    expect(
      caveatsOf('eks/eu-central-1/3-zones', { network: { adopt: { eks } } })?.notPriced.slice(0, 3),
    ).toEqual([
      'CloudWatch Logs: what the control plane writes, by the GB taken in and kept',
      'NAT of the network that is adopted',
      NO_TRAFFIC,
    ]);
  });

  it('Auto Mode stands who chooses the machines', () => {
    expect(caveatsOf('eks/eu-central-1/auto-3-zones')?.assumed).toEqual([
      FORMULA,
      'agents on every node take 100 m of CPU, 200 MiB and 0 pods',
      'Auto Mode takes the cheapest machines that would hold the demand; AWS chooses, and may choose others',
    ]);
  });

  it('GKE stands what Google bills by use, and the zones that nobody has read', () => {
    expect(caveatsOf('gke/europe-north2/regional', { traffic: TRAFFIC }, embeddedCatalog())).toEqual({
      notPriced: [
        'Cloud Logging and Managed Prometheus: logs, flow logs and samples, by what is taken in',
        'further public IPv4 addresses of Cloud NAT, once connections need them',
        'operations with keys, and the versions that a rotation adds',
        ...EVERYWHERE,
      ],
      assumed: [
        FORMULA,
        'agents on every node take 350 m of CPU, 600 MiB and 8 pods',
        'three zones in europe-north2, the least a Google region has; their number was not read',
        'all egress to the internet goes through the load balancers',
      ],
    });
  });

  it('GKE without NAT stands no address of one', () => {
    const caveats = caveatsOf('gke/europe-west3/regional-no-nat', { traffic: { logGib: 1 } });
    expect(caveats?.notPriced).toEqual([
      'samples of Managed Prometheus, and logs that are kept longer than thirty days',
      'operations with keys, and the versions that a rotation adds',
      ...EVERYWHERE,
    ]);
    expect(caveats?.assumed.at(-1)).toBe(OF_THE_REGION);
  });

  it('Autopilot stands what pods are taken to request', () => {
    expect(caveatsOf('gke/europe-west3/autopilot')).toMatchObject({
      assumed: ['pods request what the demand says, raised to what Autopilot takes at least'],
      notPriced: expect.arrayContaining(['ephemeral storage of pods beyond what Autopilot gives with them']),
    });
  });

  it('kubeadm on EC2 stand the machines of the control plane, and where backups go', () => {
    expect(caveatsOf('self-managed-ec2/eu-central-1/3-zones')).toEqual({
      notPriced: [
        'the bucket that backups of etcd go to',
        'traffic of etcd between zones',
        'logs, wherever they are sent',
        NO_TRAFFIC,
        ...EVERYWHERE,
      ],
      assumed: [
        FORMULA,
        'agents on every node take 270 m of CPU, 350 MiB and 4 pods',
        'control-plane machines have 4 vCPU and 16 GiB at least, and 20 GiB for etcd',
      ],
    });
  });

  it('AKS stands what Microsoft bills by use', () => {
    expect(caveatsOf('aks/westeurope/3-zones')).toEqual({
      notPriced: [
        'Azure Monitor: what control plane and nodes write, by the GB taken in and kept',
        NO_TRAFFIC,
        'operations with keys',
        ...EVERYWHERE,
      ],
      assumed: [FORMULA, 'agents on every node take 300 m of CPU, 500 MiB and 7 pods'],
    });
  });

  it('an own site stands what the owner pays elsewhere', () => {
    expect(caveatsOf('on-prem/frankfurt/kubeadm')).toEqual({
      notPriced: ['standby pay, backups elsewhere and licences', 'taxes'],
      assumed: [
        FORMULA,
        'agents on every node take 250 m of CPU, 300 MiB and 3 pods',
        'the whole site is paid by this cluster, whatever else runs there',
      ],
    });
  });
});
