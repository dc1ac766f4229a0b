import { formatCount, groupThousands } from '../../values';
import type { Constraint } from '../types';
import { finding, followsFrom, type Outcome, proven } from './finding';
import { sumOfMachines } from './pool-machines';

const OWN_SITE = proven(
  'machine-quota',
  'machines that may be used',
  'own machines, of which there is no quota',
);
const NOT_GIVEN = proven('machine-quota', 'machines that may be used', 'the request names no quota there');

/**
 * The quota is the user's own figure. Nodes of the pools are counted as they are sized; what an upgrade or an autoscaler adds for a
 * time is not.
 */
export const machineQuota: Constraint = {
  id: 'machine-quota',
  title: 'Machines within the quota of the account',
  rationale:
    'A node beyond the quota is refused on the day it is needed; a quota can be raised before, so a written reason lifts it.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ candidate: { place, nodes }, sizing }, { request, catalog }) {
    if (place.kind === 'site') return OWN_SITE;
    const { quotas } = request.accounts;
    const quota = Object.hasOwn(quotas, place.id) ? quotas[place.id] : undefined;
    if (quota === undefined) return NOT_GIVEN;

    const required = `at most ${describe(quota.vcpu, quota.gpus)} in ${place.id}`;
    if (sizing.kind !== 'sized') {
      return followsFrom('capacity', this.id, required, 'no nodes to count');
    }
    if (nodes === 'pods') {
      return finding(
        this.id,
        required,
        unknown(
          'nodes that nobody sees, and how they count',
          'choose nodes in pools, or raise the quota first',
        ),
      );
    }
    const used = sumOfMachines(sizing.pools, place.provider, catalog);
    if (used === undefined) {
      return finding(
        this.id,
        required,
        unknown('a machine type that the catalogue does not carry', 'add the machine type to the catalogue'),
      );
    }
    const within =
      (quota.vcpu === undefined || used.vcpu <= quota.vcpu) &&
      (quota.gpus === undefined || used.gpus <= quota.gpus);
    const counted = describe(used.vcpu, quota.gpus === undefined ? undefined : used.gpus);
    return finding(this.id, required, {
      verdict: within ? 'proven' : 'refuted',
      observed: counted,
      fix: `have the quota in ${place.id} raised to ${counted}, and say so in 'accounts.quotas'`,
    });
  },
};

function unknown(observed: string, fix: string): Outcome {
  return { verdict: 'unknown', observed, fix };
}

function describe(vcpu: number | undefined, gpus: number | undefined): string {
  return [
    ...(vcpu === undefined ? [] : [`${groupThousands(vcpu)} vCPU`]),
    ...(gpus === undefined ? [] : [formatCount(gpus, 'GPU')]),
  ].join(' and ');
}
