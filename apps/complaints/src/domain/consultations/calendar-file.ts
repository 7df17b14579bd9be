/** What a calendar entry says. */
export interface CalendarEntry {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  readonly cancelled: boolean;
  /** Grows with every change, so that calendars replace the entry (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** When it was written. */
  readonly writtenAt: Date;
}

const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Text of a property (RFC 5545, 3.3.11). */
const escape = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets; what follows begins with a space (RFC 5545, 3.1). Letters are never cut. */
function fold(line: string): string {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...lines, part].join('\r\n');
}

/** A calendar file (iCalendar, RFC 5545) with one entry, in UTC: every calendar shows it in its own zone. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//City of Busan//Service Charter//KO',
    `METHOD:${entry.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${entry.id}@charter`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.writtenAt)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escape(entry.summary)}`,
    `DESCRIPTION:${escape(entry.description)}`,
    `LOCATION:${escape(entry.place)}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
