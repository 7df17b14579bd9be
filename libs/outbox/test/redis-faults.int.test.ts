import Redis from 'ioredis';
import { itSurvivesFaults } from './faults';
import { cutConnections, redisUrl } from './redis-url';

const url = redisUrl(14);

(url ? describe : describe.skip)('with the queue on Redis (skipped without a redis-server)', () => {
  itSurvivesFaults(async () => {
    const redis = new Redis(url ?? '');
    await redis.flushdb();
    return {
      config: { redisUrl: url },
      empty: async () => void (await redis.flushdb()),
      cutConnections: () => cutConnections(redis),
      dispose: async () => redis.disconnect(),
    };
  });
});
