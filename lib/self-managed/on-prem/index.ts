export * from './cluster';
export * from './cluster-props';
export * from './control-plane';
export * from './endpoint';
export * from './host';
export * from './imported-cluster';
export * from './node-pool';
export * from './ssh';
