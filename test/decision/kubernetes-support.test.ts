import type { KubernetesSupport } from '../../lib/catalog/types';
import type { ClusterContext } from '../../lib/decision';
import { isPastStandard, phaseOf, supportAt } from '../../lib/decision/kubernetes-support';
import { clusterWith } from './constraints/evaluate';
import { contextOf } from './requests';
import { SMALL } from './small-catalog';

const AKS: KubernetesSupport = {
  platform: 'aks',
  version: '1.33',
  standardUntil: '2026-06-30',
  extendedUntil: '2027-06-30',
  source: 'support',
  asOf: '2026-11-03',
};

function at(planDate: string, kubernetesVersion: string): ClusterContext {
  const context = contextOf(clusterWith({ kubernetesVersion }), {
    catalog: { ...SMALL, kubernetes: [...SMALL.kubernetes, AKS] },
  });
  return { ...context, request: { ...context.request, planDate } };
}

describe('the support of a version', () => {
  it.each([
    // the last day counts
    ['2026-07-29', '1.33', 'eks', 'standard', 'standard', false],
    ['2026-07-30', '1.33', 'eks', 'extended', 'extended', true],
    ['2027-07-29', '1.33', 'eks', 'extended', 'extended', true],
    ['2027-07-30', '1.33', 'eks', 'ended', undefined, false],
    ['2026-10-01', '1.34', 'gke', 'standard', 'standard', false],
    ['2026-10-02', '1.34', 'gke', 'past-standard', undefined, true],
    ['2026-12-01', '1.33', 'aks', 'extended', 'extended', true],
    ['2026-12-01', '1.33', 'gke', 'no-record', undefined, false],
  ] as const)('on %s of %s on %s is %s', (planDate, version, platform, kind, phase, pastStandard) => {
    const context = at(planDate, version);
    expect([
      supportAt(context, platform).kind,
      phaseOf(context, platform),
      isPastStandard(context, platform),
    ]).toEqual([kind, phase, pastStandard]);
  });

  it('is looked up once for each platform of a cluster, and not for another cluster', () => {
    const context = at('2026-12-01', '1.33');
    expect(supportAt(context, 'eks')).toBe(supportAt(context, 'eks'));
    expect(supportAt(context, 'gke').kind).toBe('no-record');
    expect(supportAt({ ...context }, 'eks')).not.toBe(supportAt(context, 'eks'));
  });
});
