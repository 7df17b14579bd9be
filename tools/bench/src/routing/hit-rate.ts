import type { ComplaintRecord } from '@charter/contracts';
import { readCatalogue, tellHistory } from '@charter/tool-stack';
import { byKeywords } from './keyword-table';

/** Another seed than the demo's: the same citizens' manner, and letters that were never imported. */
const HELD_OUT_SEED = 20_270_101;
const MOST = 3;
const AT_ONCE = 4;

/** What the public endpoint answers to suggestRouting: the departments, the likeliest first. */
export type Asked = (title: string, body: string) => Promise<readonly string[]>;

/** The share of complaints whose department is the first, and among the first three. */
export interface HitRates {
  readonly complaints: number;
  readonly suggested: { readonly first: number; readonly firstThree: number };
  readonly keywords: { readonly first: number; readonly firstThree: number };
}

/** Complaints of the demo's kind that no stack has learned from. */
export const heldOut = (complaints: number): ComplaintRecord[] =>
  [
    ...tellHistory({
      seed: HELD_OUT_SEED,
      complaints,
      until: new Date('2026-06-15T05:00:00Z'),
      services: readCatalogue(),
    }),
  ]
    .map(({ record }) => record)
    .filter((record): record is ComplaintRecord => record.kind === 'complaint');

/** Asks for each held-out complaint where it belongs, and reads the same letters with the keyword table. */
export async function measureRouting(complaints: readonly ComplaintRecord[], ask: Asked): Promise<HitRates> {
  const volume = new Map<string, number>();
  for (const { departmentCode } of complaints) volume.set(departmentCode, (volume.get(departmentCode) ?? 0) + 1);
  const counted = { first: 0, firstThree: 0 };
  const byTable = { first: 0, firstThree: 0 };
  const note = (into: typeof counted, ranked: readonly string[], department: string): void => {
    if (ranked[0] === department) into.first += 1;
    if (ranked.slice(0, MOST).includes(department)) into.firstThree += 1;
  };
  const left = [...complaints];
  const worker = async (): Promise<void> => {
    for (let each = left.pop(); each; each = left.pop()) {
      note(counted, await ask(each.title, each.body), each.departmentCode);
      note(byTable, byKeywords(`${each.title} ${each.body}`, volume), each.departmentCode);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const share = ({ first, firstThree }: typeof counted) => ({
    first: first / complaints.length,
    firstThree: firstThree / complaints.length,
  });
  return { complaints: complaints.length, suggested: share(counted), keywords: share(byTable) };
}
