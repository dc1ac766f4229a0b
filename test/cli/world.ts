import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { embeddedCatalog } from '../../lib/catalog';
import type { InterruptSignal, Io } from '../../lib/cli/io';
import { main } from '../../lib/cli/main';
import { libraryTools, type Tools } from '../../lib/cli/tools';

const EMBEDDED = embeddedCatalog();
const REGIONS = ['eu-central-1', 'eu-north-1', 'us-east-1', 'europe-west3', 'europe-north2', 'us-central1'];

/** The embedded catalogue with six of its regions, so that a decision takes milliseconds. */
const FEW_REGIONS = { ...EMBEDDED, regions: EMBEDDED.regions.filter(({ id }) => REGIONS.includes(id)) };

/** A folder, streams and signals of its own for one test. */
export class World {
  public readonly cwd = realpathSync(mkdtempSync(join(tmpdir(), 'kubewhere-cli-')));
  public readonly env: Record<string, string | undefined> = {};
  public stdin: readonly Uint8Array[] = [];
  public stdinIsTTY = false;
  public stdout = '';
  public stderr = '';
  public isTTY = false;
  public columns: number | undefined;
  private readonly listeners = new Set<(signal: InterruptSignal) => void>();

  public async run(argv: readonly string[], tools: Partial<Tools> = {}): Promise<number> {
    this.stdout = '';
    this.stderr = '';
    return main(argv, this.io(), { ...libraryTools(), catalog: () => FEW_REGIONS, ...tools });
  }

  public interrupt(signal: InterruptSignal): void {
    for (const listener of this.listeners) listener(signal);
  }

  /** Whether the program still holds signals back. */
  public get watching(): boolean {
    return this.listeners.size > 0;
  }

  public path(name: string): string {
    return join(this.cwd, name);
  }

  public write(name: string, text: string | Uint8Array): void {
    writeFileSync(this.path(name), text);
  }

  public read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Every file below a folder of the world with its text: what "byte-identical" is compared on. */
  public files(folder = '.'): Readonly<Record<string, string>> {
    const root = this.path(folder);
    const entries = readdirSync(root, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return Object.fromEntries(entries.map((file) => [relative(root, file), readFileSync(file, 'utf8')]));
  }

  public remove(): void {
    rmSync(this.cwd, { recursive: true, force: true });
  }

  private io(): Io {
    const { stdin } = this;
    const sink = (add: (text: string) => void) => ({ write: add, isTTY: this.isTTY, columns: this.columns });
    return {
      stdout: sink((text) => {
        this.stdout += text;
      }),
      stderr: sink((text) => {
        this.stderr += text;
      }),
      stdin: {
        isTTY: this.stdinIsTTY,
        chunks: async function* () {
          yield* stdin;
        },
      },
      env: this.env,
      cwd: this.cwd,
      pid: process.pid,
      onInterrupt: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }
}

/** A request that a place is found for. */
export const REQUEST = `\
apiVersion: kubewhere/v1
name: payments
planDate: "2026-12-01"
clusters:
  api:
    kubernetesVersion: "1.34"
    capacity: { cpu: 24, memoryGib: 96, pods: 200 }
    budget: { usdPerHour: 95 }
    residency: { data: { jurisdictions: [EU] } }
accounts:
  google: { project: acme-payments, projectNumber: "123456789012" }
`;

/** The same, asking for what nobody offers at the price. */
export const IMPOSSIBLE = REQUEST.replace('usdPerHour: 95', 'usdPerHour: 95, usdPerMonth: 1');
