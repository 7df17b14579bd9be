import { z } from 'zod';
import type { Message } from '@charter/contracts';

/** A text of SurveyJS: in one language, or in several by their codes; `default` is English unless the survey names its language. */
const localised = z.union([z.string(), z.record(z.string(), z.unknown())]);

const value = z.union([z.string(), z.number(), z.boolean()]);
const item = z.union([value, z.looseObject({ value, text: localised.optional() })]);

/** A question or panel of SurveyJS, as far as it is read: what else it has is reported. */
export interface Element {
  readonly type: string;
  readonly name: string;
  readonly [property: string]: unknown;
}
const element = z.looseObject({ type: z.string(), name: z.string().min(1).max(200) });

/** A questionnaire of SurveyJS, as far as it is read. */
export const surveyJs = z.looseObject({
  title: localised.optional(),
  locale: z.string().optional(),
  pages: z
    .array(z.looseObject({ name: z.string().optional(), elements: z.array(element).max(200).optional() }))
    .max(50)
    .optional(),
  /** Older and small surveys have no pages. */
  elements: z.array(element).max(200).optional(),
});
export type SurveyJs = z.infer<typeof surveyJs>;

export const items = z.array(item).max(200);
export type Item = z.infer<typeof item>;

/** What of a questionnaire the other format has no place for. */
export interface Unfit {
  /** Where: the name of the question, page or panel and, after a dot, the property. */
  readonly place: string;
  readonly message: Message;
}

export const unfit = (place: string, ko: string, en: string): Unfit => ({ place, message: { ko, en } });

/** A text in both languages; what is missing is empty, and publication asks for it. */
export function textsOf(given: unknown, locale: string): { ko: string; en: string } {
  const texts = typeof given === 'string' ? { default: given } : ((given ?? {}) as Record<string, unknown>);
  const text = (language: string): string => {
    const found = texts[language] ?? (language === locale ? texts['default'] : undefined);
    return typeof found === 'string' ? found.trim() : '';
  };
  return { ko: text('ko'), en: text('en') };
}
