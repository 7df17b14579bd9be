import type { Texts } from '../template-set';

export const consultations = {
  'consultation.booked.v1/CITIZEN': {
    subject: '[Consultation] Booked: {starts}',
    body: `Your consultation is booked.

When: {starts}
Department in charge: {department}
How: {method}
Where: {place}
About the complaint: {receipt}

Somebody expects you at that time. If you cannot keep it, please cancel it before, so that somebody else can have it.

{object}`,
  },
  'consultation.booked.v1/OFFICER': {
    subject: '[Consultation] Booked: {starts}',
    body: `A consultation was booked.

When: {starts}
Department in charge: {department}
How: {method}
About the complaint: {receipt}

Please look at the papers before, and be ready in time.`,
  },
  'consultation.cancelled.v1/CITIZEN': {
    subject: '[Consultation] Cancelled: {starts}',
    body: `{cancelled}

When: {starts}
Department in charge: {department}
How: {method}
About the complaint: {receipt}

You are welcome to book another time.

{object}`,
  },
  'consultation.cancelled.v1/OFFICER': {
    subject: '[Consultation] Cancelled: {starts}',
    body: `A consultation was cancelled.

When: {starts}
Department in charge: {department}
How: {method}
About the complaint: {receipt}

If somebody waits, they get this time, and you are told.`,
  },
  'consultation.missed.v1/CITIZEN': {
    subject: '[Consultation] We missed you: {starts}',
    body: `Your consultation did not take place.

When: {starts}
Department in charge: {department}
How: {method}
About the complaint: {receipt}

You are welcome to book again.

{object}`,
  },
  'consultation.moved-up.v1/CITIZEN': {
    subject: '[Consultation] You have a place: {starts}',
    body: `A time became free, and your consultation is booked.

When: {starts}
Department in charge: {department}
How: {method}
Where: {place}
About the complaint: {receipt}

Somebody expects you at that time. If you cannot keep it, please cancel it before, so that the next one can have it.

{object}`,
  },
  'consultation.moved-up.v1/OFFICER': {
    subject: '[Consultation] Booked from the waiting list: {starts}',
    body: `Somebody from the waiting list has a time that became free.

When: {starts}
Department in charge: {department}
How: {method}
About the complaint: {receipt}

Please look at the papers before, and be ready in time.`,
  },
  'consultation.reminder.v1/CITIZEN': {
    subject: '[Consultation] Soon: {starts}',
    body: `Your consultation comes near.

When: {starts}
Department in charge: {department}
How: {method}
Where: {place}
About the complaint: {receipt}

Somebody expects you at that time. If you cannot keep it, please cancel it before.

{object}`,
  },
} as const satisfies Texts;
