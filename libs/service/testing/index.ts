export * from './people';
export * from './test-service';
