export * from './contact';
export * from './faults';
export * from './keys';
export * from './resident-number';
export * from './sealed';
