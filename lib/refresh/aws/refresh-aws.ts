import type { RefreshedPrices } from '../refreshed-prices';
import type { WhatToRefresh } from '../what-to-refresh';
import { readMachinePrices } from './machine-prices';
import { openPriceList } from './price-list-client';
import { readEksFee, readRates } from './rates';

/** Reads the AWS Price List API. */
export async function refreshAws({ types, regions, endpoint }: WhatToRefresh): Promise<RefreshedPrices> {
  const client = openPriceList(endpoint);
  try {
    const names = types.map(({ type }) => type);
    const machines = await readMachinePrices(client, names, regions);
    const rates = await readRates(client, regions);
    const fees = await readEksFee(client);
    const found = new Set(machines.map(({ type }) => type));
    const priced = new Set(machines.map(({ region }) => region));
    return {
      provider: 'aws',
      source: {
        id: 'aws-price-list-api',
        title:
          'AWS Price List API: Linux on demand and Standard Reserved Instances of one and three years without upfront payment; NAT, gp3, network load balancers, endpoints, addresses, EKS.',
        reference: 'GetProducts of AmazonEC2, AWSELB, AmazonVPC and AmazonEKS',
      },
      machines,
      rates,
      fees,
      notes: [
        ...names.filter((type) => !found.has(type)).map((type) => `no price of ${type} in these regions`),
        ...regions
          .filter((region) => !priced.has(region))
          .map((region) => `no price in US dollars in ${region}`),
      ],
    };
  } finally {
    client.close();
  }
}
