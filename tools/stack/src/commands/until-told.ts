import { findAbove, isSame } from '../live-process';

const CHECK_MS = 1_000;
/** npm, and the shell it may have put between. */
const STEPS_TO_NPM = 2;

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
    const npm = process.env['npm_lifecycle_event'] ? findAbove(/\bnpm\b/, STEPS_TO_NPM) : undefined;
    if (!npm) return;
    const timer = setInterval(() => {
      if (isSame(npm)) return;
      clearInterval(timer);
      tell('npm is gone')();
    }, CHECK_MS);
    timer.unref();
  });
  // Nobody may be left to read the output: the stop must go on all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { reason };
}
