import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { type Addressed, writeLetter } from './letter';
import { LINKED_QUERIES } from './links';

const notice: Addressed = {
  ...{ eventType: 'survey.invited.v1', audience: 'CITIZEN', departmentCode: 'ROADS', templateVersion: 1 },
  ...{
    subjectType: 'SURVEY_INVITATION',
    subjectId: '0198a000-0000-7000-8000-0000000000c1',
    complaintId: null,
    told: {},
  },
  words: { receiptNumber: '2026-000123-4', expiresAt: '2026-12-15T15:00:00.000Z', departmentKo: '도로과' },
};

describe('a letter', () => {
  const letter = writeLetter(
    notice,
    { name: '홍<b>길동$&', language: 'ko' },
    'https://charter.city.example/',
    'secret-token',
  );

  it('greets by name, tells, links and signs, the same as text and as HTML', () => {
    const [salutation, what] = letter.text.split('\n\n');
    expect(salutation).toBe('홍<b>길동$& 님, 안녕하십니까. 부산광역시입니다.');
    expect(what).toBe('민원 처리가 어떠하였는지 의견을 듣고자 합니다.');
    expect(letter.text).toMatch(/확인하기: https:\/\/charter\.city\.example\/playground#q=[\w-]+\n\n감사합니다\./);
    expect(letter.html).toContain('<p>홍&lt;b&gt;길동$&amp; 님, 안녕하십니까. 부산광역시입니다.</p>');
    expect(letter.html).toContain('<html lang="ko">');
    expect(letter.html.replaceAll('<br>', '\n').replace(/<[^>]*>/g, '')).toContain(
      '응답 기한: 2026년 12월 15일(화) 24시까지',
    );
  });

  it('carries the token in the part of the address that no server sees', () => {
    const url = new URL(/https:\S+/.exec(letter.text)![0]);
    const shared = JSON.parse(Buffer.from(url.hash.slice('#q='.length), 'base64url').toString()) as {
      variables: string;
    };
    expect(url.pathname + url.search).toBe('/playground');
    expect(JSON.parse(shared.variables)).toEqual({ token: 'secret-token' });
  });

  it('has the name in its salutation alone', () => {
    expect(letter.subject).not.toContain('길동');
    expect(letter.text.match(/길동/g)).toHaveLength(1);
  });
});

describe('a link', () => {
  const linked = (about: Pick<Addressed, 'subjectType' | 'subjectId' | 'complaintId'>): unknown => {
    const to = { name: '홍길동', language: 'ko' } as const;
    const { text } = writeLetter({ ...notice, ...about }, to, 'https://charter.city.example');
    const shared = Buffer.from(new URL(/https:\S+/.exec(text)![0]).hash.slice('#q='.length), 'base64url');
    return JSON.parse((JSON.parse(shared.toString()) as { variables: string }).variables);
  };

  it('of an objection opens its complaint, every other its own subject', () => {
    expect(linked({ subjectType: 'OBJECTION', subjectId: 'o-1', complaintId: 'c-1' })).toEqual({ id: 'c-1' });
    expect(linked({ subjectType: 'COMPLAINT', subjectId: 'c-1', complaintId: 'c-1' })).toEqual({ id: 'c-1' });
    expect(linked({ subjectType: 'PROPOSAL', subjectId: 'p-1', complaintId: null })).toEqual({ id: 'p-1' });
    expect(linked({ subjectType: 'MISSION', subjectId: 'm-1', complaintId: null })).toEqual({ id: 'm-1' });
  });

  const schema = buildSchema(readFileSync(join(__dirname, '../../../gateway/schema.graphql'), 'utf8'));

  it.each(Object.entries(LINKED_QUERIES))('to a %s asks what clients can ask', (_subject, query) =>
    expect(validate(schema, parse(query))).toEqual([]),
  );
});
