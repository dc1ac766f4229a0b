import { formatQuantity, formatUsd } from '../../values';
import type { SizeRecord } from '../record';

/** That a size is only the best that was found, and by how much a better one could undercut it; `undefined` where none can. */
export function bestFound(size: SizeRecord | undefined): string | undefined {
  if (size?.searched !== 'best-found') return undefined;
  const { nodesMicroUsd, leastMicroUsd, mostAbovePercent } = size;
  const bound =
    mostAbovePercent === undefined
      ? 'how far it is from the cheapest is not known'
      : `at most ${formatQuantity(mostAbovePercent)} % above the cheapest, as no mix of machines costs less than ${formatUsd(leastMicroUsd)}`;
  return `The size is the best that was found among more mixes of machines than were tried: its nodes cost ${formatUsd(nodesMicroUsd)} a month, ${bound}.`;
}
