export * from './consuming';
export * from './everything-in';
export * from './held-on';
export * from './people';
export * from './test-service';
export { recordGaps } from './record';
export * from './unlisted-sealed';
