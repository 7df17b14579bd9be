import {
  type Someone,
  type TestService,
  admin,
  anonymous,
  auditor,
  citizen,
  inEnglish,
  manager,
  officer,
  openTestService,
} from '@charter/service/testing';
import { definition } from '../src/definition';
import { phone, holes } from './fixtures/standards';
import { PUBLISH, SAVE, draft } from './fixtures/charter-text';

const VERSION = `query ($version: Int) { charter(version: $version) {
  version status isInForce inForceFrom inForceUntil title preamble
  commonStandards { category clauses { code text standard { code promise target { text } standard { promise } } } }
  departmentStandards { name phone department { name } standards { code promise target { text } standard { target { text } } } }
  cityDuties { code text } citizenDuties { code text } } }`;

interface Payload {
  charter: { version: number; revision: number } | null;
  errors: { code: string; message: string; path: string[] | null }[];
}

describe('the text of the charter', () => {
  let charter: TestService<never>;
  beforeAll(async () => {
    charter = (await openTestService(definition)) as never;
  });
  afterAll(() => charter.close());
  beforeEach(async () => {
    charter.clock.set('2026-11-23T10:00:00+09:00');
    await charter.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica'); // what is published is not to be emptied
      await tx.query(
        'TRUNCATE "charter", "charter_history", "standard", "standard_history", "department", "known_succession", "idempotency_key", "outbox_event" CASCADE',
      );
    });
    const named = async (mutation: string, inputs: object[]) => {
      for (const input of inputs) {
        const text = `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { errors { message } } }`;
        expect((await charter.ask(admin, text, { input })).data).toEqual({ [mutation]: { errors: [] } });
      }
    };
    await named('saveDepartment', [
      { code: 'ROADS', nameKo: '도로과', nameEn: 'Roads', phone: '051-888-1101' },
      { code: 'OLD', nameKo: '옛 과', nameEn: 'Old', closedOn: '2026-12-01', successorCode: 'ROADS' },
    ]);
    await named('saveStandard', [phone, holes, { ...holes, code: 'LATER', validFrom: '2027-01-01' }]);
  });

  const saved = async (input: object, who: Someone = admin) => charter.ask<{ saved: Payload }>(who, SAVE, { input });
  const published = async (input: object, who: Someone = admin) =>
    charter.ask<{ published: Payload }>(who, PUBLISH, { input });
  const write = async (input: object = draft): Promise<number> => {
    const { data, errors } = await saved(input);
    expect([errors, data?.saved.errors]).toEqual([undefined, []]);
    return data!.saved.charter!.version;
  };
  const release = async (inForceFrom = '2026-11-23', input: object = draft): Promise<number> => {
    const version = await write(input);
    expect((await published({ version, inForceFrom })).data!.published.errors).toEqual([]);
    return version;
  };
  const read = async <T>(query: string, variables: object = {}, who: Someone = anonymous): Promise<T> => {
    const { data, errors } = await charter.ask<T>(who, query, variables);
    expect(errors).toBeUndefined();
    return data!;
  };

  it('is written, published, read by everybody in their language, and told', async () => {
    expect(await release()).toBe(1);
    expect(await read(VERSION, {}, inEnglish(anonymous))).toEqual({
      charter: {
        ...{ version: 1, status: 'PUBLISHED', isInForce: true, inForceFrom: '2026-11-23', inForceUntil: null },
        ...{ title: draft.titleEn, preamble: draft.preambleEn },
        commonStandards: draft.commonStandards.map(({ category, clauses }) => ({
          category,
          clauses: clauses.map(
            ({ code, textEn, standardCode }: { code: string; textEn: string; standardCode?: string }) => ({
              code,
              text: textEn,
              standard: standardCode
                ? {
                    ...{ code: 'PHONE_RINGS', promise: phone.promiseEn, target: { text: 'at most 3 times' } },
                    standard: { promise: phone.promiseEn },
                  }
                : null,
            }),
          ),
        })),
        departmentStandards: [
          {
            ...{ name: 'Roads', phone: '051-888-1101', department: { name: 'Roads' } },
            standards: [
              {
                ...{ code: 'ROADS_HOLES', promise: holes.promiseEn, target: { text: 'at least 95 %' } },
                standard: { target: { text: 'at least 95 %' } },
              },
            ],
          },
        ],
        cityDuties: [{ code: 'CITY_OPEN', text: draft.cityDuties[0]!.textEn }],
        citizenDuties: [{ code: 'CITIZEN_TRUE', text: draft.citizenDuties[0]!.textEn }],
      },
    });
    expect(await charter.told('charter.published.v1')).toEqual([
      {
        ...{ version: 1, inForceFrom: '2026-11-23', titleKo: draft.titleKo, titleEn: draft.titleEn },
        departmentCodes: ['ROADS'],
      },
    ]);
  });

  const changed = (changes: object) => ({ ...draft, ...changes });
  const NEXT = changed({
    preambleEn: 'We keep all our promises to the citizens.',
    commonStandards: [
      ...draft.commonStandards.slice(0, 3),
      {
        category: 'ONLINE',
        clauses: [{ code: 'ONLINE_PLAIN', textKo: '쉬운 말로 쓰겠습니다.', textEn: 'We write in plain words.' }],
      },
    ],
  });

  it('has one version in force on a day: the earlier is superseded on it, without anybody’s act', async () => {
    await release();
    await release('2026-12-01', NEXT);
    const state =
      '{ charter { version } one: charter(version: 1) { status isInForce inForceUntil } two: charter(version: 2) { status isInForce inForceFrom inForceUntil } }';
    expect(await read(state)).toEqual({
      charter: { version: 1 },
      one: { status: 'PUBLISHED', isInForce: true, inForceUntil: '2026-11-30' },
      two: { status: 'PUBLISHED', isInForce: false, inForceFrom: '2026-12-01', inForceUntil: null },
    });
    charter.clock.set('2026-11-30T23:59:59+09:00');
    expect(await read('{ charter { version } }')).toEqual({ charter: { version: 1 } });
    charter.clock.set('2026-12-01T00:00:00+09:00');
    expect(await read(state)).toMatchObject({
      charter: { version: 2 },
      one: { status: 'SUPERSEDED', isInForce: false, inForceUntil: '2026-11-30' },
      two: { status: 'PUBLISHED', isInForce: true },
    });
  });

  it('is nothing before its first day, and where there is none', async () => {
    expect(await read('{ charter { version } charters { edges { node { version } } } }')).toEqual({
      ...{ charter: null, charters: { edges: [] } },
    });
    await release('2026-12-24');
    expect(
      await read('{ charter { version } next: charter(version: 1) { version } none: charter(version: 7) { version } }'),
    ).toEqual({
      ...{ charter: null, next: { version: 1 }, none: null },
    });
  });

  it('never changes once it is published, whatever becomes of standards and departments; the database refuses', async () => {
    await release();
    const before = await read(VERSION);
    await charter.ask(
      admin,
      'mutation ($input: SaveStandardInput!) { saveStandard(input: $input) { errors { code } } }',
      {
        input: { ...holes, promiseKo: '다른 약속', target: { ...holes.target, value: 80 } },
      },
    );
    const after = await read<{
      charter: { departmentStandards: { standards: { target: object; standard: object }[] }[] };
    }>(VERSION);
    const [snapshot] = after.charter.departmentStandards[0]!.standards;
    expect(snapshot).toMatchObject({ target: { text: '95% 이상' }, standard: { target: { text: '80% 이상' } } });
    expect(JSON.stringify(after).replace('80% 이상', '95% 이상')).toBe(JSON.stringify(before));
    for (const statement of [
      `UPDATE "charter" SET "text" = '{}'`,
      `UPDATE "charter" SET "in_force_from" = '2030-01-01'`,
      'DELETE FROM "charter"',
      'TRUNCATE "charter" CASCADE',
      'UPDATE "charter_history" SET "revision" = 9',
      'DELETE FROM "charter_history"',
      'TRUNCATE "charter_history"',
    ])
      await expect(charter.dataSource.query(statement)).rejects.toThrow('never changes');
  });

  it.each([
    [
      'two of one day',
      `INSERT INTO "charter" ("version", "draft", "text", "in_force_from", "saved_at", "published_at") VALUES (2, '{}', '{}', '2026-11-23', now(), '2026-11-20T00:00:00Z')`,
      'charter_of_day',
    ],
    [
      'a day before it was published',
      `INSERT INTO "charter" ("version", "draft", "text", "in_force_from", "saved_at", "published_at") VALUES (2, '{}', '{}', '2026-11-22', now(), '2026-11-22T15:00:00Z')`,
      'check constraint',
    ],
    [
      'one that holds without a text',
      `INSERT INTO "charter" ("version", "draft", "in_force_from", "saved_at") VALUES (2, '{}', '2026-11-24', now())`,
      'check constraint',
    ],
    [
      'two drafts',
      `INSERT INTO "charter" ("version", "draft", "saved_at") VALUES (2, '{}', now()), (3, '{}', now())`,
      'charter_one_draft',
    ],
  ])('cannot be %s in the database', async (_name, statement, refusal) => {
    await release();
    await expect(charter.dataSource.query(statement)).rejects.toThrow(refusal);
  });

  it('is published once when two publish at once, and for one day by one alone', async () => {
    const version = await write();
    const both = await Promise.all([
      published({ version, inForceFrom: '2026-11-24' }),
      published({ version, inForceFrom: '2026-11-25' }),
    ]);
    expect(both.map(({ data }) => data!.published.errors[0]?.code ?? 'published').sort()).toEqual([
      'ALREADY_DONE',
      'published',
    ]);
    expect((await charter.told('charter.published.v1')).length).toBe(1);
  });

  it.each<[string, object, object, [string, string][]]>([
    ['a day in the past', {}, { inForceFrom: '2026-11-22' }, [['TOO_LATE', 'inForceFrom']]],
    ['no such version', {}, { version: 9 }, [['INVALID_VALUE', 'version']]],
    [
      'a missing translation',
      { titleEn: '', preambleKo: '  ' },
      {},
      [
        ['INVALID_VALUE', 'titleEn'],
        ['INVALID_VALUE', 'preambleKo'],
      ],
    ],
    [
      'a clause and a duty in one language',
      {
        commonStandards: [
          { category: 'VISIT', clauses: [{ code: 'VISIT_ONE', textKo: '인사' }] },
          ...draft.commonStandards.slice(1),
        ],
        cityDuties: [{ code: 'CITY_ONE', textEn: 'We publish.' }],
      },
      {},
      [
        ['INVALID_VALUE', 'commonStandards.VISIT.VISIT_ONE.textEn'],
        ['INVALID_VALUE', 'cityDuties.CITY_ONE.textKo'],
      ],
    ],
    [
      'a chapter that is missing',
      { commonStandards: draft.commonStandards.slice(1) },
      {},
      [['INVALID_VALUE', 'commonStandards.VISIT']],
    ],
    ['nothing asked of the citizen', { citizenDuties: [] }, {}, [['INVALID_VALUE', 'citizenDuties']]],
    [
      'unknown standards, and one of a department among the common ones',
      {
        commonStandards: [
          ...draft.commonStandards,
          {
            category: 'HANDLING',
            clauses: [
              { code: 'H1', textKo: '가', textEn: 'a', standardCode: 'NONE' },
              { code: 'H2', textKo: '나', textEn: 'b', standardCode: 'ROADS_HOLES' },
            ],
          },
        ],
        departmentStandards: [{ departmentCode: 'ROADS', standardCodes: ['GONE', 'PHONE_RINGS', 'LATER'] }],
      },
      {},
      [
        ['INVALID_VALUE', 'commonStandards.HANDLING.H1.standardCode'],
        ['INVALID_VALUE', 'commonStandards.HANDLING.H2.standardCode'],
        ['INVALID_VALUE', 'departmentStandards.ROADS.GONE'],
        ['INVALID_VALUE', 'departmentStandards.ROADS.PHONE_RINGS'],
        ['INVALID_VALUE', 'departmentStandards.ROADS.LATER'],
      ],
    ],
    [
      'a department that is none, and one that will be closed by then',
      {
        departmentStandards: [
          { departmentCode: 'NONE', standardCodes: [] },
          { departmentCode: 'OLD', standardCodes: [] },
        ],
      },
      { inForceFrom: '2026-12-01' },
      [
        ['INVALID_VALUE', 'departmentStandards.NONE'],
        ['INVALID_VALUE', 'departmentStandards.OLD'],
      ],
    ],
  ])('is not published with %s, and says where', async (_name, changes, input, faults) => {
    const version = await write(changed(changes));
    const { published: answer } = (await published({ version, inForceFrom: '2026-11-23', ...input }, inEnglish(admin)))
      .data!;
    expect(answer.charter).toBeNull();
    expect(answer.errors.map(({ code, path }) => [code, path!.join('.')])).toEqual(faults);
    expect(await read('{ charters { edges { node { version } } } }')).toEqual({ charters: { edges: [] } });
    expect(await charter.told('charter.published.v1')).toEqual([]);
  });

  it('is not published for a day on which, or before which, another begins', async () => {
    await release('2026-12-01');
    const version = await write(NEXT);
    for (const inForceFrom of ['2026-11-30', '2026-12-01'])
      expect((await published({ version, inForceFrom })).data!.published.errors).toMatchObject([
        { code: 'INVALID_VALUE', path: ['inForceFrom'], message: expect.stringContaining('2026-12-01') },
      ]);
    expect((await published({ version, inForceFrom: '2026-12-02' })).data!.published.errors).toEqual([]);
    expect((await published({ version, inForceFrom: '2026-12-03' })).data!.published.errors).toMatchObject([
      { code: 'ALREADY_DONE' },
    ]);
  });

  it.each<[string, object, [string, string][]]>([
    ['a code that is none', { citizenDuties: [{ code: 'x' }] }, [['INVALID_VALUE', 'citizenDuties.0.code']]],
    ['a code twice', { cityDuties: [{ code: 'AA' }, { code: 'AA' }] }, [['INVALID_VALUE', 'cityDuties.1.code']]],
    [
      'a chapter twice',
      {
        commonStandards: [
          { category: 'VISIT', clauses: [] },
          { category: 'VISIT', clauses: [] },
        ],
      },
      [['INVALID_VALUE', 'commonStandards.1.category']],
    ],
    [
      'a chapter of services',
      { commonStandards: [{ category: 'SERVICE', clauses: [] }] },
      [['INVALID_VALUE', 'commonStandards.0.category']],
    ],
    ['a text too long', { titleEn: 'x'.repeat(101) }, [['INVALID_VALUE', 'titleEn']]],
    ['a resident registration number', { preambleKo: '900101-1234568' }, [['RESIDENT_NUMBER_PRESENT', 'preambleKo']]],
    [
      'too much',
      { cityDuties: Array.from({ length: 101 }, (_, n) => ({ code: `D${n}X` })) },
      [['LIMIT_REACHED', 'cityDuties']],
    ],
    [
      'a standard twice',
      { departmentStandards: [{ departmentCode: 'ROADS', standardCodes: ['ROADS_HOLES', 'ROADS_HOLES'] }] },
      [['INVALID_VALUE', 'departmentStandards.0.1.standardCodes']],
    ],
  ])('is not written with %s', async (_name, changes, faults) => {
    const { data } = await saved(changed(changes));
    expect(data!.saved.errors.map(({ code, path }) => [code, path!.join('.')])).toEqual(faults);
    expect(await charter.count('charter')).toBe(0);
  });

  it('is for administrators to write and publish; its draft for them and for auditors to read', async () => {
    for (const [who, code] of [
      [anonymous, 'UNAUTHENTICATED'],
      [citizen, 'FORBIDDEN'],
      [officer, 'FORBIDDEN'],
      [manager, 'FORBIDDEN'],
      [auditor, 'FORBIDDEN'],
    ] as const) {
      expect((await saved(draft, who)).errors).toMatchObject([{ extensions: { code } }]);
      expect((await published({ version: 1, inForceFrom: '2026-11-23' }, who)).errors).toMatchObject([
        { extensions: { code } },
      ]);
    }
    const version = await write();
    const seen =
      '{ charter(version: 1) { version status revision isInForce inForceFrom title departmentStandards { standards { code } } } charters { totalCount } }';
    for (const who of [anonymous, citizen, officer, manager])
      expect(await read(seen, {}, who)).toEqual({ charter: null, charters: { totalCount: 0 } });
    for (const who of [admin, auditor])
      expect(await read(seen, {}, who)).toEqual({
        charter: {
          ...{ version, status: 'DRAFT', revision: 1, isInForce: false, inForceFrom: null, title: draft.titleKo },
          departmentStandards: [{ standards: [{ code: 'ROADS_HOLES' }] }],
        },
        charters: { totalCount: 1 },
      });
    await published({ version, inForceFrom: '2026-11-23' });
    const history = '{ charter { history { step revision by } } }';
    expect(await read(history)).toEqual({ charter: { history: null } });
    expect(await read(history, {}, auditor)).toEqual({
      charter: {
        history: [
          { step: 'SAVED', revision: 1, by: admin.id },
          { step: 'PUBLISHED', revision: 1, by: admin.id },
        ],
      },
    });
  });

  it('is not overwritten or published by who has seen an older draft, also at once', async () => {
    await write();
    const both = await Promise.all([
      saved(changed({ titleEn: 'One', revision: 1 })),
      saved(changed({ titleEn: 'Two', revision: 1 })),
    ]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'saved').sort()).toEqual([
      'STALE_VERSION',
      'saved',
    ]);
    expect((await saved({ ...draft, revision: 0 })).errors).toMatchObject([{ extensions: { code: 'STALE_VERSION' } }]);
    expect((await published({ version: 1, revision: 1, inForceFrom: '2026-11-23' })).errors).toMatchObject([
      { extensions: { code: 'STALE_VERSION' } },
    ]);
    expect((await published({ version: 1, revision: 2, inForceFrom: '2026-11-23' })).data!.published.errors).toEqual(
      [],
    );
  });

  it('answers the same key with the same result, and another input with an error', async () => {
    const input = { ...draft, idempotencyKey: 'k1' };
    const first = (await saved(input)).data;
    expect((await saved(input)).data).toEqual(first);
    expect((await saved({ ...input, titleEn: 'Other' })).errors).toMatchObject([
      { extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } },
    ]);
    const publishing = { version: 1, inForceFrom: '2026-11-23', idempotencyKey: 'k2' };
    const once = (await published(publishing)).data;
    expect((await published(publishing)).data).toEqual(once);
    expect((await charter.told('charter.published.v1')).length).toBe(1);
  });

  it('shows what is different from an earlier version, by place and word by word, in both languages', async () => {
    await release();
    await release('2026-12-01', NEXT);
    const DIFF = `query ($since: Int) { charter(version: 2) { changes(since: $since) {
      place code kind department { code } ko { before after words { kind text } } en { before after words { kind text } } text { after } } } }`;
    const { charter: found } = await read<{ charter: { changes: object[] } }>(DIFF, {}, inEnglish(anonymous));
    expect(found.changes).toEqual([
      {
        ...{ place: 'PREAMBLE', code: null, kind: 'CHANGED', department: null },
        ko: { before: draft.preambleKo, after: draft.preambleKo, words: [{ kind: 'KEPT', text: draft.preambleKo }] },
        en: {
          ...{ before: draft.preambleEn, after: 'We keep all our promises to the citizens.' },
          words: [
            { kind: 'KEPT', text: 'We keep ' },
            { kind: 'ADDED', text: 'all ' },
            { kind: 'KEPT', text: 'our promises to the citizens.' },
          ],
        },
        text: { after: 'We keep all our promises to the citizens.' },
      },
      expect.objectContaining({
        ...{ place: 'ONLINE', code: 'ONLINE_PLAIN', kind: 'ADDED' },
        ko: { before: null, after: '쉬운 말로 쓰겠습니다.', words: [{ kind: 'ADDED', text: '쉬운 말로 쓰겠습니다.' }] },
      }),
      expect.objectContaining({
        ...{ place: 'ONLINE', code: 'ONLINE_REPLY', kind: 'REMOVED' },
        en: {
          before: 'We reply within a day.',
          after: null,
          words: [{ kind: 'REMOVED', text: 'We reply within a day.' }],
        },
      }),
    ]);
    expect(
      (await read<{ charter: { changes: object[] } }>(DIFF, { since: 1 }, inEnglish(anonymous))).charter.changes,
    ).toEqual(found.changes);
    expect(await read('{ charter(version: 1) { changes { place } } }')).toEqual({ charter: { changes: null } });
    for (const since of [0, 2, 9])
      expect((await charter.ask(anonymous, DIFF, { since })).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });

  it('may be given to the anonymous again, with its list; for who may see a draft, and with its steps, it is read anew', async () => {
    await release();
    const list = (node: string) =>
      `{ charters { totalCount edges { cursor node { ${node} } } pageInfo { endCursor } } }`;
    const fields = 'version titleKo isInForce commonStandards { clauses { textKo } } changes { code }';
    expect(await charter.freshness(anonymous, list(fields))).toBe('max-age=60, public');
    for (const who of [citizen, auditor, admin]) expect(await charter.freshness(who, list(fields))).toBeNull();
    expect(await charter.freshness(anonymous, list('version history { at }'))).toBeNull();
  });

  it('is listed, the newest first, a page at a time, in as many statements for many as for few', async () => {
    await release();
    const LIST = `query ($first: Int!, $after: String) { charters(first: $first, after: $after) { totalCount
      edges { node { version status departmentStandards { department { code } standards { standard { code } } } changes { code } } }
      pageInfo { hasNextPage endCursor } } }`;
    const few = await charter.statements(() => charter.ask(anonymous, LIST, { first: 10 }));
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) await release(day, NEXT);
    expect(await charter.statements(() => charter.ask(anonymous, LIST, { first: 10 }))).toBeLessThanOrEqual(few + 1);
    interface Page {
      readonly charters: {
        edges: { node: { version: number } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const page = await read<Page>(LIST, { first: 3 });
    expect(page.charters.edges.map(({ node }) => node.version)).toEqual([4, 3, 2]);
    const rest = await read<Page>(LIST, { first: 3, after: page.charters.pageInfo.endCursor });
    expect(rest.charters).toMatchObject({
      totalCount: 4,
      edges: [{ node: { version: 1 } }],
      pageInfo: { hasNextPage: false },
    });
    for (const variables of [{ first: 101 }, { first: 3, after: 'forged' }])
      expect((await charter.ask(anonymous, LIST, variables)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });
});
