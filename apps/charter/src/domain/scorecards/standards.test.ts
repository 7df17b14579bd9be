import type { Standard } from '../standard';
import type { Answers, StandardScoreAnswer } from './answers';
import { standardFigures } from './standards';

const standard = {
  ...{ code: 'KINDNESS', category: 'VISIT', departmentCode: null, measuredBy: 'SURVEY' },
  target: { direction: 'AT_LEAST', value: 80, unit: 'POINTS' },
} as unknown as Standard;
const yearly = (score: number, closedAt: string): StandardScoreAnswer => ({
  ...{ source: 'YEARLY_SURVEY', score, method: 'LIKERT_100_OF_5', n: 900, closedAt },
});
const standing = (score: number, n = 40): StandardScoreAnswer => ({
  ...{ source: 'STANDING_SURVEY', score, method: 'LIKERT_100_OF_5', n, closedAt: null },
});
const figures = (...scores: StandardScoreAnswer[]) =>
  standardFigures(
    standard,
    { surveys: { departments: new Map(), standards: new Map([['KINDNESS', scores]]) } } as unknown as Answers,
    ['ROADS'],
  );

describe('a standard that surveys measure', () => {
  it('stands as the newest yearly survey found it', () =>
    expect(figures(yearly(70, '2026-01-31T00:00:00Z'), yearly(85, '2026-12-14T00:00:00Z'), standing(20))).toMatchObject(
      [{ departmentCode: null, value: 85, n: 900, method: 'LIKERT_100_OF_5', reached: true }],
    ));

  it('stands as those found it who were asked after their complaints where no yearly one closed, as a method of its own', () =>
    expect(figures(standing(90, 70), standing(75))).toMatchObject([
      { value: 75, n: 40, method: 'STANDING_SURVEY_LIKERT_100_OF_5', reached: false },
    ]));

  it('is not known where nobody was asked', () => expect(figures()).toMatchObject([{ value: null, n: 0 }]));
});
