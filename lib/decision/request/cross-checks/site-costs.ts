import * as z from 'zod';
import type { RequestView } from './view';

/** A purchase is either written off, or divided by the months of its life and worth no more at the end of it. */
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
    const residual = view.valid([...cost, 'residualUsd'], z.number());
    // without a purchase price that counts nothing is left of it
    const most = sunk === true ? 0 : purchase;
    if (residual !== undefined && most !== undefined && residual > most) {
      view.reportValue(
        [...cost, 'residualUsd'],
        sunk === true
          ? `must be 0 or left out with 'sunk: true'; found ${residual}; say 'sunk: false' when it is to be counted`
          : `must be at most 'purchaseUsd' (${most}); found ${residual}`,
      );
    }
  }
}
