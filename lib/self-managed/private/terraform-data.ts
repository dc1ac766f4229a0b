import { TerraformResource, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';

/** An SSH connection as Terraform reads it. `host_key` is not optional: without it Terraform talks to any machine that answers. */
export interface SshConnection {
  readonly type: 'ssh';
  readonly host: string;
  readonly user: string;
  readonly port?: string | number;
  readonly host_key: string;
  readonly private_key?: string;
  readonly agent: boolean;
  readonly timeout: string;
  readonly script_path?: string;
  readonly bastion_host?: string;
  readonly bastion_user?: string;
  readonly bastion_port?: string | number;
  readonly bastion_host_key?: string;
  readonly bastion_private_key?: string;
}

interface ProvisionerBase {
  /** @default - the connection of the resource */
  readonly connection?: SshConnection;
  /** @default - when the resource is created */
  readonly when?: 'destroy';
  /** @default - the step fails */
  readonly on_failure?: 'continue';
}

/** Uploads a file or directory of the machine that runs Terraform (`source`), or text (`content`, itself a Terraform template). */
export type FileUpload = ProvisionerBase & { readonly type: 'file'; readonly destination: string } & (
    | { readonly source: string; readonly content?: undefined }
    | { readonly content: string; readonly source?: undefined }
  );

/** Lines of a POSIX shell. Without `set -e` in the first one a failing line goes unnoticed. */
export type RemoteCommand = ProvisionerBase & {
  readonly type: 'remote-exec';
  readonly inline: readonly string[];
};

export interface TerraformDataProps {
  readonly after?: readonly TerraformData[];
  readonly connection?: SshConnection;
  /** Replacing runs the provisioners again, destroy provisioners included: never give both to one resource. */
  readonly triggersReplace?: unknown;
  readonly input?: unknown;
  /** A map; may be lazy. Terraform notices a key that left, and only so runs the destroy provisioners of what was removed. */
  readonly forEach?: unknown;
  readonly lifecycle?: TerraformResourceLifecycle;
  readonly provisioners?: readonly (FileUpload | RemoteCommand)[];
}

/**
 * Terraform's built-in `terraform_data`, which needs no provider.
 *
 * The engine has a class of its own for it. That one runs `terraform version` once per resource at synthesis, throws where no
 * binary is found, and lacks `when` and `on_failure`.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/terraform-data
 */
export class TerraformData extends TerraformResource {
  private readonly predecessors = new Map<string, TerraformData>();
  private readonly attributes: { readonly [name: string]: unknown };

  public constructor(scope: Construct, id: string, props: TerraformDataProps = {}) {
    super(scope, id, { terraformResourceType: 'terraform_data', lifecycle: props.lifecycle });
    this.attributes = {
      for_each: props.forEach,
      input: props.input,
      triggers_replace: props.triggersReplace,
      connection: props.connection,
    };
    if (props.provisioners !== undefined) {
      // the engine's types know neither 'when' nor 'on_failure'; its renderer passes every member on
      this.provisioners = props.provisioners as unknown as typeof this.provisioners;
    }
    this.after(...(props.after ?? []));
  }

  /** Orders this resource after others. Sorted by path, so that the order of calls leaves no trace in the output. */
  public after(...resources: readonly TerraformData[]): void {
    for (const resource of resources) this.predecessors.set(resource.node.path, resource);
    if (this.predecessors.size > 0) {
      this.dependsOn = [...this.predecessors.keys()]
        .sort()
        .map((path) => `terraform_data.${this.predecessors.get(path)?.friendlyUniqueId}`);
    }
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    const present = Object.entries(this.attributes).filter(([, value]) => value !== undefined);
    return Object.fromEntries(present);
  }

  public override get terraformMetaArguments(): { [name: string]: unknown } {
    const { connection: _, forEach: __, ...others } = super.terraformMetaArguments;
    return others;
  }
}

/**
 * Makes text safe for a Terraform string: `${` and `%{` are taken literally, while tokens of the engine stay tokens.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export function literal(text: string): string {
  return text.replace(/\$\{(?!TfToken\[)/g, '$$$${').replace(/%\{/g, '%%{');
}

/** One command line of a POSIX shell, each word quoted. Words may hold tokens; their values must not hold a single quote. */
export function commandLine(...words: readonly string[]): string {
  return words
    .map((word) => (/^[A-Za-z0-9_./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
