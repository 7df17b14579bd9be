import type { Language } from '@charter/contracts';
import type { LetterFacts, LetterPeople, LetterText, LetterWriter } from './letter';
import { en } from './version-1/en';
import { ko } from './version-1/ko';

/** All versions of the texts with which letters were ever sent, oldest first: a letter keeps the one with which it was written. */
const VERSIONS: readonly Readonly<Record<Language, LetterWriter>>[] = [{ ko, en }];

/** The version of new letters. */
export const TEXT_VERSION = VERSIONS.length;

/** Writes a letter out. Pure: the same facts, people and version give the same text. @throws {RangeError} for an unknown version */
export function writeLetter(version: number, language: Language, facts: LetterFacts, people: LetterPeople): LetterText {
  const writers = VERSIONS[version - 1];
  if (!writers) throw new RangeError(`There is no version ${version} of the letters' texts.`);
  return writers[language](facts, people);
}
