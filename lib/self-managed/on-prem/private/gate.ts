import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { AssetType, Lazy, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../../../values';
import { commandLine, literal, TerraformData } from '../../private/terraform-data';
import type { Bootstrap, Node } from './bootstrap';
import { connectionTo, WORK_DIRECTORY } from './connection';
import { runScript } from './host-steps';

export interface GateProps {
  readonly bootstrap: Bootstrap;
  readonly annotations: Readonly<Record<string, string>>;
  readonly podNetworkManifestPath?: string;
}

/**
 * The last step: settings of the nodes, the pod network, and proof that the cluster works. Runs again when a node is added or
 * a label, taint, annotation or the manifest changes, and disturbs nothing.
 */
export class Gate extends Construct {
  private readonly nodes: Node[];
  private readonly resource: TerraformData;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: GateProps,
  ) {
    super(scope, id);
    const { bootstrap, podNetworkManifestPath } = props;
    this.nodes = [...bootstrap.controlPlanes];
    const config = `${WORK_DIRECTORY}/config/nodes`;
    const manifest =
      podNetworkManifestPath === undefined ? undefined : this.defineManifest(podNetworkManifestPath);
    const [first] = bootstrap.controlPlanes;
    if (first === undefined) throw new ValidationError(`'controlPlane.hosts' is empty`, this);
    const file = `${WORK_DIRECTORY}/config/pod-network.yaml`;
    this.resource = new TerraformData(this, 'Resource', {
      connection: connectionTo(first.host, bootstrap.ssh),
      triggersReplace: {
        names: Lazy.stringValue({ produce: () => literal(this.renderNames()) }),
        nodes: Lazy.stringValue({ produce: () => literal(this.renderNodes()) }),
        taints: Lazy.stringValue({ produce: () => literal(this.renderTaints()) }),
        ...(manifest === undefined ? {} : { pod_network: manifest.hash }),
      },
      provisioners: [
        { type: 'remote-exec', inline: ['set -eu', commandLine('install', '-d', '-m', '0700', config)] },
        { type: 'file', content: '${self.triggers_replace.names}', destination: `${config}/nodes` },
        { type: 'file', content: '${self.triggers_replace.nodes}', destination: `${config}/nodes.json` },
        { type: 'file', content: '${self.triggers_replace.taints}', destination: `${config}/taints` },
        ...(manifest === undefined
          ? []
          : [{ type: 'file' as const, source: manifest.source, destination: file }]),
        runScript(bootstrap, 'gate.sh', config, manifest === undefined ? 'none' : file),
      ],
    });
  }

  public add(joined: TerraformData, node?: Node): void {
    if (node !== undefined) this.nodes.push(node);
    this.resource.after(joined);
  }

  private defineManifest(path: string): { readonly hash: string; readonly source: string } {
    if (!existsSync(path)) {
      throw new ValidationError(
        `'podNetworkManifestPath' (${path}) does not exist; give the path of a manifest file`,
        this,
      );
    }
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
    const asset = new TerraformAsset(this, 'PodNetwork', { path, type: AssetType.FILE, assetHash: hash });
    return { hash, source: `\${path.module}/${asset.path}` };
  }

  private sorted(): readonly Node[] {
    return [...this.nodes].sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  private renderNames(): string {
    return this.sorted()
      .map(({ name }) => `${name}\n`)
      .join('');
  }

  /** Node objects with labels and annotations and nothing else, for a server-side apply. */
  private renderNodes(): string {
    const annotations = sortKeys(this.props.annotations);
    const items = this.sorted().map(({ name, labels }) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels: sortKeys(labels), annotations },
    }));
    return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items })}\n`;
  }

  private renderTaints(): string {
    return this.sorted()
      .flatMap(({ name, taints }) =>
        taints.map(
          ({ key, value, effect }) => `${name} ${key}${value === undefined ? '' : `=${value}`}:${effect}\n`,
        ),
      )
      .sort()
      .join('');
  }
}

function sortKeys(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}
