import * as z from 'zod';
import { number, wholeNumber } from '../../document/schema-parts';
import type { Traffic } from './types';

/** An exbibyte. */
const MOST_GIB = 1_073_741_824;

const volume = (what: string) => number(0, MOST_GIB).meta({ description: what }).default(0);

export const trafficSchema = z
  .strictObject({
    internetEgressGib: volume('Data sent to the Internet, in GiB a month.'),
    natGib: volume('Data that passes the NAT gateways, in GiB a month.'),
    crossZoneGib: volume('Data sent between zones, in GiB a month.'),
    persistentStorageGib: volume('Persistent volumes, in GiB, all together.'),
    loadBalancers: wholeNumber(0, 10_000).meta({ description: 'Load balancers of the workload.' }).default(0),
    logGib: volume("Logs that the provider's service takes in, in GiB a month."),
  })
  .meta({
    description: 'Volumes that cost money by themselves.',
    examples: [{ internetEgressGib: 500, persistentStorageGib: 200, loadBalancers: 1 }],
  })
  .prefault({}) satisfies z.ZodType<Traffic>;
