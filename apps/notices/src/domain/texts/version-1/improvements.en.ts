import type { Texts } from '../template-set';

export const improvements = {
  'improvement.opened.v1/CITIZEN': {
    subject: '[Improvement] What you sent us has become an improvement action',
    body: `Your {source} has led us to open an improvement action. Thank you for keeping an eye on the city.

Improvement action: {title}
Department in charge: {department}
To be done by: {due}

We tell you how far it is and, when it is done, what came of it.

{objectImprovement}`,
  },
  'improvement.opened.v1/OFFICER': {
    subject: '[Improvement] An improvement action is yours',
    body: `An improvement action was opened, and it is yours.

Improvement action: {title}
Department in charge: {department}
Came from: {origin}
To be done by: {due}

Please plan it, and finish it in time.`,
  },
  'improvement.opened.v1/MANAGER': {
    subject: '[Improvement] Please give an improvement action to an officer',
    body: `An improvement action was opened for your department, and nobody has it yet.

Improvement action: {title}
Department in charge: {department}
Came from: {origin}
To be done by: {due}

Please give it to an officer.`,
  },
  'improvement.assigned.v1/OFFICER': {
    subject: '[Improvement] An improvement action was given to you',
    body: `The head of your department gave an improvement action to you.

Improvement action: {title}
Department in charge: {department}
Came from: {origin}
To be done by: {due}

Please look how far it is, and finish it in time.`,
  },
  'improvement.progressed.v1/CITIZEN': {
    subject: '[Improvement] How far the improvement action is',
    body: `The improvement action that your {source} led to goes on.

Improvement action: {title}
Department in charge: {department}
Done so far: {percent}

[What was done]
{reason}

We go on with it, and tell you what came of it when it is done.

{objectImprovement}`,
  },
  'improvement.completed.v1/CITIZEN': {
    subject: '[Improvement] The improvement action is done',
    body: `The improvement action that your {source} led to is done.
{lateResult}

Improvement action: {title}
Department in charge: {department}

[What came of it]
{reason}

This closes the action. If you notice no difference, please tell the department in charge.

{objectImprovement}`,
  },
  'improvement.completed.v1/MANAGER': {
    subject: '[Improvement] An improvement action of your department is done',
    body: `An improvement action of your department is done.
{lateResult}

Improvement action: {title}
Department in charge: {department}
Came from: {origin}

[What came of it]
{reason}

If it is not published yet, please decide whether citizens shall see it.`,
  },
  'improvement.cancelled.v1/CITIZEN': {
    subject: '[Improvement] The improvement action was called off',
    body: `The improvement action that your {source} led to was called off.

Improvement action: {title}
Department in charge: {department}

[Why]
{reason}

It is not carried out any further.

{objectImprovement}`,
  },
  'improvement.cancelled.v1/OFFICER': {
    subject: '[Improvement] An improvement action of yours was called off',
    body: `The head of your department called an improvement action off.

Improvement action: {title}
Department in charge: {department}
Came from: {origin}

[Why]
{reason}

Nothing more is to be done for it.`,
  },
  'improvement.date-moved.v1/CITIZEN': {
    subject: '[Improvement date changed] The date has changed',
    body: `The date of the improvement action that your {source} led to has changed.

Improvement action: {title}
Department in charge: {department}
Before: {previousDue}
Now: {due}
Reason: {reason}

We finish it by the new date, and tell you what came of it.

{objectImprovement}`,
  },
  'improvement.date-moved.v1/OFFICER': {
    subject: '[Improvement date changed] The date has changed',
    body: `The date of an improvement action of yours has changed.

Improvement action: {title}
Department in charge: {department}
Before: {previousDue}
Now: {due}
Reason: {reason}

Please finish it by the new date.`,
  },
  'improvement.due-soon.v1/OFFICER': {
    subject: '[Improvement] The date comes near',
    body: `The date of an improvement action of yours comes near.

Improvement action: {title}
Department in charge: {department}
To be done by: {due}

Please finish it in time and enter the result. If you cannot, ask the head of your department for a later date before this one has passed.`,
  },
  'improvement.overdue.v1/OFFICER': {
    subject: '[Improvement late] The date has passed',
    body: `The date of an improvement action of yours has passed.

Improvement action: {title}
Department in charge: {department}
It was due by: {due}

Please report why it is late, and finish it at once. The head of your department was told.`,
  },
  'improvement.overdue.v1/MANAGER': {
    subject: '[Improvement late] An improvement action of your department is late',
    body: `An improvement action of your department was not finished in time.

Improvement action: {title}
Department in charge: {department}
It was due by: {due}

Please see that it is finished, or call it off with the reason.`,
  },
  'improvement.escalated.v1/MANAGER': {
    subject: '[Improvement still late] An improvement action is still not done',
    body: `An improvement action of your department is still not finished.

Improvement action: {title}
Department in charge: {department}
It was due by: {due}

Please have it finished at once. The auditor was told of this delay.`,
  },
  'improvement.escalated.v1/AUDITOR': {
    subject: '[Improvement delay report] An improvement action is still not done',
    body: `An improvement action is still not finished after its date.

Improvement action: {title}
Department in charge: {department}
It was due by: {due}

The head of the department was urged again. Please include it in the inspection.`,
  },
} as const satisfies Texts;
