export * from './clock';
export * from './database';
export * from './wait';
export * from './unzip';
export * from './trace-collector';
