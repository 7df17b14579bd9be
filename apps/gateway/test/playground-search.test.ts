import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { type Entry, schemaEntries, storyEntries } from '../playground/docs/entries';
import { type Glossary, search } from '../playground/docs/search';
import { linkTo, sharedIn } from '../playground/request/share';
import { type Answer, troubleIn } from '../playground/request/trouble';
import { STORIES } from '../playground/stories';

const schema = buildSchema(readFileSync(join(__dirname, '../schema.graphql'), 'utf8'));
const entries: readonly Entry[] = [...storyEntries(STORIES, 'ko'), ...schemaEntries(schema)];
const GLOSSARY: Glossary = [
  ['처리기한', 'deadline'],
  ['접수번호', 'receipt number'],
];
const found = (text: string): string[] => search(entries, text, GLOSSARY).map(({ kind, name }) => `${kind} ${name}`);

describe('the search of the docs', () => {
  it.each([
    ['fileComplaint', 'mutation fileComplaint'],
    ['file complaint', 'mutation fileComplaint'],
    ['COMPLAINTBYRECEIPT', 'query complaintByReceipt'],
    ['처리기한', 'story 처리기한 미리 계산'],
  ])('finds for %s first: %s', (text, first) => {
    expect(found(text)[0]).toBe(first);
  });

  it('finds by the glossary what is called otherwise in the graph, after what is called so itself', () => {
    const [before, after] = [found('처리기한').indexOf('type Deadline'), found('deadline').indexOf('type Deadline')];
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(0);
    expect(found('접수번호')).toContain('field Complaint.receiptNumber');
  });

  it('finds by what a description says, in either language', () => {
    expect(found('독촉장')).toContain('field Complaint.dunnings');
    expect(found('dunning letter')).toContain('type Dunning');
  });

  it('takes every word into account, and finds nothing for none', () => {
    expect(found('complaint zzzz')).toEqual([]);
    expect(found('   ')).toEqual([]);
  });

  it('knows every field and argument of the public schema, and nothing of introspection', () => {
    const names = new Set(entries.map(({ kind, name }) => `${kind} ${name}`));
    expect(names.has('argument complaintByReceipt(phoneLast4)')).toBe(true);
    expect([...names].filter((name) => / __/.test(name))).toEqual([]);
  });
});

describe('a shared link', () => {
  const shared = {
    query: '{ departments { name } } # 민원',
    variables: '{ "a": "ㄱ" }',
    story: 'Departments',
    person: 'officer',
  };

  it('holds what was shared, in a part of the address that no server is sent', () => {
    const link = linkTo(shared, 'https://charter.city.example/playground#old');
    expect(link).toMatch(/^https:\/\/charter\.city\.example\/playground#q=[\w-]+$/);
    expect(sharedIn(new URL(link).hash)).toEqual(shared);
  });

  it('of an earlier version still opens; one that was cut short opens nothing', () => {
    const old = `#q=${Buffer.from('{"query":"{ a }","variables":""}').toString('base64url')}`;
    expect(sharedIn(old)).toMatchObject({ query: '{ a }', variables: '' });
    expect(sharedIn(old.slice(0, 12))).toBeUndefined();
    expect(sharedIn('#query')).toBeUndefined();
  });
});

describe('what an answer says is wrong', () => {
  const answer = (code: string, extensions: object = {}): Answer => ({
    errors: [{ message: 'x', extensions: { code, ...extensions } }],
  });
  it.each([
    ['a token that is refused', answer('UNAUTHENTICATED'), true, { kind: 'expired' }],
    ['nobody signed in', answer('UNAUTHENTICATED'), false, { kind: 'signIn' }],
    ['too many requests', answer('RATE_LIMITED', { retryAfterSeconds: 7 }), true, { kind: 'limited', seconds: 7 }],
    [
      'a service away',
      answer('SERVICE_UNAVAILABLE', { service: 'surveys' }),
      true,
      { kind: 'unavailable', services: 'surveys' },
    ],
    ['a mistake in the request', answer('BAD_USER_INPUT'), true, undefined],
    ['nothing', { data: {} }, true, undefined],
  ])('%s', (_name, told, withToken, trouble) => {
    expect(troubleIn(told, withToken)).toEqual(trouble);
  });
});
