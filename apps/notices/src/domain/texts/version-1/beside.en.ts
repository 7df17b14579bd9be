import type { Texts } from '../template-set';

export const beside = {
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

Nobody can tell who gave which answer. Answers count towards the department’s score.

{object}`,
  },
  'proposal.submitted.v1/CITIZEN': {
    subject: '[Proposal] We have your proposal',
    body: `Thank you for your proposal. It was received and published.

Department in charge: {department}

Other citizens can endorse it. Within a month, which may be extended once, we tell you what the department thinks of it.

How to object is told with the result. Questions: call 120.`,
  },
  'proposal.opened-from-complaint.v1/CITIZEN': {
    subject: '[Proposal] Your complaint was received as a proposal',
    body: `What you wrote was received as a proposal. Unless you agreed that your complaint is public, other citizens do not see it until you agree.

Department in charge: {department}

Within a month, which may be extended once, we tell you what the department thinks of it. If you agree to publish it, other citizens can endorse it.

How to object is told with the result. Questions: call 120.`,
  },
} as const satisfies Texts;
