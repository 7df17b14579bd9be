export * from './rights';
export * from './rotation';
