import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from '../../src/running-stack';
import {
  EMAIL_OF,
  PETITIONER,
  type UserError,
  type Whole,
  answer,
  readWhole,
  registerLate,
  request,
  sevenDayService,
} from '../../src/story';

const PROMISE_MS = 30_000;
const LATE_BY_MAIL = 'complaint.overdue.v1 EMAIL DELIVERED';

const vectors = JSON.parse(
  readFileSync(join(__dirname, '../../../../libs/calendar/test-vectors/deadlines.json'), 'utf8'),
) as { name: string; receivedAt: string; period: object; pauses: object[]; extension: number; dueAt: string }[];

/** The first promise, the citizen's own doing, and the due dates, as clients see them. */
export function tellsTheStory(running: () => RunningStack): void {
  /** Whether somebody has the notice of lateness in the inbox, and a letter about it. */
  async function knows(who: Person, id: string): Promise<{ inbox: boolean; mail: boolean }> {
    const [{ myNotices }, { complaint }, mails] = await Promise.all([
      running().get<{ myNotices: { edges: { node: { kind: string; complaint: { id: string } | null } }[] } }>(
        who,
        '{ myNotices(first: 100) { edges { node { kind complaint { id } } } } }',
      ),
      running().get<Whole>('citizen', 'query ($id: ID!) { complaint(id: $id) { receiptNumber } }', { id }),
      running().mails(EMAIL_OF[who]),
    ]);
    return {
      inbox: myNotices.edges.some(({ node }) => node.kind === 'complaint.overdue.v1' && node.complaint?.id === id),
      mail: mails.some(({ text }) => text.includes(complaint!.receiptNumber)),
    };
  }

  const officerInbox = async () =>
    (
      await running().get<{
        officerInbox: { edges: { node: { id: string; overdue: boolean; deadline: { dueAt: string } } }[] };
      }>('officer', '{ officerInbox(first: 50) { edges { node { id overdue deadline { dueAt } } } } }')
    ).officerInbox.edges.map(({ node }) => node);

  it('keeps its first promise: late by law, everybody told, a claim open, answered, asked, and one query shows it all', async () => {
    const stack = running();
    const registered = Date.now();
    const id = await registerLate(stack, await sevenDayService(stack));
    const told = await eventually(
      async () => ({
        citizen: await knows('citizen', id),
        officer: await knows('officer', id),
        whole: await readWhole(stack, id),
      }),
      ({ citizen, officer, whole }) =>
        [citizen.inbox, citizen.mail, officer.inbox, officer.mail].every(Boolean) &&
        whole.compensationClaims?.length === 1 &&
        // The letter of the filing was there before: this one tells of the lateness.
        whole.notices?.some(({ kind, channel, state }) => `${kind} ${channel} ${state}` === LATE_BY_MAIL) === true,
      PROMISE_MS,
    );
    expect(Date.now() - registered).toBeLessThan(PROMISE_MS);
    expect(told.whole.compensationClaims).toHaveLength(1);

    const late = await readWhole(stack, id);
    expect(late).toMatchObject({ status: 'ASSIGNED', overdue: true, deadline: { state: 'MISSED' }, survey: null });
    expect(late.notices).toContainEqual({ kind: 'complaint.overdue.v1', channel: 'EMAIL', state: 'DELIVERED' });
    const inbox = await officerInbox();
    // Others may have been late as long: nothing that is due later stands before it.
    expect(inbox[0]).toMatchObject({ overdue: true, deadline: { dueAt: late.deadline.dueAt } });
    expect(inbox.map((node) => node.id)).toContain(id);

    await answer(stack, id);
    const invited = await eventually(
      () => readWhole(stack, id),
      ({ survey }) => survey?.state === 'INVITED',
      PROMISE_MS,
    );
    expect(invited.deadline).toMatchObject({ state: 'MET', missedAt: expect.any(String) });
    expect((await officerInbox()).map((node) => node.id)).not.toContain(id);
    const { token } = invited.survey!;
    const { surveyInvitation } = await stack.get<{
      surveyInvitation: { survey: { questions: { code: string; kind: string }[] } };
    }>(
      undefined,
      'query ($token: String!) { surveyInvitation(token: $token) { survey { questions { code kind } } } }',
      { token },
    );
    const answers = surveyInvitation.survey.questions
      .filter(({ kind }) => kind === 'SCALE_5')
      .map(({ code }) => ({ question: code, scale: 4 }));
    const submit =
      'mutation ($input: SubmitResponseInput!) { result: submitResponse(input: $input) { errors { code } } }';
    const submitted = () =>
      stack.get<{ result: { errors: UserError[] } }>(undefined, submit, { input: { token, answers } });
    expect((await submitted()).result.errors).toEqual([]);
    expect((await submitted()).result.errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    // The letters of the claim come when they come: the other facts are there at once.
    const end = await eventually(
      () => readWhole(stack, id),
      ({ notices }) => notices?.some(({ kind }) => kind === 'claim.opened.v1') === true,
      PROMISE_MS,
    );
    expect(end).toMatchObject({
      status: 'ANSWERED',
      deadline: { state: 'MET', missedAt: expect.any(String) },
      compensationClaims: [{ amount: expect.any(Number) }],
      survey: { state: 'ANSWERED' },
      notices: expect.arrayContaining([expect.objectContaining({ kind: 'claim.opened.v1' })]),
    });
  });

  it('takes a complaint that a citizen files online, tells both sides, and lets it be withdrawn', async () => {
    const stack = running();
    const input = request(await sevenDayService(stack));
    const { result: filed } = await stack.get<{
      result: { complaint: { id: string; deadline: { state: string } }; errors: UserError[] };
    }>(
      'citizen',
      'mutation ($input: FileComplaintInput!) { result: fileComplaint(input: $input) { complaint { id deadline { state } } errors { code path } } }',
      { input },
    );
    expect(filed).toMatchObject({ errors: [], complaint: { deadline: { state: 'RUNNING' } } });
    const withdraw =
      'mutation ($input: WithdrawComplaintInput!) { result: withdrawComplaint(input: $input) { complaint { status } errors { code } } }';
    const { id } = filed.complaint;
    const withdrawn = (who: Person, complaintId: string) =>
      stack.ask<{ result: object }>(who, withdraw, { input: { complaintId } });
    // Somebody else's is refused in the very words in which an absent one is.
    const foreign = await withdrawn('otherCitizen', id);
    expect(foreign).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(foreign).toEqual(await withdrawn('otherCitizen', randomUUID()));
    expect((await readWhole(stack, id)).status).toBe('RECEIVED');
    expect((await withdrawn('citizen', id)).data!.result).toMatchObject({
      errors: [],
      complaint: { status: 'WITHDRAWN' },
    });
    const whole = await eventually(
      () => readWhole(stack, id),
      ({ notices }) => (notices ?? []).some(({ kind }) => kind === 'complaint.withdrawn.v1'),
      PROMISE_MS,
    );
    expect(whole.deadline.state).toBe('CANCELLED');
  });

  it('takes a proposal, and counts each endorsement once and none of the proposer’s own', async () => {
    const stack = running();
    const propose =
      'mutation ($input: SubmitProposalInput!) { result: submitProposal(input: $input) { proposal { id } errors { code } } }';
    const endorse =
      'mutation ($input: EndorseProposalInput!) { result: endorseProposal(input: $input) { proposal { endorsementCount } errors { code } } }';
    const input = {
      title: '통학로 속도 표시판',
      body: '설치를 제안합니다.',
      departmentCode: 'ROADS',
      proposer: PETITIONER,
    };
    const { result } = await stack.get<{ result: { proposal: { id: string } } }>('citizen', propose, { input });
    const endorsed = async (who: Person) =>
      (await stack.get<{ result: object }>(who, endorse, { input: { proposalId: result.proposal.id } })).result;
    expect(await endorsed('otherCitizen')).toMatchObject({ errors: [], proposal: { endorsementCount: 1 } });
    expect(await endorsed('otherCitizen')).toMatchObject({ errors: [{ code: 'ALREADY_DONE' }] });
    expect(await endorsed('citizen')).toMatchObject({ errors: [{ code: expect.any(String) }] });
    const { proposal } = await stack.get<{ proposal: object }>(
      undefined,
      'query ($id: ID!) { proposal(id: $id) { endorsementCount } }',
      { id: result.proposal.id },
    );
    expect(proposal).toEqual({ endorsementCount: 1 });
  });

  it('previews every vector', async () => {
    const query = `query ($receivedAt: DateTime!, $period: ProcessingPeriodInput!, $pauses: [PauseInput!], $extension: Int) {
      deadlinePreview(receivedAt: $receivedAt, period: $period, pauses: $pauses, extension: $extension) { dueAt } }`;
    expect(vectors.length).toBeGreaterThan(0);
    for (const { name, dueAt, ...variables } of vectors) {
      const { deadlinePreview } = await running().get<{ deadlinePreview: { dueAt: string } }>(
        undefined,
        query,
        variables,
      );
      expect([name, deadlinePreview.dueAt]).toEqual([name, dueAt]);
    }
  });
}
