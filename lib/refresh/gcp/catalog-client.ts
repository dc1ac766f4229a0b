import { loadClient, RefreshError } from '../refresh-error';

/** The Cloud Billing Catalog API, asked for everything that one service sells. */
export interface SkuClient {
  /**
   * Calls back for each SKU over all pages; there are tens of thousands, so they are not gathered.
   *
   * @throws RefreshError when the service cannot be reached or refuses.
   */
  skus(service: string, each: (sku: unknown) => void): Promise<void>;
  close(): Promise<void>;
}

const PAGE_SIZE = 5000;

/**
 * Opens the client that comes with Google's own package: with the API key in `GOOGLE_API_KEY` where there is one, else with
 * Application Default Credentials. The list is public, but the service answers nobody without either.
 */
export function openSkuCatalog(
  endpoint: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): SkuClient {
  const { CloudCatalogClient } = loadClient(
    '@google-cloud/billing',
    (): typeof import('@google-cloud/billing') => require('@google-cloud/billing'),
  );
  const apiKey = env.GOOGLE_API_KEY;
  const client = new CloudCatalogClient({
    // plain HTTP requests: they pass proxies that gRPC does not
    fallback: true,
    ...(apiKey === undefined || apiKey === '' ? {} : { apiKey }),
    ...(endpoint === undefined ? {} : addressOf(endpoint)),
  });
  return {
    skus: async (service, each) => {
      try {
        const request = { parent: `services/${service}`, currencyCode: 'USD', pageSize: PAGE_SIZE };
        for await (const sku of client.listSkusAsync(request, { autoPaginate: false })) each(sku);
      } catch (error) {
        if (error instanceof RefreshError) throw error;
        throw new RefreshError(explain(error));
      }
    },
    close: () => client.close(),
  };
}

function addressOf(endpoint: string) {
  const { protocol, hostname, port } = new URL(endpoint);
  const scheme = protocol.replace(':', '');
  return { apiEndpoint: hostname, protocol: scheme, port: Number(port) || (scheme === 'http' ? 80 : 443) };
}

/** Codes of gRPC, which the client also gives to failures over HTTP. */
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const UNAUTHENTICATED = 16;

function explain(error: unknown): string {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === UNAUTHENTICATED || code === 401 || /default credentials/i.test(said)) {
    return `Google accepts no credentials here (${said}); set GOOGLE_API_KEY, or run 'gcloud auth application-default login'`;
  }
  if (code === PERMISSION_DENIED || code === 403) {
    return `Google denies access to its price list (${said}); enable the Cloud Billing API in the project of the key or the credentials`;
  }
  if (code === RESOURCE_EXHAUSTED || code === 429) {
    return `Google turned requests away (${said}); wait a minute and try again`;
  }
  return `the price list of Google cannot be read (${said}); check the network and any proxy`;
}
