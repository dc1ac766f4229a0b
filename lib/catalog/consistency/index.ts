export * from './catalog-finding';
export * from './check-catalog';
