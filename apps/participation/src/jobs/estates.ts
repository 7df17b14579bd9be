import { type Estate, type OwedRows, owedRows } from '@charter/deadlines';

/** Rows that count their changes, with their own table of steps. */
const stepped = (table: string, subject: string, open: string, column?: string): Estate =>
  owedRows({
    ...{ table, open, column, versioned: true },
    history: { table: `${table}_history`, subject, step: ['step', 'pass'] },
  });

const watched: Pick<OwedRows, 'column' | 'versioned'> = { column: 'watched_code', versioned: true };

/** What a closed department leaves to its successor here. A proposal is settled when it is decided against, or carried out. */
export const participationEstates: readonly Estate[] = [
  stepped(
    'proposal',
    'proposal_id',
    `"status" IN ('SUBMITTED', 'UNDER_EXAMINATION', 'SUPPLEMENT_REQUESTED', 'EXPERT_REVIEW', 'ADOPTED', 'PARTLY_ADOPTED', 'IN_PROGRESS')`,
  ),
  // Where the successor was asked too, it has an opinion of its own to give.
  owedRows({
    table: 'proposal_opinion',
    open: `"given_at" IS NULL AND NOT EXISTS (SELECT 1 FROM "proposal_opinion" own
      WHERE own."proposal_id" = "proposal_opinion"."proposal_id" AND own."department_code" = $2)`,
  }),
  stepped('contest', 'contest_id', `"status" IN ('ANNOUNCED', 'JUDGING', 'OBJECTION', 'CONFIRMED')`),
  owedRows({
    ...{ table: 'monitor_recruitment', versioned: true, open: `"status" IN ('RECRUITING', 'SELECTING', 'SERVING')` },
    history: { table: 'monitor_recruitment_history', subject: 'recruitment_id', step: ['step', 'pass'] },
  }),
  owedRows({ table: 'monitoring_mission', versioned: true, open: `"status" = 'OPEN'` }),
  owedRows({ table: 'monitoring_mission', ...watched, open: `"status" = 'OPEN'` }),
  stepped('monitoring_report', 'report_id', `"status" IN ('SUBMITTED', 'RETURNED')`),
  stepped('monitoring_report', 'report_id', `"status" IN ('SUBMITTED', 'RETURNED', 'ACCEPTED')`, 'watched_code'),
];
