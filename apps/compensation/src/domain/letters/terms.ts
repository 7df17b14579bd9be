import { type Refusal, refusal } from '@charter/contracts';
import { normalisePhone, textFaults } from '@charter/privacy';

/** What the office gives for a letter. What it leaves out, the letter says in its own words. */
export interface LetterTerms {
  readonly handler: string | null;
  readonly phone: string | null;
  readonly correctionKo: string | null;
  readonly correctionEn: string | null;
  /** YYYY-MM-DD. */
  readonly correctBy: string | null;
}

const NAME_LIMIT = 100;
const CORRECTION_LIMIT = 2_000;
const YEAR_MS = 366 * 86_400_000;

const tidy = (text: string | null): string | null => text?.normalize('NFC').trim() || null;

/** As it is kept: without spaces around, and nothing where nothing was written. */
export const tidyTerms = (given: LetterTerms): LetterTerms => ({
  handler: tidy(given.handler),
  phone: tidy(given.phone),
  correctionKo: tidy(given.correctionKo),
  correctionEn: tidy(given.correctionEn),
  correctBy: given.correctBy,
});

/** What cannot stand in a letter so. Pure. @param today the day in Asia/Seoul */
export function* termsFaults(
  { handler, phone, correctionKo, correctionEn, correctBy }: LetterTerms,
  today: string,
): Generator<Refusal> {
  if (handler !== null) yield* textFaults(handler, NAME_LIMIT, 'letter', 'handlerName');
  if (phone !== null && !normalisePhone(phone))
    yield refusal(
      'INVALID_VALUE',
      '전화번호를 확인해 주십시오.',
      'This is no telephone number.',
      'letter',
      'handlerPhone',
    );
  if (correctionKo !== null) yield* textFaults(correctionKo, CORRECTION_LIMIT, 'letter', 'correctionKo');
  if (correctionEn !== null) yield* textFaults(correctionEn, CORRECTION_LIMIT, 'letter', 'correctionEn');
  if ((correctionKo === null) !== (correctionEn === null))
    yield refusal(
      'INVALID_VALUE',
      '시정 내용은 한국어와 영어로 함께 적어 주십시오.',
      'Please say in both Korean and English what is put right.',
      'letter',
      correctionKo === null ? 'correctionKo' : 'correctionEn',
    );
  if (correctBy !== null && Math.abs(Date.parse(correctBy) - Date.parse(today)) > YEAR_MS)
    yield refusal(
      'INVALID_VALUE',
      '시정일은 오늘로부터 앞뒤 1년 안이어야 합니다.',
      'What is put right is so within a year from today, before or after.',
      'letter',
      'correctBy',
    );
}
