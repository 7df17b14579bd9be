import fc from 'fast-check';
import type { Addressed } from './letter';
import { SMS_MOST_BYTES, smsBytes, writePush, writeSms } from './short-message';

const notice: Addressed = {
  ...{
    eventType: 'complaint.supplement-requested.v1',
    audience: 'CITIZEN',
    departmentCode: 'ROADS',
    templateVersion: 1,
  },
  ...{ subjectType: 'COMPLAINT', subjectId: '0198a000-0000-7000-8000-0000000000c1', complaintId: null },
  words: { receiptNumber: '2026-000123-4', dueAt: '2026-12-15T15:00:00.000Z', departmentKo: '도로과' },
  told: { supplement: '현장 사진' },
};
const URL = 'https://charter.city.example';

describe('a text message', () => {
  it.each([
    ['', 0],
    ['AB 1\n', 5],
    ['가나', 4],
    ['가a…', 5],
  ])('of %j has %i bytes', (text, bytes) => expect(smsBytes(text)).toBe(bytes));

  it('says what a letter says, who is responsible and until when, with the place to read on apart', () => {
    const { title, text, url } = writeSms(notice, 'ko', URL);
    expect(title).toContain('2026-000123-4');
    expect(text).toContain('현장 사진');
    expect(text).toContain('도로과');
    expect(text).toContain('2026년 12월 15일(화) 24시까지');
    expect(url).toMatch(/^https:\/\/charter\.city\.example\/playground#q=/);
    expect(text).not.toContain('http');
  });

  it('fits what providers take, in whole lines, however much the office wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 400, unit: 'grapheme' }), { maxLength: 40 }), (lines) => {
        const written = { ...notice, told: { supplement: lines.join('\n') } };
        const { text } = writeSms(written, 'ko', URL);
        expect(smsBytes(text)).toBeLessThanOrEqual(SMS_MOST_BYTES);
        if (!text.endsWith('\n…')) return;
        const whole = writeSms(notice, 'ko', URL).text.split('\n');
        expect(text.split('\n').slice(0, 1)).toEqual(whole.slice(0, 1));
      }),
    );
  });
});

describe('a message on a locked screen', () => {
  it('says what it is about and nothing of what was written', () => {
    const { title, text } = writePush(notice, 'en', URL);
    expect(title).toContain('2026-000123-4');
    expect(text).toBe('Read on');
  });

  it('carries the token of an invitation in its link alone', () => {
    const invited: Addressed = { ...notice, eventType: 'survey.invited.v1', subjectType: 'SURVEY_INVITATION' };
    const { title, text, url } = writePush(invited, 'ko', URL, 'secret-token');
    expect(title + text).not.toContain('secret-token');
    expect(Buffer.from(url.split('#q=')[1]!, 'base64url').toString()).toContain('secret-token');
  });
});
