export * from './mock-server';
