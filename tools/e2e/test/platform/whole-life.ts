import { calendarDays, due, workingDays } from '../../src/due';
import type { Person, RunningStack } from '../../src/running-stack';
import { PETITIONER, type UserError } from '../../src/story';

const COMPLAINT = `id status version receivedAt extensions
  deadline { state dueAt announcedDueAt } supplementRequest { requestedAt dueAt } pendingExtension { length }
  rejection { reason rejectedAt objectUntil remedies } timeline { at status text detail dueAt }`;

interface Step {
  readonly at: string;
  readonly status: string;
  readonly text: string;
  readonly detail: string | null;
  readonly dueAt: string | null;
}

interface Complaint {
  readonly id: string;
  readonly status: string;
  readonly receivedAt: string;
  readonly extensions: number;
  readonly deadline: { state: string; dueAt: string | null; announcedDueAt: string };
  readonly supplementRequest: { requestedAt: string; dueAt: string } | null;
  readonly pendingExtension: { length: number } | null;
  readonly rejection: { reason: string; rejectedAt: string; objectUntil: string | null; remedies: string[] } | null;
  readonly timeline: readonly Step[];
}

interface Objecting {
  readonly objection: {
    readonly id: string;
    readonly basis: string;
    readonly status: string;
    readonly filedAt: string;
    readonly upheld: boolean | null;
    readonly deadline: { state: string; dueAt: string };
  };
  readonly errors: UserError[];
}

const TEN_DAYS = workingDays(10);

/** One complaint through everything that the law knows, with the right date at each step, as clients see it. */
export function livesItsWholeLife(running: () => RunningStack): void {
  /** A step that has to succeed. @returns the complaint as its citizen sees it then */
  async function step(who: Person, mutation: string, type: string, input: object): Promise<Complaint> {
    const { result } = await running().get<{ result: { complaint: { id: string } | null; errors: UserError[] } }>(
      who,
      `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { complaint { id } errors { code path } } }`,
      { input },
    );
    if (!result.complaint) throw new Error(`${mutation}: ${JSON.stringify(result.errors)}`);
    return read(result.complaint.id);
  }
  const read = async (id: string): Promise<Complaint> =>
    (
      await running().get<{ complaint: Complaint }>(
        'citizen',
        `query ($id: ID!) { complaint(id: $id) { ${COMPLAINT} } }`,
        { id },
      )
    ).complaint;
  const dueAfter = (receivedAt: string, period: object, extension = 0, pauses: { from: string; to: string }[] = []) =>
    due(running(), receivedAt, period, { extension, pauses });
  /** A step of an objection. */
  const objecting = async (who: Person, mutation: string, type: string, input: object): Promise<Objecting> =>
    (
      await running().get<{ result: Objecting }>(
        who,
        `mutation ($input: ${type}!) { result: ${mutation}(input: $input) {
          objection { id basis status filedAt upheld deadline { state dueAt } } errors { code } } }`,
        { input },
      )
    ).result;
  const lastStep = ({ timeline }: Complaint): Step => timeline.at(-1)!;

  it('runs filed → supplement → extended → consent → rejected → appealed → upheld → answered, each date right', async () => {
    const filed = await step('citizen', 'fileComplaint', 'FileComplaintInput', {
      ...{ serviceCode: 'ROAD_OCCUPANCY', title: '도로점용 허가를 신청합니다', petitioner: PETITIONER },
      body: '가게 앞 보도에 승강기 공사용 비계를 두 주 동안 세우려고 합니다.',
    });
    const { id, receivedAt } = filed;
    expect(filed.deadline).toMatchObject({ state: 'RUNNING', dueAt: await dueAfter(receivedAt, TEN_DAYS) });

    const reason = '교통량을 조사하는 데 시간이 더 필요합니다.';
    const asked = await step('officer', 'requestSupplement', 'RequestSupplementInput', {
      ...{ complaintId: id, text: '점용할 구간의 도면을 보내 주십시오.' },
    });
    expect(asked).toMatchObject({ status: 'SUPPLEMENT_REQUESTED', deadline: { state: 'PAUSED', dueAt: null } });
    const { requestedAt, dueAt } = asked.supplementRequest!;
    expect(dueAt).toBe(await dueAfter(requestedAt, calendarDays(10)));

    const given = await step('citizen', 'submitSupplement', 'SubmitSupplementInput', {
      ...{ complaintId: id, text: '도면을 보냅니다.' },
    });
    const pauses = [{ from: requestedAt, to: lastStep(given).at }];
    expect(given.deadline).toMatchObject({ state: 'RUNNING', dueAt: await dueAfter(receivedAt, TEN_DAYS, 0, pauses) });

    const extended = await step('officer', 'extendComplaint', 'ExtendComplaintInput', {
      complaintId: id,
      length: 4,
      reason,
    });
    const once = await dueAfter(receivedAt, TEN_DAYS, 4, pauses);
    expect(extended).toMatchObject({ extensions: 1, deadline: { dueAt: once } });

    const proposed = await step('officer', 'extendComplaint', 'ExtendComplaintInput', {
      complaintId: id,
      length: 3,
      reason,
    });
    expect(proposed).toMatchObject({ extensions: 1, pendingExtension: { length: 3 }, deadline: { dueAt: once } });
    const agreed = await step('citizen', 'consentToExtension', 'ConsentToExtensionInput', {
      complaintId: id,
      consent: true,
    });
    const twice = await dueAfter(receivedAt, TEN_DAYS, 7, pauses);
    expect(agreed).toMatchObject({ extensions: 2, pendingExtension: null, deadline: { dueAt: twice } });
    expect(agreed.deadline.announcedDueAt).toBe(filed.deadline.dueAt);

    const rejected = await step('officer', 'rejectComplaint', 'RejectComplaintInput', {
      ...{ complaintId: id, reason: '보행로가 1.5미터보다 좁아집니다.' },
    });
    expect(rejected).toMatchObject({ status: 'REJECTED', deadline: { state: 'MET', dueAt: twice } });
    const { rejectedAt, objectUntil, remedies } = rejected.rejection!;
    expect(objectUntil).toBe(await dueAfter(rejectedAt, calendarDays(60)));
    expect(remedies.length).toBeGreaterThanOrEqual(3);

    const { objection: appealed } = await objecting('citizen', 'appealComplaint', 'AppealComplaintInput', {
      ...{ complaintId: id, reason: '보행로는 반대쪽에도 있습니다.' },
    });
    expect(appealed).toMatchObject({ basis: 'STATUTORY', status: 'FILED' });
    expect(appealed.deadline.dueAt).toBe(await dueAfter(appealed.filedAt, TEN_DAYS));
    // Who rejected it does not decide it.
    const decision = {
      objectionId: appealed.id,
      upheld: true,
      reason: '우회 보행로를 두는 조건으로 허가할 수 있습니다.',
    };
    expect((await objecting('officer', 'decideAppeal', 'DecideAppealInput', decision)).errors).toMatchObject([
      { code: 'SAME_PERSON' },
    ]);
    const { objection: upheld } = await objecting('manager', 'decideAppeal', 'DecideAppealInput', decision);
    expect(upheld).toMatchObject({ upheld: true, deadline: { state: 'MET' } });

    const reopened = await read(id);
    expect(reopened).toMatchObject({ status: 'ASSIGNED', rejection: null });
    expect(reopened.deadline).toMatchObject({
      state: 'RUNNING',
      dueAt: await dueAfter(lastStep(reopened).at, TEN_DAYS),
    });
    const answered = await step('officer', 'answerComplaint', 'AnswerComplaintInput', {
      ...{ complaintId: id, answer: '조건을 붙여 허가하였습니다.' },
    });
    expect(answered).toMatchObject({ status: 'ANSWERED', deadline: { state: 'MET' } });

    expect(answered.timeline.map(({ status, dueAt: at }) => [status, at])).toEqual([
      ['RECEIVED', filed.deadline.dueAt],
      ['SUPPLEMENT_REQUESTED', null],
      ['ASSIGNED', given.deadline.dueAt],
      ['ASSIGNED', once],
      ['ASSIGNED', once],
      ['ASSIGNED', twice],
      ['REJECTED', null],
      ['REJECTED', null], // the objection, and its decision
      ['REJECTED', null],
      ['ASSIGNED', reopened.deadline.dueAt],
      ['ANSWERED', null],
    ]);
    expect(answered.timeline.map(({ detail }) => detail)).toContain('조건을 붙여 허가하였습니다.');
    for (const { text } of answered.timeline) expect(text).toMatch(/^[A-Z].*\.$/); // the tests ask in English
  });
}
