import { type SealedColumn, sealedColumns } from '@charter/personal-data';

/** Up to a megabyte each. */
const FEW = 4;

/** Every column of this service with sealed values. */
export const sealed: readonly SealedColumn[] = [
  ...sealedColumns('profile', 'person_id', 'name', 'email', 'phone'),
  ...sealedColumns('notice', 'id', 'told'),
  ...sealedColumns('push_device', 'id', 'token'),
  ...sealedColumns('access_log', 'id', 'reason', 'address'),
  ...sealedColumns('data_page', 'id', 'content').map((each) => ({ ...each, batch: FEW })),
  ...sealedColumns('data_archive', 'id', 'content').map((each) => ({ ...each, batch: FEW })),
];
