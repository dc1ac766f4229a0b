import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { findTerraform } from './find-terraform';
import { readStack, STACK_FILE } from './private/stack-usage';
import { parsePlan, type TerraformPlan } from './terraform-plan';

const PLAN_FILE = 'harness.tfplan';
const BACKEND_FILE = 'harness_override.tf.json';

/** A value of a Terraform variable. */
export type VariableValue =
  | string
  | number
  | boolean
  | readonly VariableValue[]
  | { readonly [key: string]: VariableValue };

/** Variables by name. They reach Terraform through the environment, so no value shows up in a process list. */
export interface Variables {
  readonly [name: string]: VariableValue;
}

export interface WorkspaceOptions {
  /** Environment for Terraform, usually `providers.env`. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Folder that holds the copies of several stacks side by side, for stacks that read each other's state by a
   * relative path. The caller removes it.
   *
   * @default - a temporary folder of its own, removed by `close()`
   */
  readonly root?: string;
  /** @default - what `findTerraform()` finds */
  readonly binary?: string;
}

export interface PlanOptions {
  /** Plan the destruction of everything. @default false */
  readonly destroy?: boolean;
  /** @default - none */
  readonly vars?: Variables;
}

interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
}

/**
 * A copy of a synthesized stack in which Terraform runs, with its own state and data folder. The original is
 * never touched. A backend that is not a local file below the copy (`s3`, `gcs`, an absolute path) is
 * replaced by a local one, which Terraform reads from an override file.
 *
 * Every method rejects with Terraform's own error text when the exit code is not the expected one.
 */
export class TerraformWorkspace {
  /**
   * @param stack - a folder with a `cdk.tf.json`, or JSON as `Testing.synth(stack)` returns it
   * @throws Error when no binary is found.
   */
  public static open(stack: string, options: WorkspaceOptions = {}): TerraformWorkspace {
    const binary = options.binary ?? findTerraform();
    if (binary === undefined) throw new Error('no terraform or tofu binary on PATH');
    const root = options.root ?? mkdtempSync(join(tmpdir(), 'terraform-workspace-'));
    const name = isJson(stack) ? 'stack' : basename(stack);
    // CDKTF's own depth: a backend path such as ../../terraform.x.tfstate stays below the root
    const workspace = new TerraformWorkspace(binary, root, join(root, 'stacks', name), options);
    workspace.use(stack);
    return workspace;
  }

  private constructor(
    private readonly binary: string,
    private readonly root: string,
    /** Where Terraform runs. */
    public readonly directory: string,
    private readonly options: WorkspaceOptions,
  ) {}

  /** Puts another version of the stack in place and keeps the state: the next plan shows the difference. */
  public use(stack: string): void {
    const backend = readStack(stack).terraform?.backend;
    mkdirSync(this.directory, { recursive: true });
    if (isJson(stack)) writeFileSync(join(this.directory, STACK_FILE), stack);
    else cpSync(stack, this.directory, { recursive: true });
    const path = backend?.local?.path;
    if (typeof path !== 'string' || isAbsolute(path)) {
      const override = { terraform: { backend: { local: { path: 'terraform.tfstate' } } } };
      writeFileSync(join(this.directory, BACKEND_FILE), JSON.stringify(override));
    } else {
      rmSync(join(this.directory, BACKEND_FILE), { force: true });
    }
  }

  public async init(): Promise<void> {
    await this.run(['init', '-input=false', '-no-color']);
  }

  public async validate(): Promise<void> {
    await this.run(['validate', '-no-color']);
  }

  public async plan({ destroy = false, vars = {} }: PlanOptions = {}): Promise<TerraformPlan> {
    const { exitCode } = await this.run(
      [
        'plan',
        '-input=false',
        '-no-color',
        '-detailed-exitcode',
        `-out=${PLAN_FILE}`,
        ...(destroy ? ['-destroy'] : []),
      ],
      vars,
      [0, 2],
    );
    if (exitCode === 0) return { changes: [], outputChanges: [], exitCode };
    const { stdout } = await this.run(['show', '-json', PLAN_FILE]);
    return parsePlan(stdout, exitCode);
  }

  public async apply(vars: Variables = {}): Promise<void> {
    await this.run(['apply', '-input=false', '-no-color', '-auto-approve'], vars);
  }

  /** Applies exactly what the last `plan()` found, variables included, as a pipeline with a review does. */
  public async applyPlan(): Promise<void> {
    await this.run(['apply', '-input=false', '-no-color', PLAN_FILE]);
  }

  public async destroy(vars: Variables = {}): Promise<void> {
    await this.run(['destroy', '-input=false', '-no-color', '-auto-approve'], vars);
  }

  /** The outputs of the last apply, sensitive ones too. */
  public async output(): Promise<Readonly<Record<string, unknown>>> {
    const { stdout } = await this.run(['output', '-json', '-no-color']);
    const outputs = JSON.parse(stdout) as Readonly<Record<string, { readonly value: unknown }>>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Addresses of everything in the state, data sources too, sorted. */
  public async addresses(): Promise<readonly string[]> {
    const { stdout } = await this.run(['state', 'list']);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .sort();
  }

  /** Removes the copy. What exists in the simulated cloud stays. */
  public close(): void {
    rmSync(this.options.root === undefined ? this.root : this.directory, { recursive: true, force: true });
  }

  // never synchronous: the simulated providers answer from this very process
  private run(
    args: readonly string[],
    vars: Variables = {},
    expected: readonly number[] = [0],
  ): Promise<Finished> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.binary, args, {
        cwd: this.directory,
        env: this.environment(vars),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const output = { stdout: '', stderr: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output.stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        output.stderr += text;
      });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        if (code !== null && expected.includes(code)) resolve({ exitCode: code, stdout: output.stdout });
        else reject(new Error(failure(args, code ?? signal, output)));
      });
    });
  }

  // a closed list: credentials and settings of the person who runs the tests must not change a result
  private environment(vars: Variables): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: this.root,
      TMPDIR: tmpdir(),
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: '/dev/null',
      TF_DATA_DIR: join(this.root, 'data', basename(this.directory)),
      TF_IN_AUTOMATION: '1',
      ...this.options.env,
      ...Object.fromEntries(
        Object.entries(vars).map(([name, value]) => [
          `TF_VAR_${name}`,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
    };
  }
}

function isJson(stack: string): boolean {
  return stack.trimStart().startsWith('{');
}

function failure(
  args: readonly string[],
  code: number | string | null,
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
): string {
  const text = stderr.trim() === '' ? stdout.trim() : stderr.trim();
  return `terraform ${args[0] ?? ''} ended with ${code}:\n${text}`;
}
