import type { Texts } from '../template-set';

export const objections = {
  'objection.assigned.v1/CITIZEN': {
    subject: '[Objection {receipt}] An officer looks at it again',
    body: `An officer was assigned to decide your objection: another one than before.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
Decided by: {due}

You are told the result and the reasons by then.

{objectFurther}`,
  },
  'objection.assigned.v1/OFFICER': {
    subject: '[Objection {receipt}] Yours to decide',
    body: `You were assigned to decide an objection.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
To be decided by: {due}

Please look at how it was handled and why the citizen objects, and decide in time, with reasons.`,
  },
  'objection.decided.v1/CITIZEN': {
    subject: '[Objection decided {receipt}] The result of your objection',
    body: `{decision}

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}

[Why]
{reason}

{decisionNext}

[How to object]
{remedies}`,
  },
  'objection.decided.v1/OFFICER': {
    subject: '[Objection decided {receipt}] An objection was decided',
    body: `{decision}

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}

[Why]
{reason}

Please read the reasons and let them guide what you do next.`,
  },
  'objection.due-soon.v1/OFFICER': {
    subject: '[Objection due soon {receipt}] The date for the decision comes near',
    body: `The decision of an objection is due soon.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
To be decided by: {due}

Please decide in time. If you cannot, extend it once before the date, with a reason, and tell the citizen.`,
  },
  'objection.due-soon.v1/MANAGER': {
    subject: '[Objection due soon {receipt}] Nobody decides it yet',
    body: `An objection is due soon, and nobody was assigned to it.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
To be decided by: {due}

Please assign another officer than the one who handled the complaint, at once.`,
  },
  'objection.extended.v1/CITIZEN': {
    subject: '[Objection extended {receipt}] We need longer to decide',
    body: `We extended the time for deciding your objection. We are sorry that you have to wait.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
Before: {previousDue}
Now: {due}

[Why]
{reason}

You are told the result and the reasons by the new date. It is not extended again.

{objectFurther}`,
  },
  'objection.filed.v1/CITIZEN': {
    subject: '[Objection {receipt}] We have your objection',
    body: `We have received your objection.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
Decided by: {due}

Another officer than the one who handled it looks at it again, and tells you the result and the reasons by then.

{objectFurther}`,
  },
  'objection.filed.v1/MANAGER': {
    subject: '[Objection {receipt}] Please name who decides it',
    body: `An objection to how your department handled a complaint has come in.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
To be decided by: {due}

Please assign another officer than the one who handled it.`,
  },
  'objection.overdue.v1/CITIZEN': {
    subject: '[Delay {receipt}] We are sorry: your objection is not decided yet',
    body: `We did not decide your objection by the date that you were given. We apologise.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
It was to be decided by: {due}

The head of the department was told, and we tell you as soon as it is decided.

{objectFurther}`,
  },
  'objection.overdue.v1/OFFICER': {
    subject: '[Late {receipt}] The objection is not decided',
    body: `The date for deciding an objection has passed.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
It was to be decided by: {due}

Please decide it without delay. The citizen and the head of your department were told.`,
  },
  'objection.overdue.v1/MANAGER': {
    subject: '[Late {receipt}] An objection is not decided',
    body: `An objection to how your department handled a complaint was not decided in time.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
It was to be decided by: {due}

Please have it decided at once. The citizen was told of the delay.`,
  },
  'objection.withdrawn.v1/CITIZEN': {
    subject: '[Objection withdrawn {receipt}] Your objection was withdrawn',
    body: `Your objection was withdrawn, as you asked.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}

Nothing more is done about it, and the first result stays.

{object}`,
  },
  'objection.withdrawn.v1/MANAGER': {
    subject: '[Objection withdrawn {receipt}] An objection was withdrawn',
    body: `An objection was withdrawn by the citizen.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}

Please close your work on it.`,
  },
  'objection.escalated.v1/MANAGER': {
    subject: '[Still late {receipt}] The objection is not decided',
    body: `An objection to how your department handled a complaint is still not decided.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
It was to be decided by: {due}

Please have it decided at once and find out why it is late. The petition auditor was told of this delay.`,
  },
  'objection.escalated.v1/AUDITOR': {
    subject: '[Delay report {receipt}] An objection is still not decided',
    body: `An objection is still not decided after its date has passed.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
It was to be decided by: {due}

The head of the department was urged again. Please include it in the inspection.`,
  },
  'objection.due-date-moved.v1/CITIZEN': {
    subject: '[New date {receipt}] Your objection is decided by another date',
    body: `The date for deciding your objection has changed.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
Before: {previousDue}
Now: {due}
Reason: {reason}

You are told the result and the reasons by the new date.

{objectFurther}`,
  },
  'objection.due-date-moved.v1/MANAGER': {
    subject: '[New date {receipt}] The date of an objection has changed',
    body: `The date for deciding an objection to how your department handled a complaint has changed.

Receipt number: {receipt}
Department in charge: {department}
Basis: {basis}
Before: {previousDue}
Now: {due}
Reason: {reason}

The citizen was told. Please see that the new date is kept.`,
  },
} as const satisfies Texts;
