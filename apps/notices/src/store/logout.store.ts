import type { DataSource } from 'typeorm';
import { LOGOUTS_PAGE, type Logout, type LogoutPage } from '@charter/contracts';
import { LogoutEntity } from './logout.entity';

const atSecond = (seconds: number): Date => new Date(seconds * 1_000);
const secondOf = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** The logouts that the gateways share: each stays until its tokens have expired by themselves. */
export class LogoutStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Adds one, and lets go of those that have had their time. One after the other, so that numbers are in the order of the
   * commits: who has read up to a number has missed none before it.
   */
  keep({ issuedUpTo, until, ...logout }: Logout, now: Date): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('logouts'))`);
      await tx.query('DELETE FROM "logout" WHERE "until" < $1', [now]);
      await tx.insert(LogoutEntity, { ...logout, issuedUpTo: atSecond(issuedUpTo), until: atSecond(until) });
    });
  }

  /** Those after a number, in the order in which they came. */
  async after(number: number): Promise<LogoutPage> {
    const found = await this.dataSource.manager
      .createQueryBuilder(LogoutEntity, 'logout')
      .where('logout.number > :number', { number })
      .orderBy('logout.number')
      .limit(LOGOUTS_PAGE + 1)
      .getMany();
    const page = found.slice(0, LOGOUTS_PAGE);
    return {
      logouts: page.map(({ kind, key, personId, issuedUpTo, until }) => ({
        ...{ kind, key, personId },
        ...{ issuedUpTo: secondOf(issuedUpTo), until: secondOf(until) },
      })),
      last: Number(page.at(-1)?.number ?? number),
      more: found.length > page.length,
    };
  }
}
