export * from './catalog';
export * from './cluster';
export * from './decision';
export * from './fleet';
export * from './values';
