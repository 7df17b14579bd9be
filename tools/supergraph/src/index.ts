export * from './compose';
export * from './repository';
export * from './run';
