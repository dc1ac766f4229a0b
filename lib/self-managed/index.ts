export * from './on-prem';
export * from './package-repository';
