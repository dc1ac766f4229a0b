import { embeddedCatalog } from '../../../lib/catalog';
import { type ClusterDecision, decide } from '../../../lib/decision';
import type { NetworkRequest } from '../../../lib/decision/request/types';
import { clusterWith } from '../constraints/evaluate';
import { PLAIN, requestOf } from '../requests';

const EMBEDDED = embeddedCatalog();
const CATALOG = {
  ...EMBEDDED,
  regions: EMBEDDED.regions.filter(({ id }) => ['eu-central-1', 'europe-west3', 'westeurope'].includes(id)),
};

function decided(network: NetworkRequest): ClusterDecision {
  const capacity = {
    ...PLAIN.capacity,
    cpu: 40,
    memoryGib: 120,
    pods: 250,
    architectures: ['amd64'] as const,
  };
  const { clusters } = decide(requestOf({ api: clusterWith({ capacity, network }) }), CATALOG);
  if (clusters.api === undefined) throw new Error('every cluster is decided about');
  return clusters.api;
}

/** `6×m.xlarge: proven`: pools in each zone, and what is said of their addresses. */
function sized({ assessments }: ClusterDecision, id: string): string {
  const assessment = assessments.find(({ candidate }) => candidate.id === id);
  if (assessment?.sizing.kind !== 'sized') throw new Error(`${id} is not sized`);
  const pools = assessment.sizing.pools.map(
    ({ nodesPerZone, machineType }) => `${nodesPerZone}×${machineType}`,
  );
  const verdict = assessment.findings.find(({ constraint }) => constraint === 'addresses')?.verdict;
  return `${pools.join(' ')}: ${verdict}`;
}

describe('a network of few addresses', () => {
  it.each<[string, NetworkRequest, string, string]>([
    [
      'eks/eu-central-1/3-zones',
      { nodeCidr: '10.64.0.0/20' },
      '3×c6i.large 1×m6i.4xlarge: proven',
      '1×c6i.2xlarge 1×m6i.4xlarge: proven',
    ],
    [
      'eks/eu-central-1/3-zones',
      {
        adopt: {
          eks: {
            vpcId: 'vpc-1',
            vpcCidr: '10.9.0.0/22',
            privateSubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
          },
        },
      },
      '3×c6i.large 1×m6i.4xlarge: proven',
      '2×m6i.4xlarge: proven',
    ],
    [
      'aks/westeurope/3-zones',
      { podCidr: '10.64.0.0/21' },
      '1×Standard_D16as_v5 3×Standard_F2s_v2: proven',
      '1×Standard_D16as_v5 1×Standard_F8s_v2: proven',
    ],
  ])('lets %s take fewer and larger nodes than it would', (id, network, wide, narrow) => {
    expect([sized(decided({}), id), sized(decided(network), id)]).toEqual([wide, narrow]);
  });

  it('that holds none of the mixes shows the cheapest, which is refused', () => {
    expect(sized(decided({ nodeCidr: '10.64.0.0/24' }), 'eks/eu-central-1/3-zones')).toBe(
      '3×c6i.large 1×m6i.4xlarge: refuted',
    );
  });
});
