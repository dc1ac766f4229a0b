export * from '../../document/problem';
export * from './hash';
export * from './json-schema';
export * from './parse';
export * from './request-file';
export * from './types';
