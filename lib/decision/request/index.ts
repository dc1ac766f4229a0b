export * from './hash';
export * from './json-schema';
export * from './parse';
export { formatProblem, type RequestProblem } from './problem';
export type { RequestFile } from './request-schema';
export * from './types';
