import { openCatalogue } from './fixtures/catalogue';
import { answer, file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import * as people from '@charter/service/testing';

const { admin, anonymous, auditor, citizen, colleague, officer, otherOfficer } = people;

const SAVE = `mutation ($input: SaveComplaintFilterInput!) { result: saveComplaintFilter(input: $input) {
  savedFilter { id name shared own version filter { status serviceCode overdue receivedFrom } } errors { code path } } }`;
const LIST = `{ complaintFilters { edges { node { id name own shared } } } }`;
const DELETE = `mutation ($id: ID!) { deleteComplaintFilter(input: { id: $id }) { deletedId errors { code } } }`;
const USE = `query ($id: ID, $filter: ComplaintFilterInput) { complaints(savedFilterId: $id, filter: $filter) {
  edges { node { id } } } }`;

interface Saved {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

describe('saved filters', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(new Date('2026-11-23T10:00:00+09:00'));
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const filter = { status: ['ANSWERED'], receivedFrom: '2026-11-01T00:00:00+09:00' };
  const ask = (who: people.Someone, input: object) =>
    office.ask<{ result: { savedFilter: Saved | null; errors: object[] } }>(who, SAVE, {
      input: { name: '답변한 것', filter, ...input },
    });
  const save = async (who: people.Someone, input: object = {}): Promise<Saved> => {
    const { data, errors } = await ask(who, input);
    if (!data?.result.savedFilter) throw new Error(JSON.stringify({ data, errors }));
    return data.result.savedFilter;
  };
  const names = async (who: people.Someone): Promise<string[]> =>
    (await office.ask<{ complaintFilters: { edges: { node: Saved }[] } }>(who, LIST)).data!.complaintFilters.edges.map(
      ({ node }) => node.name,
    );
  const code = (answered: people.Answer<unknown>) => answered.errors?.[0]?.extensions.code;

  it('are seen by who keeps them, and by the department that shares them', async () => {
    const own = await save(officer, { name: '나만' });
    expect(own).toMatchObject({
      ...{ shared: false, own: true, version: 1 },
      filter: { status: ['ANSWERED'], serviceCode: null, overdue: null, receivedFrom: '2026-11-01T00:00:00+09:00' },
    });
    await save(officer, { name: '함께', shared: true });
    expect([await names(officer), await names(colleague)]).toEqual([['나만', '함께'], ['함께']]);
    expect([await names(otherOfficer), await names(auditor)]).toEqual([[], []]);
  });

  it('narrow the list to what the caller may see', async () => {
    const answered = await answer(office, await file(office));
    await file(office);
    const { id } = await save(officer, { name: '쓰기', shared: true });
    const found = async (who: people.Someone, more: object = {}) =>
      office.ask<{ complaints: { edges: { node: { id: string } }[] } }>(who, USE, { id, ...more });
    for (const who of [officer, colleague])
      expect((await found(who)).data!.complaints.edges).toEqual([{ node: { id: answered.id } }]);
    expect(code(await found(otherOfficer))).toBe('NOT_FOUND');
    expect(code(await found(officer, { id: 'no id' }))).toBe('NOT_FOUND');
    expect(code(await found(officer, { filter }))).toBe('BAD_USER_INPUT');
  });

  it('are changed and deleted by who made them alone', async () => {
    const { id, version } = await save(officer, { name: '고칠 것', shared: true });
    expect(code(await ask(colleague, { id }))).toBe('FORBIDDEN');
    expect(code(await ask(otherOfficer, { id }))).toBe('NOT_FOUND');
    const both = await Promise.all(['하나', '둘'].map((name) => ask(officer, { id, version, name, shared: true })));
    expect(both.map(code).sort()).toEqual(['STALE_VERSION', undefined]);
    expect(code(await office.ask(colleague, DELETE, { id }))).toBe('FORBIDDEN');
    expect(code(await office.ask(otherOfficer, DELETE, { id }))).toBe('NOT_FOUND');
    expect((await office.ask(officer, DELETE, { id })).data).toEqual({
      deleteComplaintFilter: { deletedId: id, errors: [] },
    });
    expect(code(await office.ask(officer, DELETE, { id }))).toBe('NOT_FOUND');
  });

  it.each<[string, people.Someone, object, string, string[] | null]>([
    ['a name of nothing', officer, { name: ' ' }, 'INVALID_VALUE', ['name']],
    ['a resident number', officer, { name: '900101-1234568' }, 'RESIDENT_NUMBER_PRESENT', ['name']],
    ['sharing without a department', auditor, { shared: true }, 'INVALID_VALUE', ['shared']],
    ['a code that is none', officer, { filter: { serviceCode: 'x y' } }, 'INVALID_VALUE', ['filter', 'serviceCode']],
    [
      'an end before the beginning',
      officer,
      { filter: { ...filter, receivedTo: '2026-10-01T00:00:00+09:00' } },
      'INVALID_VALUE',
      ['filter', 'receivedTo'],
    ],
  ])('refuse %s', async (_name, who, input, refused, path) => {
    expect((await ask(who, input)).data!.result).toEqual({ savedFilter: null, errors: [{ code: refused, path }] });
  });

  it('are made once for a key, and a hundred at most, also when two come at once', async () => {
    const who = { ...officer, id: '00000000-0000-4000-8000-0000000000aa' };
    const twice = await Promise.all([1, 2].map(() => save(who, { idempotencyKey: 'filter' })));
    expect(twice[0]!.id).toBe(twice[1]!.id);
    for (let left = 98; left > 0; left -= 1) await save(who);
    const last = await Promise.all([ask(who, {}), ask(who, {})]);
    expect(last.map(({ data }) => data!.result.errors.length).sort()).toEqual([0, 1]);
  });

  it.each([
    [anonymous, 'UNAUTHENTICATED'],
    [citizen, 'FORBIDDEN'],
    [admin, 'FORBIDDEN'],
  ])('are not for %j', async (who, refused) => {
    expect(code(await ask(who, {}))).toBe(refused);
    expect(code(await office.ask(who, LIST))).toBe(refused);
    expect(code(await office.ask(who, DELETE, { id: 'x' }))).toBe(refused);
  });
});
