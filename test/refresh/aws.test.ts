import { embeddedCatalog, machinePrices, ratesOf } from '../../lib/catalog';
import { applyOverlay, parseOverlay } from '../../lib/catalog/overlay';
import { type Refreshed, refreshPrices } from '../../lib/refresh';
import { awsProducts, type PriceServer, serveAws } from './price-servers';

const catalog = embeddedCatalog();
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };
let server: PriceServer;

beforeEach(async () => {
  Object.assign(process.env, KEYS);
  jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  server = await serveAws();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
  for (const key of Object.keys(KEYS)) delete process.env[key];
});

const refresh = (
  options: { readonly regions?: readonly string[]; readonly types?: readonly string[] } = {},
): Promise<Refreshed> =>
  refreshPrices({
    provider: 'aws',
    catalog,
    regions: options.regions ?? [],
    types: options.types ?? ['m7i.large', 'm7i.xlarge'],
    endpoint: server.url,
    env: {},
  });

/** Serves other products from here on. */
async function serving(products: readonly unknown[]): Promise<void> {
  await server.close();
  server = await serveAws(products);
}

describe('the refresh of AWS prices', () => {
  it('writes an overlay of what the price list says, dated by the list', async () => {
    const { overlay, summary, notes } = await refresh();
    expect(overlay).toBe(`\
# List prices of aws, read by 'kubewhere catalog refresh'. Read again rather than edit;
# discounts and prices of your own belong in a file that is put over this one.
apiVersion: kubewhere/overlay/v1
kind: list
source: aws-price-list-api
asOf: "2026-11-20"
sources:
  aws-price-list-api:
    title: "AWS Price List API: Linux on demand and Standard Reserved Instances of one and three years without upfront payment; NAT, gp3, network load balancers, endpoints, addresses, EKS."
    reference: "GetProducts of AmazonEC2, AWSELB, AmazonVPC and AmazonEKS"
machinePrices:
  aws:
    eu-central-1:
      m7i.large: { usdPerHour: 0.12075, committed1yUsdPerHour: 0.07988, committed3yUsdPerHour: 0.05477 }
      m7i.xlarge: { usdPerHour: 0.2415, committed1yUsdPerHour: 0.15976, committed3yUsdPerHour: 0.10954 }
    us-east-1:
      m7i.large: { usdPerHour: 0.1008, committed1yUsdPerHour: 0.06668, committed3yUsdPerHour: 0.04572 }
rates:
  aws:
    eu-central-1: { loadBalancerHour: 0.027, loadBalancerUnitHour: 0.006, natGib: 0.052, natHour: 0.052, privateEndpointGib: 0.01, privateEndpointHour: 0.012, publicIpv4Hour: 0.005, storageGibMonth: 0.0952, asOf: "2026-11-18" }
    us-east-1: { natHour: 0.045 }
controlPlane:
  eks: { standardHour: 0.1, extendedHour: 0.6, asOf: "2026-10-02" }
`);
    expect(summary).toBe('read 3 prices of 2 machine types in 2 regions and 9 other rates, as of 2026-11-20');
    expect(notes).toContain('no price in US dollars in eu-west-1');
    expect(notes).not.toContain('no price in US dollars in cn-north-1');
  });

  it('asks once for each type, for Linux on shared hardware, and follows every page', async () => {
    await refresh({ types: ['m7i.large'] });
    expect(JSON.parse(server.asked[0] ?? '')).toEqual({
      ServiceCode: 'AmazonEC2',
      FormatVersion: 'aws_v1',
      MaxResults: 100,
      Filters: [
        { Type: 'TERM_MATCH', Field: 'instanceType', Value: 'm7i.large' },
        { Type: 'TERM_MATCH', Field: 'operatingSystem', Value: 'Linux' },
        { Type: 'TERM_MATCH', Field: 'tenancy', Value: 'Shared' },
        { Type: 'TERM_MATCH', Field: 'preInstalledSw', Value: 'NA' },
        { Type: 'TERM_MATCH', Field: 'capacitystatus', Value: 'Used' },
        { Type: 'TERM_MATCH', Field: 'licenseModel', Value: 'No License required' },
      ],
    });
    expect(JSON.parse(server.asked[1] ?? '')).toMatchObject({ NextToken: '2' });
  });

  it('asks for one region alone where only one is wanted', async () => {
    const { overlay } = await refresh({ regions: ['us-east-1'], types: ['m7i.large'] });
    expect(overlay).toContain('m7i.large: { usdPerHour: 0.1008,');
    expect(overlay).not.toContain('eu-central-1');
    expect(JSON.parse(server.asked[0] ?? '').Filters).toContainEqual({
      Type: 'TERM_MATCH',
      Field: 'regionCode',
      Value: 'us-east-1',
    });
  });

  it('gives the same bytes for the same answers, in whatever order they come', async () => {
    const first = await refresh();
    await serving(awsProducts().reverse());
    expect((await refresh()).overlay).toBe(first.overlay);
  });

  it('is accepted as an overlay of list prices, which keeps the price of spare capacity', async () => {
    const { overlay } = await refresh();
    const parsed = parseOverlay(overlay, { catalog });
    const refreshed = parsed.ok ? applyOverlay(catalog, parsed.overlay) : undefined;
    const before = machinePrices(catalog, 'aws', 'eu-central-1').find(({ type }) => type === 'm7i.large');
    expect(
      refreshed && machinePrices(refreshed, 'aws', 'eu-central-1').find(({ type }) => type === 'm7i.large'),
    ).toEqual({
      type: 'm7i.large',
      onDemand: 120_750,
      spot: before?.spot,
      committed1y: 79_880,
      committed3y: 54_770,
      source: 'aws-price-list-api',
      spotSource: 'aws-spot',
      spotInterruption: before?.spotInterruption,
      asOf: '2026-11-20',
    });
    expect(refreshed && ratesOf(refreshed, 'aws', 'eu-central-1')?.natHour).toEqual({
      microUsd: 52_000,
      per: 'hour',
      kind: 'list',
      source: 'aws-price-list-api',
      asOf: '2026-11-18',
    });
  });

  it('tries again when it is turned away, and gives up with advice', async () => {
    const busy = { status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } };
    server.failures.push(busy, busy);
    await expect(refresh({ types: ['m7i.large'] })).resolves.toMatchObject({ notes: expect.anything() });
    server.failures.push(...Array.from({ length: 9 }, () => busy));
    await expect(refresh()).rejects.toThrow(
      "AWS still turned requests away after 5 attempts (Rate exceeded); wait a minute, or ask for fewer types with '--type'",
    );
  }, 30_000);

  it.each([
    [
      'AccessDeniedException',
      'User: arn:aws:iam::123456789012:user/a is not authorized to perform: pricing:GetProducts',
      'AWS denies access to its price list (User: arn:aws:iam::123456789012:user/a is not authorized to perform: pricing:GetProducts); the credentials need the permission pricing:GetProducts',
    ],
    [
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      'AWS accepts no credentials here (The security token included in the request is invalid.); sign in, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    ],
    [
      'InvalidParameterException',
      'Input parameters are invalid.',
      'the price list of AWS cannot be read (InvalidParameterException: Input parameters are invalid.); check the network and any proxy',
    ],
  ])('fails on %s with what can be done about it', async (type, message, expected) => {
    server.failures.push({ status: 400, body: { __type: type, message } });
    await expect(refresh()).rejects.toThrow(expected);
  });

  it('fails when a product has another form than documented', async () => {
    const [first, ...others] = awsProducts();
    await serving([{ ...first, publicationDate: undefined }, ...others]);
    await expect(refresh()).rejects.toThrow(
      /^the price list of AWS has another form than documented \(publicationDate: .+\); nothing can be read from it safely$/,
    );
  });

  it('fails when a price is no sum of money', async () => {
    const text = JSON.stringify(awsProducts()).replace('"USD":"0.1207500000"', '"USD":"-1"');
    await serving(JSON.parse(text));
    await expect(refresh()).rejects.toThrow(
      "the price list gives '-1' as the price of product 7A4ZXJ2K9M3QWE5R, which is no sum of money",
    );
  });

  it('fails when there are two prices for the same machine in the same region', async () => {
    const [first, ...others] = awsProducts();
    const twin = JSON.parse(JSON.stringify(first).replaceAll('0.1207500000', '0.1300000000'));
    await serving([first, twin, ...others]);
    await expect(refresh()).rejects.toThrow(
      'the price list of AWS has two prices for m7i.large in eu-central-1; neither can be chosen safely',
    );
  });

  it('fails when the list has nothing of what was asked', async () => {
    await expect(refresh({ types: ['r7g.large'] })).rejects.toThrow(
      'the price list of aws has none of these machine types in these regions',
    );
  });
});
