export * from './consumers';
export * from './conversions';
export * from './events';
export * from './facts';
export * from './history';
export * from './improvements';
export * from './refusals';
export * from './roles';
