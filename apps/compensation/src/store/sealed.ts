import { type SealedColumn, sealedColumns } from '@charter/personal-data';

/** Every column of this service with sealed values. */
export const sealed: readonly SealedColumn[] = [
  ...sealedColumns('letter_terms', 'claim_id', 'handler'),
  ...sealedColumns('compensation_letter', 'id', 'people'),
  ...sealedColumns('payout_account', 'citizen_id', 'number', 'holder'),
  ...sealedColumns('payout_item', 'id', 'account'),
  ...sealedColumns('handout_piece', 'id', 'reference'),
];
