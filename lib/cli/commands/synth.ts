import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Catalog } from '../../catalog/types';
import type { Request } from '../../decision/request/types';
import type { Decision } from '../../decision/types';
import type { ClusterRecord } from '../../report/record';
import { overlayOption, platformOption } from '../arguments';
import { CommandError } from '../command-error';
import type { CommandContext } from '../context';
import { EXIT } from '../exit-codes';
import { watchInterrupts } from '../interrupts';
import { loadLock } from '../load-lock';
import { loadRequest } from '../load-request';
import { checkTarget, MARK_FILE } from '../output/check-target';
import { changedStacks } from '../output/previous-stacks';
import { stageDirectory } from '../output/staged-directory';
import { printable } from '../report-failure';
import { styleFor, widthOf } from '../style';
import { aboutTarget } from '../system-error';
import type { SynthesizedStack, Tools } from '../tools';
import { clustersWithoutPlace } from './decide';

interface SynthFlags {
  readonly out: string;
  readonly platform?: string;
  readonly overlay: readonly string[];
}

/** `kubewhere synth`: the Terraform of what was decided, with the decision beside it. */
export function addSynthCommand(program: Command, context: CommandContext): void {
  program
    .command('synth')
    .description('write the Terraform of what is decided, with decision.json and decision.md beside it')
    .argument('<file>', "request file (YAML or JSON); '-' reads the standard input")
    .option('--out <dir>', 'folder to write; an earlier output in it is replaced', 'cdktf.out')
    .addOption(platformOption(context.tools))
    .addOption(overlayOption())
    .addHelpText(
      'after',
      `
Keeps to <request>.lock.json where there is one. The old output stays whole until the new one is complete.
Over an earlier output it says what the change replaces, destroys and upgrades, and refuses what a platform refuses.
Folders of the stacks go to the standard output, one a line; all other words go to the standard error.

Examples:
  kubewhere synth payments.yaml
  kubewhere synth payments.yaml --out build/terraform --platform on-prem
  terraform -chdir=cdktf.out/stacks/payments-api-cluster init`,
    )
    .action((file: string, flags: SynthFlags) => runSynth(file, flags, context));
}

async function runSynth(file: string, flags: SynthFlags, context: CommandContext): Promise<void> {
  const { io, tools } = context;
  const { request, catalog } = await loadRequest(file, flags.overlay, io, tools);
  const lock = await loadLock(file, request.name, io, tools);
  const target = checkTarget({
    out: flags.out,
    cwd: io.cwd,
    requestFile: file === '-' ? undefined : resolve(io.cwd, file),
  });
  const decision = tools.decide(request, catalog, { override: flags.platform, lock });
  refuseInfeasible(decision, request, catalog, context);
  refuseUndefined(decision);

  const interrupts = watchInterrupts(io);
  const staged = stageDirectory(target, io.pid);
  try {
    const { stacks } = await tools.synthesize({ request, decision, outdir: staged.path });
    const record = report().buildRecord(decision, request, catalog);
    writeFileSync(join(staged.path, MARK_FILE), report().renderJson(record));
    writeFileSync(join(staged.path, 'decision.md'), report().renderMarkdown(record));
    const changes = judgeChanges(target, staged.path, flags.out, tools);
    await interrupts.throwIfAny();
    const { dropped } = staged.publish();
    for (const change of changes) io.stderr.write(`${change}\n`);
    for (const cluster of record.clusters) tellCluster(cluster, context);
    tellNext(flags.out, stacks, dropped, lock !== undefined, file, context);
  } catch (error) {
    throw aboutTarget(error, target, staged.path);
  } finally {
    staged.discard();
    interrupts.stop();
  }
  context.finish(EXIT.ok);
}

function refuseInfeasible(
  decision: Decision,
  request: Request,
  catalog: Catalog,
  { io }: CommandContext,
): void {
  const homeless = clustersWithoutPlace(decision);
  if (homeless.length === 0) return;
  const record = report().buildRecord(decision, request, catalog);
  const concerned = record.clusters.filter((cluster) => homeless.includes(cluster.clusterName));
  const options = { width: widthOf(io.stderr), style: styleFor(io.env, io.stderr) };
  io.stderr.write(report().renderTable({ ...record, clusters: concerned }, options));
  throw new CommandError(`no place for ${homeless.join(', ')}; nothing was written`, EXIT.infeasible);
}

/** What is ranked and has no construct yet can be compared, not written. */
function refuseUndefined(decision: Decision): void {
  for (const { clusterName, chosen, assessments } of Object.values(decision.clusters)) {
    const findings = assessments.find(({ candidate }) => candidate.id === chosen)?.findings ?? [];
    const found = findings.find(({ constraint }) => constraint === 'construct-available');
    if (found !== undefined && found.verdict !== 'proven') {
      throw new CommandError(
        `${chosen} of ${clusterName} is ranked and cannot be written as Terraform: ${found.observed}; nothing was written`,
        EXIT.infeasible,
      );
    }
  }
}

/**
 * What the output does to what an earlier one built, a line each, to be said once it is written: no step of a change
 * that does not happen.
 *
 * @throws CommandError when a platform would refuse it; the earlier output stays.
 */
function judgeChanges(target: string, output: string, out: string, tools: Tools): readonly string[] {
  const said: string[] = [];
  const refused: string[] = [];
  for (const { name, previous, next } of changedStacks(target, output)) {
    const comparison = previous === undefined ? undefined : tools.compareStacks(previous, next);
    if (comparison === undefined) {
      said.push(`note: ${name}: the earlier output could not be read, so nothing is said of what changes`);
      continue;
    }
    for (const { severity, message } of comparison.findings) {
      if (severity === 'refused') refused.push(`${name}: ${message}`);
      else said.push(`warning: ${printable(`${name}: ${message}`)}`);
    }
    comparison.steps.forEach((step, i) => {
      said.push(`upgrade ${i + 1}: ${printable(`${name}: ${step}`)}`);
    });
    if (comparison.unjudged.length > 0) {
      said.push(
        `note: ${name}: changes of ${comparison.unjudged.join(', ')} are not judged here; read the plan`,
      );
    }
  }
  if (refused.length === 0) return said;
  throw new CommandError(
    `the change against ${out} is refused; nothing was written. If that output was never applied, choose another '--out' or delete it`,
    EXIT.wrong,
    refused,
  );
}

function tellCluster({ clusterName, headline, notice }: ClusterRecord, { io }: CommandContext): void {
  io.stderr.write(`${clusterName}: ${headline}\n`);
  if (notice === undefined) return;
  io.stderr.write(`${notice.broken.length > 0 ? 'warning' : 'note'}: ${clusterName}: ${notice.text}\n`);
  for (const { rule, required, observed } of notice.broken) {
    io.stderr.write(`warning: ${clusterName} does not pass ${rule}: asked ${required}, found ${observed}\n`);
  }
}

function tellNext(
  out: string,
  stacks: readonly SynthesizedStack[],
  dropped: readonly string[],
  locked: boolean,
  file: string,
  { io }: CommandContext,
): void {
  for (const stack of dropped) {
    io.stderr.write(
      `warning: ${stack} is no longer part of the request; what it built keeps running until it is destroyed from an earlier output\n`,
    );
  }
  const folders = stacks.map((stack) => join(out, 'stacks', stack.name));
  io.stderr.write(
    `wrote ${out}: ${stacks.length} ${stacks.length === 1 ? 'stack' : 'stacks'}, decision.json, decision.md\n`,
  );
  if (!locked && file !== '-') {
    io.stderr.write(`to keep later prices from moving it: kubewhere decide ${file} --lock\n`);
  }
  if (folders[0] !== undefined) {
    io.stderr.write(`next: terraform -chdir=${folders[0]} init, then plan\n`);
  }
  for (const folder of folders) io.stdout.write(`${folder}\n`);
}

function report(): typeof import('../../report') {
  return require('../../report');
}
