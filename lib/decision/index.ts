export * from './constraints/all';
export * from './decide';
export * from './explanation/types';
export * from './lock';
export * from './parse-lock';
export * from './platforms';
export * from './request';
export * from './types';
