import { didYouMean } from '../../../document/nearest';
import { quote, quoteAll } from '../../../document/wording';
import { describeUnknownPlatform } from './places';
import type { RequestView } from './view';

const WEIGHTS = ['money', 'hours', 'resilience', 'carbon', 'latency'];

/** Weights that weigh something, and names of rules and platforms that exist. */
export function checkPlanning(view: RequestView): void {
  for (const cluster of view.clusters) {
    const weights = [...cluster, 'weights'];
    const given = view.keys(weights);
    if (
      view.node(weights)?.kind === 'map' &&
      given.every((key) => WEIGHTS.includes(key) && view.node([...weights, key])?.value === 0)
    ) {
      view.reportValue(
        weights,
        `must have one weight at least above 0; found none; leave 'weights' out to rank by money plus hours at their rate`,
      );
    }
    for (const id of view.keys([...cluster, 'overrides'])) {
      const { constraints } = view.known;
      if (constraints.includes(id)) continue;
      view.reportKey(
        [...cluster, 'overrides', id],
        `must be the id of a rule that a reason lifts, one of ${quoteAll(constraints)}; found ${quote(id)}${didYouMean(id, constraints)}`,
      );
    }
    for (const platform of view.keys([...cluster, 'budget', 'effortHours'])) {
      const message = describeUnknownPlatform(platform, view.known.platforms);
      if (message !== undefined) view.reportKey([...cluster, 'budget', 'effortHours', platform], message);
    }
  }
}
