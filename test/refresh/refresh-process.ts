// Google's client loads its transport with import(), which jest's module registry cannot; so it runs in a process of its own.
import { embeddedCatalog } from '../../lib/catalog';
import { refreshPrices } from '../../lib/refresh';

process.on(
  'message',
  (options: { readonly regions: string[]; readonly types: string[]; readonly endpoint: string }) => {
    refreshPrices({
      provider: 'gcp',
      catalog: embeddedCatalog(),
      env: { GOOGLE_API_KEY: 'example' },
      ...options,
    }).then(
      (refreshed) => process.send?.({ refreshed }),
      (error: unknown) =>
        process.send?.({
          failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        }),
    );
  },
);
