import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesis, Tools } from '../../lib/cli/tools';
import { REQUEST, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('payments.yaml', REQUEST);
});
afterEach(() => world.remove());

const STACK = 'payments-api-cluster';

/** Stands in for CDKTF: one stack with the given resources. What compares it is real. */
const fake = (resource: unknown): Pick<Tools, 'synthesize'> => ({
  synthesize: ({ outdir }: Synthesis) => {
    mkdirSync(join(outdir, 'stacks', STACK), { recursive: true });
    writeFileSync(join(outdir, 'stacks', STACK, 'cdk.tf.json'), JSON.stringify({ resource }));
    return { stacks: [{ name: STACK, clusterKey: 'api', platform: 'eks' }] };
  },
});

const cluster = (version: string, name = 'api') => ({ aws_eks_cluster: { C: { name, version } } });

/** What is said of changes, beside the usual words. */
const said = (): readonly string[] =>
  world.stderr.split('\n').filter((line) => /^(warning|upgrade|note)\b.*-cluster: /.test(line));

describe('kubewhere synth over an earlier output', () => {
  test('says nothing when nothing changes', async () => {
    await world.run(['synth', 'payments.yaml'], fake(cluster('1.33')));
    expect(said()).toEqual([]);
    expect(await world.run(['synth', 'payments.yaml'], fake(cluster('1.33')))).toBe(0);
    expect(said()).toEqual([]);
  });

  test('warns of what is replaced, and of the steps of an upgrade', async () => {
    await world.run(['synth', 'payments.yaml'], fake(cluster('1.33')));
    expect(await world.run(['synth', 'payments.yaml'], fake(cluster('1.34', 'other')))).toBe(0);
    expect(said()).toEqual([
      `warning: ${STACK}: aws_eks_cluster.C is replaced, because 'name' changes from "api" to "other"; lost with it: the cluster and all that runs in it`,
      `upgrade 1: ${STACK}: aws_eks_cluster.C: the control plane goes from 1.33 to 1.34; it cannot go back`,
    ]);
    expect(world.read(`cdktf.out/stacks/${STACK}/cdk.tf.json`)).toContain('other');
  });

  test('refuses what the platform refuses, leaves the earlier output, and says the way out', async () => {
    await world.run(['synth', 'payments.yaml'], fake(cluster('1.32')));
    const before = world.files();
    expect(await world.run(['synth', 'payments.yaml'], fake(cluster('1.34')))).toBe(2);
    expect(world.stdout).toBe('');
    expect(world.stderr.split('\n')).toEqual([
      `${STACK}: aws_eks_cluster.C goes from 1.32 to 1.34, and a control plane takes one minor version at a time; apply 1.33 first`,
      "error: the change against cdktf.out is refused; nothing was written. If that output was never applied, choose another '--out' or delete it",
      '',
    ]);
    expect(world.files()).toEqual(before);
    expect(await world.run(['synth', 'payments.yaml', '--out', 'other'], fake(cluster('1.34')))).toBe(0);
  });

  test('says what it cannot judge', async () => {
    await world.run(['synth', 'payments.yaml'], fake({ oci_containerengine_cluster: { C: { name: 'a' } } }));
    await world.run(['synth', 'payments.yaml'], fake({ oci_containerengine_cluster: { C: { name: 'b' } } }));
    expect(said()).toEqual([
      `note: ${STACK}: changes of oci_containerengine_cluster are not judged here; read the plan`,
    ]);
    world.write(`cdktf.out/stacks/${STACK}/cdk.tf.json`, 'no longer JSON');
    expect(await world.run(['synth', 'payments.yaml'], fake(cluster('1.33')))).toBe(0);
    expect(said()).toEqual([
      `note: ${STACK}: the earlier output could not be read, so nothing is said of what changes`,
    ]);
  });

  test('says of a refused change only why, not what it replaces nor the steps of its upgrade', async () => {
    const built = { ...cluster('1.32'), oci_containerengine_cluster: { G: { name: 'a' } } };
    await world.run(['synth', 'payments.yaml'], fake(built));
    const asked = { ...cluster('1.34', 'other'), oci_containerengine_cluster: { G: { name: 'b' } } };
    expect(await world.run(['synth', 'payments.yaml'], fake(asked))).toBe(2);
    expect(said()).toEqual([]);
    expect(world.stderr).not.toMatch(/^(warning|upgrade|note)\b/m);
    expect(world.stderr).toContain('and a control plane takes one minor version at a time');
  });

  test('says nothing of an earlier output when the request is wrong', async () => {
    await world.run(['synth', 'payments.yaml'], fake(cluster('1.33')));
    world.write(`cdktf.out/stacks/${STACK}/cdk.tf.json`, 'no longer JSON');
    world.write('payments.yaml', 'name: 1');
    const before = world.files();
    expect(await world.run(['synth', 'payments.yaml'], fake(cluster('1.33')))).toBe(2);
    expect(world.stderr).not.toContain('note:');
    expect(world.files()).toEqual(before);
  });

  test('prints no control characters that stand in an earlier output', async () => {
    await world.run(['synth', 'payments.yaml'], fake(cluster('1.33', '\u001b[31mred')));
    await world.run(['synth', 'payments.yaml'], fake(cluster('1.33')));
    expect(world.stderr).not.toContain('\u001b');
    expect(said()).toHaveLength(1);
  });

  test('knows a real stack: nothing for the same request, a new pool for other machines', async () => {
    await world.run(['synth', 'payments.yaml']);
    const file = `cdktf.out/stacks/${STACK}/cdk.tf.json`;
    const text = world.read(file);
    world.write(file, `${text}\n`);
    expect(await world.run(['synth', 'payments.yaml'])).toBe(0);
    expect(said()).toEqual([]);
    world.write(file, text.replace(/"ami_type": "[^"]*"/, '"ami_type": "CUSTOM"'));
    await world.run(['synth', 'payments.yaml']);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toMatch(
      /aws_eks_node_group\.\S+ is replaced, because 'ami_type' changes from "CUSTOM" to "AL2023_/,
    );
  });
});
