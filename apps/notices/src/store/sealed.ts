import { type SealedColumn, sealedColumns } from '@charter/personal-data';

/** Every column of this service with sealed values. */
export const sealed: readonly SealedColumn[] = [
  ...sealedColumns('profile', 'person_id', 'name', 'email', 'phone'),
  ...sealedColumns('notice', 'id', 'told'),
];
