import type { Language } from '@charter/contracts';
import { type Addressed, linkFor } from './letter';
import { writeNotice } from './text';
import { templates } from './texts/versions';

/** A notice for a telephone: a title, a text and where to read on. The provider joins them as its channel asks. */
export interface ShortMessage {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** What a long text message (LMS) of Korean providers takes, in bytes of EUC-KR. */
export const SMS_MOST_BYTES = 2_000;

/** The bytes of EUC-KR: two for all that is not ASCII. */
export const smsBytes = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! < 0x80 ? 1 : 2), 0);

/** The whole lines that fit; what is left out is read behind the link. */
function fitting(text: string): string {
  if (smsBytes(text) <= SMS_MOST_BYTES) return text;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    if (smsBytes([...kept, line, '…'].join('\n')) > SMS_MOST_BYTES) break;
    kept.push(line);
  }
  return [...kept, '…'].join('\n');
}

/**
 * A text message says what a letter says, without the name of its person: a number can have changed hands.
 * @param surveyToken the secret of an invitation, in the link alone
 */
export function writeSms(notice: Addressed, language: Language, publicUrl: string, surveyToken?: string): ShortMessage {
  const { subject, body } = writeNotice(notice, language);
  return { title: subject, text: fitting(body), url: linkFor(notice, publicUrl, surveyToken) };
}

/** What stands on a locked screen says only what it is about: the text is read behind the link. */
export function writePush(
  notice: Addressed,
  language: Language,
  publicUrl: string,
  surveyToken?: string,
): ShortMessage {
  const { subject } = writeNotice(notice, language);
  const { readMore } = templates(notice.templateVersion, language);
  return { title: subject, text: readMore, url: linkFor(notice, publicUrl, surveyToken) };
}
