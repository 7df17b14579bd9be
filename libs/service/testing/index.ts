export * from './consuming';
export * from './people';
export * from './test-service';
export { recordGaps } from './record';
