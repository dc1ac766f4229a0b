import { embeddedCatalog } from '../../../lib/catalog';
import { BUILT_IN_PROFILES, eksProfile, gkeProfile, onPremProfile } from '../../../lib/decision';
import { candidateOf, contextOf, FRANKFURT, machine, PLAIN } from '../requests';

describe('the candidates of the built-in platforms', () => {
  it('have these ids, which locks and overrides hold', () => {
    const context = contextOf(PLAIN, { sites: { frankfurt: FRANKFURT } });
    expect(BUILT_IN_PROFILES.flatMap((profile) => profile.candidates(context)).map(({ id }) => id)).toEqual([
      'eks/eu-central-1/2-zones',
      'eks/eu-central-1/3-zones',
      'eks/us-east-1/2-zones',
      'eks/us-east-1/3-zones',
      'eks/us-gov-west-1/2-zones',
      'eks/us-gov-west-1/3-zones',
      'eks/me-west-1/2-zones',
      'eks/me-west-1/3-zones',
      'eks/us-west-1/2-zones',
      'eks/us-west-1/3-zones',
      'gke/europe-west3/regional',
      'gke/europe-west3/zonal',
      'gke/europe-west6/regional',
      'gke/europe-west6/zonal',
      'on-prem/frankfurt/kubeadm',
    ]);
  });

  it('are all places of the catalogue, allowed or not: 48 regions of AWS and 43 of Google Cloud', () => {
    const context = contextOf(PLAIN, { catalog: embeddedCatalog() });
    expect(eksProfile.candidates(context)).toHaveLength(2 * 48);
    expect(gkeProfile.candidates(context)).toHaveLength(2 * 43);
  });

  it('do not depend on what the request allows', () => {
    const narrow = {
      ...PLAIN,
      platforms: { allow: ['gke'], deny: [] },
      places: { allow: ['mars'], deny: ['eu-central-1'] },
    };
    expect(eksProfile.candidates(contextOf(narrow))).toEqual(eksProfile.candidates(contextOf()));
  });

  it('describe a region by the facts of the catalogue', () => {
    expect(candidateOf(contextOf(), 'gke/europe-west6/zonal')).toEqual({
      id: 'gke/europe-west6/zonal',
      platform: 'gke',
      place: {
        kind: 'region',
        provider: 'gcp',
        id: 'europe-west6',
        name: 'Zürich',
        country: 'CH',
        jurisdiction: 'CH',
        operator: { legalEntity: 'Google Cloud EMEA Ltd', jurisdiction: 'IE', ultimateParent: 'US' },
        zones: 3,
        partition: 'google-cloud',
        restricted: false,
      },
      topology: 'zonal',
      controlPlane: 'single',
      zones: 1,
    });
  });

  it('describe a site by its machines: control planes for the topology, racks of workers for the zones', () => {
    const site = {
      ...FRANKFURT,
      city: undefined,
      machines: {
        cp: machine('control-plane', 'r9', 11),
        'w-1': machine('worker', 'r1', 21),
        'w-2': machine('worker', 'r2', 22),
      },
    };
    const [candidate] = onPremProfile.candidates(contextOf(PLAIN, { sites: { attic: site } }));
    expect(candidate).toMatchObject({
      id: 'on-prem/attic/kubeadm',
      controlPlane: 'single',
      zones: 2,
      place: {
        kind: 'site',
        name: 'attic',
        country: 'DE',
        jurisdiction: 'EU',
        operator: { legalEntity: 'your own organisation', jurisdiction: 'DE', ultimateParent: 'DE' },
        zones: 2,
      },
    });
  });
});
