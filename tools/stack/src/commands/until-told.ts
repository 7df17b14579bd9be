const PARENT_CHECK_MS = 1_000;

/** The moment at which this process is told to stop. */
export interface Told {
  /** Why. */
  readonly reason: Promise<string>;
}

/**
 * Waits for Ctrl-C, SIGTERM, a closed terminal, or, under npm, for npm to be gone: nobody could stop this process any more.
 * @param insist called when somebody asks a second time
 */
export function untilTold(insist: () => void): Told {
  let asked = false;
  const reason = new Promise<string>((resolve) => {
    const tell = (why: string) => (): void => {
      if (asked) return insist();
      asked = true;
      resolve(why);
    };
    process.on('SIGINT', tell('Ctrl-C')).on('SIGTERM', tell('Asked to end')).on('SIGHUP', tell('The terminal is gone'));
    if (!process.env['npm_lifecycle_event']) return;
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      tell('npm is gone')();
    }, PARENT_CHECK_MS);
    timer.unref();
  });
  // Nobody may be left to read the output: the stop must go on all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { reason };
}
