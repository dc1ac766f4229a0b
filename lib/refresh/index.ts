export * from './refresh-error';
export * from './refresh-prices';
