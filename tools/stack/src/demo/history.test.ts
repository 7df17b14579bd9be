import { WorkingCalendar, localDate } from '@charter/calendar';

import type { Addressed } from './addressed';
import { readCatalogue } from './catalogue';
import { missed } from './complaint-story';
import { type HistoryPlan, tellHistory } from './history';
import {
  type ClaimRecord,
  type ComplaintRecord,
  type InvitationRecord,
  type ProposalRecord,
  historyRecords,
} from '@charter/contracts';

const UNTIL = new Date('2026-06-15T05:00:00.000Z');
const plan: HistoryPlan = { seed: 7, complaints: 2_000, until: UNTIL, services: readCatalogue() };

describe('the history of a year', () => {
  const history = [...tellHistory(plan)];
  const of = <T extends Addressed['record']>(kind: T['kind']): T[] =>
    history.filter(({ record }) => record.kind === kind).map(({ record }) => record as T);
  const complaints = of<ComplaintRecord>('complaint');

  it('is the same for the same plan, and another for another seed', () => {
    expect([...tellHistory(plan)]).toEqual(history);
    const [other] = tellHistory({ ...plan, seed: 8 });
    expect(other).not.toEqual(history[0]);
  });

  it('keeps the record formats, with ids of its own', () => {
    for (const { to, record } of history) expect(historyRecords[to].parse(record)).toEqual(record);
    const ids = history.map(({ record }) => ('id' in record ? record.id : record.citizenId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(complaints.map(({ receiptNumber }) => receiptNumber)).size).toBe(plan.complaints);
  });

  it('tells exactly as many complaints as asked for, in one year, and nothing from the future', () => {
    expect(complaints).toHaveLength(plan.complaints);
    const received = complaints.map(({ receivedAt }) => receivedAt).sort();
    expect(Date.parse(received[0] ?? '')).toBeGreaterThan(UNTIL.getTime() - 366 * 86_400_000);
    const soFar = JSON.stringify(
      history.map(({ record }) => ({ ...record, dueAt: 0, charterDueAt: 0, expiresAt: 0, words: 0 })),
    );
    const instants = soFar.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
    // A claim and its notice follow the moment of lateness by minutes.
    expect(instants.filter((at) => Date.parse(at) > UNTIL.getTime() + 5 * 60_000)).toEqual([]);
  });

  it('is believable: most in time, some late, a few open, answers in working hours', () => {
    const calendar = new WorkingCalendar();
    const late = complaints.filter((complaint) => missed(complaint, UNTIL).length > 0).length;
    expect(late / complaints.length).toBeGreaterThan(0.03);
    expect(late / complaints.length).toBeLessThan(0.2);
    const open = complaints.filter(({ answer, withdrawnAt }) => !answer && !withdrawnAt);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(0.05 * complaints.length);
    for (const { answer, receivedAt } of complaints) {
      if (!answer) continue;
      expect(calendar.isWorkingDay(new Date(Date.parse(answer.at) + 9 * 3_600_000).toISOString().slice(0, 10))).toBe(
        true,
      );
      expect(answer.at > receivedAt).toBe(true);
    }
  });

  it('has a claim for every broken promise, an invitation for every answer, and lower scores where it was late', () => {
    const claims = of<ClaimRecord>('claim').map(({ complaintId, against }) => `${complaintId} ${against}`);
    const broken = complaints.flatMap((complaint) =>
      missed(complaint, UNTIL).map(({ against }) => `${complaint.id} ${against}`),
    );
    expect(claims.sort()).toEqual(broken.sort());
    const invitations = of<InvitationRecord>('invitation');
    expect(invitations).toHaveLength(complaints.filter(({ answer }) => answer).length);
    const lateIds = new Set(of<ClaimRecord>('claim').map(({ complaintId }) => complaintId));
    const mean = (late: boolean): number => {
      const points = invitations
        .filter(({ complaintId }) => lateIds.has(complaintId) === late)
        .flatMap(({ response }) => response?.points ?? []);
      return points.reduce((sum, point) => sum + point, 0) / points.length;
    };
    expect(mean(true)).toBeLessThan(mean(false) - 0.3);
  });

  it('pays what was answered late at the end of a month, approved by another than who reviewed', () => {
    const calendar = new WorkingCalendar();
    const claims = of<ClaimRecord>('claim');
    const paid = claims.flatMap((claim) => claim.paid ?? []);
    expect(paid.length).toBeGreaterThan(0.5 * claims.length);
    expect(paid.length).toBeLessThan(claims.length); // what is open, or approved this month, waits
    for (const { reviewedBy, reviewedAt, approvedBy, approvedAt, at } of paid) {
      expect(reviewedBy).not.toBe(approvedBy);
      expect([reviewedAt, approvedAt, at].toSorted()).toEqual([reviewedAt, approvedAt, at]);
      const day = localDate(new Date(at));
      expect(calendar.isWorkingDay(day)).toBe(true);
      expect(calendar.addWorkingDays(day, 1).slice(0, 7) > day.slice(0, 7)).toBe(true);
    }
    const answers = new Map(complaints.map(({ id, answer }) => [id, answer]));
    for (const claim of claims)
      if (claim.paid) expect(claim.paid.reviewedAt > answers.get(claim.complaintId)!.at).toBe(true);
  });

  it('has nobody endorse a proposal twice or their own', () => {
    for (const { citizenId, endorsements } of of<ProposalRecord>('proposal')) {
      const supporters = endorsements.map((endorsement) => endorsement.citizenId);
      expect(new Set(supporters).size).toBe(supporters.length);
      expect(supporters).not.toContain(citizenId);
    }
  });
});
