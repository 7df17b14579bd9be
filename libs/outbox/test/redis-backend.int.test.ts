import Redis from 'ioredis';
import { itKeepsTheContract } from './backend-contract';
import { cutConnections, redisUrl } from './redis-url';

const url = redisUrl(13);

(url ? describe : describe.skip)('the queue on Redis (skipped without a redis-server)', () => {
  itKeepsTheContract(async () => {
    const redis = new Redis(url ?? '');
    await redis.flushdb();
    return {
      kind: 'redis',
      url: url ?? '',
      config: (redisUrlOf, prefix) => ({ redisUrl: redisUrlOf, prefix }),
      empty: async () => void (await redis.flushdb()),
      cutConnections: () => cutConnections(redis),
      dispose: async () => redis.disconnect(),
    };
  });
});
