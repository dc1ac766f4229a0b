import { cpSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../command-error';

/** Providers and modules that `terraform init` fetched: hundreds of megabytes, so moved and never copied. */
const CACHE = '.terraform';
/** Present while Terraform runs on a local state. */
const RUNNING = '.terraform.tfstate.lock.info';

/**
 * Copies into a new output what Terraform itself wrote into the folders of the stacks: the lock of provider versions,
 * and states that somebody keeps there.
 *
 * @throws CommandError when Terraform is running there, or when a stack that has a state is no longer synthesized: its
 *   resources would go on running with nobody knowing of them.
 */
export function copyTerraformFiles(from: string, to: string): void {
  for (const stack of stacksOf(from)) {
    const folder = join(from, 'stacks', stack);
    const fresh = join(to, 'stacks', stack);
    const names = readdirSync(folder);
    if (names.includes(RUNNING)) {
      throw new CommandError(`Terraform is running in ${folder}; wait until it ends`);
    }
    const states = names.filter((name) => /\.tfstate(\.|$)/.test(name));
    if (!existsSync(fresh)) {
      refuseToDrop(folder, states);
      continue;
    }
    for (const name of [...states, '.terraform.lock.hcl'].filter((name) => names.includes(name))) {
      if (!existsSync(join(fresh, name))) cpSync(join(folder, name), join(fresh, name), { recursive: true });
    }
  }
}

/** Moves the caches of Terraform; one that cannot be moved is fetched again by `terraform init`. */
export function moveTerraformCaches(from: string, to: string): void {
  for (const stack of stacksOf(from)) {
    const target = join(to, 'stacks', stack);
    if (!existsSync(target) || existsSync(join(target, CACHE))) continue;
    try {
      renameSync(join(from, 'stacks', stack, CACHE), join(target, CACHE));
    } catch {
      // absent, or in use: nothing is lost but time
    }
  }
}

/** Names of the stacks in an output, sorted. */
export function stacksOf(output: string): readonly string[] {
  const folder = join(output, 'stacks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function refuseToDrop(folder: string, states: readonly string[]): void {
  const full = states.find((name) => holdsResources(join(folder, name)));
  if (full === undefined) return;
  throw new CommandError(
    `${folder} is no longer part of the request, and its state ${full} still holds resources; run 'terraform destroy' there, or move the state away, then synthesize again`,
  );
}

/** A state that cannot be read counts as full. */
function holdsResources(file: string): boolean {
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const resources = typeof state === 'object' && state !== null && 'resources' in state && state.resources;
    return !Array.isArray(resources) || resources.length > 0;
  } catch {
    return true;
  }
}
