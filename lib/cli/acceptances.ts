import type { Acceptance } from '../decision/acceptance';
import type { Request } from '../decision/request/types';
import type { Decision, Finding } from '../decision/types';
import { CommandError } from './command-error';
import { EXIT } from './exit-codes';
import { mustBeOneOf, nearest } from './suggest';
import type { Tools } from './tools';

/** What `--accept` says, by cluster key. */
export type Acceptances = Readonly<Record<string, Acceptance>>;

/**
 * Reads `--accept ID` and `--accept cluster=ID`; the reason goes with all of them.
 *
 * @throws CommandError when a cluster is not in the request, is not named where there are several, or is named twice.
 */
export function parseAcceptances(
  values: readonly string[],
  reason: string | undefined,
  { clusters }: Request,
): Acceptances {
  const accepted: Record<string, Acceptance> = {};
  const keys = Object.keys(clusters).sort();
  for (const value of values) {
    const [key, candidate] = split(value, keys);
    if (Object.hasOwn(accepted, key)) {
      throw new CommandError(`'--accept' names two candidates for '${key}'; a cluster has one place`);
    }
    accepted[key] = { candidate, ...(reason !== undefined && { reason }) };
  }
  return accepted;
}

function split(value: string, keys: readonly string[]): readonly [string, string] {
  const mark = value.indexOf('=');
  if (mark === -1) {
    const [only, ...more] = keys;
    if (only !== undefined && more.length === 0) return [only, value];
    throw new CommandError(
      `'--accept ${value}' must say for which cluster, as in '--accept ${only ?? ''}=${value}'; the request has ${keys.map((key) => `'${key}'`).join(', ')}`,
    );
  }
  const key = value.slice(0, mark);
  if (!keys.includes(key)) throw new CommandError(`the cluster of '--accept' ${mustBeOneOf(key, keys)}`);
  return [key, value.slice(mark + 1)];
}

/**
 * Refuses what may not be built.
 *
 * @throws CommandError with the rules that stand in the way, one a line.
 */
export function refuseAcceptances(
  accepted: Acceptances,
  request: Request,
  decision: Decision,
  tools: Tools,
): void {
  for (const [key, acceptance] of Object.entries(accepted)) {
    const cluster = request.clusters[key];
    const assessments = decision.clusters[key]?.assessments ?? [];
    if (cluster === undefined) continue;
    const judged = tools.judgeAcceptance(acceptance, assessments, cluster);
    const id = acceptance.candidate;
    switch (judged.kind) {
      case 'accepted':
        break;
      case 'no-candidate':
        throw new CommandError(
          `${noCandidate(
            id,
            key,
            assessments.map(({ candidate }) => candidate.id),
          )}`,
        );
      case 'no-size':
        throw new CommandError(
          `${id} cannot be accepted for '${key}': ${judged.reason}; the lock was not written`,
          EXIT.infeasible,
        );
      case 'refused':
        throw new CommandError(
          `${id} cannot be accepted for '${key}', since no reason lifts these rules; the lock was not written`,
          EXIT.infeasible,
          judged.failures.map(describe),
        );
      case 'needs-reason':
        throw new CommandError(
          `${id} is accepted for '${key}' with a reason only: say it with '--reason TEXT', and it goes into the lock; the lock was not written`,
          EXIT.wrong,
          judged.failures.map(describe),
        );
    }
  }
}

function noCandidate(id: string, key: string, ids: readonly string[]): string {
  const near = nearest(id, ids);
  const hint = near === undefined ? '' : `; did you mean '${near}'?`;
  return `'${id}' is no candidate for '${key}'${hint}; 'kubewhere decide FILE --all' lists them`;
}

function describe({ constraint, required, observed, fix }: Finding): string {
  return `${constraint}: needs ${required}; found: ${observed}${fix === '' ? '' : `; ${fix}`}`;
}
