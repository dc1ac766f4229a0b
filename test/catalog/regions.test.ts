import { embeddedCatalog, findRegion } from '../../lib/catalog';
import awsRegions from '../../lib/catalog/data/aws-regions.json';
import azureRegions from '../../lib/catalog/data/azure-regions.json';
import gcpRegions from '../../lib/catalog/data/gcp-regions.json';

const catalog = embeddedCatalog();
const idsWhere = (test: (region: (typeof catalog.regions)[number]) => boolean) =>
  catalog.regions.filter(test).map((region) => region.id);

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
    expect(azureRegions.columns).toEqual([...columns, 'carbonList']);
    const ragged = [awsRegions, gcpRegions, azureRegions].flatMap((file) =>
      (file.rows as readonly (readonly unknown[])[]).filter((row) => row.length !== file.columns.length),
    );
    expect(ragged).toEqual([]);
  });

  it('are in the country that they are said to be in, whatever hand-made lists make of it', () => {
    const byCountry: Record<string, string> = {};
    for (const { country, id } of catalog.regions) {
      byCountry[country] = `${byCountry[country] ?? ''} ${id}`.trim();
    }
    expect(byCountry).toEqual({
      AE: 'me-central-1 uaecentral uaenorth',
      AT: 'austriaeast',
      AU: 'ap-southeast-2 ap-southeast-4 australia-southeast1 australia-southeast2 australiacentral australiacentral2 australiaeast australiasoutheast',
      BE: 'europe-west1 belgiumcentral',
      BH: 'me-south-1',
      BR: 'sa-east-1 southamerica-east1 brazilsouth brazilsoutheast',
      CA: 'ca-central-1 ca-west-1 northamerica-northeast1 northamerica-northeast2 canadacentral canadaeast',
      CH: 'eu-central-2 europe-west6 switzerlandnorth switzerlandwest',
      CL: 'sa-west-1 southamerica-west1 chilecentral',
      CN: 'cn-north-1 cn-northwest-1',
      DE: 'eu-central-1 eusc-de-east-1 europe-west10 europe-west3 germanynorth germanywestcentral',
      DK: 'denmarkeast',
      ES: 'eu-south-2 europe-southwest1 spaincentral',
      FI: 'europe-north1',
      FR: 'eu-west-3 europe-west9 francecentral francesouth',
      GB: 'eu-isoe-west-1 eu-west-2 europe-west2 uksouth ukwest',
      HK: 'ap-east-1 asia-east2 eastasia',
      ID: 'ap-southeast-3 asia-southeast2 indonesiacentral',
      IE: 'eu-west-1 northeurope',
      IL: 'il-central-1 me-west1 israelcentral',
      IN: 'ap-south-1 ap-south-2 asia-south1 asia-south2 centralindia jioindiacentral jioindiawest southindia westindia',
      IT: 'eu-south-1 europe-west12 europe-west8 italynorth',
      JP: 'ap-northeast-1 ap-northeast-3 asia-northeast1 asia-northeast2 japaneast japanwest',
      KR: 'ap-northeast-2 asia-northeast3 koreacentral koreasouth',
      MX: 'mx-central-1 northamerica-south1 mexicocentral',
      MY: 'ap-southeast-5 malaysiawest',
      NL: 'europe-west4 westeurope',
      NO: 'norwayeast norwaywest',
      NZ: 'ap-southeast-6 newzealandnorth',
      PL: 'europe-central2 polandcentral',
      QA: 'me-central1 qatarcentral',
      SA: 'me-west-1 me-central2',
      SE: 'eu-north-1 europe-north2 swedencentral swedensouth',
      SG: 'ap-southeast-1 asia-southeast1 southeastasia',
      TH: 'ap-southeast-7 asia-southeast3',
      TW: 'ap-east-2 asia-east1',
      US: 'us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-iso-east-1 us-iso-west-1 us-isob-east-1 us-isob-west-1 us-isof-east-1 us-isof-south-1 us-west-1 us-west-2 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west3 us-west4 centralus eastus eastus2 northcentralus southcentralus usdodcentral usdodeast usgovarizona usgovtexas usgovvirginia westcentralus westus westus2 westus3',
      ZA: 'af-south-1 africa-south1 southafricanorth southafricawest',
    });
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
      {
        legalEntity: 'Microsoft Corporation / Microsoft Ireland Operations Ltd (contracting)',
        jurisdiction: 'US',
        ultimateParent: 'US',
      },
      { legalEntity: 'Microsoft Corporation', jurisdiction: 'US', ultimateParent: 'US' },
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

  it('tell a region without zones from one whose zones are unknown', () => {
    const azure = catalog.regions.filter((region) => region.provider === 'azure');
    const count = (zones: number | undefined) => azure.filter((region) => region.zones === zones).length;
    expect([count(3), count(0), count(undefined)]).toEqual([38, 20, 6]);
    expect(findRegion(catalog, 'azure', 'germanynorth')?.zones).toBe(0);
    expect(findRegion(catalog, 'azure', 'germanywestcentral')?.zones).toBe(3);
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
      'swedensouth',
      'usdodcentral',
      'usdodeast',
      'usgovarizona',
      'usgovtexas',
      'usgovvirginia',
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

  it('are restricted in the government, China, sovereign and secret partitions, and where access is by request', () => {
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
      'swedensouth',
      'usdodcentral',
      'usdodeast',
      'usgovarizona',
      'usgovtexas',
      'usgovvirginia',
    ]);
    expect(
      idsWhere(
        (region) => !region.restricted && !['aws', 'google-cloud', 'azure'].includes(region.partition),
      ),
    ).toEqual([]);
  });

  it('carry a plausible carbon intensity where one was read', () => {
    const carbon = catalog.regions.filter((region) => region.carbonGramsPerKwh !== undefined);
    expect(carbon.length).toBe(126);
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
