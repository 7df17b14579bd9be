import { type EventType, events } from '@charter/contracts';
import { AUDIENCES_OF, type Audience, type NoticeEvent, audiencesOf } from './audiences';
import { planNotices } from './notice-plan';

/** Who hears of what: C the citizen, O who handles it, M the head of the department, A the petition auditor. */
const PLAN: Record<NoticeEvent, string> = {
  'complaint.filed.v1': 'C O',
  'complaint.assigned.v1': 'C O',
  'complaint.moved.v1': 'C O',
  'complaint.transferred.v1': 'C',
  'complaint.due-soon.v1': 'O',
  'complaint.overdue.v1': 'C O M',
  'complaint.escalated.v1': 'M A',
  'complaint.dunned.v1': 'M A',
  'complaint.due-date-moved.v1': 'C O',
  'complaint.supplement-requested.v1': 'C',
  'complaint.supplement-due-soon.v1': 'C',
  'complaint.supplement-overdue.v1': 'C O',
  'complaint.supplement-extended.v1': 'C O',
  'complaint.supplement-given.v1': 'C O',
  'complaint.suspended.v1': 'C',
  'complaint.resumed.v1': 'C',
  'complaint.extended.v1': 'C O',
  'complaint.extension-proposed.v1': 'C',
  'complaint.extension-declined.v1': 'C O',
  'complaint.interim-reported.v1': 'C',
  'complaint.interim-requested.v1': 'C O',
  'complaint.task-due-soon.v1': 'O',
  'complaint.task-overdue.v1': 'O M',
  'complaint.answered.v1': 'C',
  'complaint.rejected.v1': 'C',
  'complaint.returned.v1': 'C',
  'complaint.closed-as-repeat.v1': 'C',
  'complaint.converted.v1': 'C',
  'complaint.reopened.v1': 'C O',
  'complaint.withdrawn.v1': 'C O',
  'complaint.opinion-given.v1': 'O',
  'objection.filed.v1': 'C M',
  'objection.assigned.v1': 'C O',
  'objection.due-soon.v1': 'O M',
  'objection.overdue.v1': 'C O M',
  'objection.escalated.v1': 'M A',
  'objection.due-date-moved.v1': 'C M',
  'objection.extended.v1': 'C',
  'objection.decided.v1': 'C O',
  'objection.withdrawn.v1': 'C M',
  'consultation.booked.v1': 'C O',
  'consultation.cancelled.v1': 'C O',
  'consultation.moved-up.v1': 'C O',
  'consultation.reminder.v1': 'C',
  'consultation.missed.v1': 'C',
  'claim.opened.v1': 'C',
  'claim.filed.v1': 'C O',
  'claim.reviewed.v1': 'M',
  'complaint.fault-confirmed.v1': 'C O',
  'claim.approved.v1': 'C',
  'claim.apologised.v1': 'C',
  'claim.refused.v1': 'C',
  'claim.revoked.v1': 'C',
  'claim.paid.v1': 'C',
  'claim.returned.v1': 'C',
  'claim.handed-over.v1': 'C',
  'claim.taken-back.v1': 'C',
  'claim.objected.v1': 'C M',
  'claim.task-due-soon.v1': 'O',
  'claim.task-overdue.v1': 'C O M',
  'claim.task-escalated.v1': 'M A',
  'claim.date-moved.v1': 'C O',
  'survey.invited.v1': 'C',
  'survey.asked.v1': 'C',
  'survey.reminded.v1': 'C',
  'survey.task-overdue.v1': 'O M',
  'survey.date-moved.v1': 'O',
  'proposal.submitted.v1': 'C O',
  'proposal.opened-from-complaint.v1': 'C O',
  'proposal.examined.v1': 'C',
  'proposal.opinion-asked.v1': 'O',
  'proposal.opinion-given.v1': 'O',
  'proposal.expert-asked.v1': 'C',
  'proposal.expert-heard.v1': 'C',
  'proposal.supplement-requested.v1': 'C',
  'proposal.supplement-given.v1': 'O',
  'proposal.review-extended.v1': 'C',
  'proposal.threshold-reached.v1': 'C O M',
  'proposal.answered.v1': 'C',
  'proposal.decided.v1': 'C',
  'proposal.excluded.v1': 'C',
  'proposal.withdrawn.v1': 'O',
  'proposal.merged.v1': 'C',
  'proposal.awarded.v1': 'C',
  'proposal.planned.v1': 'C',
  'proposal.progressed.v1': 'C',
  'proposal.implemented.v1': 'C',
  'proposal.re-review-requested.v1': 'C M',
  'proposal.news.v1': 'C',
  'proposal.task-due-soon.v1': 'C O',
  'proposal.task-overdue.v1': 'C O M',
  'proposal.task-escalated.v1': 'M A',
  'proposal.due-date-moved.v1': 'C O',
  'comment.written.v1': 'C',
  'moderation.hidden.v1': 'C',
  'moderation.appealed.v1': 'C M',
  'moderation.decided.v1': 'C',
  'contest.entered.v1': 'C',
  'contest.judge-assigned.v1': 'C',
  'contest.judging-begun.v1': 'C',
  'contest.judging-due-soon.v1': 'C',
  'contest.judging-overdue.v1': 'O M',
  'contest.judging-escalated.v1': 'M A',
  'contest.ranked.v1': 'C',
  'contest.objected.v1': 'O M',
  'contest.objection-decided.v1': 'C',
  'contest.entry-excluded.v1': 'C',
  'contest.confirmed.v1': 'O M',
  'contest.awarded.v1': 'C',
  'contest.cancelled.v1': 'C',
  'contest.date-moved.v1': 'C O',
  'monitoring.applied.v1': 'C',
  'monitoring.applications-closed.v1': 'O M',
  'monitoring.appointed.v1': 'C',
  'monitoring.not-appointed.v1': 'C',
  'monitoring.cancelled.v1': 'C',
  'monitoring.resigned.v1': 'O',
  'monitoring.dismissed.v1': 'C',
  'monitoring.term-ended.v1': 'C',
  'monitoring.allowance-stated.v1': 'C',
  'monitoring.mission-opened.v1': 'C',
  'monitoring.mission-due-soon.v1': 'C',
  'monitoring.mission-cancelled.v1': 'C',
  'monitoring.report-submitted.v1': 'C O',
  'monitoring.report-returned.v1': 'C',
  'monitoring.report-revised.v1': 'O',
  'monitoring.report-withdrawn.v1': 'O',
  'monitoring.report-accepted.v1': 'C',
  'monitoring.report-rejected.v1': 'C',
  'monitoring.answer-owed.v1': 'O M',
  'monitoring.report-answered.v1': 'C O',
  'monitoring.task-due-soon.v1': 'C O',
  'monitoring.task-overdue.v1': 'C O M',
  'monitoring.task-escalated.v1': 'M A',
  'monitoring.date-moved.v1': 'C O',
  'improvement.opened.v1': 'C O M',
  'improvement.assigned.v1': 'O',
  'improvement.progressed.v1': 'C',
  'improvement.completed.v1': 'C M',
  'improvement.cancelled.v1': 'C O',
  'improvement.date-moved.v1': 'C O',
  'improvement.due-soon.v1': 'O',
  'improvement.overdue.v1': 'O M',
  'improvement.escalated.v1': 'M A',
  'department.succeeded.v1': 'O M',
};
const LETTERS: Record<Audience, string> = { CITIZEN: 'C', OFFICER: 'O', MANAGER: 'M', AUDITOR: 'A' };

/** Told by another event: what a proposal became is told as the complaint that was filed. */
const TOLD_OTHERWISE = [
  ...['complaint.opened-from-proposal.v1', 'proposal.converted-to-complaint.v1'],
  'survey.standard-scored.v1', // what comes of it is told as the improvement action that it opens
];
const ABOUT_THINGS = (Object.keys(events) as EventType[]).filter(
  (type) =>
    !/^(charter|department\.saved|erasure|holiday|personal-data|standard)\b/.test(type) &&
    !TOLD_OTHERWISE.includes(type),
);

it('tells people of everything that happens to what is theirs', () =>
  expect(Object.keys(AUDIENCES_OF).sort()).toEqual(ABOUT_THINGS.sort()));

it.each(Object.entries(PLAN) as [NoticeEvent, string][])('%s is told to %s', (event, told) =>
  expect(AUDIENCES_OF[event].map((audience) => LETTERS[audience]).join(' ')).toBe(told),
);

it.each<[NoticeEvent, object, readonly Audience[]]>([
  ['complaint.overdue.v1', { against: 'CHARTER' }, ['CITIZEN', 'OFFICER', 'MANAGER']],
  ['complaint.overdue.v1', { against: 'STATUTORY' }, ['CITIZEN', 'OFFICER']],
  ['complaint.dunned.v1', { stage: 'DEPARTMENT_HEAD' }, ['MANAGER']],
  ['complaint.dunned.v1', { stage: 'AUDIT_OFFICE' }, ['AUDITOR']],
  ['objection.due-soon.v1', { handlerId: 'h' }, ['OFFICER']],
  ['objection.due-soon.v1', { handlerId: null }, ['MANAGER']],
  ['objection.overdue.v1', { handlerId: 'h' }, ['CITIZEN', 'OFFICER', 'MANAGER']],
  ['objection.overdue.v1', { handlerId: null }, ['CITIZEN', 'MANAGER']],
  ['contest.date-moved.v1', { citizenId: 'c' }, ['CITIZEN']],
  ['contest.date-moved.v1', { citizenId: null }, ['OFFICER']],
  ['contest.cancelled.v1', { citizenId: 'c' }, ['CITIZEN']],
  ['contest.cancelled.v1', { citizenId: null }, []],
  ['monitoring.cancelled.v1', { citizenId: 'c' }, ['CITIZEN']],
  ['monitoring.cancelled.v1', { citizenId: null }, []],
  ['monitoring.answer-owed.v1', { citizenId: 'c' }, ['OFFICER', 'MANAGER']],
  ['monitoring.task-due-soon.v1', { task: 'REPORT_REVISION' }, ['CITIZEN']],
  ['monitoring.task-due-soon.v1', { task: 'REPORT_VERIFICATION' }, ['OFFICER']],
  ['monitoring.task-due-soon.v1', { task: 'MONITOR_APPOINTMENT' }, ['OFFICER']],
  ['monitoring.task-overdue.v1', { task: 'MONITOR_APPOINTMENT' }, ['OFFICER', 'MANAGER']],
  ['monitoring.task-overdue.v1', { task: 'REPORT_VERIFICATION' }, ['CITIZEN', 'OFFICER', 'MANAGER']],
  ['monitoring.task-overdue.v1', { task: 'REPORT_ANSWER' }, ['CITIZEN', 'OFFICER', 'MANAGER']],
  ['monitoring.task-overdue.v1', { task: 'REPORT_REVISION' }, ['CITIZEN', 'OFFICER']],
  ['monitoring.task-escalated.v1', { task: 'REPORT_ANSWER' }, ['MANAGER', 'AUDITOR']],
  ['monitoring.date-moved.v1', { citizenId: 'c' }, ['CITIZEN']],
  ['monitoring.date-moved.v1', { citizenId: null }, ['OFFICER']],
  ['improvement.opened.v1', { citizenId: 'c' }, ['CITIZEN']],
  ['improvement.opened.v1', { citizenId: null, officerId: 'o' }, ['OFFICER']],
  ['improvement.opened.v1', { citizenId: null, officerId: null }, ['MANAGER']],
  ['improvement.progressed.v1', { citizenId: null }, []],
  ['improvement.completed.v1', { citizenId: 'c' }, ['CITIZEN']],
  ['improvement.completed.v1', { citizenId: null }, ['MANAGER']],
  ['improvement.cancelled.v1', { citizenId: 'c' }, ['CITIZEN']],
  ['improvement.date-moved.v1', { citizenId: null }, ['OFFICER']],
  ['complaint.answered.v1', {}, ['CITIZEN']],
])('%s with %j is told to %j', (event, said, told) => expect(audiencesOf(event, said)).toEqual(told));

describe('a plan', () => {
  const complaint = {
    ...{ complaintId: 'c-1', receiptNumber: '2026-000123-4', citizenId: 'p-1', departmentCode: 'ROADS' },
    ...{ serviceCode: 'POTHOLE', officerId: 'o-1' },
  };
  const dueAt = '2026-12-02T15:00:00.000Z';

  it('of an objection is about the objection, within its complaint, and its handler’s', () => {
    const payload = { ...complaint, objectionId: 'x-1', basis: 'STATUTORY' as const, handlerId: 'h-1', dueAt };
    expect(planNotices({ type: 'objection.assigned.v1', payload })).toEqual({
      ...{ subjectType: 'OBJECTION', subjectId: 'x-1', complaintId: 'c-1', departmentCode: 'ROADS', deadlineId: null },
      ...{ citizenId: 'p-1', officerId: 'h-1', audiences: ['CITIZEN', 'OFFICER'] },
      words: { receiptNumber: '2026-000123-4', basis: 'STATUTORY', dueAt },
    });
  });

  it('of a consultation is about the consultation, with or without a complaint', () => {
    const payload = {
      ...{ consultationId: 'k-1', complaintId: null, receiptNumber: null, citizenId: 'p-1', departmentCode: 'ROADS' },
      ...{ officerId: null, method: 'PHONE' as const, startsAt: dueAt },
    };
    expect(planNotices({ type: 'consultation.booked.v1', payload })).toMatchObject({
      ...{ subjectType: 'CONSULTATION', subjectId: 'k-1', complaintId: null, officerId: null },
      words: { method: 'PHONE', startsAt: dueAt },
    });
  });

  it('of a contest is about the contest', () => {
    const payload = {
      contestId: 't-1',
      departmentCode: 'ROADS',
      citizenId: 'p-1',
      officerId: null,
      won: true,
      amount: 5,
    };
    expect(planNotices({ type: 'contest.awarded.v1', payload })).toMatchObject({
      ...{ subjectType: 'CONTEST', subjectId: 't-1', citizenId: 'p-1', words: { won: true, amount: 5 } },
    });
  });

  it('of an improvement action is about the action, and stands beside the complaint that it came from', () => {
    const about = { departmentCode: 'ROADS', officerId: 'o-1', citizenId: 'p-1' } as const;
    const payload = {
      ...about,
      improvementId: 'i-1',
      sourceKind: 'COMPLAINT',
      complaintId: 'c-1',
      percent: 40,
    } as const;
    expect(planNotices({ type: 'improvement.progressed.v1', payload })).toMatchObject({
      ...{ subjectType: 'IMPROVEMENT', subjectId: 'i-1', complaintId: 'c-1', citizenId: 'p-1', officerId: 'o-1' },
      words: { percent: 40, sourceKind: 'COMPLAINT' },
    });
  });

  it('of a succession is the successor’s, and names the department that was closed', () => {
    const payload = {
      ...{ successionId: 's-1', previousDepartmentCode: 'ROADS', departmentCode: 'STREETS' },
      ...{ succeededOn: '2027-01-01', decidedBy: 'a-1' },
    };
    expect(planNotices({ type: 'department.succeeded.v1', payload })).toMatchObject({
      ...{ subjectType: 'SUCCESSION', subjectId: 's-1', departmentCode: 'STREETS', officerId: null, citizenId: null },
      words: { previousDepartmentCode: 'ROADS' },
    });
  });

  describe('of monitoring', () => {
    const monitoring = { recruitmentId: 'r-1', departmentCode: 'AUDIT', citizenId: 'p-1', officerId: null };

    it('is about the report, else the mission, else the recruitment', () => {
      const mission = { ...monitoring, missionId: 'm-1', startsAt: dueAt, dueAt };
      const report = { ...monitoring, missionId: 'm-1', reportId: 'e-1', late: true };
      const moved = { ...monitoring, deadlineId: 'd-1', task: 'MONITOR_APPLICATIONS', dueAt, previousDueAt: dueAt };
      expect(planNotices({ type: 'monitoring.report-answered.v1', payload: report })).toMatchObject({
        ...{ subjectType: 'MONITORING_REPORT', subjectId: 'e-1', complaintId: null, words: { late: true } },
      });
      expect(planNotices({ type: 'monitoring.mission-opened.v1', payload: mission })).toMatchObject({
        ...{ subjectType: 'MISSION', subjectId: 'm-1', words: { startsAt: dueAt, dueAt } },
      });
      expect(planNotices({ type: 'monitoring.applied.v1', payload: { ...monitoring, dueAt } })).toMatchObject({
        ...{ subjectType: 'RECRUITMENT', subjectId: 'r-1' },
      });
      expect(
        planNotices({ type: 'monitoring.date-moved.v1', payload: { ...moved, reason: '임시공휴일' } }),
      ).toMatchObject({ subjectType: 'RECRUITMENT', words: { task: 'MONITOR_APPLICATIONS', previousDueAt: dueAt } });
    });

    it('has what a month earned', () =>
      expect(
        planNotices({
          type: 'monitoring.allowance-stated.v1',
          payload: { ...monitoring, month: '2026-11', count: 3, amount: 60_000 },
        }).words,
      ).toEqual({ month: '2026-11', count: 3, amount: 60_000 }));

    it('tells the department that was watched nothing of who reported', () => {
      const payload = {
        ...{ ...monitoring, missionId: 'm-1', reportId: 'e-1', departmentCode: 'ROADS' },
        ...{ deadlineId: 'd-1', dueAt },
      };
      const { audiences, words } = planNotices({ type: 'monitoring.answer-owed.v1', payload });
      expect(audiences).toEqual(['OFFICER', 'MANAGER']);
      expect(words).toEqual({ dueAt });
    });
  });

  it('keeps every fact of the event that a text may need, also those that are false', () => {
    const payload = { ...complaint, deadlineId: 'd-1', dueAt, round: 2, causedByOffice: false };
    const { words, deadlineId } = planNotices({ type: 'complaint.supplement-requested.v1', payload });
    expect(words).toEqual({ receiptNumber: '2026-000123-4', dueAt, round: 2, causedByOffice: false });
    expect(deadlineId).toBe('d-1');
  });

  it('of an event that nobody hears of is none', () =>
    expect(() => planNotices({ type: 'holiday.revoked.v1', payload: { date: '2026-12-25' } })).toThrow('Nobody hears'));
});
