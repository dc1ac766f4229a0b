import type { Command } from 'commander';
import type { Catalog, ProviderId, Region } from '../../catalog/types';
import { CommandError } from '../command-error';
import type { CommandContext } from '../context';
import { EXIT } from '../exit-codes';
import { loadCatalog } from '../load-catalog';
import { mustBeOneOf, nearest } from '../suggest';
import type { CatalogView } from './catalog-views';

const PROVIDERS = ['aws', 'gcp', 'azure'] as const satisfies readonly ProviderId[];

interface ShowFlags {
  readonly overlay: readonly string[];
  readonly type?: string;
  readonly json?: boolean;
}

/** `kubewhere catalog show`: what a decision draws on, figure by figure. */
export function addShowCommand(parent: Command, context: CommandContext): void {
  parent
    .command('show')
    .description('show the facts: counts and sources, the regions of a provider, or one region')
    .argument('[place]', "'aws', 'gcp' or 'azure', with a region behind a slash: aws/eu-central-1")
    .option('--overlay <file>', 'put this file over the facts first; may be repeated', collect, [])
    .option('--type <name>', 'where this machine type has a price, the cheapest first')
    .option('--json', 'print JSON, money in millionths of a dollar')
    .addHelpText(
      'after',
      `
Examples:
  kubewhere catalog show
  kubewhere catalog show aws/eu-central-1 --overlay prices.yaml
  kubewhere catalog show --type m7i.large
  kubewhere catalog show gcp/europe-west3 --json | jq '.rates'`,
    )
    .action((place: string | undefined, flags: ShowFlags) => runShow(place, flags, context));
}

/** Repeatable option. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function runShow(place: string | undefined, flags: ShowFlags, context: CommandContext): Promise<void> {
  const { io, tools } = context;
  const catalog = await loadCatalog({ overlays: flags.overlay, relativeTo: '.' }, io, tools);
  const { json, lines } = viewOf(catalog, place, flags.type);
  io.stdout.write(flags.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join('\n')}\n`);
  context.finish(EXIT.ok);
}

function viewOf(catalog: Catalog, place: string | undefined, type: string | undefined): CatalogView {
  // what renders is loaded when something is shown: the help of any command passes through here
  const {
    overviewOf,
    regionsOf,
    regionView,
    typeView,
  }: typeof import('./catalog-views') = require('./catalog-views');
  const [name, region] = splitPlace(place);
  const provider = name === undefined ? undefined : providerOf(name);
  if (type !== undefined) return typeView(catalog, knownType(catalog, type, provider), provider);
  if (provider === undefined) return overviewOf(catalog);
  return region === undefined
    ? regionsOf(catalog, provider)
    : regionView(catalog, knownRegion(catalog, provider, region));
}

function splitPlace(place: string | undefined): readonly [string | undefined, string | undefined] {
  if (place === undefined) return [undefined, undefined];
  const slash = place.indexOf('/');
  return slash < 0 ? [place, undefined] : [place.slice(0, slash), place.slice(slash + 1)];
}

function providerOf(name: string): ProviderId {
  const provider = PROVIDERS.find((id) => id === name);
  if (provider === undefined) throw new CommandError(`the provider ${mustBeOneOf(name, PROVIDERS)}`);
  return provider;
}

function knownRegion(catalog: Catalog, provider: ProviderId, id: string): Region {
  const regions = catalog.regions.filter((region) => region.provider === provider);
  const region = regions.find((candidate) => candidate.id === id);
  if (region !== undefined) return region;
  const ids = regions.map((candidate) => candidate.id);
  throw new CommandError(
    `'${id}' is no region of ${provider} that is known here${hint(id, ids)}; 'kubewhere catalog show ${provider}' lists them`,
  );
}

function knownType(catalog: Catalog, type: string, provider: ProviderId | undefined): string {
  const types = catalog.machineTypes
    .filter((machine) => provider === undefined || machine.provider === provider)
    .map((machine) => machine.type);
  if (types.includes(type)) return type;
  throw new CommandError(`'${type}' is no machine type that is known here${hint(type, types)}`);
}

function hint(found: string, allowed: readonly string[]): string {
  const suggestion = nearest(found, allowed);
  return suggestion === undefined ? '' : `; did you mean '${suggestion}'?`;
}
