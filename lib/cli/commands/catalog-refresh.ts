import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Catalog } from '../../catalog/types';
import { choiceOption } from '../arguments';
import { CommandError } from '../command-error';
import type { CommandContext } from '../context';
import { EXIT } from '../exit-codes';
import { writeFileAside } from '../output/write-aside';
import { readText } from '../read-text';
import { nearest } from '../suggest';
import { collect } from './catalog-show';

interface RefreshFlags {
  readonly provider: 'aws' | 'gcp';
  readonly region: readonly string[];
  readonly type: readonly string[];
  readonly out: string;
  readonly endpoint?: string;
}

const PROVIDERS = ['aws', 'gcp'];

/** `kubewhere catalog refresh`: the only command that uses the network. Writes an overlay of list prices. */
export function addRefreshCommand(parent: Command, context: CommandContext): void {
  parent
    .command('refresh')
    .description("read a provider's list prices and write them as an overlay file (uses the network)")
    .addOption(choiceOption('--provider <id>', "'aws' or 'gcp'", () => PROVIDERS).makeOptionMandatory())
    .requiredOption('--out <file>', 'file to write; an earlier overlay in it is replaced')
    .option(
      '--region <id>',
      'only this region; may be repeated (default: all but restricted ones)',
      collect,
      [],
    )
    .option(
      '--type <name>',
      'only this machine type; may be repeated (default: all of the catalogue)',
      collect,
      [],
    )
    .option('--endpoint <url>', 'address of a proxy of the service')
    .addHelpText(
      'after',
      `
Needs the client of the provider: npm install @aws-sdk/client-pricing, or @google-cloud/billing. AWS takes the credentials of
its environment and profiles (permission pricing:GetProducts); Google takes the API key in GOOGLE_API_KEY, or Application
Default Credentials. Figures carry the date that the price list gives them. Nothing is written unless everything was read.

Examples:
  kubewhere catalog refresh --provider aws --out aws-prices.yaml
  kubewhere catalog refresh --provider gcp --region europe-west3 --type e2-standard-4 --out gcp-prices.yaml
  kubewhere catalog check --overlay aws-prices.yaml --on today
  kubewhere decide payments.yaml --overlay aws-prices.yaml`,
    )
    .action((flags: RefreshFlags) => runRefresh(flags, context));
}

async function runRefresh(flags: RefreshFlags, context: CommandContext): Promise<void> {
  const { io, tools } = context;
  const { provider, region: regions, type: types, out, endpoint } = flags;
  const catalog = tools.catalog();
  refuseUnknown(catalog, provider, regions, types);
  refuseEndpoint(endpoint);
  await refuseForeign(out, context);
  const { overlay, summary, notes } = await refreshed(
    { provider, catalog, regions, types, endpoint, env: io.env },
    context,
  );
  await writeFileAside(resolve(io.cwd, out), overlay, io);
  for (const note of notes) io.stderr.write(`note: ${note}\n`);
  io.stderr.write(`${summary}\n`);
  io.stdout.write(`${out}\n`);
  context.finish(EXIT.ok);
}

async function refreshed(
  options: import('../../refresh').RefreshOptions,
  { tools }: CommandContext,
): Promise<import('../../refresh').Refreshed> {
  try {
    return await tools.refreshPrices(options);
  } catch (error) {
    // known by name: loading the class to compare would load what it comes from
    if (error instanceof Error && error.name === 'RefreshError') {
      throw new CommandError(`${error.message}; nothing was written`);
    }
    throw error;
  }
}

function refuseUnknown(
  catalog: Catalog,
  provider: string,
  regions: readonly string[],
  types: readonly string[],
): void {
  const knownRegions = catalog.regions.filter((region) => region.provider === provider).map(({ id }) => id);
  const knownTypes = catalog.machineTypes
    .filter((machine) => machine.provider === provider)
    .map(({ type }) => type);
  refuseOther('--region', 'region', provider, regions, knownRegions);
  refuseOther('--type', 'machine type', provider, types, knownTypes);
}

function refuseOther(
  flag: string,
  noun: string,
  provider: string,
  asked: readonly string[],
  known: readonly string[],
): void {
  const wrong = asked.find((name) => !known.includes(name));
  if (wrong === undefined) return;
  const suggestion = nearest(wrong, known);
  const hint = suggestion === undefined ? '' : `; did you mean '${suggestion}'?`;
  throw new CommandError(
    `'${flag}' must be a ${noun} of ${provider} that is known here; found '${wrong}'${hint}`,
  );
}

function refuseEndpoint(endpoint: string | undefined): void {
  if (endpoint === undefined || (URL.canParse(endpoint) && /^https?:/.test(endpoint))) return;
  throw new CommandError(
    `'--endpoint' must be an address such as 'https://proxy.example'; found '${endpoint}'`,
  );
}

/** A slip in the name of the file must not cost another one. */
async function refuseForeign(out: string, { io }: CommandContext): Promise<void> {
  if (out === '-' || out === '') throw new CommandError("'--out' must be the name of a file");
  if (!existsSync(resolve(io.cwd, out))) return;
  const text = await readText(out, io, 'overlay');
  if (text.trim() === '' || /^\s*"?apiVersion"?:\s*"?kubewhere\/overlay\/v1/m.test(text)) return;
  throw new CommandError(`'--out' (${out}) holds something else than an overlay; choose another file`);
}
