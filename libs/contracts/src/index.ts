export * from './consumers';
export * from './events';
export * from './facts';
export * from './refusals';
export * from './roles';
