import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findOnPath, findTerraform } from '../terraform/find-terraform';

/** A provider that is there to be used without a download. */
export interface MirroredProvider {
  /** Folder in the layout of a filesystem mirror, `<host>/<namespace>/<type>/…`. */
  readonly mirror: string;
  readonly version: string;
}

/** What it takes to run stacks by the real hashicorp/aws against moto. */
export interface AwsTools {
  readonly terraform: string;
  readonly motoServer: string;
  readonly provider: MirroredProvider;
}

type Environment = Readonly<NodeJS.ProcessEnv>;

/** The folder in which hashicorp/aws lies, when no CLI configuration of Terraform names it. */
export const PLUGINS_VARIABLE = 'KUBEWHERE_TERRAFORM_PLUGINS';
/** Terraform and the provider speak of it as this, whatever the registry that a tool prefers. */
export const AWS_SOURCE = 'registry.terraform.io/hashicorp/aws';

/** All tools, or the name of the first that is missing. */
export function findAwsTools(env: Environment = process.env): AwsTools | string {
  const terraform = findTerraform(env);
  if (terraform === undefined) return 'no terraform or tofu binary on PATH';
  const motoServer = findOnPath('moto_server', env);
  if (motoServer === undefined) return 'no moto_server on PATH';
  const provider = mirrorsOf(env)
    .map(findProvider)
    .find((found) => found !== undefined);
  if (provider === undefined) {
    return `no hashicorp/aws in ${PLUGINS_VARIABLE}, in the filesystem_mirror of Terraform’s CLI configuration or in its plugin folders`;
  }
  return { terraform, motoServer, provider };
}

/** Folders in which a provider may lie: the one that was named, those of the CLI configuration, those that Terraform knows. */
function mirrorsOf(env: Environment): readonly string[] {
  const home = env.HOME ?? homedir();
  const configuration = env.TF_CLI_CONFIG_FILE ?? join(home, '.terraformrc');
  return [
    ...(env[PLUGINS_VARIABLE] === undefined ? [] : [env[PLUGINS_VARIABLE]]),
    ...(existsSync(configuration) ? mirrorsIn(readFileSync(configuration, 'utf8')) : []),
    join(home, '.terraform.d', 'plugins'),
    join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'terraform', 'plugins'),
    '/usr/local/share/terraform/plugins',
    '/usr/share/terraform/plugins',
  ];
}

/** The paths of all `filesystem_mirror` blocks. */
export function mirrorsIn(configuration: string): readonly string[] {
  return [...configuration.matchAll(/filesystem_mirror\s*\{[^}]*?\bpath\s*=\s*"([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
}

/** The newest hashicorp/aws below a mirror, unpacked or packed. */
function findProvider(mirror: string): MirroredProvider | undefined {
  const folder = join(mirror, AWS_SOURCE);
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder)
    .flatMap((name) => /^(?:terraform-provider-aws_)?(\d+\.\d+\.\d+)(?:_.*\.zip)?$/.exec(name)?.[1] ?? [])
    .sort(byVersion);
  const version = versions.at(-1);
  return version === undefined ? undefined : { mirror, version };
}

function byVersion(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.split('.').map(Number));
  const index = [0, 1, 2].find((part) => a?.[part] !== b?.[part]) ?? 0;
  return (a?.[index] ?? 0) - (b?.[index] ?? 0);
}
