export * from './readings';
export * from './retention';
export * from './rights';
export * from './rotation';
