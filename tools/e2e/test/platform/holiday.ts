import { WorkingCalendar } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import { due, endOf, workingDays } from '../../src/due';
import type { Person, RunningStack } from '../../src/running-stack';
import { type UserError, registerLate, sevenDayService, stranger } from '../../src/story';
import { waitingCampaign } from '../../src/waiting-campaign';

const PROMISE_MS = 60_000;
/** The services that keep dates. */
const KEEPERS = ['charter', 'complaints', 'participation', 'surveys', 'compensation'] as const;
type Keeper = (typeof KEEPERS)[number];

const NAME = '도시의 날 임시공휴일';
const REASON = `임시공휴일 지정: ${NAME}`;
/** What is told of a date that was moved. */
const NEWS = [
  'improvement.date-moved.v1',
  'complaint.due-date-moved.v1',
  'contest.date-moved.v1',
  'survey.date-moved.v1',
  'claim.date-moved.v1',
];
const CONTEST = {
  ...{ title: '골목길 공모전', body: '생각을 모읍니다.', eligibility: '시민 누구나', departmentCode: 'ROADS' },
  ...{ categories: ['글'], prizes: [{ name: '대상', amount: 100_000, winners: 1 }], budget: 100_000 },
  ...{ criteria: [{ name: '창의성', weight: 100 }], judgingDays: 10, objectionDays: 7 },
};
const ACTION = {
  ...{ departmentCode: 'ROADS', kind: 'PROCEDURE', title: '골목길 점검 절차 개선' },
  description: '점검이 한 사람에게 몰려 있습니다.',
};

interface Kept {
  readonly id: string;
  readonly due: string | null;
  readonly announced: string | null;
}

/** A holiday moves the running dates of all services and tells whom they concern, once, whatever is delivered twice. */
export function declaresAHoliday(running: () => RunningStack): void {
  const run = async (who: Person, name: string, input: object, made = ''): Promise<string> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${made && `made: ${made} { id }`} errors { code path } } }`;
    const { result } = await running().get<{ result: { made?: { id: string }; errors: UserError[] } }>(who, mutation, {
      input,
    });
    expect([name, result.errors]).toEqual([name, []]);
    return result.made?.id ?? '';
  };
  const sql = async <T>(keeper: Keeper | 'notices', query: string, values: unknown[] = []): Promise<T[]> =>
    running().sql<T>(keeper, query, values);

  const kept = async (): Promise<Map<string, Kept>> => {
    const rows = await Promise.all(
      KEEPERS.map((keeper) =>
        sql<Kept>(
          keeper,
          `SELECT "id", "due_at"::text AS due, "announced_due_at"::text AS announced FROM "deadline" WHERE "closed_at" IS NULL`,
        ),
      ),
    );
    return new Map(rows.flat().map((row) => [row.id, row]));
  };
  /** The dates that the holiday has moved in one service, once each. */
  const moved = (keeper: Keeper) =>
    sql<Kept & { subject: string; times: number }>(
      keeper,
      `SELECT d."id", d."subject_id" AS subject, d."due_at"::text AS due, d."announced_due_at"::text AS announced, count(*)::int AS times
       FROM "deadline" d JOIN "deadline_history" h ON h."deadline_id" = d."id"
       WHERE h."change" = 'recompute' AND h."reason" = $1 GROUP BY 1, 2, 3, 4`,
      [REASON],
    );
  const notices = (subjects: readonly string[]) =>
    sql<{ subject: string; times: number }>(
      'notices',
      `SELECT "subject_id" AS subject, "deadline_id", "recipient_id", count(*)::int AS times FROM "notice"
       WHERE "channel" = 'INBOX' AND "event_type" = ANY($1) AND "subject_id" = ANY($2) GROUP BY 1, 2, 3`,
      [NEWS, subjects],
    );
  const heard = (date: string, inForce: boolean) =>
    eventually(
      () =>
        Promise.all(
          KEEPERS.map(async (keeper) => {
            const query = 'SELECT "in_force" FROM "declared_holiday" WHERE "date" = $1';
            return (await sql<{ in_force: boolean }>(keeper, query, [date]))[0]?.in_force ?? false;
          }),
        ),
      (all) => all.every((each) => each === inForce),
      PROMISE_MS,
    );

  it('moves what runs in every service, keeps what was announced, and tells whom it concerns once', async () => {
    const stack = running();
    const { id: campaignId, day } = await waitingCampaign(stack, 'E2E_HOLIDAY', 'ROADS');
    expect(new WorkingCalendar().holidayName(day)).toBeUndefined();
    const receivedAt = new Date(Date.now() - 60_000).toISOString();
    const service = await sevenDayService(stack);
    const complaintId = await registerLate(stack, service, { receivedAt, petitioner: stranger() });
    const lateId = await registerLate(stack, service, { petitioner: stranger() });
    const contestId = await run('officer', 'announceContest', { ...CONTEST, closesOn: day }, 'contest');
    const actionId = await run('officer', 'openImprovementAction', { ...ACTION, dueOn: day }, 'improvementAction');
    const [claim] = await eventually(
      () =>
        sql<{ id: string }>('compensation', 'SELECT "id" FROM "compensation_claim" WHERE "complaint_id" = $1', [
          lateId,
        ]),
      (rows) => rows.length > 0,
      PROMISE_MS,
    );
    const own: Record<Keeper, string> = {
      ...{ charter: actionId, complaints: complaintId, participation: contestId },
      ...{ surveys: campaignId, compensation: claim!.id },
    };
    const before = await kept();

    await run('admin', 'declareHoliday', { date: day, nameKo: NAME, nameEn: 'City day' });
    await heard(day, true);
    const all: string[] = [];
    for (const keeper of KEEPERS) {
      const rows = await moved(keeper);
      expect([keeper, rows.map(({ subject }) => subject)]).toEqual([keeper, expect.arrayContaining([own[keeper]])]);
      for (const { id, due: dueAt, announced, times } of rows) {
        expect([id, times, announced]).toEqual([id, 1, before.get(id)!.announced]);
        expect(Date.parse(dueAt!)).toBeGreaterThan(Date.parse(before.get(id)!.due!));
      }
      all.push(...rows.map(({ id }) => id));
    }
    const after = await kept();
    for (const [id, { due: dueAt }] of before) if (!all.includes(id)) expect(after.get(id)?.due ?? dueAt).toBe(dueAt);
    const { complaint } = await stack.get<{ complaint: { deadline: { dueAt: string } } }>(
      'officer',
      'query ($id: ID!) { complaint(id: $id) { deadline { dueAt } } }',
      { id: complaintId },
    );
    expect(complaint.deadline.dueAt).toBe(await due(stack, receivedAt, workingDays(7)));
    const { contest } = await stack.get<{ contest: { closing: { dueAt: string } } }>(
      undefined,
      'query ($id: ID!) { contest(id: $id) { closing { dueAt } } }',
      { id: contestId },
    );
    expect(contest.closing.dueAt).toBe(await endOf(stack, day));

    const subjects = Object.values(own);
    const told = await eventually(
      () => notices(subjects),
      (rows) => subjects.every((subject) => rows.some((row) => row.subject === subject)),
      PROMISE_MS,
    );
    expect(told.filter(({ times }) => times !== 1)).toEqual([]);

    // The same event once more, to everybody who hears of it.
    const [event] = await sql<{ id: string }>(
      'charter',
      `SELECT "id" FROM "outbox_event" WHERE "type" = 'holiday.declared.v1' AND "payload" ->> 'date' = $1`,
      [day],
    );
    const sentAgain = await sql(
      'charter',
      `UPDATE "outbox_delivery" SET "confirmed_at" = NULL, "outcome" = NULL, "next_send_at" = now() WHERE "event_id" = $1 RETURNING 1`,
      [event!.id],
    );
    expect(sentAgain.length).toBe(KEEPERS.length - 1);
    await eventually(
      () =>
        sql('charter', 'SELECT 1 FROM "outbox_delivery" WHERE "event_id" = $1 AND "confirmed_at" IS NULL', [event!.id]),
      (rows) => rows.length === 0,
      PROMISE_MS,
    );
    for (const keeper of KEEPERS) expect((await moved(keeper)).filter(({ times }) => times !== 1)).toEqual([]);
    expect(await notices(subjects)).toEqual(told);

    await run('admin', 'revokeHoliday', { date: day });
    await heard(day, false);
    const back = await kept();
    for (const id of all) if (back.has(id)) expect([id, back.get(id)!.due]).toEqual([id, before.get(id)!.due]);
  });
}
