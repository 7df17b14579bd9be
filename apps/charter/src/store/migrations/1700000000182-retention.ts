import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ARTICLES, writeRules } from '@charter/personal-data';

/** How long it is kept whose concern an improvement came from. */
export class Retention1700000000182 implements MigrationInterface {
  name = 'Retention1700000000182';

  async up(runner: QueryRunner): Promise<void> {
    await writeRules(runner, [{ kind: 'improvement', months: 12, article: ARTICLES.purpose }]);
  }

  async down(): Promise<void> {
    // The rules go with their table.
  }
}
