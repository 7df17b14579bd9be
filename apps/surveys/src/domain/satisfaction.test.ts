import { type Scores, publish, score100 } from './satisfaction';

const scores = (changes: Partial<Scores> = {}): Scores => ({
  ...{ n: 5, mean: 4.333333, responses: 6, invitations: 9, surveyIds: ['s1'], ...changes },
});

it.each([
  [1, 0],
  [3, 50],
  [4.2, 80],
  [5, 100],
])('scores a mean of %s as %s', (mean, score) => expect(score100(mean)).toBe(score));

it('shows mean, score and rate of five', () => {
  expect(publish(scores())).toEqual({
    ...{ n: 5, suppressed: false, mean: 4.33, score: 83.3, responseRate: 0.6667, surveyIds: ['s1'] },
  });
});

it('withholds mean and score of four', () => {
  expect(publish(scores({ n: 4 }))).toMatchObject({
    ...{ n: 4, suppressed: true, mean: null, score: null, responseRate: null },
  });
});

it('has no rate where nobody was invited', () => {
  expect(publish(scores({ invitations: 0 }))).toMatchObject({ n: 5, responseRate: null });
});
