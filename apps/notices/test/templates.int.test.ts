import { type Someone, admin, auditor, citizen, inEnglish, officer } from '@charter/service/testing';
import { answered } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';

const KEY = 'complaint.answered.v1/CITIZEN';
const TEXT =
  'key kind audience language version subject body words keptWords requiredBy draft { subject body } versions { version subject }';
const ONE = `query ($key: String!, $language: Language!) { found: noticeTemplate(key: $key, language: $language) { ${TEXT} } }`;
const SAVE = `mutation ($input: SaveNoticeTemplateInput!) { found: saveNoticeTemplate(input: $input) { template { ${TEXT} } errors { code path } } }`;
const DISCARD = `mutation ($input: DiscardNoticeTemplateInput!) { found: discardNoticeTemplate(input: $input) { template { ${TEXT} } errors { code path } } }`;
const PUBLISH = `mutation ($input: PublishNoticeTemplateInput!) { found: publishNoticeTemplate(input: $input) { template { ${TEXT} } errors { code path } } }`;
const PREVIEW = `query ($key: String!, $language: Language!, $subject: String, $body: String) {
  found: previewNoticeTemplate(key: $key, language: $language, subject: $subject, body: $body) { subject body errors { code path } } }`;
const LIST = `query ($search: String, $first: Int! = 20, $after: String) {
  found: noticeTemplates(language: EN, search: $search, first: $first, after: $after) {
    edges { node { key language version } } pageInfo { hasNextPage endCursor } totalCount } }`;

interface Text {
  readonly version: number;
  readonly subject: string;
  readonly body: string;
  readonly draft: { readonly subject: string } | null;
  readonly versions: readonly { readonly version: number; readonly subject: string }[];
}
interface Payload {
  readonly template: Text | null;
  readonly errors: readonly { readonly code: string }[];
}

describe('the words in which people are told', () => {
  const mail = new MailServer();
  let office: Office;

  beforeAll(async () => {
    await mail.start();
    office = await Office.open(mail.url);
  });
  afterAll(async () => {
    await office.close();
    await mail.stop();
  });
  beforeEach(async () => {
    mail.reset();
    await office.sql.query('TRUNCATE "notice_template", "notice_template_draft"');
    await office.reset();
  });

  const ask = async <T>(who: Someone, query: string, variables = {}): Promise<T> =>
    (await office.service.ask<{ found: T }>(who, query, variables)).data!.found;
  const codes = async (who: Someone, query: string, variables = {}): Promise<string[]> =>
    ((await office.service.ask(who, query, variables)).errors ?? []).map(({ extensions: { code } }) => code);
  const text = (language = 'KO', who: Someone = admin) => ask<Text>(who, ONE, { key: KEY, language });
  const save = async (subject: string, language = 'KO') =>
    ask<Payload>(admin, SAVE, { input: { key: KEY, language, subject, body: (await text(language)).body } });
  const publish = (version: number) => ask<Payload>(admin, PUBLISH, { input: { key: KEY, version } });
  const told = async (who: Someone = citizen) => {
    const query = '{ found: myNotices { edges { node { title } } } }';
    const { edges } = await ask<{ edges: { node: { title: string } }[] }>(who, query);
    return edges.map(({ node }) => node.title);
  };
  const hears = async () => {
    office.service.clock.advance(1_000);
    await office.hear('notices-inbox', 'complaint.answered.v1', answered);
  };

  it('are built in as version 1, with what they may and must say', async () => {
    expect(await text('EN', auditor)).toMatchObject({
      ...{ key: KEY, kind: 'complaint.answered.v1', audience: 'CITIZEN', language: 'EN', version: 1, draft: null },
      ...{ requiredBy: '민원 처리에 관한 법률 제27조제1항', versions: [] },
      words: expect.arrayContaining(['receipt', 'department']),
      keptWords: expect.arrayContaining(['receipt']),
    });
    expect(await ask(admin, ONE, { key: 'complaint.answered.v1/AUDITOR', language: 'KO' })).toBeNull();
  });

  it('are listed by key, page by page, and found by letters of it', async () => {
    interface List {
      edges: { node: { key: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
      totalCount: number;
    }
    const keys: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const page: List = await ask<List>(admin, LIST, { first: 100, after });
      keys.push(...page.edges.map(({ node }) => node.key));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      expect(page.totalCount).toBeGreaterThan(100);
    }
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual([...keys].sort());
    expect((await ask<List>(auditor, LIST, { search: 'objection.decided' })).edges.map(({ node }) => node.key)).toEqual(
      ['objection.decided.v1/CITIZEN', 'objection.decided.v1/OFFICER'],
    );
    expect(await codes(admin, LIST, { after: 'edited.cursor' })).toEqual(['BAD_USER_INPUT']);
    expect(await codes(admin, LIST, { first: 0 })).toEqual(['BAD_USER_INPUT']);
  });

  it('are shown with sample words before they are saved, and refused with the reason', async () => {
    const tried = { key: KEY, language: 'KO', subject: '[답변 완료] {receipt}' };
    expect(await ask(admin, PREVIEW, tried)).toMatchObject({
      subject: '[답변 완료] 2026-000123-4',
      body: expect.stringContaining('도로과 (전화 051-888-1234)'),
      errors: [],
    });
    expect(await ask(admin, PREVIEW, { ...tried, body: '답변드렸습니다.' })).toEqual({
      ...{ subject: null, body: null },
      errors: [{ code: 'INVALID_VALUE', path: ['body'] }],
    });
    expect(await ask(admin, PREVIEW, { ...tried, key: 'none' })).toBeNull();
    await save('[초안] {receipt}');
    expect(await ask(admin, PREVIEW, { key: KEY, language: 'KO' })).toMatchObject({ subject: '[초안] 2026-000123-4' });
  });

  it('are sent in the new version from the next notice on, and what was planned keeps its words', async () => {
    await hears();
    expect((await save('[새 글] {receipt}')).template).toMatchObject({
      version: 1,
      draft: { subject: '[새 글] {receipt}' },
    });
    await hears();
    expect((await publish(1)).template).toMatchObject({ version: 2, draft: null, versions: [{ version: 2 }] });
    await hears();
    await save('[더 새 글] {receipt}');
    await publish(2);
    await hears();
    await office.delivery.runOnce();
    const number = '2026-000001-7';
    const old = `[답변 ${number}] 민원에 답변드렸습니다`;
    expect(await told()).toEqual([`[더 새 글] ${number}`, `[새 글] ${number}`, old, old]);
    expect((await told(inEnglish(citizen)))[0]).toBe((await told(inEnglish(citizen)))[3]); // English had no draft
    expect(mail.received.map(({ letter }) => letter.subject).sort()).toEqual((await told()).sort());
    expect((await text()).versions.map(({ version, subject }) => [version, subject])).toEqual([
      [3, '[더 새 글] {receipt}'],
      [2, '[새 글] {receipt}'],
    ]);
  });

  it('are read for a page of notices with one statement more, however many', async () => {
    const cost = () => office.service.statements(() => told());
    await hears();
    await office.delivery.runOnce();
    const before = await cost();
    await save('[새 글] {receipt}');
    await publish(1);
    for (let times = 0; times < 5; times += 1) await hears();
    await office.delivery.runOnce();
    expect(await cost()).toBe(before + 1);
  });

  it('are published once, by whoever saw the present version', async () => {
    expect(await publish(1)).toMatchObject({ template: null, errors: [{ code: 'INVALID_STATE', path: ['key'] }] });
    await save('[하나] {receipt}');
    const both = await Promise.all(
      [1, 2].map(() => office.service.ask(admin, PUBLISH, { input: { key: KEY, version: 1 } })),
    );
    const stale = both.flatMap(({ errors = [] }) => errors.map(({ extensions: { code } }) => code));
    expect(stale).toEqual(['STALE_VERSION']);
    expect((await text()).version).toBe(2);
    expect((await text('EN')).version).toBe(2);
  });

  it('are given up as drafts', async () => {
    const input = { key: KEY, language: 'KO' };
    expect(await ask(admin, DISCARD, { input })).toMatchObject({ errors: [{ code: 'INVALID_STATE' }] });
    await save('[하나] {receipt}');
    expect(await ask(admin, DISCARD, { input })).toMatchObject({ template: { draft: null, version: 1 }, errors: [] });
  });

  it('are written by administrators alone, read by the auditor too, and every step is on record', async () => {
    const input = { key: KEY, language: 'KO', subject: '[x]', body: 'x' };
    for (const who of [citizen, officer, auditor]) {
      expect(await codes(who, SAVE, { input })).toEqual(['FORBIDDEN']);
      expect(await codes(who, PUBLISH, { input: { key: KEY, version: 1 } })).toEqual(['FORBIDDEN']);
      expect(await codes(who, DISCARD, { input: { key: KEY, language: 'KO' } })).toEqual(['FORBIDDEN']);
    }
    for (const who of [citizen, officer]) {
      expect(await codes(who, ONE, { key: KEY, language: 'KO' })).toEqual(['FORBIDDEN']);
      expect(await codes(who, PREVIEW, { key: KEY, language: 'KO' })).toEqual(['FORBIDDEN']);
      expect(await codes(who, LIST)).toEqual(['FORBIDDEN']);
    }
    expect(await codes(admin, SAVE, { input: { ...input, key: 'none' } })).toEqual(['NOT_FOUND']);
    expect(await ask(admin, SAVE, { input })).toMatchObject({ template: null, errors: [{ code: 'INVALID_VALUE' }] });
    await save('[하나] {receipt}');
    await publish(1);
    const lines = await office.sql.query('SELECT person_id, action, details FROM "admin_action" ORDER BY id');
    expect(lines).toEqual([
      { person_id: admin.id, action: 'saveNoticeTemplate', details: { key: KEY, language: 'ko' } },
      { person_id: admin.id, action: 'publishNoticeTemplate', details: { key: KEY, version: 2, languages: ['ko'] } },
    ]);
    await expect(office.sql.query(`UPDATE "notice_template" SET body = 'x'`)).rejects.toThrow('append-only');
  });
});
