/**
 * Types with one Elastic Fabric Adapter, as sizes of a family. Those with accelerators that cannot be used here are left out.
 *
 * Source: `EfaInfo.MaximumEfaInterfaces` and `MaximumNetworkCards` of EC2's DescribeInstanceTypes, as of 2026-05; in words at
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html#efa-instance-types.
 */
const SIZES_WITH_ONE: readonly (readonly [families: string, sizes: string])[] = [
  ['c5n', '9xlarge 18xlarge metal'],
  ['c6a m6a r6a', '48xlarge metal'],
  ['c6gn i4g im4gn', '16xlarge'],
  ['c6i c6id i4i m6i m6id r6i r6id x2idn x2iedn', '32xlarge metal'],
  ['c7a c7i c8a c8ib c8in i7ie i8g i8ge m7a m7i m8a r7a r7i r8a', '48xlarge metal-48xl'],
  ['c7g c7gd c7gn m7g m7gd r7g r7gd', '16xlarge metal'],
  ['c8g c8gd m8g m8gd r8g r8gd x8g', '24xlarge 48xlarge metal-24xl metal-48xl'],
  ['c8gb c8gn m8gb m8gn r8gb r8gn', '16xlarge 24xlarge metal-24xl'],
  ['c8i c8id m8i m8id r8i r8id', '48xlarge 96xlarge metal-48xl metal-96xl'],
  ['g4dn', '8xlarge 12xlarge 16xlarge metal'],
  ['g5 g6', '8xlarge 12xlarge 16xlarge 24xlarge 48xlarge'],
  ['g6e', '8xlarge 12xlarge 16xlarge'],
  ['g7e', '8xlarge 12xlarge'],
  ['gr6', '8xlarge'],
  ['hpc6a m8ib m8in r8ib r8in', '48xlarge'],
  ['hpc7g', '4xlarge 8xlarge 16xlarge'],
  ['i3en', '12xlarge 24xlarge metal'],
  ['i7i', '24xlarge 48xlarge metal-48xl'],
  ['inf1 p3dn', '24xlarge'],
  ['m5dn m5n r5dn r5n', '24xlarge metal'],
  ['m5zn x2iezn', '12xlarge metal'],
  ['m8azn x8aedz', '24xlarge metal-24xl'],
  ['p5', '4xlarge'],
  ['r7iz', '32xlarge metal-32xl'],
  ['trn2', '3xlarge'],
  ['u7i-12tb', '224xlarge'],
  ['u7i-6tb u7i-8tb', '112xlarge'],
  ['x8i', '48xlarge 64xlarge 96xlarge metal-48xl metal-96xl'],
];

/** Types with several, one on each network card. From the same source. */
const TYPES_WITH_SEVERAL: readonly (readonly [adapters: number, types: string])[] = [
  [
    2,
    'c6in.32xlarge c6in.metal c8gb.48xlarge c8gb.metal-48xl c8gn.48xlarge c8gn.metal-48xl c8ib.96xlarge c8ib.metal-96xl c8in.96xlarge c8in.metal-96xl g6e.24xlarge g7e.24xlarge hpc6id.32xlarge hpc7a.12xlarge hpc7a.24xlarge hpc7a.48xlarge hpc7a.96xlarge hpc8a.96xlarge m6idn.32xlarge m6idn.metal m6in.32xlarge m6in.metal m8gb.48xlarge m8gb.metal-48xl m8gn.48xlarge m8gn.metal-48xl m8ib.96xlarge m8in.96xlarge r6idn.32xlarge r6idn.metal r6in.32xlarge r6in.metal r8gb.48xlarge r8gb.metal-48xl r8gn.48xlarge r8gn.metal-48xl r8ib.96xlarge r8in.96xlarge u7in-16tb.224xlarge u7in-24tb.224xlarge u7in-32tb.224xlarge',
  ],
  [4, 'g6e.48xlarge g7e.48xlarge p4d.24xlarge p4de.24xlarge'],
  [8, 'p6-b200.48xlarge trn1.32xlarge'],
  [16, 'p5en.48xlarge p6-b300.48xlarge trn1n.32xlarge trn2.48xlarge'],
  [32, 'p5.48xlarge p5e.48xlarge'],
];

/** Types whose first network card speaks TCP only; the adapters are on the cards behind it. */
const FIRST_CARD_WITHOUT = new Set(['p6-b300.48xlarge']);

const ADAPTERS: ReadonlyMap<string, number> = new Map([
  ...SIZES_WITH_ONE.flatMap(([families, sizes]) =>
    families
      .split(' ')
      .flatMap((family) => sizes.split(' ').map((size): [string, number] => [`${family}.${size}`, 1])),
  ),
  ...TYPES_WITH_SEVERAL.flatMap(([adapters, types]) =>
    types.split(' ').map((type): [string, number] => [type, adapters]),
  ),
]);

/** Numbers of the network cards of a type that carry an Elastic Fabric Adapter; empty for a type without. */
export function efaCardsOf(instanceType: string): readonly number[] {
  const first = FIRST_CARD_WITHOUT.has(instanceType) ? 1 : 0;
  return Array.from({ length: ADAPTERS.get(instanceType) ?? 0 }, (_, index) => first + index);
}
