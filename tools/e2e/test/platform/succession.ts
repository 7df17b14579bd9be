import { randomUUID } from 'node:crypto';
import { WorkingCalendar, localDate } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import { idOf } from '../../src/inbox';
import type { RunningStack } from '../../src/running-stack';
import { PETITIONER, type UserError, request, stranger, visit } from '../../src/story';
import { waitingCampaign } from '../../src/waiting-campaign';

const PROMISE_MS = 60_000;
const OLD = { code: 'E2E_CLOSED', nameKo: '골목길과', nameEn: 'Alleys Division' };
const SERVICE = {
  ...{
    code: 'E2E_ALLEYS',
    kind: 'GRIEVANCE',
    departmentCode: OLD.code,
    nameKo: '골목길 비막이',
    nameEn: 'Alley awnings',
  },
  ...{ statutoryPeriod: { unit: 'DAYS', length: 5 }, charterPeriod: { unit: 'DAYS', length: 3 } },
  ...{
    guidanceKo: '위치를 알려 주십시오.',
    guidanceEn: 'Tell us where.',
    fee: 0,
    documents: [],
    validFrom: '2020-01-01',
  },
};

interface Result {
  readonly result: { readonly made?: { readonly id: string } | null; readonly errors: readonly UserError[] };
}

/** A department is closed through the public endpoint: what it owes is its successor's in every service, once. */
export function succeedsADepartment(running: () => RunningStack): void {
  const send = async (token: string, name: string, input: object, made = ''): Promise<Result['result']> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${made && `made: ${made} { id }`} errors { code path } } }`;
    const { data, errors } = await running().askWith<Result>(token, mutation, { input });
    if (!data?.result) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data.result;
  };
  /** What another service has to have heard of first is tried again. */
  const does = async (token: string, name: string, input: object, made = ''): Promise<string> => {
    const done = await eventually(
      () => send(token, name, input, made),
      ({ errors }) => errors.length === 0,
      PROMISE_MS,
    );
    return done.made?.id ?? '';
  };
  const department = async (service: string, table: string, id: string): Promise<string | undefined> =>
    (
      await running().sql<{ code: string }>(
        service,
        `SELECT "department_code" AS code FROM "${table}" WHERE "id" = $1`,
        [id],
      )
    )[0]?.code;

  it('passes complaints, claims, proposals, campaigns and improvement actions on, and tells the successor once', async () => {
    const stack = running();
    const { admin, citizen } = stack.description.tokens;
    await does(admin, 'saveDepartment', OLD);
    await does(admin, 'saveServiceItem', SERVICE);
    const officer = await stack.token(randomUUID(), ['OFFICER'], 900, OLD.code);
    const complaint = await does(citizen, 'fileComplaint', request(SERVICE.code), 'complaint');
    const late = await does(officer, 'registerComplaint', visit(SERVICE.code, { petitioner: stranger() }), 'complaint');
    const proposal = await does(
      citizen,
      'submitProposal',
      { title: '골목길 비막이', body: '비막이를 설치해 주십시오.', departmentCode: OLD.code, proposer: PETITIONER },
      'proposal',
    );
    const dueOn = new WorkingCalendar().addWorkingDays(localDate(new Date()), 20);
    const action = await does(
      officer,
      'openImprovementAction',
      { departmentCode: OLD.code, kind: 'FACILITY', title: '비막이 설치', description: '비가 샙니다.', dueOn },
      'improvementAction',
    );
    const { id: campaign } = await waitingCampaign(stack, 'E2E_SUCCESSION', OLD.code);
    const [claim] = await eventually(
      () =>
        stack.sql<{ id: string }>('compensation', 'SELECT "id" FROM "compensation_claim" WHERE "complaint_id" = $1', [
          late,
        ]),
      (rows) => rows.length > 0,
      PROMISE_MS,
    );

    const closing = { ...OLD, closedOn: localDate(new Date()), successorCode: 'ROADS' };
    await does(admin, 'saveDepartment', closing);
    await eventually(
      () =>
        Promise.all([
          department('charter', 'improvement_action', action),
          department('complaints', 'complaint', complaint),
          department('complaints', 'complaint', late),
          department('participation', 'proposal', proposal),
          department('surveys', 'survey_campaign', campaign),
          department('compensation', 'compensation_claim', claim!.id),
        ]),
      (codes) => codes.every((code) => code === 'ROADS'),
      PROMISE_MS,
    );
    for (const service of ['charter', 'complaints', 'participation', 'surveys', 'compensation'])
      expect(
        await stack.sql(service, `SELECT 1 FROM "deadline" WHERE "closed_at" IS NULL AND "department_code" = $1`, [
          OLD.code,
        ]),
      ).toEqual([]);

    // An officer of the successor has it in the inbox; the citizen reads where it went.
    const inbox = await stack.get<{ officerInbox: { edges: { node: { id: string } }[] } }>(
      'officer',
      '{ officerInbox(first: 100) { edges { node { id } } } }',
    );
    expect(inbox.officerInbox.edges.map(({ node }) => node.id)).toContain(late);
    const seen = await stack.get<{
      complaint: { department: { code: string }; timeline: { detail: string | null }[] };
    }>('citizen', 'query ($id: ID!) { complaint(id: $id) { department { code } timeline { detail } } }', {
      id: complaint,
    });
    expect(seen.complaint).toMatchObject({ department: { code: 'ROADS' } });
    expect(seen.complaint.timeline.at(-1)!.detail).toBe(`조직 개편: ${OLD.code} → ROADS`);
    const { department: of } = await stack.get<{ department: { predecessors: { code: string }[] } }>(
      undefined,
      '{ department(code: "ROADS") { predecessors { code } } }',
    );
    expect(of.predecessors).toEqual([{ code: OLD.code }]);

    const told = () =>
      stack.sql<{ event_type: string; recipient_id: string; times: number }>(
        'notices',
        `SELECT "event_type", "recipient_id", count(*)::int AS times FROM "notice" WHERE "channel" = 'INBOX'
           AND ("event_type" = 'department.succeeded.v1' OR ("event_type" = 'complaint.moved.v1' AND "subject_id" = $1))
         GROUP BY 1, 2 ORDER BY 1, 2`,
        [complaint],
      );
    const first = await eventually(
      told,
      (rows) =>
        (['officer', 'manager', 'citizen'] as const).every((who) =>
          rows.some((row) => row.recipient_id === idOf(stack, who)),
        ),
      PROMISE_MS,
    );
    expect(first.find((row) => row.recipient_id === idOf(stack, 'citizen'))).toMatchObject({
      event_type: 'complaint.moved.v1',
    });
    const again = `UPDATE "outbox_delivery" d SET "confirmed_at" = NULL, "outcome" = NULL, "next_send_at" = now()
      FROM "outbox_event" e WHERE e."id" = d."event_id" AND e."type" = 'department.succeeded.v1'`;
    await stack.sql('charter', again);
    await eventually(
      () => stack.sql('charter', 'SELECT 1 FROM "outbox_delivery" WHERE "confirmed_at" IS NULL'),
      (rows) => rows.length === 0,
      PROMISE_MS,
    );
    expect((await told()).filter(({ times }) => times !== 1)).toEqual([]);
    expect(await told()).toEqual(first);
  });
}
