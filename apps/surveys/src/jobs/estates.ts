import { type Estate, owedRows } from '@charter/deadlines';

/** What a closed department leaves to its successor here: the campaigns that it runs, and who is asked in them. */
export const surveyEstates: readonly Estate[] = [
  owedRows({ table: 'survey_campaign', open: '"next_at" IS NOT NULL' }),
  owedRows({
    table: 'survey_audience',
    open: `EXISTS (SELECT 1 FROM "survey" s WHERE s."id" = "survey_audience"."survey_id" AND s."status" <> 'CLOSED')`,
  }),
];
