import { Testing } from 'cdktf';
import fc from 'fast-check';
import { type GkeAutopilotClusterProps, GkeCluster, type GkeClusterProps } from '../../lib/gke';
import { gkeStack } from '../gke/gke-stack';
import { brokenIn } from '../support/gke-rules';
import { refusedIn } from '../support/google-rules';
import type { SynthesizedStack } from '../support/synthesized';
import { autopilotProps, calicoProps, validProps } from './gke-props';
import { anyProps } from './gke-props-garbage';

type Props = GkeClusterProps | GkeAutopilotClusterProps;

/** Each run is a whole cluster; `KUBEWHERE_FUZZ_RUNS` asks for more. */
const RUNS = Number(process.env.KUBEWHERE_FUZZ_RUNS ?? 12);

/** With the validations of the tree, or as the constructors leave it. */
function synthesized(props: Props, validations: boolean): string {
  const stack = gkeStack();
  new GkeCluster(stack, 'Cluster', props);
  return Testing.synth(stack, validations);
}

/** What expressions and dependencies name and the stack does not hold. */
function danglingIn(json: string): readonly string[] {
  const { resource = {}, data = {} } = JSON.parse(json) as SynthesizedStack;
  const holds = (type = '', id = '', read: boolean) => (read ? data : resource)[type]?.[id] !== undefined;
  return [...json.matchAll(/\b(data\.)?(google_[a-z0-9_]+)\.([A-Za-z][\w-]*_[0-9A-F]{8})\b/g)]
    .filter(([, read, type, id]) => !holds(type, id, read !== undefined))
    .map(([reference]) => reference);
}

/** Paths of null, of empty blocks and of empty lists, which the provider takes for a word. */
function emptyIn(body: unknown, path = ''): readonly string[] {
  if (body === null) return [path];
  if (typeof body !== 'object') return [];
  const members = Object.entries(body as object).filter(([name]) => name !== '//');
  if (members.length === 0 && path !== '') return [path];
  return members.flatMap(([name, value]) => emptyIn(value, /^\d+$/.test(name) ? path : `${path}.${name}`));
}

/** Empty values that mean something. */
const SAID_EMPTY = [/\.provider\.google$/];

/** What a cluster may be told to break of Google's constraints; the others hold whatever it is told. */
const CHOICES = [
  'container.managed.enableBinaryAuthorization',
  'container.managed.enableGoogleGroupsRBAC',
  'container.managed.enableSecurityBulletinNotifications',
  'custom.gkeAllowedNodePoolImages',
  'custom.gkeAllowedReleaseChannels',
  'custom.gkeRequireCOSImage',
  'custom.gkeRequireConfidentialNodes',
  'custom.gkeRequireDataplaneV2',
  'custom.gkeRequireIntraNodeVisibility',
  'custom.gkeRequireMasterAuthorizedNetworks',
  'custom.gkeRequireNodePoolSandbox',
  'custom.gkeRequirePrivateEndpoint',
  'custom.gkeRequireRegionalClusters',
];

function expectWhole(props: Props): SynthesizedStack {
  const json = synthesized(props, true);
  expect(synthesized(props, true)).toBe(json);
  expect(danglingIn(json)).toEqual([]);
  expect(json).not.toMatch(/undefined|NaN|\[object|TfToken/);
  const stack = JSON.parse(json) as SynthesizedStack;
  expect(emptyIn(stack).filter((path) => !SAID_EMPTY.some((said) => said.test(path)))).toEqual([]);
  expect(stack.data).toBeUndefined();
  expect(refusedIn(stack.resource)).toEqual([]);
  const broken = brokenIn(stack.resource ?? {}).map((finding) => finding.split(': ')[0]);
  expect(broken.filter((id) => !CHOICES.includes(String(id)))).toEqual([]);
  return stack;
}

function bodiesOf(stack: SynthesizedStack, type: string): readonly Record<string, unknown>[] {
  return Object.values(stack.resource?.[type] ?? {});
}

describe('a cluster of GKE', () => {
  it('is synthesized from any props that are all right, the same to the byte, with nothing undefined, empty or missing', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: validProps }, calicoProps), (props) => {
        const stack = expectWhole(props);
        const pools = bodiesOf(stack, 'google_container_node_pool');
        expect(pools.map(({ name_prefix: prefix }) => prefix).sort()).toEqual(
          Object.keys(props.nodePools ?? {})
            .map((name) => `${name}-`)
            .sort(),
        );
        for (const pool of pools) {
          expect([pool.node_count, pool.autoscaling].filter((size) => size !== undefined)).toHaveLength(1);
        }
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('with nodes of Google’s is so too, and tells nothing of nodes', () => {
    fc.assert(
      fc.property(autopilotProps, (props) => {
        const stack = expectWhole(props);
        expect(bodiesOf(stack, 'google_container_node_pool')).toEqual([]);
        const [cluster = {}] = bodiesOf(stack, 'google_container_cluster');
        expect(Object.keys(cluster)).not.toEqual(
          expect.arrayContaining([
            expect.stringMatching(
              /^(node_config|node_pool|node_pool_defaults|initial_node_count|remove_default_node_pool)$/,
            ),
          ]),
        );
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('is synthesized, or refused with a ValidationError and with words, whatever the props hold', () => {
    fc.assert(
      fc.property(anyProps, (make) => {
        try {
          expect(danglingIn(synthesized(make(), false))).toEqual([]);
        } catch (error) {
          const { name, message } = error as Error;
          expect([name, message]).toEqual(['ValidationError', expect.stringMatching(/\S{2,} .*\S/s)]);
          expect(message).not.toMatch(/\[object|Cannot read|is not a function/);
        }
      }),
      { numRuns: RUNS * 10 },
    );
  }, 300_000);
});
