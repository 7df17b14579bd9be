import { emptyTables } from '@charter/testkit';
import { openCatalogue } from './fixtures/catalogue';
import { answer, file, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { plansOf } from './fixtures/plans';
import { LearningJob } from '../src/jobs/learning.job';
import {
  type Someone,
  anonymous,
  auditor,
  citizen,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';

const agreed = { visibility: 'PUBLIC_MASKED' };
const secondManager: Someone = { ...manager, id: '0198a000-0000-7000-8000-0000000000b1' };
const ARTICLE =
  'article { id status question answer version versions { number draftedBy publishedBy } } errors { code path }';

interface Article {
  readonly id: string;
  readonly status: string;
  readonly question: string | null;
  readonly version: number;
  readonly versions: { number: number; draftedBy: string; publishedBy: string | null }[] | null;
}

describe('knowledge and foresight', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(new Date());
    await emptyTables(office.dataSource, 'complaint', 'routing_class', 'routing_term', 'knowledge_article');
  });

  const learn = () => (office.parts.loops.find((loop) => loop instanceof LearningJob) as LearningJob).runOnce();
  const similar = async (who: Someone, text: string) =>
    (
      await office.ask<{
        similarComplaints: {
          kind: string;
          title: string;
          confidence: number;
          matchedWords: string[];
          complaint: unknown;
        }[];
      }>(
        who,
        `query ($text: String!) { similarComplaints(text: $text, first: 5) {
          kind title answer confidence matchedWords serviceCode serviceItem { code } complaint { id } article { id } } }`,
        { text },
      )
    ).data!.similarComplaints;
  const suggest = async (title: string, body = '') =>
    (
      await office.ask<{
        suggestRouting: {
          suggestionId: string | null;
          services: { serviceCode: string; confidence: number; matchedWords: string[] }[];
          departments: { department: { code: string }; confidence: number }[];
          expected: { median: number; p90: number; count: number } | null;
          learnedFrom: number;
        };
      }>(
        citizen,
        `query ($title: String!, $body: String!) { suggestRouting(title: $title, body: $body) { suggestionId learnedFrom
          services { serviceCode confidence matchedWords serviceItem { name } } departments { department { code } confidence }
          expected { median p90 count } } }`,
        { title, body },
      )
    ).data!.suggestRouting;
  const pothole = (changes: object = {}) =>
    file(office, { title: '도로에 큰 구멍이 생겼습니다', body: '차가 지나갈 때마다 덜컹거려 위험합니다.', ...changes });
  const leak = (changes: object = {}) =>
    file(office, {
      serviceCode: 'WATER_LEAK',
      title: '길에서 물이 솟아요',
      body: '수도관이 터진 것 같습니다. 물이 흘러넘칩니다.',
      ...changes,
    });

  it('offers published answers to everybody, masked, and cases of the own department to its officers alone', async () => {
    await answer(office, await pothole({ ...agreed, body: '저 홍길동의 차가 덜컹거립니다. 010-1234-5678' }));
    await answer(office, await pothole(), officer);
    await leak();
    const text = '도로 구멍 때문에 차가 덜컹거려요';
    const seen = await similar(anonymous, text);
    expect(seen).toMatchObject([{ kind: 'ANSWER', serviceItem: { code: 'ROAD_REPAIR' }, complaint: null }]);
    expect(seen[0]!.confidence).toBeGreaterThan(0.3);
    expect(seen[0]!.matchedWords).toContain('구멍');
    expect(JSON.stringify(seen)).not.toMatch(/홍길동|1234-5678/);
    expect((await similar(officer, text)).map(({ kind }) => kind)).toEqual(['CASE', 'CASE']);
    expect((await similar(otherOfficer, text)).map(({ kind }) => kind)).toEqual(['ANSWER']);
    expect(await similar(anonymous, '여권 발급 문의')).toEqual([]);
  });

  it('offers nothing of an answer that was taken back by an objection or is private', async () => {
    const filed = await pothole(agreed);
    await answer(office, filed);
    await office.dataSource.query(
      `UPDATE complaint SET status = 'ASSIGNED', answer = NULL, answered_at = NULL, closed_at = NULL WHERE id = $1`,
      [filed.id],
    );
    await answer(office, await pothole());
    expect(await similar(anonymous, '도로 구멍')).toEqual([]);
  });

  it('suggests by what was answered, with evidence and how long it took; learns each answer once', async () => {
    for (let index = 0; index < 4; index += 1) {
      await answer(office, await pothole());
      await answer(office, await leak(), otherOfficer);
    }
    expect((await suggest('물이 새요')).learnedFrom).toBe(0);
    expect((await Promise.all([learn(), learn()])).reduce((sum, each) => sum + each, 0)).toBe(8);
    expect(await learn()).toBe(0);
    const found = await suggest('길에 물이 흘러요', '어디서 터졌는지 모르겠어요');
    expect(found).toMatchObject({
      learnedFrom: 8,
      services: [{ serviceCode: 'WATER_LEAK' }, { serviceCode: 'ROAD_REPAIR' }],
      expected: { count: 4 },
    });
    expect(found.departments[0]!.department.code).toBe('WATER');
    expect(found.departments[0]!.confidence).toBeGreaterThan(0.5);
    expect(found.services[0]!.matchedWords.length).toBeGreaterThan(0);
    expect(await suggest('zzz')).toMatchObject({ suggestionId: null, services: [], departments: [] });
  });

  it('measures whether suggestions are taken, and takes none that was never made', async () => {
    await answer(office, await pothole());
    await answer(office, await leak(), otherOfficer);
    await learn();
    const { suggestionId } = await suggest('도로 구멍');
    await pothole({ suggestionId });
    await leak({ suggestionId });
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    const { data } = await office.ask<{ suggestionAcceptance: object }>(
      auditor,
      'query ($period: PeriodInput!) { suggestionAcceptance(period: $period) { filed service department amongFirst } }',
      { period: { from: today, to: today } },
    );
    expect(data!.suggestionAcceptance).toEqual({ filed: 2, service: 1, department: 1, amongFirst: 2 });
    await expect(pothole({ suggestionId: `${suggestionId}x` })).rejects.toThrow('BAD_USER_INPUT');
  });

  describe('articles', () => {
    const send = async (who: Someone, name: string, input: object) => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const { data, errors } = await office.ask<{ result: { article: Article | null; errors: { code: string }[] } }>(
        who,
        `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${ARTICLE} } }`,
        { input },
      );
      const codes = [
        ...(errors ?? []).map((e) => e.extensions.code),
        ...(data?.result?.errors ?? []).map((e) => e.code),
      ];
      return { codes, article: data?.result?.article ?? null };
    };
    const text = { question: '도로 구멍은 어디에 알리나요?', answer: '위치를 알려 주시면 이틀 안에 메웁니다.' };
    const found = async (search?: string) =>
      (
        await office.ask<{ knowledgeArticles: { edges: { node: { question: string } }[] } }>(
          anonymous,
          'query ($search: String) { knowledgeArticles(search: $search) { edges { node { question answer } } } }',
          { search },
        )
      ).data!.knowledgeArticles.edges.map(({ node }) => node.question);

    it('are drafted from an answer, approved by another manager, found by everybody, changed and taken back', async () => {
      const filed = await pothole();
      await answer(office, filed);
      const drafted = await send(manager, 'draftKnowledgeArticle', { complaintId: filed.id, ...text });
      expect(drafted.article).toMatchObject({ status: 'DRAFT', question: null });
      const { id } = drafted.article!;
      expect(await found()).toEqual([]);
      expect((await send(manager, 'publishKnowledgeArticle', { articleId: id })).codes).toEqual(['SAME_PERSON']);
      expect((await send(officer, 'publishKnowledgeArticle', { articleId: id })).codes).toEqual(['FORBIDDEN']);
      const published = await send(secondManager, 'publishKnowledgeArticle', { articleId: id });
      expect(published.article).toMatchObject({ status: 'PUBLISHED', question: text.question });
      expect(await found('구멍을 어디에')).toEqual([text.question]);
      expect((await similar(anonymous, '도로 구멍은 어디에 알리나요')).map(({ kind }) => kind)).toEqual(['ARTICLE']);
      const again = { complaintId: filed.id, articleId: id, question: text.question, answer: '하루 안에 메웁니다.' };
      await send(officer, 'draftKnowledgeArticle', again);
      await send(manager, 'publishKnowledgeArticle', { articleId: id });
      const taken = await send(manager, 'withdrawKnowledgeArticle', { articleId: id, reason: '절차가 바뀌었습니다.' });
      expect(taken.article).toMatchObject({
        status: 'WITHDRAWN',
        versions: [
          { number: 1, draftedBy: manager.id, publishedBy: secondManager.id },
          { number: 2, draftedBy: officer.id, publishedBy: manager.id },
        ],
      });
      expect(await found()).toEqual([]);
    });

    it('may be given to the anonymous again, with their department; for who has signed in they are read anew', async () => {
      const filed = await pothole();
      await answer(office, filed);
      const drafted = await send(manager, 'draftKnowledgeArticle', { complaintId: filed.id, ...text });
      await send(secondManager, 'publishKnowledgeArticle', { articleId: drafted.article!.id });
      expect(await found()).toEqual([text.question]);
      const list = (node: string) =>
        `{ knowledgeArticles { totalCount edges { node { ${node} } } pageInfo { hasNextPage } } }`;
      const fields = 'id question answer department { code }';
      expect(await office.freshness(anonymous, list(fields))).toBe('max-age=30, public');
      expect(await office.freshness(anonymous, list('id question'))).toBe('max-age=60, public');
      for (const who of [citizen, officer]) expect(await office.freshness(who, list(fields))).toBeNull();
      expect(await office.freshness(anonymous, list('id versions { number }'))).toBeNull();
      const own = '{ departmentArticles { edges { node { id } } } }';
      for (const who of [anonymous, officer]) expect(await office.freshness(who, own)).toBeNull();
    });

    it('carry nobody’s name or contacts, and are written from answers of the own department alone', async () => {
      const filed = await pothole();
      const draft = (who: Someone, changes: object = {}) =>
        send(who, 'draftKnowledgeArticle', { complaintId: filed.id, ...text, ...changes });
      expect((await draft(officer)).codes).toEqual(['INVALID_STATE']);
      await answer(office, filed);
      expect((await draft(officer, { answer: '홍길동 님께 알려 드렸습니다.' })).codes).toEqual(['INVALID_VALUE']);
      expect((await draft(officer, { answer: '010-1234-5678로 전화하십시오.' })).codes).toEqual(['INVALID_VALUE']);
      expect((await draft(otherOfficer)).codes).toEqual(['NOT_FOUND']);
      expect((await draft(otherCitizen)).codes).toEqual(['FORBIDDEN']);
      const { article } = await draft(officer);
      expect(
        (await send(secondManager, 'publishKnowledgeArticle', { articleId: article!.id, version: 99 })).codes,
      ).toEqual(['STALE_VERSION']);
    });
  });

  it('answers from the index over a year of complaints', async () => {
    await answer(office, await pothole(agreed));
    await office.dataSource.query('ALTER TABLE complaint_search DROP CONSTRAINT complaint_search_complaint_id_fkey');
    // As many terms for each as a complaint has, of as many as a language has.
    await office.dataSource.query(
      `INSERT INTO complaint_search
       SELECT gen_random_uuid(), s.service_code, s.department_code, n % 4 = 0, s.answered_at, s.working_hours,
         array_to_tsvector(ARRAY(SELECT DISTINCT 'w' || (n * 7919 + k * k * 31) % 5000 FROM generate_series(1, 60) k))
       FROM complaint_search s, generate_series(1, 20000) n`,
    );
    // As autovacuum leaves it: without a pending list in the index.
    await office.dataSource.query('VACUUM ANALYZE complaint_search');
    const nodes = await plansOf(office, /"complaint_search" WHERE "terms"/, () => similar(officer, '도로 구멍 위험'));
    expect(
      nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'complaint_search'),
    ).toEqual([]);
    expect(nodes.map((node) => node['Index Name'])).toEqual(expect.arrayContaining(['complaint_search_terms']));
  });

  it('is kept when a complaint moves to another department', async () => {
    const filed = await pothole(agreed);
    await step(office, officer, 'transferComplaint', filed, {
      departmentCode: 'WATER',
      reason: '상수도 공사 때문입니다.',
    });
    await answer(office, filed, otherOfficer);
    expect((await similar(otherOfficer, '도로 구멍')).map(({ kind }) => kind)).toEqual(['CASE']);
    expect((await similar(officer, '도로 구멍')).map(({ kind }) => kind)).toEqual(['ANSWER']);
  });
});
