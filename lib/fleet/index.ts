export * from './backend';
export * from './built-in-platforms';
export * from './cluster-stack';
export * from './fleet';
export * from './missing-peer-error';
export * from './platform';
export * from './synthesize';
