import type { TemplateSet } from './template-set';

const OBJECT =
  'If you disagree with how it is handled, the charter lets you object at any time. Against a decision that rejects a statutory application you may object within 60 days of being told. Questions: call 120.';

export const en: TemplateSet = {
  salutation: 'Dear {name},\nthis is the City of Busan.',
  signature:
    'Kind regards,\nThe service charter team, City of Busan\nPlease do not reply to this mail. Questions: call 120.',
  readMore: 'Read on',
  promises: { STATUTORY: 'the date set by law', CHARTER: 'the date promised by the charter' },
  noDue: 'The clock has stopped. You are told the new date when it runs again.',
  noPreviousDue: 'The clock had stopped.',
  notices: {
    'complaint.filed.v1/CITIZEN': {
      subject: '[Received {receipt}] We have your complaint',
      body: `We have received your complaint.

Receipt number: {receipt}
Department in charge: {department}
Answer promised by the charter: {charterDue}
Due by law: {due}

The department will look into it and answer by the promised date. We tell you at once when an officer takes it on or a date changes.

${OBJECT}`,
    },
    'complaint.filed.v1/OFFICER': {
      subject: '[New {receipt}] A complaint has come in',
      body: `A complaint has come in to your department.

Receipt number: {receipt}
Department in charge: {department}
Promised by the charter: {charterDue}
Due by law: {due}

Please name who handles it, and begin.`,
    },
    'complaint.assigned.v1/CITIZEN': {
      subject: '[In progress {receipt}] An officer handles your complaint',
      body: `An officer was assigned to your complaint and is handling it.

Receipt number: {receipt}
Department in charge: {department}

The dates you were given at receipt hold. We tell you as soon as the answer is there.

${OBJECT}`,
    },
    'complaint.assigned.v1/OFFICER': {
      subject: '[Assigned {receipt}] This complaint is yours',
      body: `You were assigned to a complaint.

Receipt number: {receipt}
Department in charge: {department}

Please read it, note its due date and handle it in time.`,
    },
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

The petition auditor has urged the department, and we tell you as soon as it is done. Where compensation is due, it opens by itself: you need not apply.

${OBJECT}`,
    },
    'complaint.overdue.v1/OFFICER': {
      subject: '[Late {receipt}] A date has passed',
      body: `A complaint is late.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please handle it without delay. The citizen was told, and the head of your department was dunned.`,
    },
    'complaint.overdue.v1/MANAGER': {
      subject: '[Dunning {receipt}] A complaint of your department is late',
      body: `A complaint of your department was not handled in time. The petition auditor urges you to have it handled.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please see to it at once. If the delay goes on, the audit office is told.`,
    },
    'complaint.escalated.v1/MANAGER': {
      subject: '[Second dunning {receipt}] The delay goes on',
      body: `A complaint of your department is still open after dunning.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

Please have it handled at once and find out why it is late. The petition auditor was told of this delay.`,
    },
    'complaint.escalated.v1/AUDITOR': {
      subject: '[Delay report {receipt}] Still open after dunning',
      body: `A complaint is still open after dunning.

Receipt number: {receipt}
Department in charge: {department}
What was missed: {promise}
It was due: {due}

The head of the department was dunned again. Please include it in the inspection.`,
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

${OBJECT}`,
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
    'complaint.answered.v1/CITIZEN': {
      subject: '[Answered {receipt}] Your answer is there',
      body: `We have answered your complaint.

Receipt number: {receipt}
Department in charge: {department}

Please read the answer. We will also ask you how it was: your view makes the service better.

${OBJECT}`,
    },
    'complaint.withdrawn.v1/CITIZEN': {
      subject: '[Withdrawn {receipt}] Your complaint was withdrawn',
      body: `Your complaint was withdrawn, as you asked.

Receipt number: {receipt}
Department in charge: {department}

Nothing more will be done about it. You are welcome to file again at any time. Questions: call 120.`,
    },
    'complaint.withdrawn.v1/OFFICER': {
      subject: '[Withdrawn {receipt}] The citizen has withdrawn',
      body: `A complaint was withdrawn by the citizen.

Receipt number: {receipt}
Department in charge: {department}

Please close your work on it.`,
    },
    'claim.opened.v1/CITIZEN': {
      subject: '[Compensation {receipt}] A claim was opened for you',
      body: `We did not keep our date, so a claim to compensation under the charter was opened for you.

Receipt number: {receipt}
Department in charge: {department}
Amount foreseen: {amount}

You need not apply. We tell you the result as soon as it was reviewed.

If you disagree with the result, you may object once you were told. Questions: call 120.`,
    },
    'survey.invited.v1/CITIZEN': {
      subject: '[Survey {receipt}] How was it?',
      body: `We would like to hear how your complaint was handled.

Receipt number: {receipt}
Department to be rated: {department}
Answer until: {expires}

Nobody can tell who gave which answer. Answers count towards the department’s score.`,
    },
    'proposal.submitted.v1/CITIZEN': {
      subject: '[Proposal] We have your proposal',
      body: `Thank you for your proposal. It was received and published.

Department in charge: {department}

Other citizens can endorse it. Within a month, which may be extended once, we tell you what the department thinks of it; how to object is told with the result. Questions: call 120.`,
    },
  },
};
