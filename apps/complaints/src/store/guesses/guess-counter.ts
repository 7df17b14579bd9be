import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type Counted, GUESS_MINUTES, type GuessScope, limitedUntil } from '../../domain/guesses/guess-limits';

/** Whom a look-up is counted against; what is not known is not counted. */
export type Guesser = Readonly<Partial<Record<Exclude<GuessScope, 'EVERYBODY'>, string>>>;

/** Too many guesses: nothing was looked up. */
export class TooManyGuesses extends Error {
  constructor(readonly seconds: number) {
    super('Too many look-ups by receipt number.');
  }
}

/** Counts failed look-ups in the database, for all replicas together, by the database's clock. */
export class GuessCounter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secret: string,
  ) {}

  /**
   * Looks something up, unless too much was guessed. Every attempt counts before it is made, so that many at once are no way
   * round; what is found is taken off again.
   * @throws {TooManyGuesses}
   */
  async attempt<T>(by: Guesser, lookUp: () => Promise<T | undefined>): Promise<T | undefined> {
    const scopes = this.scopesOf(by);
    const { counted, now } = await this.count(scopes);
    const until = limitedUntil(counted);
    if (until) throw new TooManyGuesses(Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000)));
    const found = await lookUp();
    if (found !== undefined) await this.takeOff([...scopes.keys()]);
    return found;
  }

  private async count(scopes: ReadonlyMap<string, GuessScope>): Promise<{ counted: Counted[]; now: Date }> {
    const rows = (await this.dataSource.query(
      `INSERT INTO guess_count AS present (scope, since, guesses)
       SELECT scope, now(), 1 FROM unnest($1::text[]) AS given (scope) ORDER BY scope
       ON CONFLICT (scope) DO UPDATE SET
         guesses = CASE WHEN present.since <= now() - make_interval(mins => $2) THEN 1 ELSE present.guesses + 1 END,
         since = CASE WHEN present.since <= now() - make_interval(mins => $2) THEN now() ELSE present.since END
       RETURNING scope, guesses, since + make_interval(mins => $2) AS until, now() AS now, since = now() AS begun`,
      [[...scopes.keys()], GUESS_MINUTES],
    )) as { scope: string; guesses: number; until: Date; now: Date; begun: boolean }[];
    const counted = rows.map(({ scope, guesses, until }) => ({ scope: scopes.get(scope)!, guesses, until }));
    // Once in that time, as the common count begins anew, what is long over is forgotten.
    if (rows.some(({ scope, begun }) => scope === 'EVERYBODY' && begun))
      await this.dataSource.query(`DELETE FROM guess_count WHERE since < now() - interval '1 day'`);
    return { counted, now: rows[0]!.now };
  }

  private async takeOff(scopes: readonly string[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE guess_count SET guesses = guesses - 1 WHERE scope IN (
         SELECT scope FROM guess_count WHERE scope = ANY($1) AND guesses > 0 ORDER BY scope FOR UPDATE)`,
      [scopes],
    );
  }

  private scopesOf(by: Guesser): Map<string, GuessScope> {
    const known = Object.entries(by).filter((entry): entry is [keyof Guesser, string] => entry[1] !== undefined);
    const named = known.map(([scope, whom]): [string, GuessScope] => {
      const mark = createHmac('sha256', this.secret).update(`guesses ${scope} ${whom}`).digest('base64url');
      return [`${scope}:${mark}`, scope];
    });
    return new Map<string, GuessScope>([...named, ['EVERYBODY', 'EVERYBODY']]);
  }
}
