import { type SealedColumn, sealedColumns } from '@charter/personal-data';

/** Every column of this service with sealed values. */
export const sealed: readonly SealedColumn[] = [
  ...sealedColumns('petitioner', 'complaint_id', 'name', 'phone', 'email'),
  ...sealedColumns('co_petitioner', 'id', 'name', 'phone', 'email'),
  ...sealedColumns('complaint_place', 'complaint_id', 'place'),
  ...sealedColumns('consultation', 'id', 'name', 'phone', 'email'),
];
