import { type SealedColumn, sealedColumns } from '@charter/personal-data';

/** Every column of this service with sealed values. */
export const sealed: readonly SealedColumn[] = sealedColumns('survey_draft_response', 'mark', 'answers');
