import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TerraformWorkspace } from '../terraform/terraform-workspace';
import { AWS_SOURCE, type AwsTools } from './find-aws-tools';
import { type FittedStack, fitStack, type ServedSchemas } from './fit-stack';
import { type Inventory, takeInventory } from './inventory';
import { MotoProxy } from './moto-proxy';
import { MotoServer } from './moto-server';

/** The schema of all of hashicorp/aws is some 14 MB of JSON. */
const LONGEST_OUTPUT = 64 * 1024 * 1024;

/** moto with the proxy before it, and Terraform with the real provider pointed at both. Nothing leaves the machine. */
export class MotoCloud {
  public static async start(tools: AwsTools): Promise<MotoCloud> {
    const scratch = mkdtempSync(join(tmpdir(), 'moto-cloud-'));
    const configuration = join(scratch, 'terraform.rc');
    writeFileSync(
      configuration,
      `provider_installation { filesystem_mirror { path = ${JSON.stringify(tools.provider.mirror)} } }\n`,
    );
    const moto = await MotoServer.start(tools.motoServer);
    try {
      const proxy = await MotoProxy.start(moto.url);
      const [schemas] = await Promise.all([
        readSchemas(tools, scratch, configuration),
        // it reads AWS's policies with the first question, which takes seconds
        takeInventory(proxy.url),
      ]);
      return new MotoCloud(tools, scratch, configuration, moto, proxy, schemas);
    } catch (error) {
      await moto.stop();
      throw error;
    }
  }

  private constructor(
    private readonly tools: AwsTools,
    private readonly scratch: string,
    private readonly configuration: string,
    private readonly moto: MotoServer,
    private readonly proxy: MotoProxy,
    private readonly schemas: ServedSchemas,
  ) {}

  /** Calls that neither moto nor the proxy could answer. */
  public get unanswered(): readonly string[] {
    return this.proxy.unanswered;
  }

  /** The stack as the provider that is there can take it. */
  public fit(stack: string): FittedStack {
    return fitStack(stack, this.schemas, {
      version: this.tools.provider.version,
      endpoint: this.proxy.url,
    });
  }

  /** A folder for a stack that was fitted. */
  public open(fitted: string): TerraformWorkspace {
    return TerraformWorkspace.open(fitted, {
      binary: this.tools.terraform,
      env: {
        TF_CLI_CONFIG_FILE: this.configuration,
        // the machine waits for the waits of the provider, and hardly computes
        TF_CLI_ARGS_apply: '-parallelism=40',
        // what is there was read a moment ago, by the second plan
        TF_CLI_ARGS_destroy: '-parallelism=40 -refresh=false',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
  }

  /** What moto and the proxy before it hold now. */
  public holds(): Promise<Inventory> {
    return takeInventory(this.proxy.url);
  }

  public async stop(): Promise<void> {
    this.proxy.stop();
    await this.moto.stop();
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

/** What the provider has, in its own words. */
async function readSchemas(
  { terraform, provider }: AwsTools,
  scratch: string,
  configuration: string,
): Promise<ServedSchemas> {
  const required = { aws: { source: AWS_SOURCE, version: provider.version } };
  writeFileSync(
    join(scratch, 'main.tf.json'),
    JSON.stringify({ terraform: { required_providers: required } }),
  );
  const run = (...args: readonly string[]) =>
    promisify(execFile)(terraform, args, {
      cwd: scratch,
      maxBuffer: LONGEST_OUTPUT,
      env: {
        PATH: process.env.PATH,
        HOME: scratch,
        TF_CLI_CONFIG_FILE: configuration,
        CHECKPOINT_DISABLE: '1',
      },
    });
  await run('init', '-input=false', '-no-color');
  const { stdout } = await run('providers', 'schema', '-json');
  const read = JSON.parse(stdout) as { readonly provider_schemas: Readonly<Record<string, ServedSchemas>> };
  const [schemas] = Object.values(read.provider_schemas);
  if (schemas === undefined) throw new Error('the provider serves no schema');
  return schemas;
}
