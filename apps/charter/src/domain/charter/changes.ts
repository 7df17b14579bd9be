import { diffArrays } from 'diff';
import type { Standard } from '../standard';
import { targetText } from '../standard-target';
import { type Bilingual, type CharterText, COMMON_SECTIONS, type Duty } from './charter';

/** The places of a charter's text, in its order. */
export const CHARTER_SECTIONS = [
  'TITLE',
  'PREAMBLE',
  ...COMMON_SECTIONS,
  'DEPARTMENT',
  'CITY_DUTIES',
  'CITIZEN_DUTIES',
] as const;
export type CharterSection = (typeof CHARTER_SECTIONS)[number];

export const CHANGE_KINDS = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const WORD_KINDS = ['KEPT', 'ADDED', 'REMOVED'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** Some words in a row that were kept, added or removed. */
export interface Words {
  readonly kind: WordKind;
  readonly text: string;
}

/** A text before and after; null where there was or is none. */
export interface TextChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** One sentence, or one standard, that is not what it was. */
export interface CharterChange {
  readonly section: CharterSection;
  readonly departmentCode: string | null;
  /** Null for title and preamble. */
  readonly code: string | null;
  readonly kind: ChangeKind;
  readonly ko: TextChange;
  readonly en: TextChange;
}

interface Line {
  readonly section: CharterSection;
  readonly departmentCode: string | null;
  readonly code: string | null;
  readonly text: Bilingual;
}

/** What a standard says, a line each: its promise, its measure, its target. */
const standardText = (standard: Standard): Bilingual => {
  const target = targetText(standard.target);
  return {
    ko: [standard.promiseKo, standard.measureKo, target.ko].join('\n'),
    en: [standard.promiseEn, standard.measureEn, target.en].join('\n'),
  };
};

const joined = (one: Bilingual, other: Bilingual | undefined): Bilingual =>
  other ? { ko: `${one.ko}\n${other.ko}`, en: `${one.en}\n${other.en}` } : one;

const dutyLines = (section: CharterSection, duties: readonly Duty[]): Line[] =>
  duties.map(({ code, text }) => ({ section, departmentCode: null, code, text }));

function linesOf({ title, preamble, common, departments, cityDuties, citizenDuties }: CharterText): Line[] {
  return [
    { section: 'TITLE', departmentCode: null, code: null, text: title },
    { section: 'PREAMBLE', departmentCode: null, code: null, text: preamble },
    ...common.flatMap(({ section, clauses }) =>
      clauses.map(({ code, text, standard }) => ({
        ...{ section, departmentCode: null, code },
        text: joined(text, standard ? standardText(standard) : undefined),
      })),
    ),
    ...departments.flatMap(({ departmentCode, standards }) =>
      standards.map((standard) => ({
        ...{ section: 'DEPARTMENT' as const, departmentCode, code: standard.code },
        text: standardText(standard),
      })),
    ),
    ...dutyLines('CITY_DUTIES', cityDuties),
    ...dutyLines('CITIZEN_DUTIES', citizenDuties),
  ];
}

const placeOf = ({ section, departmentCode, code }: Line): string => JSON.stringify([section, departmentCode, code]);

const change = (place: Line, kind: ChangeKind, before: Bilingual | null, after: Bilingual | null): CharterChange => ({
  section: place.section,
  departmentCode: place.departmentCode,
  code: place.code,
  kind,
  ko: { before: before?.ko ?? null, after: after?.ko ?? null },
  en: { before: before?.en ?? null, after: after?.en ?? null },
});

/**
 * What is different between two versions, in the order of the text: what the newer one says first, what it dropped at the
 * end of its section. A sentence is the same one as long as it keeps its place and code; another order alone is no change.
 */
export function changesBetween(before: CharterText, after: CharterText): CharterChange[] {
  const older = new Map(linesOf(before).map((line) => [placeOf(line), line]));
  const newer = linesOf(after);
  const places = new Set(newer.map(placeOf));
  const found = newer.flatMap((line): CharterChange[] => {
    const was = older.get(placeOf(line));
    if (!was) return [change(line, 'ADDED', null, line.text)];
    const same = was.text.ko === line.text.ko && was.text.en === line.text.en;
    return same ? [] : [change(line, 'CHANGED', was.text, line.text)];
  });
  const dropped = [...older.values()]
    .filter((line) => !places.has(placeOf(line)))
    .map((line) => change(line, 'REMOVED', line.text, null));
  const order = ({ section }: CharterChange): number => CHARTER_SECTIONS.indexOf(section);
  return [...found, ...dropped].sort((a, b) => order(a) - order(b));
}

const segmenters = {
  ko: new Intl.Segmenter('ko', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};

const wordsOf = (text: string | null, language: 'ko' | 'en'): string[] =>
  Array.from(segmenters[language].segment(text ?? ''), ({ segment }) => segment);

/**
 * The words of a changed text: those kept and removed make the text before, those kept and added the text after, to the
 * character.
 */
export function changedWords({ before, after }: TextChange, language: 'ko' | 'en'): Words[] {
  return diffArrays(wordsOf(before, language), wordsOf(after, language)).map(({ value, added, removed }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'KEPT',
    text: value.join(''),
  }));
}
