import { type DeadlineInput, WorkingCalendar, explainDeadline } from './index';

const calendar = new WorkingCalendar();
const at = (text: string) => new Date(text.includes('T') ? `${text}+09:00` : `${text}T00:00+09:00`);
const days = (length: number) => ({ unit: 'DAYS', length }) as const;

describe('the explanation', () => {
  const explain = (input: DeadlineInput) =>
    explainDeadline(input, calendar).segments.map(
      ({ from, to, kind, note }) =>
        [from, to]
          .map((moment) => (moment ? new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(5, 16) : 'open'))
          .join(' ') + ` ${kind}${note ? ` ${note}` : ''}`,
    );

  it('names lunch, night and weekend of an hour period', () => {
    expect(explain({ receivedAt: at('2026-11-27T17:00'), period: { unit: 'IMMEDIATE', length: null } })).toEqual([
      '11-27T17:00 11-27T18:00 WORKING',
      '11-27T18:00 11-28T00:00 CLOSED 근무시간 외',
      '11-28T00:00 11-30T00:00 WEEKEND',
      '11-30T00:00 11-30T09:00 CLOSED 근무시간 외',
      '11-30T09:00 11-30T11:00 WORKING',
    ]);
  });

  it('names holidays, pauses and the extension of a day period', () => {
    const pauses = [{ from: at('2026-09-21T11:00'), to: at('2026-09-21T15:00') }];
    expect(explain({ receivedAt: at('2026-09-18T10:00'), period: days(6), extension: 1, pauses })).toEqual([
      '09-18T10:00 09-19T00:00 WORKING',
      '09-19T00:00 09-21T00:00 WEEKEND',
      '09-21T00:00 09-22T00:00 PAUSED',
      '09-22T00:00 09-24T00:00 WORKING',
      '09-24T00:00 09-25T00:00 HOLIDAY 추석 전날',
      '09-25T00:00 09-26T00:00 HOLIDAY 추석',
      '09-26T00:00 09-27T00:00 HOLIDAY 추석 다음 날',
      '09-27T00:00 09-28T00:00 WEEKEND',
      '09-28T00:00 10-01T00:00 WORKING',
      '10-01T00:00 10-02T00:00 EXTENDED 연장',
    ]);
  });

  it('says why a calendar period starts and ends when it does', () => {
    expect(
      explain({ receivedAt: at('2026-11-23T22:00'), period: { unit: 'WEEKS', length: 1, firstDayCounts: false } }),
    ).toEqual(['11-23T22:00 11-24T00:00 CLOSED 초일 불산입', '11-24T00:00 12-01T00:00 WORKING']);
    expect(explain({ receivedAt: at('2026-11-23T10:00'), period: { unit: 'CALENDAR_DAYS', length: 6 } })).toEqual([
      '11-23T10:00 11-29T00:00 WORKING',
      '11-29T00:00 11-30T00:00 WEEKEND',
      '11-30T00:00 12-01T00:00 WORKING 말일이 토요일·공휴일이어서 다음 근무일에 만료',
    ]);
  });

  it('ends with the open pause', () => {
    expect(
      explain({
        receivedAt: at('2026-11-23T10:00'),
        period: days(3),
        pauses: [{ from: at('2026-11-23T14:00'), to: null }],
      }).at(-1),
    ).toBe('11-23T14:00 open PAUSED');
  });

  it('names the pause that moves a closed last day on', () => {
    const pauses = [{ from: at('2026-11-30T10:00'), to: at('2026-12-03T10:00') }];
    const month = { unit: 'MONTHS', length: 1 } as const;
    expect(explain({ receivedAt: at('2026-10-29T10:00'), period: month, pauses })).toEqual([
      '10-29T10:00 11-29T00:00 WORKING',
      '11-29T00:00 11-30T00:00 WEEKEND',
      '11-30T00:00 12-04T00:00 PAUSED',
      '12-04T00:00 12-05T00:00 WORKING 말일이 토요일·공휴일이어서 다음 근무일에 만료',
    ]);
  });

  it.each<[string, DeadlineInput, string[]]>([
    [
      'three working hours over a weekend',
      { receivedAt: at('2026-11-27T17:00'), period: { unit: 'IMMEDIATE', length: null } },
      [
        'WORKING 민원 처리에 관한 법률 시행령 제19조',
        'CLOSED 지방공무원 복무규정 제2조',
        'WEEKEND 민원 처리에 관한 법률 제19조제1항',
        'CLOSED 지방공무원 복무규정 제2조',
        'WORKING 민원 처리에 관한 법률 시행령 제19조',
      ],
    ],
    [
      'hours over a holiday on a Saturday, a Sunday and a substitute day',
      { receivedAt: at('2026-10-02T17:00'), period: { unit: 'HOURS', length: 2 } },
      [
        'WORKING 민원 처리에 관한 법률 제19조제1항',
        'CLOSED 지방공무원 복무규정 제2조',
        'HOLIDAY 관공서의 공휴일에 관한 규정 제2조·제3조',
        'WEEKEND 민원 처리에 관한 법률 제19조제1항',
        'HOLIDAY 관공서의 공휴일에 관한 규정 제2조·제3조',
        'CLOSED 지방공무원 복무규정 제2조',
        'WORKING 민원 처리에 관한 법률 제19조제1항',
      ],
    ],
    [
      'days, extended and paused',
      {
        receivedAt: at('2026-11-27T17:00'),
        period: days(6),
        extension: 1,
        pauses: [{ from: at('2026-12-01T09:00'), to: at('2026-12-01T10:00') }],
      },
      [
        'WORKING 민원 처리에 관한 법률 제19조제2항',
        'WEEKEND 민원 처리에 관한 법률 제19조제2항',
        'WORKING 민원 처리에 관한 법률 제19조제2항',
        'PAUSED 행정절차법 시행령 제11조',
        'WORKING 민원 처리에 관한 법률 제19조제2항',
        'WEEKEND 민원 처리에 관한 법률 제19조제2항',
        'WORKING 민원 처리에 관한 법률 제19조제2항',
        'EXTENDED 민원 처리에 관한 법률 시행령 제21조',
      ],
    ],
    [
      'a week that begins after a Saturday and ends on a Sunday',
      { receivedAt: at('2026-11-28T11:00'), period: { unit: 'WEEKS', length: 1 } },
      ['WEEKEND 지방공무원 복무규정 제2조', 'WORKING 민원 처리에 관한 법률 제19조제3항', 'WORKING 민법 제161조'],
    ],
    [
      'a week by the Civil Code alone',
      { receivedAt: at('2026-11-23T11:00'), period: { unit: 'WEEKS', length: 1, firstDayCounts: false } },
      ['CLOSED 민법 제157조', 'WORKING 민법 제156조–제160조'],
    ],
    [
      'calendar days that end on a Saturday',
      { receivedAt: at('2026-11-23T11:00'), period: { unit: 'CALENDAR_DAYS', length: 6 } },
      ['WORKING 민법 제156조–제160조', 'WEEKEND 민법 제161조', 'WORKING 민법 제161조'],
    ],
  ])('rests on the articles: %s', (_what, input, articles) =>
    expect(explainDeadline(input, calendar).segments.map(({ kind, article }) => `${kind} ${article}`)).toEqual(
      articles,
    ),
  );
});
