export * from './hash';
export * from './json-schema';
export * from './parse';
export * from './problem';
export * from './request-file';
export * from './types';
