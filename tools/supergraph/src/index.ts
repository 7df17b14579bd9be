export * from './access/rule';
export * from './access/rules';
export * from './compose';
export * from './repository';
export * from './run';
