import type { Texts } from '../template-set';

export const proposalResults = {
  'proposal.threshold-reached.v1/OFFICER': {
    subject: '[Proposal] A proposal is to be answered',
    body: `So many citizens endorse a proposal to your department that it owes an answer.

Proposal: {title}
Department in charge: {department}
Endorsements: {count}
To be answered by: {due}

Please publish the answer in time.`,
  },
  'proposal.threshold-reached.v1/MANAGER': {
    subject: '[Proposal] A proposal that many endorse',
    body: `So many citizens endorse a proposal to your department that it owes an answer.

Proposal: {title}
Department in charge: {department}
Endorsements: {count}
To be answered by: {due}

Please see that the answer is published in time.`,
  },
  'proposal.answered.v1/CITIZEN': {
    subject: '[Proposal] The department has answered',
    body: `The department has answered those who endorse your proposal.

Proposal: {title}
Department in charge: {department}

[Answer]
{reason}

The result of the examination is told as soon as it is decided.

{objectProposal}`,
  },
  'proposal.decided.v1/CITIZEN': {
    subject: '[Proposal decided] The result of the examination',
    body: `Your proposal was decided.

Proposal: {title}
Department in charge: {department}
Result: {outcome}

[Why]
{reason}

{proposalNext}

{objectProposal}`,
  },
  'proposal.excluded.v1/CITIZEN': {
    subject: '[Proposal decided] It is no proposal by the rules',
    body: `What you wrote is no proposal by the rules, and was excluded.

Proposal: {title}
Department in charge: {department}

[Why]
{reason}

You can hand in another proposal at any time.

{objectProposal}`,
  },
  'proposal.withdrawn.v1/OFFICER': {
    subject: '[Proposal] A proposal was withdrawn',
    body: `The proposer has withdrawn the proposal.

Proposal: {title}
Department in charge: {department}

Please close your work on it.`,
  },
  'proposal.merged.v1/CITIZEN': {
    subject: '[Proposal] It was merged with one that says the same',
    body: `Your proposal was merged with another one that says the same. Every citizen who endorsed it still counts, once.

Proposal: {title}
Department in charge: {department}

[Why]
{reason}

We keep telling you what happens to the one that stays.

{objectProposal}`,
  },
  'proposal.awarded.v1/CITIZEN': {
    subject: '[Proposal] Your proposal was awarded',
    body: `Congratulations: your proposal was given an award.

Proposal: {title}
Department in charge: {department}
Award: {amount}

Joint authors get the parts that were agreed. The department tells you how it is paid.

{objectProposal}`,
  },
  'proposal.planned.v1/CITIZEN': {
    subject: '[Proposal] There is a plan to carry it out',
    body: `There is a plan to carry out your proposal.

Proposal: {title}
Department in charge: {department}
Last step by: {due}

We publish and tell you how far it is at every step.

{objectProposal}`,
  },
  'proposal.progressed.v1/CITIZEN': {
    subject: '[Proposal] How far it is',
    body: `This is how far your proposal is.

Proposal: {title}
Department in charge: {department}

[What was said]
{reason}

We tell you again as soon as there is more.

{objectProposal}`,
  },
  'proposal.implemented.v1/CITIZEN': {
    subject: '[Proposal] Your proposal was carried out',
    body: `Your proposal was carried out. Thank you for taking part.

Proposal: {title}
Department in charge: {department}

[What was said]
{reason}

You can look at the result at any time.

{objectProposal}`,
  },
  'proposal.re-review-requested.v1/CITIZEN': {
    subject: '[Proposal] We look at it again',
    body: `Your request to look at the proposal again was received.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

We examine it anew and tell you the result and the reasons by this date.

{objectProposal}`,
  },
  'proposal.re-review-requested.v1/MANAGER': {
    subject: '[Proposal] A re-review was asked',
    body: `The proposer asks to look again at a proposal that was not adopted.

Proposal: {title}
Department in charge: {department}
Examined by: {due}

[Why]
{reason}

Please have it examined anew in time.`,
  },
  'proposal.news.v1/CITIZEN': {
    subject: '[Proposal news] A proposal that you follow',
    body: `Something has happened to a proposal that you follow.

Proposal: {title}
Department in charge: {department}
News: {news}

Please look at the proposal for more. You can stop following it at any time.

{objectProposal}`,
  },
} as const satisfies Texts;
