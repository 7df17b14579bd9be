import type { Texts } from '../template-set';

export const proposalDates = {
  'proposal.task-due-soon.v1/CITIZEN': {
    subject: '[Proposal] The date for the supplement comes near',
    body: `What is missing of your proposal is due soon.

Proposal: {title}
Department in charge: {department}
Due by: {due}

Please give it in time. If you have done so, please disregard this notice.

{objectProposal}`,
  },
  'proposal.task-due-soon.v1/OFFICER': {
    subject: '[Proposal due soon] A date comes near',
    body: `Something is due soon for a proposal.

Proposal: {title}
Department in charge: {department}
What: {task}
Due by: {due}

Please do it in time.`,
  },
  'proposal.task-overdue.v1/CITIZEN': {
    subject: '[Proposal] A date has passed',
    body: `A date that was set for your proposal has passed.

Proposal: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

{overdueNext}

{objectProposal}`,
  },
  'proposal.task-overdue.v1/OFFICER': {
    subject: '[Proposal late] A date has passed',
    body: `The date of something that was to be done for a proposal has passed.

Proposal: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

Please do it without delay. The head of your department was told.`,
  },
  'proposal.task-overdue.v1/MANAGER': {
    subject: '[Proposal late] Your department is late',
    body: `Your department did not do in time what was to be done for a proposal.

Proposal: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

Please have it done at once.`,
  },
  'proposal.task-escalated.v1/MANAGER': {
    subject: '[Proposal still late] It is still not done',
    body: `Your department has still not done what was to be done for a proposal.

Proposal: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

Please have it done at once. The auditor was told of this delay.`,
  },
  'proposal.task-escalated.v1/AUDITOR': {
    subject: '[Proposal delay report] It is still not done',
    body: `What was to be done for a proposal is still not done after its date.

Proposal: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

The head of the department was urged again. Please include it in the inspection.`,
  },
  'proposal.due-date-moved.v1/CITIZEN': {
    subject: '[Proposal date changed] A date has changed',
    body: `A date that was set for a proposal has changed.

Proposal: {title}
Department in charge: {department}
What: {task}
Before: {previousDue}
Now: {due}
Reason: {reason}

We go on by the new date and keep you informed.

{objectProposal}`,
  },
  'proposal.due-date-moved.v1/OFFICER': {
    subject: '[Proposal date changed] A date has changed',
    body: `A date that was set for a proposal has changed.

Proposal: {title}
Department in charge: {department}
What: {task}
Before: {previousDue}
Now: {due}
Reason: {reason}

Please keep the new date. The proposer was told.`,
  },
  'comment.written.v1/CITIZEN': {
    subject: '[Proposal] There is a new comment',
    body: `{spoken}

Proposal: {title}
Department in charge: {department}

You can read and answer it on the proposal.

{objectProposal}`,
  },
  'moderation.hidden.v1/CITIZEN': {
    subject: '[Proposal] What you wrote was hidden',
    body: `What you wrote is no longer shown to other citizens, by the rules of the house.

Proposal: {title}
Department in charge: {department}
What: {thing}

[Why]
{reason}

If you disagree, you can appeal on the proposal. Somebody else decides within 7 working days.

{objectProposal}`,
  },
  'moderation.appealed.v1/CITIZEN': {
    subject: '[Proposal] We have your appeal',
    body: `Your appeal against the hiding of what you wrote was received.

Proposal: {title}
Department in charge: {department}
What: {thing}
Decided by: {due}

Somebody else than who hid it looks at it and tells you the result.

{objectProposal}`,
  },
  'moderation.appealed.v1/MANAGER': {
    subject: '[Proposal] An appeal against hiding',
    body: `Whose text was hidden has appealed.

Proposal: {title}
Department in charge: {department}
What: {thing}
To be decided by: {due}

Please decide in time, or have somebody else than who hid it decide.`,
  },
  'moderation.decided.v1/CITIZEN': {
    subject: '[Proposal] What became of your hidden text',
    body: `{restoredOrNot}

Proposal: {title}
Department in charge: {department}
What: {thing}

[Why]
{reason}

Please look at the proposal for more.

{objectProposal}`,
  },
} as const satisfies Texts;
