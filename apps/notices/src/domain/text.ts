import type { Language } from '@charter/contracts';
import { writeMoment, writeMoney } from './moment';
import type { Audience, NoticeEvent, Words } from './notice-plan';
import { templates } from './texts/versions';
import type { Placeholder, Template, TemplateKey, TemplateSet } from './texts/template-set';

/** What of a notice its text is written from. */
export interface Writable {
  readonly eventType: NoticeEvent;
  readonly audience: Audience;
  readonly departmentCode: string;
  readonly words: Words;
  readonly templateVersion: number;
}

function said(
  { words, departmentCode }: Writable,
  set: TemplateSet,
  language: Language,
): Readonly<Record<Placeholder, string>> {
  const until = (instant: string | undefined, otherwise: string): string => {
    if (!instant) return otherwise;
    const moment = writeMoment(instant, language);
    return language === 'ko' ? `${moment}까지` : moment;
  };
  return {
    receipt: words.receiptNumber ?? '',
    department: (language === 'ko' ? words.departmentKo : words.departmentEn) ?? departmentCode,
    due: until(words.dueAt, set.noDue),
    charterDue: until(words.charterDueAt, set.noDue),
    previousDue: until(words.previousDueAt, set.noPreviousDue),
    expires: until(words.expiresAt, set.noDue),
    promise: set.promises[words.against ?? 'STATUTORY'],
    amount: writeMoney(words.amount ?? 0, language),
    reason: words.reason ?? '',
  };
}

/** The text of a notice without its salutation, in the version with which it was planned. */
export function writeNotice(notice: Writable, language: Language): Template {
  const set = templates(notice.templateVersion, language);
  const template = set.notices[`${notice.eventType}/${notice.audience}` as TemplateKey];
  const words = said(notice, set, language);
  const write = (text: string): string => text.replace(/\{(\w+)\}/g, (_, word: string) => words[word as Placeholder]);
  return { subject: write(template.subject), body: write(template.body) };
}
