import { type SealedColumn, sealedColumns } from '@charter/personal-data';

/** Every column of this service with sealed values. */
export const sealed: readonly SealedColumn[] = [
  ...sealedColumns('proposer', 'proposal_id', 'name', 'phone', 'email'),
  ...sealedColumns('joint_author', 'id', 'name'),
  ...sealedColumns('contest_entrant', ['contest_id', 'citizen_id'], 'name'),
  ...sealedColumns('monitor_application', 'id', 'name', 'phone', 'email'),
];
