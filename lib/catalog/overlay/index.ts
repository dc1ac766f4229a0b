export * from './apply-overlay';
export * from './parse-overlay';
export * from './types';
