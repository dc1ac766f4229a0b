import type { Filter, PricingClient } from '@aws-sdk/client-pricing';
import { loadClient, RefreshError } from '../refresh-error';

/** Attributes that products must have, by name. */
export type ProductFilter = Readonly<Record<string, string>>;

/** The AWS Price List API, asked for the products that have given attributes. */
export interface PriceListClient {
  /**
   * All products, over all pages, each the JSON text that the service sends.
   *
   * @throws RefreshError when the service cannot be reached or refuses.
   */
  products(service: string, filter: ProductFilter): Promise<readonly string[]>;
  close(): void;
}

/** The service answers in few regions only, and with the prices of all of them. */
const ENDPOINT_REGION = 'us-east-1';
const MAX_ATTEMPTS = 5;

/**
 * Opens the client that comes with AWS's own package, with the credentials that it finds: environment, profile, role.
 * `endpoint` is for a proxy of the service; so is the environment variable AWS_ENDPOINT_URL_PRICING.
 */
export function openPriceList(endpoint: string | undefined): PriceListClient {
  const sdk = loadClient('@aws-sdk/client-pricing', (): typeof import('@aws-sdk/client-pricing') =>
    require('@aws-sdk/client-pricing'),
  );
  const client: PricingClient = new sdk.PricingClient({
    region: ENDPOINT_REGION,
    maxAttempts: MAX_ATTEMPTS,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  return {
    products: async (service, filter) => {
      const input = {
        ServiceCode: service,
        FormatVersion: 'aws_v1',
        Filters: Object.entries(filter).map(
          ([Field, Value]): Filter => ({ Type: 'TERM_MATCH', Field, Value }),
        ),
      };
      const found: string[] = [];
      try {
        for await (const page of sdk.paginateGetProducts({ client, pageSize: 100 }, input)) {
          for (const product of page.PriceList ?? []) found.push(product.toString());
        }
      } catch (error) {
        throw new RefreshError(explain(error));
      }
      return found;
    },
    close: () => client.destroy(),
  };
}

const CREDENTIALS: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'InvalidClientTokenId',
  'ExpiredTokenException',
  'TokenProviderError',
]);

/** What a failure of the service means for the person who asked. */
function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (CREDENTIALS.has(name)) {
    return `AWS accepts no credentials here (${said}); sign in, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`;
  }
  if (name === 'AccessDeniedException') {
    return `AWS denies access to its price list (${said}); the credentials need the permission pricing:GetProducts`;
  }
  if (name === 'ThrottlingException' || name === 'TooManyRequestsException') {
    return `AWS still turned requests away after ${MAX_ATTEMPTS} attempts (${said}); wait a minute, or ask for fewer types with '--type'`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : name;
  return `the price list of AWS cannot be read (${code}: ${said}); check the network and any proxy`;
}
