/** What tests of services that take files need: contents of every type, and a scanner and a store that are none. */
export * from './contents';
export * from './fake-clamd';
export * from './fake-s3';
export * from './uploads';
