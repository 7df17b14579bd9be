import type { StoredMail } from './mail-store';

export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const seoul = new Intl.DateTimeFormat('ko-KR', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Seoul',
});

export const frame = (title: string, body: string): string => `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; }
  ul { list-style: none; padding: 0; }
  li { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .6rem 0; }
  small, dt { opacity: .7; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
  dd { margin: 0; }
  pre { white-space: pre-wrap; font: inherit; padding: 1rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  input { font: inherit; width: min(22rem, 100%); }
</style>
</head>
<body>
${body}
</body>
</html>
`;

const copies = (mail: StoredMail): string => (mail.copies > 1 ? ` · <strong>${mail.copies}통 copies</strong>` : '');

/** The list of messages, for a person. @param to the recipient it is limited to */
export function listPage(mails: readonly StoredMail[], to: string | undefined): string {
  const rows = mails.map(
    (
      mail,
    ) => `<li><a href="/mail/${mail.id}">${escape(mail.subject) || '(제목 없음 · no subject)'}</a>${copies(mail)}<br>
<small>${escape(mail.to.join(', '))} · ${seoul.format(new Date(mail.receivedAt))}</small></li>`,
  );
  return frame(
    '보낸 전자우편 · Mail sent',
    `<h1>보낸 전자우편 <small>Mail sent by the platform</small></h1>
<p>개발용 우편함입니다. 여기 있는 전자우편은 실제로 발송되지 않았습니다.<br>
<small>A mailbox for development: nothing here has left this machine.</small></p>
<p><a href="/port">보낸 문자와 기기 알림 · Text and push messages</a></p>
<form><label>받는 사람 · Recipient <input name="to" type="email" value="${escape(to ?? '')}"></label></form>
<ul>${rows.join('\n') || '<li>아직 없습니다. · None yet.</li>'}</ul>`,
  );
}

/** One message, for a person. The text version is shown: a mail's own HTML has no business in this page. */
export function mailPage(mail: StoredMail): string {
  return frame(
    mail.subject,
    `<p><a href="/">← 목록 · All mail</a></p>
<h1>${escape(mail.subject)}</h1>
<dl>
<dt>보낸 사람 · From</dt><dd>${escape(mail.from)}</dd>
<dt>받는 사람 · To</dt><dd>${escape(mail.to.join(', '))}</dd>
<dt>받은 때 · Received</dt><dd>${seoul.format(new Date(mail.receivedAt))}${copies(mail)}</dd>
</dl>
<pre>${escape(mail.text || (mail.html ?? ''))}</pre>`,
  );
}
