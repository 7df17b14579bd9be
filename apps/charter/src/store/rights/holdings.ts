import { type Holding, LABELS } from '@charter/personal-data';

const { title, departmentCode, status, at } = LABELS;

/** What this service holds on a citizen: which improvements came of something that was theirs. */
export const HOLDINGS: readonly Holding[] = [
  {
    kind: 'improvement',
    title: { ko: '내 의견에서 시작된 개선과제', en: 'Improvements that came of what one said' },
    records: `
      SELECT id::text AS key, title, department_code AS "departmentCode", status, opened_at AS at
      FROM improvement_action WHERE $1 = ANY (citizen_ids)`,
    labels: { title, departmentCode, status, at },
  },
];
