import type { QueryRunner } from 'typeorm';
import type { RetentionRule } from './domain/retention';

/** Writes the rules with which a service begins: offices add their own later, by the records schedule (기록관리기준표) that they have. */
export async function writeRules(runner: QueryRunner, rules: readonly RetentionRule[]): Promise<void> {
  for (const { kind, months, article } of rules) {
    await runner.query(
      `INSERT INTO "retention_rule" ("kind", "valid_from", "months", "article", "changed_by") VALUES ($1, '2006-01-01', $2, $3, 'system')`,
      [kind, months, article],
    );
  }
}

/** Articles by which records are kept or have to be erased. */
export const ARTICLES = {
  records: '공공기록물 관리에 관한 법률 시행령 제26조',
  money: '지방재정법 제82조',
  purpose: '개인정보 보호법 제21조',
  proposals: '국민 제안 규정, 시 제안 조례(보존기간)',
} as const;
