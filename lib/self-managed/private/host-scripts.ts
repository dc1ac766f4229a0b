import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';

const FOLDER = join(__dirname, '..', 'scripts', 'host');

/**
 * The steps that run on the hosts, as files beside the synthesized JSON. Files and not inline commands: Terraform reads
 * `${…}` in inline text as its own, and leaves the text of a failed inline script readable on the host.
 */
export class HostScripts extends Construct {
  /** Changes with any byte of any script, and with nothing else. */
  public readonly revision: string;
  /** For a `file` provisioner; the slash at its end uploads what is inside. */
  public readonly source: string;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const hash = createHash('sha256');
    for (const name of readdirSync(FOLDER).sort())
      hash.update(`${name}\0`).update(readFileSync(join(FOLDER, name)));
    this.revision = hash.digest('hex').slice(0, 16);
    const asset = new TerraformAsset(this, 'Files', {
      path: FOLDER,
      type: AssetType.DIRECTORY,
      assetHash: this.revision,
    });
    this.source = `\${path.module}/${asset.path.replace(/\/$/, '')}/`;
  }
}
