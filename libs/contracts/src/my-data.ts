import { z } from 'zod';
import { code } from './fields';

/** Where every service says what it holds on a citizen: `POST`, SERVICE identity only, asked by the notices service alone. */
export const MY_DATA_PATH = '/internal/my-data';

/** Where a page of somebody's data begins: after this record of this kind. Opaque to who asks. */
const place = z.object({ kind: code, after: z.string() });

export const myDataRequest = z.object({
  citizenId: z.uuid(),
  /** `next` of the page before; null for the first. */
  from: place.nullable(),
});

const message = z.object({ ko: z.string(), en: z.string() });

/** One page: records of one kind, none when the service holds nothing more. Personal: kept out of logs, sealed where it rests. */
export const myDataPage = z.object({
  kind: code.nullable(),
  title: message.nullable(),
  /** What the fields of these records are called, in the order in which they are shown. */
  labels: z.record(z.string(), message),
  records: z.array(z.record(z.string(), z.json())),
  next: place.nullable(),
});

export type MyDataRequest = z.infer<typeof myDataRequest>;
export type MyDataPage = z.infer<typeof myDataPage>;
