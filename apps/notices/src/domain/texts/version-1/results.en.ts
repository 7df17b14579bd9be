import type { Texts } from '../template-set';

export const results = {
  'complaint.answered.v1/CITIZEN': {
    subject: '[Answered {receipt}] Your answer is there',
    body: `We have answered your complaint.

Receipt number: {receipt}
Department in charge: {department}

Please read the answer. We will also ask you how it was: your view makes the service better.

{object}`,
  },
  'complaint.rejected.v1/CITIZEN': {
    subject: '[Result {receipt}] We could not grant what you asked',
    body: `We looked into what you asked and could not grant it. We are sorry.

Receipt number: {receipt}
Department in charge: {department}
Objection by law: until {objectUntil}

[Why]
{reason}

If you do not object, this is the end of it. You can tell us what you think of the result. Questions: call 120.

[How to object]
{remedies}`,
  },
  'complaint.returned.v1/CITIZEN': {
    subject: '[Returned {receipt}] We return your complaint',
    body: `We asked twice for what was missing and did not receive it, so we return your complaint.

Receipt number: {receipt}
Department in charge: {department}

[Why]
{reason}

This is the end of it. You can file it again at any time, with what was missing.

{object}`,
  },
  'complaint.closed-as-repeat.v1/CITIZEN': {
    subject: '[Closed {receipt}] The same matter was answered before',
    body: `We told you the result of the same matter twice or more, so we closed this complaint (Civil Petitions Treatment Act, article 23).

Receipt number: {receipt}
Department in charge: {department}

[Why]
{reason}

It gets no answer of its own. If there are new facts or papers, please file again at any time.

{object}`,
  },
  'complaint.converted.v1/CITIZEN': {
    subject: '[Proposal {receipt}] We treat it as a proposal',
    body: `What you wrote is better treated as a proposal, so we passed it on as one.

Receipt number: {receipt}
Department in charge: {department}

[Why]
{reason}

As a complaint it ends here; from now on it is examined as a proposal. We tell you when the proposal was received.

{object}`,
  },
  'complaint.reopened.v1/CITIZEN': {
    subject: '[Reopened {receipt}] We handle your complaint again',
    body: `Your objection was upheld, so we handle your complaint again.

Receipt number: {receipt}
Department in charge: {department}
Due by law: {due}

[Why]
{reason}

We answer you anew by this date.

{object}`,
  },
  'complaint.reopened.v1/OFFICER': {
    subject: '[Reopened {receipt}] To be handled again',
    body: `An objection was upheld, so a complaint is to be handled again.

Receipt number: {receipt}
Department in charge: {department}
Due by law: {due}

[Why]
{reason}

Please read the reasons of the decision and handle it again in time.`,
  },
  'complaint.opinion-given.v1/OFFICER': {
    subject: '[Opinion {receipt}] The citizen judged the result',
    body: `{opinion}

Receipt number: {receipt}
Department in charge: {department}

Please read it and let it guide what you do next.`,
  },
} as const satisfies Texts;
