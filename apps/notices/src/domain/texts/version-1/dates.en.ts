import type { Texts } from '../template-set';

export const dates = {
  'complaint.due-soon.v1/OFFICER': {
    subject: '[Due soon {receipt}] A date comes near',
    body: `A complaint is due soon.

Receipt number: {receipt}
Department in charge: {department}
What comes near: {promise}
Due: {due}

Please answer in time. If you cannot, act before the date passes and give the citizen the reason.`,
  },
  'complaint.overdue.v1/CITIZEN': {
    subject: '[Delay {receipt}] We are sorry: we missed our date',
    body: `We did not answer by the date that you were given. We apologise.

Receipt number: {receipt}
Department in charge: {department}
What we missed: {promise}
It was due: {due}

The head of the department was told, and we tell you as soon as it is done. Where compensation is due, it opens by itself: you need not apply.

{object}`,
  },
  'complaint.overdue.v1/OFFICER': {
    subject: '[Late {receipt}] A date has passed',
    body: `A complaint is late.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please handle it without delay. The citizen and the head of your department were told.`,
  },
  'complaint.overdue.v1/MANAGER': {
    subject: '[Late {receipt}] A complaint of your department is late',
    body: `A complaint of your department was not handled by the date that was promised.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please see to it at once. If the date set by law passes as well, the petition auditor duns you.`,
  },
  'complaint.escalated.v1/MANAGER': {
    subject: '[Still late {receipt}] The delay goes on',
    body: `A complaint of your department is still open after its date has passed.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please have it handled at once and find out why it is late. The petition auditor was told of this delay.`,
  },
  'complaint.escalated.v1/AUDITOR': {
    subject: '[Delay report {receipt}] Still open after its date',
    body: `A complaint is still open after its date has passed.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

The head of the department was urged again. Please include it in the inspection.`,
  },
  'complaint.dunned.v1/MANAGER': {
    subject: '[Dunning {receipt}] A complaint of your department is late',
    body: `A complaint of your department was not handled in time. The petition auditor urges you to have it handled.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please see to it without delay. If the delay goes on, the audit office is told.`,
  },
  'complaint.dunned.v1/AUDITOR': {
    subject: '[Audit {receipt}] Still open after dunning',
    body: `A complaint is still open after the head of the department was dunned.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please find out why it is late, and include it in the inspection.`,
  },
  'complaint.due-date-moved.v1/CITIZEN': {
    subject: '[New date {receipt}] A due date has changed',
    body: `A due date of your complaint has changed.

Receipt number: {receipt}
Department in charge: {department}
What moved: {promise}
Before: {previousDue}
Now: {due}
Reason: {reason}

We answer by the new date. The date first given to you is kept beside it.

{object}`,
  },
  'complaint.due-date-moved.v1/OFFICER': {
    subject: '[New date {receipt}] A due date has changed',
    body: `A due date of a complaint has changed.

Receipt number: {receipt}
Department in charge: {department}
What moved: {promise}
Before: {previousDue}
Now: {due}
Reason: {reason}

The citizen was told. Please keep the new date.`,
  },
  'complaint.task-due-soon.v1/OFFICER': {
    subject: '[Due soon {receipt}] A duty comes near: {task}',
    body: `Something that you owe within a complaint is due soon.

Receipt number: {receipt}
Department in charge: {department}
What to do: {task}
Due: {due}

Please finish in time and tell the citizen.`,
  },
  'complaint.task-overdue.v1/OFFICER': {
    subject: '[Late {receipt}] A duty is late: {task}',
    body: `Something that you owe within a complaint is late.

Receipt number: {receipt}
Department in charge: {department}
What to do: {task}
It was due: {due}

Please finish without delay and tell the citizen. The head of your department was told.`,
  },
  'complaint.task-overdue.v1/MANAGER': {
    subject: '[Late {receipt}] A duty is late: {task}',
    body: `Something that your department owes within a complaint is late.

Receipt number: {receipt}
Department in charge: {department}
What to do: {task}
It was due: {due}

Please have it finished without delay. Who handles it was told.`,
  },
} as const satisfies Texts;
