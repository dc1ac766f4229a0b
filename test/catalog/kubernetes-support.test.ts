import { join, relative } from 'node:path';
import { kubernetesSupport } from '../../lib/catalog/kubernetes-support';

const CATALOG = join(__dirname, '../../lib/catalog');

describe('the support window of one Kubernetes version', () => {
  it('is found by service and version, with its date', () => {
    expect(kubernetesSupport('eks', '1.34')).toEqual({
      platform: 'eks',
      version: '1.34',
      standardUntil: '2026-12-02',
      extendedUntil: '2027-12-02',
      source: 'eks-calendar',
      asOf: '2026-09-12',
    });
  });

  it('is not known of a version that came out later, and not taken from another service', () => {
    expect(kubernetesSupport('eks', '1.99')).toBeUndefined();
    expect(kubernetesSupport('eks', '1.37')).toBeUndefined();
    expect(kubernetesSupport('aks', '1.37')?.standardUntil).toBe('2027-10-31');
  });

  it('costs no other table: neither regions nor machines nor prices are loaded', () => {
    const loaded = Object.keys(require.cache)
      .map((file) => relative(CATALOG, file))
      .filter((file) => !file.startsWith('..'));
    expect(loaded.sort()).toEqual([
      'kubernetes-support.ts',
      'private/kubernetes-support.ts',
      'private/sources-aws.ts',
      'private/sources-azure.ts',
      'private/sources-gcp.ts',
      'private/sources-general.ts',
      'private/sources.ts',
    ]);
  });
});
