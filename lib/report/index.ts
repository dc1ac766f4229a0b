export * from './build-record';
export * from './record';
export * from './render-json';
export * from './render-markdown';
export * from './render-table';
export * from './text-style';
