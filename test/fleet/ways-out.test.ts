import { ValidationError } from '../../lib/values';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { eksStackOf, gkeStackOf, pool } from './cluster-plan';

const onEks = (topology: string): SynthesizedStack =>
  synthesize(eksStackOf(topology, [pool('main', 'm7i.large')]));

const onGke = (topology: string): SynthesizedStack =>
  synthesize(gkeStackOf(topology, [pool('main', 'n2-standard-4')]));

const count = (stack: SynthesizedStack, type: string): number =>
  Object.keys(stack.resource?.[type] ?? {}).length;

describe('the way out that was decided for EKS', () => {
  it.each([
    ['2-zones', 2, 2, 1],
    ['3-zones', 3, 3, 1],
    ['2-zones-one-nat', 1, 2, 1],
    ['3-zones-one-nat', 1, 3, 1],
    ['2-zones-no-nat', 0, 0, 11],
    ['3-zones-no-nat', 0, 0, 11],
  ])('in %s is %i NAT gateways, %i public subnets and %i endpoints', (topology, nats, subnets, endpoints) => {
    const stack = onEks(topology);
    const publicSubnets = Object.keys(stack.resource?.aws_subnet ?? {}).filter((id) =>
      /PublicSubnets/.test(id),
    );
    expect([count(stack, 'aws_nat_gateway'), publicSubnets.length, count(stack, 'aws_vpc_endpoint')]).toEqual(
      [nats, subnets, endpoints],
    );
  });
});

describe('the way out that was decided for GKE', () => {
  it.each([
    ['regional', 1],
    ['regional-no-nat', 0],
    ['zonal', 1],
    ['zonal-no-nat', 0],
  ])('in %s is %i Cloud NAT', (topology, nats) => {
    expect(count(onGke(topology), 'google_compute_router_nat')).toBe(nats);
  });
});

describe('what no construct defines', () => {
  it('fails for EKS Auto Mode, which is ranked only', () => {
    expect(() => onEks('auto-3-zones')).toThrow(
      new ValidationError(
        "cluster 'api' was decided as eks/eu-central-1/auto-3-zones, and no construct in this version defines EKS Auto Mode; choose a candidate with node pools",
      ),
    );
  });

  it('fails for GKE Autopilot, which is ranked only', () => {
    expect(() => gkeStackOf('autopilot', [])).toThrow(
      new ValidationError(
        "cluster 'api' was decided as gke/europe-west3/autopilot, and no construct in this version defines GKE Autopilot; choose a candidate with node pools",
      ),
    );
  });
});
