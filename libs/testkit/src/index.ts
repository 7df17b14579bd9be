export * from './clock';
export * from './database';
export * from './wait';
