import type { Texts } from '../template-set';

export const supplements = {
  'complaint.supplement-due-soon.v1/CITIZEN': {
    subject: '[Due soon {receipt}] The date for your supplement comes near',
    body: `We asked you to complete your complaint, and the date for it comes near.

Receipt number: {receipt}
Department in charge: {department}
Please give it by: {due}

[What to give]
{supplement}

Once we have it, the period runs again and we go on. If you need longer, you may ask for more time twice, before the date.

{object}`,
  },
  'complaint.supplement-extended.v1/CITIZEN': {
    subject: '[New date {receipt}] The date for your supplement has changed',
    body: `The date by which to complete your complaint has changed.

Receipt number: {receipt}
Department in charge: {department}
Before: {previousDue}
Now: {due}

[What to give]
{supplement}

Give it by the new date, and we go on. The period stands still meanwhile.

{object}`,
  },
  'complaint.supplement-extended.v1/OFFICER': {
    subject: '[New date {receipt}] The date for a supplement has changed',
    body: `The date for a supplement that you asked for has changed.

Receipt number: {receipt}
Department in charge: {department}
Before: {previousDue}
Now: {due}

We tell you when it comes. The period stands still meanwhile.`,
  },
  'complaint.supplement-given.v1/CITIZEN': {
    subject: '[Received {receipt}] We have your supplement',
    body: `We have received your supplement. Thank you.

Receipt number: {receipt}
Department in charge: {department}
Due by law: {due}

The department looks at it and goes on. We tell you as soon as the answer is there.

{object}`,
  },
  'complaint.supplement-given.v1/OFFICER': {
    subject: '[Supplement {receipt}] The supplement is there',
    body: `The supplement that you asked for has come, and the period runs again.

Receipt number: {receipt}
Department in charge: {department}
Due by law: {due}

Please look at it and handle the complaint in time.`,
  },
  'complaint.supplement-overdue.v1/CITIZEN': {
    subject: '[Date passed {receipt}] We have not received your supplement',
    body: `We asked you to complete your complaint. The date has passed, and we have received nothing yet.

Receipt number: {receipt}
Department in charge: {department}
It was due: {due}

[What to give]
{supplement}

You can still give it now. Without it, we ask once more with 10 days if this was the first time; if it was the second, we may return your complaint.

{object}`,
  },
  'complaint.supplement-overdue.v1/OFFICER': {
    subject: '[Date passed {receipt}] No supplement came',
    body: `The date for a supplement that you asked for has passed.

Receipt number: {receipt}
Department in charge: {department}
It was due: {due}

If you asked for the first time, ask again with 10 days; if for the second, you may return the complaint. The citizen was told that the date has passed.`,
  },
  'complaint.supplement-requested.v1/CITIZEN': {
    subject: '[Something is missing {receipt}] Please complete your complaint',
    body: `We need something more from you to handle your complaint.
{apology}

Receipt number: {receipt}
Department in charge: {department}
Please give it by: {due}

[What to give]
{supplement}

The period stands still meanwhile and runs again once we have it. If you need longer, you may ask for more time twice, before the date. {supplementNext}

{object}`,
  },
} as const satisfies Texts;
