import type { Texts } from '../template-set';

export const proposals = {
  'proposal.submitted.v1/CITIZEN': {
    subject: '[Proposal] We have your proposal',
    body: `Thank you for your proposal. It was received and published.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

Other citizens can endorse it. By this date, which may be extended once, we tell you what the department thinks of it.

{objectProposal}`,
  },
  'proposal.submitted.v1/OFFICER': {
    subject: '[Proposal] A new proposal has come in',
    body: `A proposal to your department was received.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

Please look at it and have it examined in time.`,
  },
  'proposal.opened-from-complaint.v1/CITIZEN': {
    subject: '[Proposal] Your complaint was received as a proposal',
    body: `What you wrote was received as a proposal. Unless you agreed that your complaint is public, other citizens do not see it until you agree.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

By this date, which may be extended once, we tell you what the department thinks of it. If you agree to publish it, other citizens can endorse it.

{objectProposal}`,
  },
  'proposal.opened-from-complaint.v1/OFFICER': {
    subject: '[Proposal] A complaint was received as a proposal',
    body: `What came in as a complaint was received as a proposal to your department.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

Please look at it and have it examined in time.`,
  },
  'proposal.examined.v1/CITIZEN': {
    subject: '[Proposal] We examine your proposal',
    body: `The examination of your proposal has begun.

Proposal: {title}
Department in charge: {department}

We hear the departments concerned, decide, and tell you the result and the reasons.

{objectProposal}`,
  },
  'proposal.opinion-asked.v1/OFFICER': {
    subject: '[Proposal] Your department is asked for its opinion',
    body: `Your department is asked what it thinks of a proposal to another department.

Proposal: {title}
Department asked: {department}
Opinion due by: {due}

Please look at the proposal and give your opinion in time.`,
  },
  'proposal.opinion-given.v1/OFFICER': {
    subject: '[Proposal] An opinion has come in',
    body: `A department that was asked has given its opinion.

Proposal: {title}
Department in charge: {department}

Please read it and go on with the examination.`,
  },
  'proposal.expert-asked.v1/CITIZEN': {
    subject: '[Proposal] We are asking an expert',
    body: `An expert was asked about your proposal. Meanwhile the time for the examination stands still.

Proposal: {title}
Department in charge: {department}
Opinion due by: {due}

[Why]
{reason}

Then the examination goes on, and we tell you the new date.

{objectProposal}`,
  },
  'proposal.expert-heard.v1/CITIZEN': {
    subject: '[Proposal] The expert was heard',
    body: `We have the expert’s opinion on your proposal, and the examination goes on.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

We tell you the result and the reasons by this date.

{objectProposal}`,
  },
  'proposal.supplement-requested.v1/CITIZEN': {
    subject: '[Proposal] Something is missing',
    body: `Something is missing to examine your proposal.

Proposal: {title}
Department in charge: {department}
To be given by: {due}

[What is missing]
{reason}

Once you give it, the examination goes on. Without it we decide on what there is, or exclude the proposal.

{objectProposal}`,
  },
  'proposal.supplement-given.v1/OFFICER': {
    subject: '[Proposal] The supplement has come in',
    body: `The proposer has given what was missing. The time for the examination runs again.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

Please read it and go on with the examination.`,
  },
  'proposal.review-extended.v1/CITIZEN': {
    subject: '[Proposal] We need longer to examine it',
    body: `We extended the time for examining your proposal. We are sorry that you have to wait.

Proposal: {title}
Department in charge: {department}
Before: {previousDue}
Now: {due}

[Why]
{reason}

We tell you the result and the reasons by the new date. It is not extended again.

{objectProposal}`,
  },
  'proposal.threshold-reached.v1/CITIZEN': {
    subject: '[Proposal] So many endorse it that the department answers',
    body: `So many citizens endorse your proposal that the department owes an answer.

Proposal: {title}
Department in charge: {department}
Endorsements: {count}
Answered by: {due}

The department publishes its answer by this date. The examination goes on beside it.

{objectProposal}`,
  },
} as const satisfies Texts;
