import fc from 'fast-check';
import { type CalendarEntry, calendarFile } from './calendar-file';

const entry: CalendarEntry = {
  ...{ id: '0198a000-0000-7000-8000-0000000000aa', summary: '시청 상담', description: '점용 허가; 절차, 서류\n문의' },
  ...{ startsAt: new Date('2026-11-24T14:00:00+09:00'), endsAt: new Date('2026-11-24T14:30:00+09:00') },
  ...{ place: '시청 3층', cancelled: false, sequence: 0, writtenAt: new Date('2026-11-23T10:00:00+09:00') },
};

it('says when, where and what, in the form of RFC 5545', () => {
  const lines = calendarFile(entry).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      ...['BEGIN:VCALENDAR', 'METHOD:PUBLISH', 'UID:0198a000-0000-7000-8000-0000000000aa@charter', 'SEQUENCE:0'],
      ...['DTSTART:20261124T050000Z', 'DTEND:20261124T053000Z', 'SUMMARY:시청 상담', 'LOCATION:시청 3층'],
      ...['DESCRIPTION:점용 허가\\; 절차\\, 서류\\n문의', 'STATUS:CONFIRMED', 'END:VCALENDAR', ''],
    ]),
  );
});

it('takes a cancelled one out of the calendar, with a later sequence', () => {
  expect(calendarFile({ ...entry, cancelled: true, sequence: 1 })).toMatch(
    /METHOD:CANCEL[^]*SEQUENCE:1[^]*STATUS:CANCELLED/,
  );
});

it('has no line of more than 75 octets, and unfolds to what was said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (place) => {
      const text = calendarFile({ ...entry, place });
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const escaped = place.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
      expect(text.replace(/\r\n /g, '')).toContain(`LOCATION:${escaped}\r\n`);
    }),
  );
});
