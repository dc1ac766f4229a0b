import type { KubernetesSupport } from '../../lib/catalog';
import { EksSupportTier } from '../../lib/eks';
import { describeEndedVersion, describeForgottenVersion } from '../../lib/eks/private/ended-version';
import { eksVersionSupport } from '../../lib/eks/version-support';
import { KubernetesVersion } from '../../lib/values';
import { defineEks, eksStack } from './eks-stack';

const { STANDARD, EXTENDED } = EksSupportTier;

/** The support of a version as it was known on a day. */
function known(asOf: string, extendedUntil: string | undefined = '2027-03-23'): KubernetesSupport {
  return {
    platform: 'eks',
    version: '1.32',
    standardUntil: '2026-03-23',
    extendedUntil,
    source: 'eks-calendar',
    asOf,
  };
}

describe('the support of a Kubernetes version on EKS', () => {
  it('is a dated fact', () => {
    expect(eksVersionSupport(KubernetesVersion.of('1.34'))).toEqual({
      platform: 'eks',
      version: '1.34',
      standardUntil: '2026-12-02',
      extendedUntil: '2027-12-02',
      source: 'eks-calendar',
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('is not known for a version that is newer than the facts', () => {
    expect(eksVersionSupport(KubernetesVersion.of('1.99'))).toBeUndefined();
    expect(describeEndedVersion('prod', undefined, STANDARD)).toBeUndefined();
  });

  it('is warned of where it is older than all that are known, and not where it may be newer', () => {
    expect(describeForgottenVersion('prod', KubernetesVersion.of('1.20'))).toMatch(
      /^\[kubewhere:eks\/version-ended\] Kubernetes 1\.20 of 'prod' is older than 1\.31, the oldest on EKS \(by AWS's calendar as of \d{4}-\d{2}-\d{2}\); EKS makes no cluster of it and upgrades those that it has; raise 'version'$/,
    );
    expect(describeForgottenVersion('prod', KubernetesVersion.of('1.31'))).toBeUndefined();
    expect(describeForgottenVersion('prod', KubernetesVersion.of('1.99'))).toBeUndefined();
    const stack = eksStack();
    const { node } = defineEks(stack, { version: KubernetesVersion.of('1.20') });
    expect(node.findChild('Resource')).toBeDefined();
    expect(node.metadata.map(({ data }) => String(data))).toEqual([
      expect.stringContaining("Kubernetes 1.20 of 'prod' is older than 1.31"),
    ]);
  });

  it('is no matter on its last day', () => {
    expect(describeEndedVersion('prod', known('2026-03-23'), STANDARD)).toBeUndefined();
    expect(describeEndedVersion('prod', known('2027-03-23'), EXTENDED)).toBeUndefined();
  });

  it('is warned of the day after, where extended support was not chosen', () => {
    expect(describeEndedVersion('prod', known('2026-03-24'), STANDARD)).toBe(
      "[kubewhere:eks/version-ended] Kubernetes 1.32 of 'prod' had standard support on EKS until 2026-03-23, after which AWS upgrades the control plane of EksSupportTier.STANDARD by itself (by AWS's calendar as of 2026-03-24); raise 'version', or pay for EksSupportTier.EXTENDED until 2027-03-23",
    );
    expect(describeEndedVersion('prod', known('2026-03-24'), EXTENDED)).toBeUndefined();
  });

  it.each([STANDARD, EXTENDED])('is warned of once extended support has ended, with %s', (tier) => {
    expect(describeEndedVersion('prod', known('2027-03-24'), tier)).toBe(
      "[kubewhere:eks/version-ended] Kubernetes 1.32 of 'prod' had extended support on EKS until 2027-03-23, after which AWS upgrades the control plane by itself (by AWS's calendar as of 2027-03-24); raise 'version'",
    );
  });

  it('offers no extended support that nobody announced', () => {
    const { extendedUntil: _, ...rest } = known('2026-03-24');
    expect(describeEndedVersion('prod', { ...rest, extendedUntil: undefined }, STANDARD)).toBe(
      "[kubewhere:eks/version-ended] Kubernetes 1.32 of 'prod' had standard support on EKS until 2026-03-23, after which AWS upgrades the control plane of EksSupportTier.STANDARD by itself (by AWS's calendar as of 2026-03-24); raise 'version'",
    );
  });
});
