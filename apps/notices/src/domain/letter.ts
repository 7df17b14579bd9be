import type { Language } from '@charter/contracts';
import { linkTo } from './links';
import type { SubjectType } from './notice-plan';
import { templates } from './texts/versions';
import { type Writable, writeNotice } from './text';

/** A notice as a letter: the same words as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Addressed extends Writable {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly complaintId: string | null;
}

/** What the link opens: an objection is read with its complaint. */
function variablesOf({ subjectType, subjectId, complaintId }: Addressed, token?: string): Record<string, string> {
  if (token) return { token };
  return { id: (subjectType === 'OBJECTION' && complaintId) || subjectId };
}

/** Where a notice is read on. @param token the secret of an invitation */
export const linkFor = (notice: Addressed, publicUrl: string, token?: string): string =>
  notice.bundled?.length
    ? linkTo(publicUrl, 'INBOX', {})
    : linkTo(publicUrl, notice.subjectType, variablesOf(notice, token));

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found]!);

const paragraph = (text: string): string => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

/**
 * Writes a letter: salutation, what happened, where to read on, who signs.
 * @param name the only personal data in it
 * @param surveyToken the secret of an invitation, in the link alone
 */
export function writeLetter(
  notice: Addressed,
  { name, language }: { readonly name: string; readonly language: Language },
  publicUrl: string,
  surveyToken?: string,
): Letter {
  const { salutation, signature, readMore } = templates(notice.templateVersion, language);
  const { subject, body } = writeNotice(notice, language);
  const link = linkFor(notice, publicUrl, surveyToken);
  const before = [salutation.replace('{name}', () => name), ...body.split('\n\n')];
  const html = [
    ...before.map(paragraph),
    `<p><a href="${escapeHtml(link)}">${escapeHtml(readMore)}</a></p>`,
    paragraph(signature),
  ];
  return {
    subject,
    text: [...before, `${readMore}: ${link}`, signature].join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.6">${html.join('')}</body></html>`,
  };
}
