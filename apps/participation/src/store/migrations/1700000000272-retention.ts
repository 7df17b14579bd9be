import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ARTICLES, writeRules } from '@charter/personal-data';

/** Proposals and comments that people were erased from say so. */
export class Retention1700000000272 implements MigrationInterface {
  name = 'Retention1700000000272';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "proposal" ADD "erased_at" timestamptz');
    await runner.query('ALTER TABLE "proposal_comment" ADD "erased_at" timestamptz');
    await writeRules(runner, [
      { kind: 'adopted-proposal', months: 36, article: ARTICLES.proposals },
      { kind: 'proposal', months: 24, article: ARTICLES.proposals },
      { kind: 'proposal-follow', months: 0, article: ARTICLES.purpose },
      { kind: 'endorsement', months: 0, article: ARTICLES.purpose },
      { kind: 'comment', months: 0, article: ARTICLES.purpose },
      { kind: 'contest-entrant', months: 60, article: ARTICLES.money },
      { kind: 'monitor-application', months: 60, article: ARTICLES.money },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "proposal_comment" DROP "erased_at"');
    await runner.query('ALTER TABLE "proposal" DROP "erased_at"');
  }
}
