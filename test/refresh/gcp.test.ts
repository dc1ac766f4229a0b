import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { embeddedCatalog } from '../../lib/catalog';
import { parseOverlay } from '../../lib/catalog/overlay';
import type { Refreshed } from '../../lib/refresh';
import { gcpSkus, type PriceServer, serveGcp } from './price-servers';

const catalog = embeddedCatalog();
let server: PriceServer;
let refresher: ChildProcess;

beforeAll(() => {
  refresher = fork(join(__dirname, 'refresh-process.ts'), { execArgv: ['--import', 'tsx'] });
});

afterAll(() => {
  refresher.kill();
});

beforeEach(async () => {
  server = await serveGcp();
});

afterEach(async () => {
  await server.close();
});

const TYPES = ['e2-medium', 'e2-standard-4', 'n2d-standard-2', 'g2-standard-4'];

function refresh(
  regions: readonly string[] = [],
  types: readonly string[] = TYPES,
  endpoint = server.url,
): Promise<Refreshed> {
  return new Promise((resolve, reject) => {
    refresher.once('message', (answer: { readonly refreshed?: Refreshed; readonly failed?: string }) => {
      if (answer.refreshed) resolve(answer.refreshed);
      else reject(new Error(answer.failed));
    });
    refresher.send({ regions, types, endpoint });
  });
}

async function serving(skus: readonly unknown[]): Promise<void> {
  await server.close();
  server = await serveGcp(skus);
}

jest.setTimeout(30_000);

describe('the refresh of Google prices', () => {
  it('adds cores and memory up to machines, dated by the older of the two', async () => {
    const { overlay, summary, notes } = await refresh(['europe-west3', 'us-central1']);
    expect(overlay).toBe(`\
# List prices of gcp, read by 'kubewhere catalog refresh'. Read again rather than edit;
# discounts and prices of your own belong in a file that is put over this one.
apiVersion: kubewhere/overlay/v1
kind: list
source: gcp-billing-catalog
asOf: "2026-11-20"
sources:
  gcp-billing-catalog:
    title: "Cloud Billing Catalog API: cores and memory of predefined machines on demand, as Spot VMs and committed for one and three years; balanced disks."
    reference: "listSkus of services/6F81-5844-456A in USD"
machinePrices:
  gcp:
    europe-west3:
      e2-medium: { usdPerHour: 0.043169, spotUsdPerHour: 0.0138, committed1yUsdPerHour: 0.027196 }
      e2-standard-4: { usdPerHour: 0.172676, spotUsdPerHour: 0.0552, committed1yUsdPerHour: 0.108786 }
      n2d-standard-2: { usdPerHour: 0.09472, asOf: "2026-10-05" }
    us-central1:
      e2-medium: { usdPerHour: 0.033506 }
      e2-standard-4: { usdPerHour: 0.134023 }
rates:
  gcp:
    europe-west3: { storageGibMonth: 0.12 }
`);
    expect(summary).toBe('read 5 prices of 3 machine types in 2 regions and 1 other rate, as of 2026-11-20');
    expect(notes).toEqual(['no price of g2-standard-4: its accelerator is billed apart and is not read']);
    expect(parseOverlay(overlay, { catalog }).ok).toBe(true);
  });

  it('follows every page of the list', async () => {
    await refresh(['europe-west3']);
    expect(server.asked).toHaveLength(Math.ceil(gcpSkus().length / 5));
    expect(server.asked[1]).toContain('pageToken=5');
    expect(server.asked[0]).toContain('currencyCode=USD');
  });

  it('gives the same bytes for the same answers, in whatever order they come', async () => {
    const first = await refresh();
    await serving(gcpSkus().reverse());
    expect((await refresh()).overlay).toBe(first.overlay);
  });

  it('reads none of the products that only look alike', async () => {
    const alike = gcpSkus().filter(({ description }) => /Custom|Sole Tenancy|GPU/.test(String(description)));
    expect(alike).toHaveLength(4);
    const first = await refresh();
    await serving(gcpSkus().filter((sku) => !alike.some(({ skuId }) => skuId === sku.skuId)));
    expect((await refresh()).overlay).toBe(first.overlay);
  });

  it.each([
    [
      403,
      {
        error: {
          code: 403,
          status: 'PERMISSION_DENIED',
          message: 'Cloud Billing API has not been used in project 1.',
        },
      },
      /^RefreshError: Google denies access to its price list \(.*Cloud Billing API has not been used in project 1\..*\); enable the Cloud Billing API in the project of the key or the credentials$/,
    ],
    [
      401,
      { error: { code: 401, status: 'UNAUTHENTICATED', message: 'API key not valid.' } },
      /^RefreshError: Google accepts no credentials here \(.*API key not valid\..*\); set GOOGLE_API_KEY, or run 'gcloud auth application-default login'$/,
    ],
  ])('fails on the status %d with what can be done about it', async (status, body, expected) => {
    server.failures.push(...Array.from({ length: 10 }, () => ({ status, body })));
    await expect(refresh()).rejects.toThrow(expected);
  });

  it('fails when there are two prices for the same core in the same region', async () => {
    const [first] = gcpSkus();
    await serving([...gcpSkus(), JSON.parse(JSON.stringify(first).replace('28103180', '28103181'))]);
    await expect(refresh()).rejects.toThrow(
      "the price list of Google has two prices for 'E2 Instance Core running in Frankfurt' in europe-west3; neither can be chosen safely",
    );
  });

  it('fails when memory is counted by something else', async () => {
    await serving(JSON.parse(JSON.stringify(gcpSkus()).replace('"GiBy.h"', '"GBy.h"')));
    await expect(refresh()).rejects.toThrow(
      "the price list of Google counts 'E2 Instance Ram running in Frankfurt' by 'GBy.h'; a price of an hour cannot be made of it safely",
    );
  });

  it('fails when nobody answers', async () => {
    await server.close();
    await expect(refresh()).rejects.toThrow(
      /^RefreshError: the price list of Google cannot be read \(.*ECONNREFUSED.*\); check the network and any proxy$/,
    );
  });

  it('fails when the list has nothing of what was asked', async () => {
    await serving([]);
    await expect(refresh()).rejects.toThrow(
      'the price list of gcp has none of these machine types in these regions',
    );
  });
});
