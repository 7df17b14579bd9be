import fc from 'fast-check';
import {
  APPLICATION_COMMANDS,
  APPLICATION_STATUSES,
  APPLICATION_TRANSITIONS,
  decideApplication,
  decideApplicationStep,
  quotaFaults,
} from './application';

const districts = [
  { name: '연제구', quota: 2 },
  { name: '해운대구', quota: 1 },
];

describe('an application', () => {
  const application = {
    ...{ applicant: { name: ' 홍길동 ', phone: '010-1234-5678', email: null }, district: '연제구' },
    motivation: '우리 동네를 살펴보고 싶습니다.',
  };
  const faults = (changes: object) => {
    const decided = decideApplication({ ...application, ...changes }, districts);
    return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
  };
  it.each<[string, object, string[]]>([
    ['as it should be', {}, []],
    ['without a contact', { applicant: { name: '홍길동', phone: null, email: null } }, ['INVALID_VALUE applicant']],
    ['for another district', { district: '강남구' }, ['INVALID_VALUE district']],
    ['without a motivation', { motivation: ' ' }, ['INVALID_VALUE motivation']],
  ])('%s', (_, changes, expected) => expect(faults(changes)).toEqual(expected));

  it('is kept with name and contact in one form', () => {
    const decided = decideApplication(application, districts);
    expect(decided).toMatchObject({ value: { applicant: { name: '홍길동', phone: '01012345678' } } });
  });
});

it.each(APPLICATION_STATUSES.flatMap((status) => APPLICATION_COMMANDS.map((command) => [status, command] as const)))(
  'in %s: %s leads where the table says, or nowhere',
  (status, command) => {
    const decided = decideApplicationStep(status, command);
    const expected = APPLICATION_TRANSITIONS[command][status];
    if (expected) expect(decided).toEqual({ ok: true, value: expected });
    else expect(decided).toMatchObject({ refusals: [{ code: expect.stringMatching(/INVALID_STATE|ALREADY_DONE/) }] });
  },
);

describe('a quota', () => {
  it('is filled to the last place, and by nobody more', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            quota: fc.integer({ min: 1, max: 5 }),
            serving: fc.integer({ min: 0, max: 5 }),
            chosen: fc.integer({ min: 0, max: 6 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (places) => {
          const named = places.map(({ quota }, index) => ({ name: `구${index}`, quota }));
          const serving = Object.fromEntries(places.map((place, index) => [`구${index}`, place.serving]));
          const chosen = places.flatMap((place, index) => Array.from({ length: place.chosen }, () => `구${index}`));
          const over = places.filter((place) => place.chosen > place.quota - place.serving);
          expect(quotaFaults(named, serving, chosen)).toHaveLength(over.length);
        },
      ),
    ));

  it('says how many are left', () => {
    const [fault] = quotaFaults(districts, { 연제구: 1 }, ['연제구', '연제구']);
    expect(fault).toMatchObject({ code: 'LIMIT_REACHED', message: { ko: expect.stringContaining('1명을 더') } });
  });
});
