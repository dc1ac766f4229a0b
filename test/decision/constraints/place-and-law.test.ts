import type { Site } from '../../../lib/decision/request/types';
import { FRANKFURT } from '../requests';
import { SMALL, withHash } from '../small-catalog';
import { type Changes, evaluate, line, type Surroundings } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const GKE = 'gke/europe-west3/regional';
const SITE = 'on-prem/frankfurt/kubeadm';
const GOV = 'eks/us-gov-west-1/3-zones';
const ZURICH = 'gke/europe-west6/regional';

/** Constraint, candidate, what the request says, what must be found; sometimes another site or catalogue. */
type Row = readonly [string, string, Changes, string, Surroundings?];

const EU = { countries: [], jurisdictions: ['EU'] };
const EEA = { countries: [], jurisdictions: ['EEA'] };
const DE_OR_CH = { countries: ['DE'], jurisdictions: ['CH'] };
const NOWHERE = { countries: [], jurisdictions: [] };

const OSLO: Site = { ...FRANKFURT, country: 'NO', city: 'Oslo' };
const OUTSOURCED: Site = {
  ...FRANKFURT,
  operator: { legalEntity: 'Hoster GmbH', jurisdiction: 'DE', ultimateParent: 'US' },
};
const WITHOUT_ZONES = withHash({
  ...SMALL,
  regions: SMALL.regions.map((region) => (region.id === 'us-east-1' ? { ...region, zones: 0 } : region)),
});

const ROWS: readonly Row[] = [
  ['public-cloud-allowed', EKS, {}, 'proven: needs a public cloud or an own site; has public cloud (aws)'],
  [
    'public-cloud-allowed',
    SITE,
    { security: { publicCloud: 'forbidden' } },
    'proven: needs no public cloud; has an own site',
  ],
  [
    'public-cloud-allowed',
    GKE,
    { security: { publicCloud: 'forbidden' } },
    "refuted: needs no public cloud; has public cloud (gcp); fix: set 'security.publicCloud' to 'allowed'",
  ],

  ['platform-allowed', EKS, {}, 'proven: needs any platform; has eks'],
  [
    'platform-allowed',
    EKS,
    { platforms: { allow: ['eks', 'gke'] } },
    'proven: needs one of eks, gke; has eks',
  ],
  [
    'platform-allowed',
    SITE,
    { platforms: { allow: ['eks', 'gke'] } },
    "refuted: needs one of eks, gke; has on-prem; fix: add 'on-prem' to 'platforms.allow'",
  ],
  [
    'platform-allowed',
    GKE,
    { platforms: { deny: ['gke'] } },
    "refuted: needs any platform but gke; has gke; fix: remove 'gke' from 'platforms.deny'",
  ],

  [
    'place-allowed',
    SITE,
    { places: { allow: ['frankfurt'] } },
    'proven: needs one of frankfurt; has frankfurt',
  ],
  [
    'place-allowed',
    EKS,
    { places: { allow: ['frankfurt'] } },
    "refuted: needs one of frankfurt; has eu-central-1; fix: add 'eu-central-1' to 'places.allow'",
  ],
  [
    'place-allowed',
    EKS,
    { places: { deny: ['eu-central-1'] } },
    "refuted: needs any place but eu-central-1; has eu-central-1; fix: remove 'eu-central-1' from 'places.deny'",
  ],

  [
    'region-open',
    EKS,
    {},
    'proven: needs a region open to every account, or named in places.allow; has eu-central-1 of partition aws, open',
  ],
  [
    'region-open',
    SITE,
    {},
    'proven: needs a region open to every account, or named in places.allow; has an own site',
  ],
  [
    'region-open',
    GOV,
    {},
    "refuted: needs a region open to every account, or named in places.allow; has us-gov-west-1 of partition aws-us-gov, restricted; fix: if you have an account there, name 'us-gov-west-1' in 'places.allow', with all other places that may be taken",
  ],
  [
    'region-open',
    GOV,
    { places: { allow: ['us-gov-west-1'] } },
    'proven: needs a region open to every account, or named in places.allow; has us-gov-west-1 of partition aws-us-gov, restricted, named',
  ],
  [
    'region-open',
    'eks/us-east-1/3-zones',
    {},
    'refuted: needs a region open to every account, or named in places.allow; has us-east-1 has no zones to build in; fix: choose another region',
    { catalog: WITHOUT_ZONES },
  ],

  ['data-residency', EKS, {}, 'proven: needs data anywhere; has Europe (Frankfurt), DE (EU)'],
  [
    'data-residency',
    EKS,
    { residency: { data: EU } },
    'proven: needs data in EU; has Europe (Frankfurt), DE (EU)',
  ],
  [
    'data-residency',
    EKS,
    { residency: { data: EEA } },
    'proven: needs data in EEA; has Europe (Frankfurt), DE (EU)',
  ],
  [
    'data-residency',
    SITE,
    { residency: { data: EEA } },
    'proven: needs data in EEA; has Oslo, NO (EEA)',
    { site: OSLO },
  ],
  [
    'data-residency',
    SITE,
    { residency: { data: EU } },
    "refuted: needs data in EU; has Oslo, NO (EEA); fix: add 'NO' to 'residency.data.countries'",
    { site: OSLO },
  ],
  [
    'data-residency',
    GKE,
    { residency: { data: DE_OR_CH } },
    'proven: needs data in CH or DE; has Frankfurt, DE (EU)',
  ],
  [
    'data-residency',
    ZURICH,
    { residency: { data: DE_OR_CH } },
    'proven: needs data in CH or DE; has Zürich, CH',
  ],
  [
    'data-residency',
    ZURICH,
    { residency: { data: EU } },
    "refuted: needs data in EU; has Zürich, CH; fix: add 'CH' to 'residency.data.countries'",
  ],
  [
    'data-residency',
    GKE,
    { residency: { data: NOWHERE } },
    "refuted: needs data in nowhere (both lists are empty); has Frankfurt, DE (EU); fix: add 'DE' to 'residency.data.countries'",
  ],

  [
    'operator-law',
    EKS,
    {},
    'proven: needs operator under any law; has Amazon Web Services, Inc. under US law, parent under US law',
  ],
  [
    'operator-law',
    SITE,
    { residency: { operatorLaw: EU } },
    'proven: needs operator and parent under the law of EU; has your own organisation under DE law, parent under DE law',
  ],
  [
    'operator-law',
    EKS,
    { residency: { operatorLaw: EU } },
    "refuted: needs operator and parent under the law of EU; has Amazon Web Services, Inc. under US law, parent under US law; fix: add 'US' to 'residency.operatorLaw.countries'",
  ],
  // an operator in the EU does not help when its parent is elsewhere
  [
    'operator-law',
    GKE,
    { residency: { operatorLaw: EU } },
    "refuted: needs operator and parent under the law of EU; has Google Cloud EMEA Ltd under IE law, parent under US law; fix: add 'US' to 'residency.operatorLaw.countries'",
  ],
  [
    'operator-law',
    SITE,
    { residency: { operatorLaw: { countries: ['US'], jurisdictions: ['EU'] } } },
    'proven: needs operator and parent under the law of EU or US; has Hoster GmbH under DE law, parent under US law',
    { site: OUTSOURCED },
  ],
  [
    'operator-law',
    SITE,
    { residency: { operatorLaw: { countries: ['CH'], jurisdictions: [] } } },
    "refuted: needs operator and parent under the law of CH; has Hoster GmbH under DE law, parent under US law; fix: add 'DE' and 'US' to 'residency.operatorLaw.countries'",
    { site: OUTSOURCED },
  ],
];

describe('constraints on place and law', () => {
  it.each(ROWS.map((row) => ({ name: `${row[0]} of ${row[1]} with ${JSON.stringify(row[2])}`, row })))(
    '$name',
    ({ row: [constraint, candidate, changes, expected, surroundings] }) => {
      expect(line(evaluate(constraint, candidate, changes, surroundings))).toBe(expected);
    },
  );

  it('name the source of what they know about a region, and none for a site', () => {
    expect(evaluate('data-residency', EKS, { residency: { data: EU } }).sources).toEqual(['regions']);
    expect(evaluate('data-residency', SITE, { residency: { data: EU } }).sources).toEqual([]);
  });
});
