import type { Texts } from '../template-set';

export const contests = {
  'contest.entered.v1/CITIZEN': {
    subject: '[Contest] An entry was handed in',
    body: `You take part in a contest: the entry was received.

Contest: {title}
Department in charge: {department}
Can be changed until: {due}

Who handed it in can change it or take it back until then. If you were named as a member of the team and do not want to take part, you can leave it.

{objectContest}`,
  },
  'contest.judge-assigned.v1/CITIZEN': {
    subject: '[Contest] You were named as a judge',
    body: `You were named as a judge of a contest.

Contest: {title}
Department in charge: {department}

We tell you when judging begins. Entries come without names. If you have an interest in one of them, please declare it instead of judging it.

{objectContest}`,
  },
  'contest.judging-begun.v1/CITIZEN': {
    subject: '[Contest] Judging has begun',
    body: `Entries are closed, and judging has begun.

Contest: {title}
Department in charge: {department}
To be judged by: {due}

Please give points for every criterion of every entry. They stay sealed until all are in.

{objectContest}`,
  },
  'contest.judging-due-soon.v1/CITIZEN': {
    subject: '[Contest] The date for judging comes near',
    body: `Some of the entries of a contest still wait for your points.

Contest: {title}
Department in charge: {department}
To be judged by: {due}

Please finish in time. Points of judges who have not finished may not count.

{objectContest}`,
  },
  'contest.judging-overdue.v1/OFFICER': {
    subject: '[Contest late] Judging is not finished',
    body: `The date for judging has passed, and not all judges have finished.

Contest: {title}
Department in charge: {department}
It was due by: {due}

As soon as more than half of them have finished, the ranking is published. Please remind them, or name further judges.`,
  },
  'contest.judging-overdue.v1/MANAGER': {
    subject: '[Contest late] Judging is not finished',
    body: `The date for judging has passed, and not all judges have finished.

Contest: {title}
Department in charge: {department}
It was due by: {due}

Please see that judging is finished, or call the contest off with the reason.`,
  },
  'contest.judging-escalated.v1/MANAGER': {
    subject: '[Contest still late] Judging is still not finished',
    body: `Judging of a contest is still not finished.

Contest: {title}
Department in charge: {department}
It was due by: {due}

Please have it finished at once. The auditor was told of this delay.`,
  },
  'contest.judging-escalated.v1/AUDITOR': {
    subject: '[Contest delay report] Judging is still not finished',
    body: `Judging of a contest is still not finished after its date.

Contest: {title}
Department in charge: {department}
It was due by: {due}

The head of the department was urged again. Please include it in the inspection.`,
  },
  'contest.ranked.v1/CITIZEN': {
    subject: '[Contest] The ranking is published',
    body: `Judging is finished. Ranking and score sheet are published.

Contest: {title}
Department in charge: {department}
You can object until: {due}

If you think that an entry may not take part, please object to it by then. After that the ranking stands.

{objectContest}`,
  },
  'contest.objected.v1/OFFICER': {
    subject: '[Contest] Somebody objects to the ranking',
    body: `Somebody who takes part objects to an entry in the ranking.

Contest: {title}
Department in charge: {department}

Please look into it. The prizes are given when all objections are decided.`,
  },
  'contest.objected.v1/MANAGER': {
    subject: '[Contest] An objection is to be decided',
    body: `Somebody who takes part objects to an entry in the ranking.

Contest: {title}
Department in charge: {department}

Please decide it. The prizes are given when all objections are decided.`,
  },
  'contest.objection-decided.v1/CITIZEN': {
    subject: '[Contest] Your objection was decided',
    body: `{decision}

Contest: {title}
Department in charge: {department}

[Why]
{reason}

Where an objection was upheld, the entry is taken out and those below it move up.

{objectContest}`,
  },
  'contest.entry-excluded.v1/CITIZEN': {
    subject: '[Contest] Your entry was taken out',
    body: `Your entry was taken out of the contest.

Contest: {title}
Department in charge: {department}

[Why]
{reason}

It is judged no more, and gets no prize.

{objectContest}`,
  },
  'contest.confirmed.v1/OFFICER': {
    subject: '[Contest] The ranking stands',
    body: `Nobody can object any more: the ranking of a contest stands.

Contest: {title}
Department in charge: {department}

The head of your department gives the prizes. Please prepare certificates and ceremony.`,
  },
  'contest.confirmed.v1/MANAGER': {
    subject: '[Contest] The prizes can be given',
    body: `Nobody can object any more: the ranking of a contest stands.

Contest: {title}
Department in charge: {department}

Please give the prizes.`,
  },
  'contest.awarded.v1/CITIZEN': {
    subject: '[Contest] The prizes are given',
    body: `{wonOrNot}

Contest: {title}
Department in charge: {department}

You can look at the ranking and at what was awarded at any time.

{objectContest}`,
  },
  'contest.cancelled.v1/CITIZEN': {
    subject: '[Contest] The contest was called off',
    body: `A contest in which you take part was called off. We are sorry for the trouble.

Contest: {title}
Department in charge: {department}

[Why]
{reason}

No prizes are given, and nothing of what was handed in is published.

{objectContest}`,
  },
  'contest.date-moved.v1/CITIZEN': {
    subject: '[Contest date changed] A date has changed',
    body: `A date of a contest in which you take part has changed.

Contest: {title}
Department in charge: {department}
What: {task}
Before: {previousDue}
Now: {due}
Reason: {reason}

Please keep the new date in mind.

{objectContest}`,
  },
  'contest.date-moved.v1/OFFICER': {
    subject: '[Contest date changed] A date has changed',
    body: `A date of a contest has changed.

Contest: {title}
Department in charge: {department}
What: {task}
Before: {previousDue}
Now: {due}
Reason: {reason}

Those concerned were told.`,
  },
} as const satisfies Texts;
