import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAwsTools, mirrorsIn, skippedMotoTier } from '../support/aws';

describe('the tools of the tier aws-moto', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'aws-tools-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const program = (name: string) => {
    mkdirSync(join(root, 'bin'), { recursive: true });
    const file = join(root, 'bin', name);
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    return file;
  };
  const provider = (mirror: string, ...versions: readonly string[]) => {
    const folder = join(root, mirror, 'registry.terraform.io/hashicorp/aws');
    for (const version of versions) mkdirSync(join(folder, version), { recursive: true });
  };
  const env = (more: Readonly<Record<string, string>> = {}) => ({
    PATH: join(root, 'bin'),
    HOME: root,
    ...more,
  });

  test('are missed by name, one after the other', () => {
    expect(findAwsTools(env())).toBe('no terraform or tofu binary on PATH');
    program('terraform');
    expect(findAwsTools(env())).toBe('no moto_server on PATH');
    program('moto_server');
    const missing = findAwsTools(env({ XDG_DATA_HOME: root, TF_CLI_CONFIG_FILE: join(root, 'none') }));
    expect(missing).toBe(
      'no hashicorp/aws in KUBEWHERE_TERRAFORM_PLUGINS, in the filesystem_mirror of Terraform’s CLI configuration or in its plugin folders',
    );
    expect(skippedMotoTier(String(missing))).toMatch(/^SKIPPED TIER aws-moto: no hashicorp\/aws in /);
  });

  test('are the newest provider of the folder that is named, else of the configuration’s mirror, else of the home folder', () => {
    const tools = { terraform: program('terraform'), motoServer: program('moto_server') };
    provider('.terraform.d/plugins', '5.1.0');
    const found = (mirror: string, version: string) => ({
      ...tools,
      provider: { mirror: join(root, mirror), version },
    });
    expect(findAwsTools(env())).toEqual(found('.terraform.d/plugins', '5.1.0'));
    provider('mirror', '5.100.0', '5.9.0');
    const configuration = join(root, 'rc');
    writeFileSync(configuration, `provider_installation { filesystem_mirror { path = "${root}/mirror" } }`);
    const configured = { TF_CLI_CONFIG_FILE: configuration };
    expect(findAwsTools(env(configured))).toEqual(found('mirror', '5.100.0'));
    provider('named', '6.25.0');
    const named = { ...configured, KUBEWHERE_TERRAFORM_PLUGINS: join(root, 'named') };
    expect(findAwsTools(env(named))).toEqual(found('named', '6.25.0'));
  });

  test('read every mirror of a configuration', () => {
    const text = `provider_installation {
      filesystem_mirror {
        include = ["registry.terraform.io/*/*"]
        path    = "one"
      }
      filesystem_mirror { path = "two" }
      direct {}
    }`;
    expect(mirrorsIn(text)).toEqual(['one', 'two']);
  });
});
