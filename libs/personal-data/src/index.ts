export * from './readings';
export * from './rights';
export * from './rotation';
