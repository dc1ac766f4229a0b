import { decide, judgeAcceptance } from '../../lib/decision';
import { type Changes, clusterWith } from './constraints/evaluate';
import { FRANKFURT, requestOf } from './requests';
import { SMALL } from './small-catalog';

function judge(candidate: string, changes: Changes = {}, reason?: string): unknown {
  const cluster = clusterWith(changes);
  const request = requestOf({ api: cluster }, { frankfurt: FRANKFURT });
  const { clusters } = decide(request, SMALL, { explain: false });
  const acceptance = { candidate, ...(reason !== undefined && { reason }) };
  const judged = judgeAcceptance(acceptance, clusters.api?.assessments ?? [], cluster);
  if (judged.kind === 'accepted') return judged.assessment.candidate.id;
  return 'failures' in judged
    ? [judged.kind, ...judged.failures.map(({ constraint }) => constraint)]
    : judged;
}

const EKS = 'eks/us-east-1/3-zones';
const OLD: Changes = { kubernetesVersion: '1.31' };

describe('judgeAcceptance', () => {
  it('takes whatever passes, without a reason', () => {
    expect(judge(EKS)).toBe(EKS);
  });

  it('wants a reason where a rule is broken that one may lift', () => {
    expect(judge('eks/us-east-1/3-zones', OLD)).toEqual(['needs-reason', 'kubernetes-version']);
    expect(judge('eks/us-east-1/3-zones', OLD, '  ')).toEqual(['needs-reason', 'kubernetes-version']);
  });

  it('refuses what breaks a rule that no reason lifts, and names these alone', () => {
    const changes: Changes = { ...OLD, places: { deny: ['us-east-1'] } };
    expect(judge(EKS, changes, 'all the same')).toEqual(['refused', 'place-allowed']);
    expect(judge('eks/us-east-1/auto-3-zones', {}, 'all the same')).toEqual([
      'refused',
      'construct-available',
    ]);
  });

  it('knows no candidate of another name', () => {
    expect(judge('eks/us-east-1/4-zones')).toEqual({ kind: 'no-candidate' });
  });
});
