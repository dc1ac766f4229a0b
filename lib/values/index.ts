export * from './canonical-json';
export * from './cidr';
export * from './dates';
export * from './figures';
export * from './kubernetes-version';
export * from './platform-id';
export * from './validation-error';
