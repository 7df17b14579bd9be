import { randomUUID } from 'node:crypto';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import * as people from '@charter/service/testing';

const { admin, anonymous, auditor, citizen, colleague, inEnglish, manager, officer } = people;

const bulk = (name: string, type: string): string => `mutation ($input: ${type}!) { result: ${name}(input: $input) {
  results { complaintId complaint { id status officerId version } errors { code message path } } done errors { code path } } }`;
const MUTATIONS = {
  assignComplaints: bulk('assignComplaints', 'AssignComplaintsInput'),
  transferComplaints: bulk('transferComplaints', 'TransferComplaintsInput'),
  answerComplaints: bulk('answerComplaints', 'AnswerComplaintsInput'),
} as const;
type Name = keyof typeof MUTATIONS;

interface Results {
  readonly results: {
    complaintId: string;
    complaint: Pick<Complaint, 'id' | 'status' | 'officerId' | 'version'> | null;
    errors: { code: string; message: string; path: string[] | null }[];
  }[];
  readonly done: number;
  readonly errors: { code: string; path: string[] | null }[];
}

describe('one step of many complaints', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(new Date('2026-11-23T10:00:00+09:00'));
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const ask = (who: people.Someone, name: Name, input: object) =>
    office.ask<{ result: Results }>(who, MUTATIONS[name], { input });
  const send = async (who: people.Someone, name: Name, input: object): Promise<Results> => {
    const { data, errors } = await ask(who, name, input);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.result;
  };
  const filed = async (count: number, changes: object = {}): Promise<Complaint[]> => {
    const made: Complaint[] = [];
    for (let left = count; left > 0; left -= 1) made.push(await file(office, changes));
    return made;
  };
  const items = (...complaints: Pick<Complaint, 'id'>[]) => complaints.map(({ id }) => ({ complaintId: id }));
  const codes = ({ results }: Results) => results.map(({ errors }) => errors.map(({ code }) => code));
  const told = async (type: string, ...ids: string[]): Promise<number> => {
    const [{ count }] = (await office.dataSource.query(
      `SELECT count(*)::int AS count FROM outbox_event WHERE type = $1 AND payload->>'complaintId' = ANY($2)`,
      [type, ids],
    )) as [{ count: number }];
    return count;
  };

  it('assigns each, in the order of the list, and tells of each', async () => {
    const [a, b, c] = (await filed(3)) as [Complaint, Complaint, Complaint];
    const result = await send(officer, 'assignComplaints', { items: items(c, a, b), officerId: colleague.id });
    expect(result.done).toBe(3);
    expect(result.results.map(({ complaint }) => complaint)).toEqual(
      [c, a, b].map(({ id }) => ({ id, status: 'ASSIGNED', officerId: colleague.id, version: 2 })),
    );
    expect(await told('complaint.assigned.v1', a.id, b.id, c.id)).toBe(3);
  });

  it('says in its own place why one was not done, and does the others', async () => {
    const [fresh, stale, taken, answered] = (await filed(4)) as [Complaint, Complaint, Complaint, Complaint];
    const [water] = (await filed(1, { serviceCode: 'WATER_LEAK' })) as [Complaint];
    await step(office, officer, 'assignComplaint', taken, { officerId: colleague.id });
    await answer(office, answered);
    const unknown = randomUUID();
    const list = [
      ...items({ id: 'no id' }, water, { id: unknown }, taken, answered),
      { complaintId: stale.id, version: 7 },
      { complaintId: fresh.id, version: 1 },
    ];
    const result = await send(inEnglish(officer), 'assignComplaints', { items: list });
    expect(codes(result)).toEqual([
      ['NOT_FOUND'],
      ['NOT_FOUND'],
      ['NOT_FOUND'],
      ['FORBIDDEN'],
      ['INVALID_STATE'],
      ['STALE_VERSION'],
      [],
    ]);
    expect(result.results.map(({ complaintId }) => complaintId)).toEqual(list.map(({ complaintId }) => complaintId));
    expect(result.results[5]!.errors[0]!.message).toMatch(/load it again/);
    expect(result.results.at(-1)!.complaint).toMatchObject({ status: 'ASSIGNED', officerId: officer.id });
    expect(result.done).toBe(1);
  });

  it('answers each with its own words or those for all, and refuses a resident number in one', async () => {
    const [own, common, bad, empty] = (await filed(4)) as [Complaint, Complaint, Complaint, Complaint];
    const list = [
      { complaintId: own.id, answer: '가로등을 고쳤습니다.' },
      { complaintId: common.id },
      { complaintId: bad.id, answer: '신청인 900101-1234568' },
      { complaintId: empty.id, answer: ' ' },
    ];
    const result = await send(officer, 'answerComplaints', { items: list, answer: '보수를 마쳤습니다.' });
    expect(codes(result)).toEqual([[], [], ['RESIDENT_NUMBER_PRESENT'], ['INVALID_VALUE']]);
    const answers = await office.dataSource.query(`SELECT answer FROM complaint WHERE id = ANY($1) ORDER BY answer`, [
      [own.id, common.id, bad.id, empty.id],
    ]);
    expect(answers).toEqual([
      { answer: '가로등을 고쳤습니다.' },
      { answer: '보수를 마쳤습니다.' },
      { answer: null },
      { answer: null },
    ]);
    expect(codes(await send(officer, 'answerComplaints', { items: items(bad) }))).toEqual([['INVALID_VALUE']]);
  });

  it('passes each on, to a department or to another body', async () => {
    const [a, b, c] = (await filed(3)) as [Complaint, Complaint, Complaint];
    const reason = '상수도 소관입니다.';
    const moved = await send(officer, 'transferComplaints', { items: items(a), departmentCode: 'WATER', reason });
    expect(moved.done).toBe(1);
    expect(codes(await send(officer, 'transferComplaints', { items: items(a, b), body: '한국전력', reason }))).toEqual([
      ['NOT_FOUND'],
      [],
    ]);
    const unknown = await send(officer, 'transferComplaints', { items: items(c), departmentCode: 'NONE', reason });
    expect(codes(unknown)).toEqual([['INVALID_VALUE']]);
    const { errors } = await ask(officer, 'transferComplaints', { items: items(c), reason });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('refuses a list as a whole that is empty, too long, or names one twice, and does nothing', async () => {
    const [a, b] = (await filed(2)) as [Complaint, Complaint];
    const many = Array.from({ length: 100 }, () => ({ complaintId: randomUUID() }));
    const twice = items(a, b, { id: a.id.toUpperCase() });
    for (const [list, error] of [
      [[], { code: 'INVALID_VALUE', path: ['items'] }],
      [[...items(a), ...many], { code: 'LIMIT_REACHED', path: ['items'] }],
      [twice, { code: 'INVALID_VALUE', path: ['items', '2', 'complaintId'] }],
    ] as const) {
      expect(await send(officer, 'assignComplaints', { items: list })).toEqual({
        results: [],
        done: 0,
        errors: [error],
      });
    }
    expect(await told('complaint.assigned.v1', a.id, b.id)).toBe(0);
  });

  it('goes on after one that fails for a reason of its own, and says nothing of the reason', async () => {
    const [a, broken, c] = (await filed(3)) as [Complaint, Complaint, Complaint];
    await office.dataSource.query(`CREATE FUNCTION break_one() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.id = '${broken.id}' THEN RAISE EXCEPTION 'secret'; END IF; RETURN NEW; END $$`);
    await office.dataSource.query(
      `CREATE TRIGGER break_one BEFORE UPDATE ON complaint FOR EACH ROW EXECUTE FUNCTION break_one()`,
    );
    const result = await send(inEnglish(officer), 'assignComplaints', { items: items(a, broken, c) });
    await office.dataSource.query(`DROP FUNCTION break_one CASCADE`);
    expect(codes(result)).toEqual([[], ['INTERNAL_SERVER_ERROR'], []]);
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('sent twice at once, does each once', async () => {
    const all = await filed(10);
    const list = all.map(({ id, version }) => ({ complaintId: id, version }));
    const input = { items: list, answer: '보수를 마쳤습니다.' };
    const [one, other] = await Promise.all([
      send(officer, 'answerComplaints', input),
      send(manager, 'answerComplaints', { ...input, items: [...list].reverse() }),
    ]);
    expect(one.done + other.done).toBe(10);
    expect([...codes(one), ...codes(other)].flat()).toEqual(Array(10).fill('STALE_VERSION'));
    expect(await told('complaint.answered.v1', ...all.map(({ id }) => id))).toBe(10);
  });

  it.each([
    [anonymous, 'UNAUTHENTICATED'],
    [citizen, 'FORBIDDEN'],
    [auditor, 'FORBIDDEN'],
    [admin, 'FORBIDDEN'],
  ])('is not for %j', async (who, code) => {
    for (const name of Object.keys(MUTATIONS) as Name[]) {
      const extra = name === 'transferComplaints' ? { reason: '이유', body: '한국전력' } : {};
      const { errors } = await ask(who, name, { items: items({ id: randomUUID() }), ...extra });
      expect(errors).toMatchObject([{ extensions: { code } }]);
    }
  });
});
