import { z } from 'zod';
import { condition, given } from './condition';

/** How a question is answered; README.md says what an answer to each looks like. */
const QUESTION_KINDS = ['SINGLE', 'MULTIPLE', 'SCALE_5', 'SCALE_7', 'NUMBER', 'TEXT', 'RANKING', 'MATRIX'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const TEXT_LIMIT = 2_000;

/** A text may be missing while it is a draft: publication asks for both languages. */
const words = z.string().trim().max(500);
const code = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/);

const option = z.object({
  code,
  textKo: words,
  textEn: words,
  /** What choosing it counts, where a score is made of it: for example 25, 15 or 5. */
  points: given(z.number().min(-1_000).max(1_000)),
});

/** A question as it is stored: a published version never changes. What a kind has no use for is absent. */
export const question = z.object({
  code,
  kind: z.enum(QUESTION_KINDS),
  textKo: words,
  textEn: words,
  required: z.boolean(),
  /** What there is to choose from; of a MATRIX its columns. */
  options: z.array(option).max(50),
  /** The rows of a MATRIX: each is answered with one of the columns. */
  rows: given(z.array(option.omit({ points: true })).max(30)),
  /** NUMBER: the smallest and greatest. MULTIPLE and RANKING: the fewest and most chosen. TEXT: `max` characters. */
  min: given(z.number()),
  max: given(z.number()),
  /** How many decimals a NUMBER may have: none unless it says so. */
  decimals: given(z.int().min(0).max(4)),
  /** The section that it stands in, by code. */
  section: given(code),
  /** Who is asked it, by earlier answers; everybody unless it says so. */
  showIf: given(condition),
  /** The charter's standard that it measures, by code. */
  standard: given(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)),
});

/** A part of a questionnaire; its condition holds for each of its questions. */
export const section = z.object({ code, titleKo: words, titleEn: words, showIf: given(condition) });

/** How many answers are taken in all, or of those that a condition describes. */
export const quota = z.object({ code, limit: z.int().min(1).max(10_000_000), when: given(condition) });

export type Option = z.infer<typeof option>;
export type Question = z.infer<typeof question>;
export type Section = z.infer<typeof section>;
export type Quota = z.infer<typeof quota>;
