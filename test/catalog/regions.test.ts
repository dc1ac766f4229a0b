import { embeddedCatalog, findRegion } from '../../lib/catalog';
import awsRegions from '../../lib/catalog/data/aws-regions.json';
import gcpRegions from '../../lib/catalog/data/gcp-regions.json';

const catalog = embeddedCatalog();
const idsWhere = (test: (region: (typeof catalog.regions)[number]) => boolean) =>
  catalog.regions.filter(test).map((region) => region.id);

/** ISO 3166-1 alpha-2, the whole list. */
const ISO_COUNTRIES = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
  MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
);

const EU = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

function jurisdictionOf(country: string): string {
  if (EU.has(country)) {
    return 'EU';
  }
  return country === 'GB' ? 'UK' : country;
}

describe('the regions', () => {
  it('keep the columns that the code reads', () => {
    const columns = [
      'id',
      'name',
      'city',
      'country',
      'jurisdiction',
      'partition',
      'operator',
      'nominalZones',
      'zones',
      'restricted',
      'carbonGramsPerKwh',
    ];
    expect(awsRegions.columns).toEqual(columns);
    expect(gcpRegions.columns).toEqual(columns);
    const rows: readonly (readonly unknown[])[] = [...awsRegions.rows, ...gcpRegions.rows];
    expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
  });

  it('are in a country of ISO 3166, whose law gives the jurisdiction', () => {
    expect(ISO_COUNTRIES.size).toBe(249);
    expect(idsWhere((region) => !ISO_COUNTRIES.has(region.country))).toEqual([]);
    expect(idsWhere((region) => region.jurisdiction !== jurisdictionOf(region.country))).toEqual([]);
  });

  it('name an operator, its law and the law of its ultimate parent', () => {
    const operators = new Map(
      catalog.regions.map((region) => [region.operator.legalEntity, region.operator]),
    );
    expect([...operators.values()]).toEqual([
      { legalEntity: 'Amazon Web Services, Inc.', jurisdiction: 'US', ultimateParent: 'US' },
      { legalEntity: 'Beijing Sinnet Technology Co., Ltd.', jurisdiction: 'CN', ultimateParent: 'CN' },
      {
        legalEntity: 'Ningxia Western Cloud Data Technology Co., Ltd.',
        jurisdiction: 'CN',
        ultimateParent: 'CN',
      },
      {
        legalEntity: 'German GmbHs of the AWS European Sovereign Cloud',
        jurisdiction: 'DE',
        ultimateParent: 'US',
      },
      {
        legalEntity: 'Google LLC / Google Cloud EMEA Ltd (contracting)',
        jurisdiction: 'US',
        ultimateParent: 'US',
      },
    ]);
  });

  it('have 120 zones in the 38 AWS regions whose zones are known, as AWS states', () => {
    const nominal = awsRegions.rows.map((row) => row[7]).filter((zones) => typeof zones === 'number');
    expect(nominal.length).toBe(38);
    expect(nominal.reduce((sum, zones) => sum + zones, 0)).toBe(120);
  });

  it('count only the zones that a new account can use', () => {
    const usable = catalog.regions
      .filter((region) => region.provider === 'aws')
      .map((region) => region.zones ?? 0);
    expect(usable.reduce((sum, zones) => sum + zones, 0)).toBe(118);
    expect(findRegion(catalog, 'aws', 'ap-northeast-1')?.zones).toBe(3);
    expect(findRegion(catalog, 'aws', 'us-west-1')?.zones).toBe(2);
    expect(findRegion(catalog, 'gcp', 'us-central1')?.zones).toBe(4);
  });

  it('leave an unknown number of zones unknown', () => {
    expect(idsWhere((region) => region.zones === undefined)).toEqual([
      'eu-isoe-west-1',
      'eusc-de-east-1',
      'me-west-1',
      'sa-west-1',
      'us-iso-east-1',
      'us-iso-west-1',
      'us-isob-east-1',
      'us-isob-west-1',
      'us-isof-east-1',
      'us-isof-south-1',
    ]);
  });

  it('say where three zones are assumed', () => {
    const assumed = catalog.regions.filter((region) => region.source === 'gcp-regions-zones-assumed');
    expect(assumed.map((region) => [region.id, region.zones])).toEqual([
      ['africa-south1', 3],
      ['asia-southeast3', 3],
      ['europe-north2', 3],
      ['europe-west10', 3],
      ['me-central2', 3],
      ['northamerica-south1', 3],
    ]);
  });

  it('are restricted in the government, China, sovereign and secret partitions', () => {
    expect(idsWhere((region) => region.restricted)).toEqual([
      'cn-north-1',
      'cn-northwest-1',
      'eu-isoe-west-1',
      'eusc-de-east-1',
      'us-gov-east-1',
      'us-gov-west-1',
      'us-iso-east-1',
      'us-iso-west-1',
      'us-isob-east-1',
      'us-isob-west-1',
      'us-isof-east-1',
      'us-isof-south-1',
    ]);
    expect(
      idsWhere((region) => !region.restricted && !['aws', 'google-cloud'].includes(region.partition)),
    ).toEqual([]);
  });

  it('carry a plausible carbon intensity where one was read', () => {
    const carbon = catalog.regions.filter((region) => region.carbonGramsPerKwh !== undefined);
    expect(carbon.length).toBe(74);
    expect(
      idsWhere((region) => (region.carbonGramsPerKwh ?? 1) <= 0 || (region.carbonGramsPerKwh ?? 1) > 1000),
    ).toEqual([]);
    expect(
      idsWhere((region) => (region.carbonGramsPerKwh === undefined) !== (region.carbonSource === undefined)),
    ).toEqual([]);
    expect(findRegion(catalog, 'aws', 'eu-central-1')?.carbonGramsPerKwh).toBe(370.93);
    expect(findRegion(catalog, 'gcp', 'europe-north2')?.carbonGramsPerKwh).toBe(2.73);
  });
});
