import { embeddedCatalog } from '../../../lib/catalog';
import type { Catalog, Region } from '../../../lib/catalog/types';
import {
  aksProfile,
  BUILT_IN_PROFILES,
  eksProfile,
  gkeProfile,
  onPremProfile,
  selfManagedEc2Profile,
} from '../../../lib/decision';
import { candidateOf, contextOf, FRANKFURT, machine, PLAIN } from '../requests';
import { SMALL } from '../small-catalog';
import { WIDE } from '../wide-catalog';

function regionOf(catalog: Catalog, id: string): Region {
  const found = catalog.regions.find((region) => region.id === id);
  if (found === undefined) throw new Error(`no region '${id}'`);
  return found;
}

describe('the candidates of the built-in platforms', () => {
  it('have these ids, which locks and overrides hold', () => {
    const context = contextOf(PLAIN, {
      sites: { frankfurt: FRANKFURT },
      catalog: {
        ...SMALL,
        regions: ['eu-central-1', 'europe-west3', 'westeurope'].map((id) => regionOf(WIDE, id)),
      },
    });
    expect(BUILT_IN_PROFILES.flatMap((profile) => profile.candidates(context)).map(({ id }) => id)).toEqual([
      'eks/eu-central-1/2-zones',
      'eks/eu-central-1/2-zones-one-nat',
      'eks/eu-central-1/2-zones-no-nat',
      'eks/eu-central-1/3-zones',
      'eks/eu-central-1/3-zones-one-nat',
      'eks/eu-central-1/3-zones-no-nat',
      'eks/eu-central-1/auto-2-zones',
      'eks/eu-central-1/auto-2-zones-one-nat',
      'eks/eu-central-1/auto-2-zones-no-nat',
      'eks/eu-central-1/auto-3-zones',
      'eks/eu-central-1/auto-3-zones-one-nat',
      'eks/eu-central-1/auto-3-zones-no-nat',
      'gke/europe-west3/regional',
      'gke/europe-west3/regional-no-nat',
      'gke/europe-west3/zonal',
      'gke/europe-west3/zonal-no-nat',
      'gke/europe-west3/autopilot',
      'gke/europe-west3/autopilot-no-nat',
      'on-prem/frankfurt/kubeadm',
      'self-managed-ec2/eu-central-1/3-zones',
      'self-managed-ec2/eu-central-1/3-zones-one-nat',
      'self-managed-ec2/eu-central-1/3-zones-no-nat',
      'self-managed-ec2/eu-central-1/1-zone',
      'self-managed-ec2/eu-central-1/1-zone-no-nat',
      'aks/westeurope/3-zones',
      'aks/westeurope/1-zone',
    ]);
  });

  it('have no other way out than that of a network that exists', () => {
    const cluster = {
      ...PLAIN,
      network: {
        adopt: {
          eks: { vpcId: 'vpc-1', vpcCidr: '10.0.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2'] },
          gke: {
            network: 'n',
            subnetwork: 's',
            nodeCidr: '10.0.0.0/20',
            podRangeName: 'pods',
            podCidr: '10.4.0.0/14',
            serviceRangeName: 'services',
            serviceCidr: '10.8.0.0/20',
          },
        },
      },
    };
    const context = contextOf(cluster, {
      catalog: { ...SMALL, regions: ['eu-central-1', 'europe-west3'].map((id) => regionOf(SMALL, id)) },
    });
    expect(
      [...eksProfile.candidates(context), ...gkeProfile.candidates(context)].map(({ id, egress }) => [
        id,
        egress,
      ]),
    ).toEqual([
      ['eks/eu-central-1/2-zones', 'own'],
      ['eks/eu-central-1/3-zones', 'own'],
      ['eks/eu-central-1/auto-2-zones', 'own'],
      ['eks/eu-central-1/auto-3-zones', 'own'],
      ['gke/europe-west3/regional', 'own'],
      ['gke/europe-west3/zonal', 'own'],
      ['gke/europe-west3/autopilot', 'own'],
    ]);
  });

  it('are all places of the catalogue, allowed or not', () => {
    const catalog = embeddedCatalog();
    const context = contextOf(PLAIN, { catalog });
    const regionsOf = (provider: string): number =>
      catalog.regions.filter((region) => region.provider === provider).length;
    expect(eksProfile.candidates(context)).toHaveLength(12 * regionsOf('aws'));
    expect(gkeProfile.candidates(context)).toHaveLength(6 * regionsOf('gcp'));
    expect(selfManagedEc2Profile.candidates(context)).toHaveLength(5 * regionsOf('aws'));
    expect(aksProfile.candidates(context)).toHaveLength(2 * regionsOf('azure'));
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
      nodes: 'pools',
      egress: 'redundant',
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
      nodes: 'pools',
      egress: 'own',
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
