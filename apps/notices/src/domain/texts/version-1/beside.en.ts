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
} as const satisfies Texts;
