import type { FastifyInstance } from 'fastify';

/** What must hold for a process to take work: name → a check that throws. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>;

const TIME_LIMIT_MS = 2_000;

const within = async (check: () => Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([
      check().then(
        () => true,
        () => false,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
};

/** `GET /health/live`: the process runs. `GET /health/ready`: all its checks pass; 503 names those that do not. */
export function serveHealth(server: FastifyInstance, checks: ReadinessChecks): { stopping(): void } {
  let stopping = false;
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const names = Object.keys(checks);
    const passed = await Promise.all(names.map((name) => within(checks[name]!)));
    const failing = names.filter((_, index) => !passed[index]);
    if (stopping) failing.push('stopping');
    return reply.code(failing.length ? 503 : 200).send({ status: failing.length ? 'unavailable' : 'ready', failing });
  });
  return { stopping: () => void (stopping = true) };
}
