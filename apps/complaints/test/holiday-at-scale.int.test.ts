import { emptyTables } from '@charter/testkit';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, file, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { officer } from '@charter/service/testing';

const COPIES = 1_249;
const HOLIDAY = { date: '2026-11-26', nameKo: '시민의 날', nameEn: 'Citizens’ Day' };

/** A deadline's dates and version, as text. */
type Row = Readonly<Record<'id' | 'group' | 'kind' | 'state' | 'due' | 'announced' | 'version', string>>;

describe('a holiday declared while 10,000 deadlines run', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  /** As many more of a complaint as there are copies, each with its two promises. */
  async function multiply(name: string, { id }: Complaint): Promise<void> {
    await office.dataSource.query(
      `WITH copy AS (
         SELECT gen_random_uuid() AS id, gen_random_uuid() AS law, gen_random_uuid() AS charter, n
         FROM generate_series(1, ${COPIES}) n),
       promises AS (
         INSERT INTO deadline
         SELECT (jsonb_populate_record(d, jsonb_build_object('subject_id', copy.id,
           'id', CASE d.kind WHEN 'STATUTORY' THEN copy.law ELSE copy.charter END))).*
         FROM copy, deadline d WHERE d.subject_id = $1 AND d.kind IN ('STATUTORY', 'CHARTER'))
       INSERT INTO complaint
       SELECT (jsonb_populate_record(c, jsonb_build_object('id', copy.id, 'statutory_id', copy.law,
         'charter_id', copy.charter, 'receipt_number', $2 || copy.n::text))).*
       FROM copy, complaint c WHERE c.id = $1`,
      [id, `${name} `],
    );
    await emptyTables(office.dataSource, 'deadline_history');
    await office.dataSource.query(`DELETE FROM deadline WHERE kind NOT IN ('STATUTORY', 'CHARTER')`);
  }

  const rows = async (): Promise<Map<string, Row>> => {
    const found = (await office.dataSource.query(
      `SELECT d.id, split_part(c.receipt_number, ' ', 1) AS "group", d.kind, d.state, d.due_at::text AS due,
         d.announced_due_at::text AS announced, d.version::text
       FROM deadline d JOIN complaint c ON c.id = d.subject_id`,
    )) as Row[];
    return new Map(found.map((row) => [row.id, row]));
  };

  it('moves those that it touches by a working day, no other row, and tells each once', async () => {
    office.clock.set('2026-11-23T10:00:00+09:00');
    await multiply('running', await file(office));
    await multiply(
      'waiting',
      await step(office, officer, 'requestSupplement', await file(office), { text: '위치도', days: 10 }),
    );
    office.clock.set('2026-11-12T10:00:00+09:00');
    await multiply('over', await file(office));
    office.clock.set('2026-11-27T10:00:00+09:00');
    await multiply('after', await file(office));
    await office.dataSource.query('TRUNCATE outbox_event CASCADE');
    const before = await rows();
    expect(before.size).toBe(10_000);

    const began = performance.now();
    await office.hear('holiday.declared.v1', HOLIDAY);
    const took = performance.now() - began;
    const after = await rows();

    const moved = [...after.values()].filter(({ id, due }) => due !== before.get(id)!.due);
    expect(moved).toHaveLength(2 * (COPIES + 1));
    for (const { id, kind, due, announced, version } of moved) {
      const was = before.get(id)!;
      expect([was.kind, new Date(was.due).toISOString(), new Date(due).toISOString()]).toEqual(
        kind === 'STATUTORY'
          ? ['STATUTORY', '2026-12-01T15:00:00.000Z', '2026-12-02T15:00:00.000Z']
          : ['CHARTER', '2026-11-30T01:00:00.000Z', '2026-12-01T01:00:00.000Z'],
      );
      expect([announced, Number(version)]).toEqual([was.announced, Number(was.version) + 1]);
    }
    const changed = [...after.values()].filter(({ id, version }) => version !== before.get(id)!.version);
    expect(changed).toHaveLength(moved.length);
    const told = await office.told('complaint.due-date-moved.v1');
    expect(told).toHaveLength(moved.length);
    expect(new Set(told.map(({ deadlineId }) => deadlineId))).toEqual(new Set(moved.map(({ id }) => id)));
    expect(await office.count('deadline_history')).toBe(moved.length);
    // A worker gives an event a minute before it ends the attempt.
    expect(took).toBeLessThan(30_000);
  });

  it('moves nothing more when it is declared again, also twice at once, and all of them back when it is revoked', async () => {
    const declared = await rows();
    await office.hear('holiday.declared.v1', HOLIDAY);
    await Promise.all([office.hear('holiday.declared.v1', HOLIDAY), office.hear('holiday.declared.v1', HOLIDAY)]);
    expect(await rows()).toEqual(declared);
    expect(await office.told('complaint.due-date-moved.v1')).toHaveLength(2 * (COPIES + 1));
    await office.hear('holiday.revoked.v1', { date: HOLIDAY.date });
    const back = [...(await rows()).values()];
    for (const { announced, due, state } of back) if (state === 'RUNNING') expect(due).toBe(announced);
    expect(await office.told('complaint.due-date-moved.v1')).toHaveLength(4 * (COPIES + 1));
  });
});
