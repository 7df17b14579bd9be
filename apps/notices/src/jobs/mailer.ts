import { createTransport, type Transporter } from 'nodemailer';

export interface Letter {
  /** The notice: a second copy of the same letter carries the same Message-ID. */
  readonly noticeId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The mail server refused this letter for good: another try would get the same answer. */
export class LetterRefused extends Error {}

const TIME_LIMIT_MS = 10_000;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found]!);

const linked = (line: string): string => line.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

/** The same letter for mail programs that show HTML. */
const toHtml = (text: string, language: string): string =>
  `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.6">${text
    .split('\n\n')
    .map(
      (part) =>
        `<p>${part
          .split('\n')
          .map((line) => linked(escapeHtml(line)))
          .join('<br>')}</p>`,
    )
    .join('')}</body></html>`;

/** Sends letters by SMTP. */
export class Mailer {
  private readonly transport: Transporter;
  private readonly domain: string;

  /** @param from a mail header, `name <address>` */
  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: TIME_LIMIT_MS,
      greetingTimeout: TIME_LIMIT_MS,
      socketTimeout: TIME_LIMIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  }

  /** @throws {LetterRefused} when the server refuses it for good; any other error means: try again */
  async send({ noticeId, to, subject, text }: Letter, language: string): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        html: toHtml(text, language),
        messageId: `<${noticeId}@${this.domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const { responseCode } = error as { responseCode?: number };
      if (responseCode && responseCode >= 500) throw new LetterRefused(`The mail server answered ${responseCode}.`);
      throw error;
    }
  }

  close(): void {
    this.transport.close();
  }
}
