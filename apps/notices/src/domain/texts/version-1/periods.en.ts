import type { Texts } from '../template-set';

export const periods = {
  'complaint.suspended.v1/CITIZEN': {
    subject: '[Procedure {receipt}] Something has to be clarified first',
    body: `Your complaint needs a procedure before it can be answered, and it is under way.

Receipt number: {receipt}
Department in charge: {department}
Procedure: {suspension}
To end by: {due}

[Why]
{reason}

The period stands still meanwhile. When it has ended, we tell you its result and the new date.

{object}`,
  },
  'complaint.resumed.v1/CITIZEN': {
    subject: '[Procedure ended {receipt}] The period runs again',
    body: `The procedure that your complaint needed has ended, and we go on.

Receipt number: {receipt}
Department in charge: {department}
What has ended: {suspension}
Due by law: {due}

[Its result]
{result}

We go on with this result, and tell you as soon as the answer is there.

{object}`,
  },
  'complaint.extended.v1/CITIZEN': {
    subject: '[Extended {receipt}] We need longer',
    body: `{extended}

Receipt number: {receipt}
Department in charge: {department}
Before: {previousDue}
Now: {due}

[Why]
{reason}

We answer by the new date. The date first given to you is kept beside it.

{object}`,
  },
  'complaint.extended.v1/OFFICER': {
    subject: '[Extended {receipt}] The period is longer now',
    body: `The period of a complaint was extended.

Receipt number: {receipt}
Department in charge: {department}
Before: {previousDue}
Now: {due}

The citizen was told the reason and the new date. Please keep it.`,
  },
  'complaint.extension-declined.v1/CITIZEN': {
    subject: '[Date stays {receipt}] No second extension',
    body: `You did not agree to a second extension, so the period is not extended again.

Receipt number: {receipt}
Department in charge: {department}
Due by law: {due}

The department goes on, and we tell you as soon as the answer is there.

{object}`,
  },
  'complaint.extension-declined.v1/OFFICER': {
    subject: '[Date stays {receipt}] The citizen did not agree',
    body: `The citizen did not agree to a second extension, so the date stays.

Receipt number: {receipt}
Department in charge: {department}
Due by law: {due}

Please handle it in time.`,
  },
  'complaint.extension-proposed.v1/CITIZEN': {
    subject: '[Your consent {receipt}] May we take longer once more?',
    body: `We need more time, and ask whether you agree to a second extension.

Receipt number: {receipt}
Department in charge: {department}
Due by law as it stands: {due}
How much longer: {extension}

[Why]
{reason}

Please tell us before the present date passes whether you agree. If you do, we tell you the new date; if you do not, or do not answer, the present date stays.

{object}`,
  },
  'complaint.interim-reported.v1/CITIZEN': {
    subject: '[Interim report {receipt}] How far your complaint is',
    body: `We tell you how far we are with your complaint.

Receipt number: {receipt}
Department in charge: {department}
Due by law: {due}

[How far it is]
{progress}

We tell you as soon as the answer is there. If it takes longer, we tell you again every 30 days, and when you ask.

{object}`,
  },
  'complaint.interim-requested.v1/CITIZEN': {
    subject: '[You asked {receipt}] We will tell you how far it is',
    body: `You asked how far your complaint is.

Receipt number: {receipt}
Department in charge: {department}
You are told by: {due}

The department tells you by then how far it is.

{object}`,
  },
  'complaint.interim-requested.v1/OFFICER': {
    subject: '[Question {receipt}] The citizen asks how far it is',
    body: `The citizen asks how far a complaint is.

Receipt number: {receipt}
Department in charge: {department}
To be told by: {due}

Please tell in time how far it is and when it will be done.`,
  },
} as const satisfies Texts;
