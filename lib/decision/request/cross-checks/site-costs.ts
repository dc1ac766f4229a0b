import { z } from 'zod';
import type { RequestView } from './view';

/** A purchase is either written off or divided by the months of its life. */
export function checkSiteCosts(view: RequestView): void {
  for (const site of view.sites) {
    const cost = [...site, 'cost'];
    if (view.node(cost)?.kind !== 'map') continue;
    const sunk =
      view.node([...cost, 'sunk']) === undefined ? false : view.valid([...cost, 'sunk'], z.boolean());
    if (sunk === false) {
      if (view.node([...cost, 'purchaseUsd']) === undefined) {
        view.reportMissing(
          [...cost, 'purchaseUsd'],
          `is missing (purchase price of all machines, in USD); add it, for instance 'purchaseUsd: 60000', or say 'sunk: true' when it is written off`,
        );
      }
      if (view.node([...cost, 'lifeMonths']) === undefined) {
        view.reportMissing(
          [...cost, 'lifeMonths'],
          `is missing (months that the machines are used); add it, for instance 'lifeMonths: 60', or say 'sunk: true' when the purchase is written off`,
        );
      }
    }
    const purchase = view.valid([...cost, 'purchaseUsd'], z.number());
    if (sunk === true && purchase !== undefined && purchase > 0) {
      view.reportValue(
        [...cost, 'purchaseUsd'],
        `must be 0 or left out with 'sunk: true'; found ${purchase}; say 'sunk: false' when it is to be counted`,
      );
    }
  }
}
