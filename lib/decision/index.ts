export * from './constraints/all';
export * from './decide';
export * from './lock';
export * from './parse-lock';
export * from './platforms';
export * from './request';
export * from './types';
