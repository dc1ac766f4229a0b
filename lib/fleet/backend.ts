import {
  GcsBackend,
  HttpBackend,
  LocalBackend,
  S3Backend,
  TerraformBackend,
  type TerraformRemoteState,
  type TerraformStack,
} from 'cdktf';
import type { Construct } from 'constructs';
import type { Backend } from '../decision/request/types';
import { ValidationError } from '../values';

/**
 * Defines where Terraform keeps the state of one stack. Every stack gets an explicit backend, because without one the
 * engine writes an absolute path of the machine that synthesizes into the output.
 *
 * What the names come to, for a stack `payments-api-cluster`:
 *
 * | backend | place of the state |
 * |---|---|
 * | local | `terraform.payments-api-cluster.tfstate` beside the output folder, so that a new synthesis never touches it |
 * | s3 | `<prefix>payments-api-cluster.tfstate`, encrypted, locked by S3 itself (Terraform 1.10 or newer) |
 * | gcs | the folder `<prefix>payments-api-cluster` |
 * | http | `<address>/payments-api-cluster`, locked at `<address>/payments-api-cluster/lock` |
 * | cloud | the workspace `<workspacePrefix>payments-api-cluster` of HCP Terraform |
 *
 * @see https://developer.hashicorp.com/terraform/language/backend
 */
export function defineBackend(stack: TerraformStack, backend: Backend): TerraformBackend {
  const name = stack.node.id;
  switch (backend.type) {
    case 'local':
      // Terraform runs in <out>/stacks/<name>; three levels up is the folder that holds <out>.
      return new LocalBackend(stack, { path: `../../../terraform.${name}.tfstate` });
    case 's3': {
      const s3 = new S3Backend(stack, {
        bucket: backend.bucket,
        key: `${backend.prefix}${name}.tfstate`,
        region: backend.region,
        encrypt: true,
        ...(backend.kmsKeyId === undefined ? {} : { kmsKeyId: backend.kmsKeyId }),
      });
      // the engine is older than Terraform's own S3 locking and has no prop for it
      s3.addOverride('use_lockfile', true);
      return s3;
    }
    case 'gcs':
      return new GcsBackend(stack, { bucket: backend.bucket, prefix: `${backend.prefix}${name}` });
    case 'http': {
      const address = `${backend.address.replace(/\/+$/, '')}/${name}`;
      return new HttpBackend(stack, {
        address,
        lockAddress: `${address}/lock`,
        unlockAddress: `${address}/lock`,
      });
    }
    case 'cloud':
      return new HcpTerraformBackend(stack, backend);
  }
}

/**
 * The `cloud` block of HCP Terraform or Terraform Enterprise, one workspace per stack.
 *
 * The engine's own `CloudBackend` runs `terraform version` while it synthesizes and fails where there is no Terraform; this
 * one writes the same block and runs nothing.
 */
class HcpTerraformBackend extends TerraformBackend {
  public constructor(
    stack: TerraformStack,
    private readonly settings: Extract<Backend, { type: 'cloud' }>,
  ) {
    super(stack, 'backend', 'cloud');
  }

  public override toTerraform(): Record<string, unknown> {
    const { organization, hostname, workspacePrefix } = this.settings;
    return {
      terraform: {
        cloud: {
          organization,
          ...(hostname === undefined ? {} : { hostname }),
          workspaces: { name: `${workspacePrefix}${this.node.scope?.node.id ?? ''}` },
        },
      },
    };
  }

  public getRemoteStateDataSource(_scope: Construct, _name: string, fromStack: string): TerraformRemoteState {
    throw new ValidationError(
      `stack '${fromStack}' keeps its state in HCP Terraform; read it with a tfe_outputs data source instead of a cross-stack reference`,
      this,
    );
  }
}
