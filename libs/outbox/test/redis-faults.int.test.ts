import Redis from 'ioredis';
import { itSurvivesFaults } from './faults';
import { redisUrl } from './redis-url';

const url = redisUrl(14);

(url ? describe : describe.skip)('with the queue on Redis (skipped without a redis-server)', () => {
  itSurvivesFaults(async () => {
    const redis = new Redis(url ?? '');
    await redis.flushdb();
    return {
      config: { redisUrl: url },
      empty: async () => void (await redis.flushdb()),
      cutConnections: async () => void (await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')),
      dispose: async () => redis.disconnect(),
    };
  });
});
