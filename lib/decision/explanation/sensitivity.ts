import { formatUsd } from '../../values';
import type { ClusterRequest } from '../request/types';
import type { Assessment } from '../types';
import { flipsOf } from './flips';
import type { Flip, Sensitivity } from './types';
import { weightIntervalsOf } from './weight-intervals';

/** A rise of the winner's bill that is less than this takes the first place from a fragile winner. */
const FRAGILE_BELOW_PERCENT = 5;
/** Less is written as nothing. */
const HALF_A_CENT = 5_000;

type MoneyFlip = Extract<Flip, { of: 'money' | 'money-against-provider' }>;

/** How far the first place can be trusted. Where nothing is feasible there is none, and nothing that could move it. */
export function sensitivityOf(feasible: readonly Assessment[], cluster: ClusterRequest): Sensitivity {
  const flips = flipsOf(feasible, cluster);
  const [money, elsewhere] = flips.filter(
    (flip): flip is MoneyFlip => flip.of === 'money' || flip.of === 'money-against-provider',
  );
  return {
    ...(feasible.length > 0 && { label: labelOf(feasible, money) }),
    because: because(feasible, money, elsewhere),
    flips,
    weights: weightIntervalsOf(feasible, cluster),
  };
}

function labelOf(
  feasible: readonly Assessment[],
  money: MoneyFlip | undefined,
): NonNullable<Sensitivity['label']> {
  if (feasible.length === 1) return 'sole';
  return money !== undefined && money.percent < FRAGILE_BELOW_PERCENT ? 'fragile' : 'robust';
}

function because(
  feasible: readonly Assessment[],
  money: MoneyFlip | undefined,
  elsewhere: MoneyFlip | undefined,
): string {
  if (feasible.length === 0) return 'nothing passes every rule, so no place is first';
  if (feasible.length === 1) return 'nothing else passes every rule';
  if (money === undefined) return 'no rise of its own bill alone puts another first';
  const next =
    money.microUsd < HALF_A_CENT
      ? `any rise of its own bill puts ${overBudget(money)}${money.to} first`
      : `a rise of its own bill by ${figures(money)} puts ${overBudget(money)}${money.to} first`;
  return elsewhere === undefined || elsewhere.to === money.to
    ? next
    : `${next}; against another provider it takes ${figures(elsewhere)}, then ${elsewhere.to}`;
}

function overBudget({ overBudget }: MoneyFlip): string {
  return overBudget === true ? 'it over the budget and ' : '';
}

function figures({ percent, microUsd }: MoneyFlip): string {
  return `${percent.toFixed(2)} % (${formatUsd(microUsd)} a month)`;
}
