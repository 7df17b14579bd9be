import fc from 'fast-check';
import { BREACHES, FORMS } from '../rule';
import { PAPER, blocksOf, layOut, wrap } from './layout';
import type { LetterFacts, LetterText } from './letter';
import { type LetterTerms, termsFaults, tidyTerms } from './terms';
import { TEXT_VERSION, writeLetter } from './versions';
import { writeMoment, writeMoney } from './writing';

const FACTS: LetterFacts = {
  ...{ number: 'COMP-2026-000012', receiptNumber: '2026-000001-7', departmentKo: '도로관리과', departmentEn: 'Roads' },
  ...{ phone: null, breach: 'LATE_STATUTORY', brokenAt: '2026-11-23T15:00:00.000Z' },
  ...{ late: { days: 2, hours: 9 }, endedAt: '2026-11-25T01:00:00.000Z', amount: 1_015_000, form: 'CASH' },
  ...{ payOn: '2026-11-30', ruleCode: 'LATE', ruleVersion: 3, ruleNameKo: '처리기한 초과 보상' },
  ...{ ruleNameEn: 'Compensation for lateness', correctionKo: null, correctionEn: null, correctBy: '2026-12-09' },
  ...{ decidedAt: '2026-11-25T05:00:00.000Z', dated: '2026-11-25' },
};
const PEOPLE = { addressee: '홍길동', handler: '김하늘' };
const write = (changes: Partial<LetterFacts> = {}, language: 'ko' | 'en' = 'ko') =>
  writeLetter(TEXT_VERSION, language, { ...FACTS, ...changes }, PEOPLE);
const all = (letter: LetterText): string =>
  blocksOf(letter)
    .map(({ text }) => text)
    .join('\n');
const partOf = ({ sections }: LetterText, wanted: string) => sections.find(({ kind }) => kind === wanted)!;

describe('what a letter says', () => {
  it.each(BREACHES.flatMap((breach) => [[breach, 'ko'] as const, [breach, 'en'] as const]))(
    'of %s in %s has an apology, what went wrong, what is put right, the amount, who answers and remedies, and no gaps',
    (breach, language) => {
      const late = breach.startsWith('LATE') ? FACTS.late : null;
      const letter = write({ breach, late }, language);
      const text = all(letter);
      expect(letter.sections.map(({ kind }) => kind)).toEqual(['FAULT', 'CORRECTION', 'COMPENSATION', 'REMEDIES']);
      for (const part of ['2026-000001-7', '1,015,000', '김하늘', '홍길동', 'COMP-2026-000012', '120', '110'])
        expect(text).toContain(part);
      expect(text).toMatch(language === 'ko' ? /사과드립니다/ : /sincerely apologise/);
      expect(text).not.toMatch(/undefined|null|NaN|\{|\}|#/);
      expect(partOf(letter, 'FAULT').paragraphs[0]).toMatch(
        language === 'ko' ? /2026\. 11\. 2[34]\./ : /2[34] November 2026/,
      );
    },
  );

  it('says each breach and its correction in words of its own', () => {
    for (const language of ['ko', 'en'] as const) {
      const faults = BREACHES.map((breach) => partOf(write({ breach }, language), 'FAULT').paragraphs[0]);
      expect(new Set(faults).size).toBe(BREACHES.length);
      const corrections = BREACHES.map((breach) => partOf(write({ breach }, language), 'CORRECTION').paragraphs[0]);
      expect(new Set(corrections).size).toBe(BREACHES.length);
    }
  });

  it('tells what was answered late from what is still open', () => {
    expect(partOf(write(), 'FAULT').paragraphs[0]).toContain(
      '9시간(2근무일째) 늦은 2026. 11. 25. 10:00에 처리하였습니다.',
    );
    expect(partOf(write({ endedAt: null }), 'FAULT').paragraphs[0]).toContain('아직 처리를 마치지 못하였습니다.');
    expect(partOf(write({ endedAt: null }, 'en'), 'FAULT').paragraphs[0]).toContain('still open');
    expect(partOf(write({ late: { days: 1, hours: 1 } }, 'en'), 'FAULT').paragraphs[0]).toContain(
      '1 working hour late',
    );
  });

  it('tells what was put right from what will be, in the office’s words where it gave some', () => {
    expect(partOf(write(), 'CORRECTION').rows).toEqual([{ label: '시정 기한', value: '2026. 12. 9.까지' }]);
    const given = { correctionKo: '고쳤습니다.', correctionEn: 'Done.', correctBy: '2026-11-25' };
    expect(partOf(write(given), 'CORRECTION')).toMatchObject({
      rows: [{ label: '시정한 날', value: '2026. 11. 25.' }],
      paragraphs: ['고쳤습니다.'],
    });
    expect(partOf(write(given, 'en'), 'CORRECTION')).toMatchObject({
      rows: [{ label: 'Put right on', value: '25 November 2026' }],
      paragraphs: ['Done.'],
    });
  });

  it.each(FORMS)('says how %s is paid', (form) => {
    const letter = write({ form, payOn: form === 'CASH' ? '2026-11-30' : null });
    expect(all(letter).includes('계좌')).toBe(form === 'CASH');
    expect(all(letter).includes('지급 예정일')).toBe(form === 'CASH');
  });

  it('can do without names', () => {
    const letter = writeLetter(1, 'ko', FACTS, { addressee: null, handler: null });
    expect([letter.to.value, letter.foot[1]![0]!.value]).toEqual(['민원인 귀하', '도로관리과 보상 담당']);
    expect(() => writeLetter(99, 'ko', FACTS, PEOPLE)).toThrow(RangeError);
  });

  it.each([
    ['2026-11-23T15:00:00Z', '2026. 11. 23. 24:00', '24:00 on 23 November 2026 (Korean time)'],
    ['2026-11-30T15:00:00Z', '2026. 11. 30. 24:00', '24:00 on 30 November 2026 (Korean time)'],
    ['2026-12-31T15:01:00Z', '2027. 1. 1. 00:01', '00:01 on 1 January 2027 (Korean time)'],
    ['2026-11-24T00:30:00Z', '2026. 11. 24. 09:30', '09:30 on 24 November 2026 (Korean time)'],
  ])('writes the moment %s in Korean time', (instant, korean, english) => {
    expect([writeMoment(instant, 'ko'), writeMoment(instant, 'en')]).toEqual([korean, english]);
    expect([writeMoney(1_015_000, 'ko'), writeMoney(900, 'en')]).toEqual(['1,015,000원', 'KRW 900']);
  });
});

const NOTHING: LetterTerms = { handler: null, phone: null, correctionKo: null, correctionEn: null, correctBy: null };

describe('what the office gives for a letter', () => {
  const faults = (changes: Partial<LetterTerms>) =>
    [...termsFaults(tidyTerms({ ...NOTHING, ...changes }), '2026-11-25')].map(({ code, path }) => [
      code,
      path?.join('.'),
    ]);

  it.each<[string, Partial<LetterTerms>, [string, string] | null]>([
    ['nothing', {}, null],
    ['spaces for nothing', { handler: '  ', phone: ' ' }, null],
    [
      'everything',
      { handler: '김하늘', phone: '051-888-1234', correctionKo: '고침', correctionEn: 'done', correctBy: '2026-11-20' },
      null,
    ],
    ['a long name', { handler: '가'.repeat(101) }, ['INVALID_VALUE', 'letter.handlerName']],
    ['a short number', { phone: '12' }, ['INVALID_VALUE', 'letter.handlerPhone']],
    ['Korean alone', { correctionKo: '고침' }, ['INVALID_VALUE', 'letter.correctionEn']],
    ['English alone', { correctionEn: 'done' }, ['INVALID_VALUE', 'letter.correctionKo']],
    ['a long text', { correctionKo: '가'.repeat(2_001), correctionEn: 'x' }, ['INVALID_VALUE', 'letter.correctionKo']],
    [
      'a resident number',
      { correctionKo: '900101-1234568', correctionEn: 'x' },
      ['RESIDENT_NUMBER_PRESENT', 'letter.correctionKo'],
    ],
    ['a day long past', { correctBy: '2025-11-01' }, ['INVALID_VALUE', 'letter.correctBy']],
    ['a day far off', { correctBy: '2027-12-01' }, ['INVALID_VALUE', 'letter.correctBy']],
  ])('%s', (_name, given, fault) => {
    expect(faults(given)).toEqual(fault ? [[fault[0], fault[1]]] : []);
  });
});

describe('a letter on paper', () => {
  const measure = (text: string, _face: string, size: number): number => text.length * size;
  const fits = (text: string): boolean => text.length <= 10;

  it('breaks lines between words, and inside of one only where it must', () => {
    expect(wrap('가나다 라마바 사아자차카타', fits)).toEqual(['가나다 라마바', '사아자차카타']);
    expect(wrap('Supercalifragilistic end', fits)).toEqual(['Supercalif', 'ragilistic', 'end']);
    expect(wrap('첫째 줄\n\n셋째 줄', fits)).toEqual(['첫째 줄', '', '셋째 줄']);
    expect(wrap('👨‍👩‍👧‍👦'.repeat(3), (text) => text.length <= 11)).toEqual(Array.from({ length: 3 }, () => '👨‍👩‍👧‍👦'));
  });

  it('loses nothing and fills no line too far, whatever is written', () => {
    const word = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'가나다라abc.()') });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const lines = wrap(words.join(' '), fits);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        expect(lines.every(fits)).toBe(true);
      }),
    );
  });

  it('goes on to as many pages as it needs, with all its lines, inside of its margins, and no heading at the foot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (length) => {
        const letter = write({ correctionKo: '바로잡았습니다. '.repeat(length).trim(), correctionEn: 'x' });
        const pages = layOut(letter, measure);
        const lines = pages.flatMap((page) => page.flatMap((placed) => placed.lines));
        expect(
          lines
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(all(letter).replace(/\s/g, ''));
        for (const page of pages) {
          const { block } = page.at(-1)!;
          if (page !== pages.at(-1)) expect(block.withNext).toBe(false);
          for (const { block: each, lines: own } of page)
            for (const { x, y, text } of own) {
              expect(x).toBeGreaterThanOrEqual(PAPER.side - 0.01);
              expect(x + measure(text, each.face, each.size)).toBeLessThanOrEqual(PAPER.width - PAPER.side + 0.01);
              expect(y + each.size).toBeLessThanOrEqual(PAPER.height - PAPER.bottom);
            }
        }
      }),
      { numRuns: 50 },
    );
  });
});
