import type { Finding, Path } from '../../document/finding';
import { keyOffset, nodeAt, valueOffset } from '../../document/locate';
import { didYouMean } from '../../document/nearest';
import type { SourceMap, SourceNode } from '../../document/source-node';
import { quote, quoteAll } from '../../document/wording';
import { familyOf } from '../machine-family';
import { KNOWN_REGIMES } from '../regimes';
import type { Catalog, ProviderId } from '../types';
import { NEW_REGION_KEYS, NEW_TYPE_KEYS } from './types';

const PROVIDERS = ['aws', 'gcp', 'azure'] as const satisfies readonly ProviderId[];

/** What no schema of one value can see: names that nobody knows, and records that are no whole. */
export function crossCheckOverlay(root: SourceMap, catalog: Catalog): readonly Finding[] {
  const names = knownNames(root, catalog);
  return [
    ...newRecords(root, 'regions', 'region', NEW_REGION_KEYS, names.regions),
    ...newRecords(root, 'machineTypes', 'machine type', NEW_TYPE_KEYS, names.types),
    ...pricedNames(root, names),
    ...discountedNames(root, names),
    ...egressSteps(root),
    ...podPrices(root, names),
    ...regimes(root, names),
    ...supportWindows(root),
    ...hourLabels(root, catalog),
  ];
}

interface KnownNames {
  /** Of the catalogue, by provider. */
  readonly regions: Readonly<Record<ProviderId, ReadonlySet<string>>>;
  readonly types: Readonly<Record<ProviderId, ReadonlySet<string>>>;
  /** Those and the ones that this file adds. */
  readonly allRegions: Readonly<Record<ProviderId, ReadonlySet<string>>>;
  readonly allTypes: Readonly<Record<ProviderId, ReadonlySet<string>>>;
}

function knownNames(root: SourceMap, catalog: Catalog): KnownNames {
  const of = (entries: readonly { readonly provider: ProviderId; readonly name: string }[]) =>
    byProvider(
      (provider) => new Set(entries.filter((entry) => entry.provider === provider).map(({ name }) => name)),
    );
  const regions = of(catalog.regions.map(({ provider, id }) => ({ provider, name: id })));
  const types = of(catalog.machineTypes.map(({ provider, type }) => ({ provider, name: type })));
  const withNew = (section: string, known: KnownNames['regions']) =>
    byProvider((provider) => new Set([...known[provider], ...keysAt(root, [section, provider])]));
  return {
    regions,
    types,
    allRegions: withNew('regions', regions),
    allTypes: withNew('machineTypes', types),
  };
}

function byProvider<T>(make: (provider: ProviderId) => T): Readonly<Record<ProviderId, T>> {
  return { aws: make('aws'), gcp: make('gcp'), azure: make('azure') };
}

/** A name that the catalogue does not have is a mistake, unless the record says all that a new one must. */
function newRecords(
  root: SourceMap,
  section: string,
  noun: string,
  needed: readonly string[],
  known: KnownNames['regions'],
): readonly Finding[] {
  return PROVIDERS.flatMap((provider) =>
    keysAt(root, [section, provider]).flatMap((name) => {
      const path = [section, provider, name];
      const node = nodeAt(root, path);
      if (known[provider].has(name) || node?.kind !== 'map') return [];
      const missing = needed.filter((key) => !node.entries.has(key));
      if (missing.length === 0) return [];
      return [
        atKey(
          root,
          path,
          `${quote(name)} is no ${noun} of ${provider} that is known here${didYouMean(name, known[provider])}; a new one also needs ${quoteAll(missing)}`,
        ),
      ];
    }),
  );
}

function pricedNames(root: SourceMap, { allRegions, allTypes }: KnownNames): readonly Finding[] {
  return PROVIDERS.flatMap((provider) => [
    ...keysAt(root, ['rates', provider]).flatMap((region) =>
      unknownName(root, ['rates', provider, region], 'region', provider, allRegions[provider]),
    ),
    ...keysAt(root, ['machinePrices', provider]).flatMap((region) => {
      const path = ['machinePrices', provider, region];
      return [
        ...unknownName(root, path, 'region', provider, allRegions[provider]),
        ...keysAt(root, path).flatMap((type) =>
          unknownName(root, [...path, type], 'machine type', provider, allTypes[provider]),
        ),
      ];
    }),
  ]);
}

function discountedNames(root: SourceMap, { allRegions, allTypes }: KnownNames): readonly Finding[] {
  return itemsAt(root, ['discounts']).flatMap((_, index) => {
    const path = ['discounts', index];
    const provider = PROVIDERS.find((id) => id === nodeAt(root, [...path, 'provider'])?.value);
    if (provider === undefined) return [];
    const families = new Set([...allTypes[provider]].map((type) => familyOf(provider, type)));
    return [
      ...unknownItems(root, [...path, 'regions'], 'region', provider, allRegions[provider]),
      ...unknownItems(root, [...path, 'families'], 'family', provider, families),
      ...unknownItems(root, [...path, 'types'], 'machine type', provider, allTypes[provider]),
    ];
  });
}

/** Steps must rise, and only the last one may be without end. */
function egressSteps(root: SourceMap): readonly Finding[] {
  return PROVIDERS.flatMap((provider) =>
    keysAt(root, ['rates', provider]).flatMap((region) => {
      const path = ['rates', provider, region, 'egress'];
      const steps = itemsAt(root, path);
      return steps.flatMap((_, index) => {
        const at = [...path, index];
        const end = nodeAt(root, [...at, 'uptoGib'])?.value;
        const before = index === 0 ? 0 : nodeAt(root, [...path, index - 1, 'uptoGib'])?.value;
        const last = index === steps.length - 1;
        if (last && end !== undefined) {
          return [
            atKey(
              root,
              [...at, 'uptoGib'],
              "the last step must have no 'uptoGib': it holds for all above; remove it",
            ),
          ];
        }
        if (!last && end === undefined) {
          return [atKey(root, at, "needs 'uptoGib', for another step follows")];
        }
        if (typeof end === 'number' && typeof before === 'number' && end <= before) {
          return [
            atValue(
              root,
              [...at, 'uptoGib'],
              `must be greater than the end of the step before (${before}); found ${end}`,
            ),
          ];
        }
        return [];
      });
    }),
  );
}

function podPrices(root: SourceMap, { allRegions }: KnownNames): readonly Finding[] {
  return keysAt(root, ['autopilot']).flatMap((region) =>
    unknownName(root, ['autopilot', region], 'region', 'gcp', allRegions.gcp),
  );
}

function regimes(root: SourceMap, { allRegions }: KnownNames): readonly Finding[] {
  const known: ReadonlySet<string> = new Set(KNOWN_REGIMES);
  const every = new Set(PROVIDERS.flatMap((provider) => [...allRegions[provider]]));
  return keysAt(root, ['compliance']).flatMap((service) =>
    keysAt(root, ['compliance', service]).flatMap((regime) => {
      const path = ['compliance', service, regime];
      const regions = itemsAt(root, [...path, 'regions']).flatMap((item, index) =>
        typeof item.value === 'string' && !every.has(item.value)
          ? [
              atValue(
                root,
                [...path, 'regions', index],
                `${quote(item.value)} is no region that is known here${didYouMean(item.value, every)}`,
              ),
            ]
          : [],
      );
      if (known.has(regime)) return regions;
      const message = `${quote(regime)} is no regime that is known here; known are ${quoteAll(KNOWN_REGIMES)}${didYouMean(regime, KNOWN_REGIMES)}`;
      return [atKey(root, path, message), ...regions];
    }),
  );
}

function supportWindows(root: SourceMap): readonly Finding[] {
  return keysAt(root, ['kubernetes']).flatMap((service) =>
    keysAt(root, ['kubernetes', service]).flatMap((version) => {
      const path = ['kubernetes', service, version];
      if (!/^1\.\d{1,3}$/.test(version)) {
        const message = `must be a minor version such as '1.34'; found ${quote(version)}`;
        return [atKey(root, path, message)];
      }
      const standard = nodeAt(root, [...path, 'standardUntil'])?.value;
      const extended = nodeAt(root, [...path, 'extendedUntil'])?.value;
      if (typeof standard !== 'string' || typeof extended !== 'string' || extended >= standard) return [];
      const message = `must not be before 'standardUntil' (${standard}); found ${quote(extended)}`;
      return [atValue(root, [...path, 'extendedUntil'], message)];
    }),
  );
}

/** A misspelt label would add hours where it was to replace some. */
function hourLabels(root: SourceMap, catalog: Catalog): readonly Finding[] {
  return keysAt(root, ['hours']).flatMap((platform) => {
    const known = catalog.hours.filter((row) => row.platform === platform).map(({ label }) => label);
    return keysAt(root, ['hours', platform]).flatMap((label) => {
      const path = ['hours', platform, label];
      if (known.includes(label) || nodeAt(root, [...path, 'rationale']) !== undefined) return [];
      const have = known.length === 0 ? '' : `; rows are ${quoteAll(known)}`;
      return [
        atKey(
          root,
          path,
          `${quote(label)} is no row of ${platform}${have}${didYouMean(label, known)}; a new one also needs 'rationale'`,
        ),
      ];
    });
  });
}

function unknownName(
  root: SourceMap,
  path: Path,
  noun: string,
  provider: ProviderId,
  known: ReadonlySet<string>,
): readonly Finding[] {
  const name = String(path[path.length - 1]);
  return known.has(name) ? [] : [atKey(root, path, sentence(name, noun, provider, known))];
}

function unknownItems(
  root: SourceMap,
  path: Path,
  noun: string,
  provider: ProviderId,
  known: ReadonlySet<string>,
): readonly Finding[] {
  return itemsAt(root, path).flatMap((item, index) =>
    typeof item.value === 'string' && !known.has(item.value)
      ? [atValue(root, [...path, index], sentence(item.value, noun, provider, known))]
      : [],
  );
}

function sentence(name: string, noun: string, provider: ProviderId, known: ReadonlySet<string>): string {
  const section = noun === 'region' ? 'regions' : 'machineTypes';
  const hint = didYouMean(name, known);
  const way = hint === '' ? `; add it under '${section}' if it is new` : hint;
  return `${quote(name)} is no ${noun} of ${provider} that is known here${way}`;
}

function keysAt(root: SourceMap, path: Path): readonly string[] {
  const node = nodeAt(root, path);
  return node?.kind === 'map' ? [...node.entries.keys()] : [];
}

function itemsAt(root: SourceMap, path: Path): readonly SourceNode[] {
  const node = nodeAt(root, path);
  return node?.kind === 'list' ? node.items : [];
}

function atKey(root: SourceMap, path: Path, message: string): Finding {
  return { offset: keyOffset(root, path), path, message };
}

function atValue(root: SourceMap, path: Path, message: string): Finding {
  return { offset: valueOffset(root, path), path, message };
}
