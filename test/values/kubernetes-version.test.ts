import { KubernetesVersion } from '../../lib/values';

describe('KubernetesVersion', () => {
  it.each(['1.34', 'v1.34'])('reads %s', (text) => {
    expect(KubernetesVersion.of(text).toString()).toBe('1.34');
  });

  it.each(['1.34.2', '1', '2.0', 'latest', '', '1.34 ', '1.-3'])('fails when the text is %p', (text) => {
    expect(() => KubernetesVersion.of(text)).toThrow(
      new Error(
        `Kubernetes version '${text}' must be a minor version such as '1.34' (no patch: the platform or the host packages choose it)`,
      ),
    );
  });

  it('compares minor versions as numbers and not as text', () => {
    const older = KubernetesVersion.of('1.9');
    const newer = KubernetesVersion.of('1.34');
    expect(newer.minorsAhead(older)).toBe(25);
    expect(newer.isAtLeast(older)).toBe(true);
    expect(older.isAtLeast(newer)).toBe(false);
  });
});
