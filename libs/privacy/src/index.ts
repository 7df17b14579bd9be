export * from './contact';
export * from './keys';
export * from './resident-number';
export * from './sealed';
