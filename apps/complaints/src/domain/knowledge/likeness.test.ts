import { confidence, matchedWords, probesOf, weightOf } from './likeness';
import { wordsOf } from '@charter/korean';

it('weighs a rare term more than a common one', () => {
  expect(weightOf(1, 1_000)).toBeGreaterThan(weightOf(100, 1_000));
  expect(weightOf(1_000, 1_000)).toBeGreaterThan(0);
});

it('looks up candidates by the rarest terms, known and unknown, never by more than 24', () => {
  const frequency = new Map([...Array(40).keys()].map((each) => [`t${each}`, 40 - each]));
  const terms = [...frequency.keys(), ...[...Array(40).keys()].map((each) => `u${each}`)];
  const probes = probesOf(terms, frequency);
  expect(probes).toHaveLength(24);
  expect(probes.slice(0, 3)).toEqual(['t39', 't38', 't37']);
  expect(probes).not.toContain('t0');
});

it('names the words of which at least half is found, each once', () => {
  const found = new Set(['가로', '로등', '꺼졌']);
  expect(matchedWords(wordsOf('가로등이 가로등은 꺼졌어요 도로'), found)).toEqual(['가로등', '꺼졌']);
});

it.each([
  [0.456, 0.46],
  [1.2, 1],
  [-1, 0],
])('states %d as a confidence of %d', (share, expected) => expect(confidence(share)).toBe(expected));
