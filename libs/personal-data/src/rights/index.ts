export * from './holding';
export * from './labels';
export * from './my-data';
