export * from './command';
export * from './decide';
export * from './extension';
export * from './status';
export * from './step-text';
export * from './transitions';
