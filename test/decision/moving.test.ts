import { BUILT_IN_PROFILES, movingCost, paysBackAfter } from '../../lib/decision';
import { judge } from '../../lib/decision/assess';
import type { Assessed } from '../../lib/decision/types';
import { type Changes, clusterWith } from './constraints/evaluate';
import { candidateOf, contextOf, FRANKFURT } from './requests';

const GKE = 'gke/europe-west3/regional';
const EKS = 'eks/us-east-1/3-zones';
const SITE = 'on-prem/frankfurt/kubeadm';

function move(from: string, to: string, changes: Changes = {}): ReturnType<typeof movingCost> {
  const context = contextOf(clusterWith(changes), { sites: { frankfurt: FRANKFURT } });
  const candidate = candidateOf(context, to);
  const profile = BUILT_IN_PROFILES.find(({ id }) => id === candidate.platform);
  if (profile === undefined) throw new Error('every candidate has a platform');
  const assessed: Assessed = judge(profile, candidate, context);
  return movingCost(candidateOf(context, from), assessed, context);
}

const STORED: Changes = { traffic: { persistentStorageGib: 1_000 } };

describe('a move', () => {
  it('costs hours, both places for a while, and the way out for the volumes', () => {
    // 1,000 GiB at 0.12; storage makes the new bill 80.00 dearer: 670.70 for 720 of 730 hours
    expect(move(GKE, EKS, STORED)).toEqual({
      hours: 40,
      peopleMicroUsd: 4_000_000_000,
      doubleRunningMicroUsd: 661_512_329,
      egressMicroUsd: 120_000_000,
      totalMicroUsd: 4_781_512_329,
    });
  });

  it('takes nothing out of an owned site, nor from one topology of a region to another', () => {
    expect(move(SITE, EKS, STORED).egressMicroUsd).toBe(0);
    expect(move('eks/us-east-1/3-zones-one-nat', EKS, STORED).egressMicroUsd).toBe(0);
  });

  it('has no total where a price is not known', () => {
    expect(move('eks/us-gov-west-1/3-zones', EKS, STORED)).toEqual({
      hours: 40,
      peopleMicroUsd: 4_000_000_000,
      doubleRunningMicroUsd: 661_512_329,
    });
    expect(move(EKS, 'eks/me-west-1/3-zones')).toEqual({
      hours: 40,
      peopleMicroUsd: 4_000_000_000,
      egressMicroUsd: 0,
    });
  });

  it('is as dear as the request plans it', () => {
    const changes: Changes = {
      planning: { moving: { hours: 2.5, doubleRunningDays: 0 } },
      budget: { usdPerHour: 80 },
    };
    expect(move(GKE, EKS, changes)).toMatchObject({ hours: 2.5, totalMicroUsd: 200_000_000 });
  });
});

describe('paysBackAfter', () => {
  it.each<[number, number | undefined, number | undefined]>([
    [100, 1_000, 10],
    [100, 1_001, 11],
    [100, 0, 0],
    [0, 1_000, undefined],
    [-1, 1_000, undefined],
    [100, undefined, undefined],
  ])('a saving of %d against %p takes %p months', (saving, totalMicroUsd, months) => {
    expect(paysBackAfter(saving, { ...(totalMicroUsd !== undefined && { totalMicroUsd }) })).toBe(months);
  });
});
