export * from './allocatable';
export * from './catalog-hash';
export * from './embedded-catalog';
export * from './kubernetes-support';
export * from './lookups';
export * from './node-limits';
export * from './regimes';
export * from './types';
