import type { KubernetesSupport } from '../../lib/catalog';
import { GkeReleaseChannel, GkeVersionPolicy } from '../../lib/gke';
import { describeEndedVersion } from '../../lib/gke/private/ended-version';
import { gkeVersionSupport } from '../../lib/gke/version-support';
import { KubernetesVersion } from '../../lib/values';

const REGULAR = GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR);
const EXTENDED = GkeVersionPolicy.channel(GkeReleaseChannel.EXTENDED);
const PINNED = GkeVersionPolicy.pinned('1.32.9-gke.1239000');

/** The support of a version as it was known on a day. */
function known(asOf: string, extendedUntil?: string): KubernetesSupport {
  return {
    platform: 'gke',
    version: '1.32',
    standardUntil: '2026-04-11',
    extendedUntil,
    source: 'gke-calendar',
    asOf,
  };
}

describe('the support of a Kubernetes version on GKE', () => {
  it('is a dated fact', () => {
    expect(gkeVersionSupport(KubernetesVersion.of('1.34'))).toEqual({
      platform: 'gke',
      version: '1.34',
      standardUntil: '2026-10-01',
      extendedUntil: undefined,
      source: 'gke-calendar',
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('is not known for a version that is newer than the facts', () => {
    expect(gkeVersionSupport(KubernetesVersion.of('1.99'))).toBeUndefined();
    expect(describeEndedVersion('prod', undefined, REGULAR)).toBeUndefined();
  });

  it('is no matter on its last day', () => {
    expect(describeEndedVersion('prod', known('2026-04-11'), REGULAR)).toBeUndefined();
    expect(describeEndedVersion('prod', known('2027-02-11', '2027-02-11'), EXTENDED)).toBeUndefined();
  });

  it('is warned of the day after, in a channel without extended support', () => {
    expect(describeEndedVersion('prod', known('2026-04-12'), REGULAR)).toBe(
      "[kubewhere:gke/version-ended] Kubernetes 1.32 of 'prod' had standard support on GKE until 2026-04-11, after which Google upgrades control plane and nodes to a newer one by itself, if it has not yet (by Google's schedule as of 2026-04-12); raise 'version', or pay for GkeReleaseChannel.EXTENDED while it has the version",
    );
  });

  it('is warned of where the version is pinned', () => {
    expect(describeEndedVersion('prod', known('2026-04-12'), PINNED)).toBe(
      "[kubewhere:gke/version-ended] Kubernetes 1.32 of 'prod' had standard support on GKE until 2026-04-11, after which Google upgrades control plane and nodes by force, pinned or not (by Google's schedule as of 2026-04-12); raise 'version' and the pinned version, or pay for GkeReleaseChannel.EXTENDED while it has the version",
    );
  });

  it('goes on in the extended channel, until a day that is known or not', () => {
    expect(describeEndedVersion('prod', known('2026-04-12'), EXTENDED)).toBeUndefined();
    expect(describeEndedVersion('prod', known('2027-02-12', '2027-02-11'), EXTENDED)).toBe(
      "[kubewhere:gke/version-ended] Kubernetes 1.32 of 'prod' had extended support on GKE until 2027-02-11, after which Google upgrades control plane and nodes to a newer one by itself, if it has not yet (by Google's schedule as of 2027-02-12); raise 'version'",
    );
  });
});
