import { App, TerraformStack, Testing } from 'cdktf';
import type { Backend } from '../../lib/decision/request/types';
import { defineBackend } from '../../lib/fleet';

function terraformBlockOf(backend: Backend): Record<string, unknown> {
  const stack = new TerraformStack(new App({ outdir: Testing.app().outdir }), 'payments-api-cluster');
  defineBackend(stack, backend);
  const { required_providers: _, ...terraform } = JSON.parse(Testing.synth(stack)).terraform;
  return terraform;
}

describe('defineBackend', () => {
  it('keeps local state beside the output folder and not in it', () => {
    expect(terraformBlockOf({ type: 'local' })).toEqual({
      backend: { local: { path: '../../../terraform.payments-api-cluster.tfstate' } },
    });
  });

  it('encrypts state in S3 and locks it there', () => {
    expect(
      terraformBlockOf({
        type: 's3',
        bucket: 'acme-state',
        region: 'eu-central-1',
        prefix: 'prod/',
        kmsKeyId: 'alias/state',
      }),
    ).toEqual({
      backend: {
        s3: {
          bucket: 'acme-state',
          encrypt: true,
          key: 'prod/payments-api-cluster.tfstate',
          kms_key_id: 'alias/state',
          region: 'eu-central-1',
          use_lockfile: true,
        },
      },
    });
  });

  it('gives each stack a folder in a GCS bucket', () => {
    expect(terraformBlockOf({ type: 'gcs', bucket: 'acme-state', prefix: 'prod/' })).toEqual({
      backend: { gcs: { bucket: 'acme-state', prefix: 'prod/payments-api-cluster' } },
    });
  });

  it('gives each stack an address of its own below an HTTP backend, whatever slashes it ends in', () => {
    expect(terraformBlockOf({ type: 'http', address: 'https://state.example.com/kubewhere//' })).toEqual({
      backend: {
        http: {
          address: 'https://state.example.com/kubewhere/payments-api-cluster',
          lock_address: 'https://state.example.com/kubewhere/payments-api-cluster/lock',
          unlock_address: 'https://state.example.com/kubewhere/payments-api-cluster/lock',
        },
      },
    });
  });

  it('names a workspace of HCP Terraform for each stack', () => {
    expect(terraformBlockOf({ type: 'cloud', organization: 'acme', workspacePrefix: 'prod-' })).toEqual({
      cloud: { organization: 'acme', workspaces: { name: 'prod-payments-api-cluster' } },
    });
    expect(
      terraformBlockOf({
        type: 'cloud',
        organization: 'acme',
        hostname: 'tfe.example.com',
        workspacePrefix: '',
      }),
    ).toEqual({
      cloud: {
        hostname: 'tfe.example.com',
        organization: 'acme',
        workspaces: { name: 'payments-api-cluster' },
      },
    });
  });
});
