import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const NAMES = ['terraform', 'tofu'] as const;

/**
 * The binary that judges the stacks: the one named by `TERRAFORM_BINARY_NAME` (a name or a path), else
 * `terraform`, else `tofu` on the `PATH`. `undefined` when there is none; a name that was asked for and is
 * missing is not replaced by another.
 */
export function findTerraform(env: Readonly<NodeJS.ProcessEnv> = process.env): string | undefined {
  const asked = env.TERRAFORM_BINARY_NAME;
  const names: readonly string[] = asked ? [asked] : NAMES;
  return names.map((name) => findOnPath(name, env)).find((file) => file !== undefined);
}

/** The program of a name on the `PATH`, or the one at a path. */
export function findOnPath(name: string, env: Readonly<NodeJS.ProcessEnv> = process.env): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
