import { setTimeout as sleep } from 'node:timers/promises';

import { atLocal, localDate, WorkingCalendar } from '@charter/calendar';

import { GraphClient } from '../graph-client';
import { type DemoPersonKey, demoPeople } from '../issuer/people';
import type { RunningStack } from '../run-stack';
import { StackError } from '../stack-error';
import * as graph from './story-operations';

/** What an outsider waits at most until lateness is known everywhere. */
const PROMISE_MS = 30_000;
const LATE_WORKING_DAYS = 20;

interface Tell {
  (what: string, detail?: string): void;
}

/**
 * The platform's first promise, through the public endpoint alone: a complaint that came in 20 working days ago, for a service of
 * 7 days, is late; everybody is told, a claim opens, it is answered, the citizen is asked, and one query shows it all.
 * @throws {StackError} at the first thing that does not hold
 */
export async function tryStory({ description }: RunningStack, now: Date, tell: Tell): Promise<void> {
  const as = (person: DemoPersonKey): GraphClient => new GraphClient(description.endpoint, description.tokens[person]);
  const [citizen, officer] = [as('citizen'), as('officer')];
  const { complaint: filed, receivedAt } = await register(officer, now);
  tell(`The officer registered ${filed.receiptNumber}, received ${localDate(receivedAt)}`);

  const late = (notices: graph.Notice[]): boolean =>
    notices.some(({ kind, complaint }) => kind === 'complaint.overdue.v1' && complaint?.id === filed.id);
  const inbox = async (client: GraphClient): Promise<graph.Notice[]> =>
    (await client.run<graph.MyNotices>(graph.MY_NOTICES)).myNotices.edges.map(({ node }) => node);
  const mailed = (person: DemoPersonKey) => async (): Promise<boolean> =>
    (await mailTo(description.mail, person)).some(({ text }) => text.includes(filed.receiptNumber));
  const checks: [string, () => Promise<boolean>][] = [
    ['the citizen has the notice of lateness in the inbox', async () => late(await inbox(citizen))],
    ['the officer has it in the inbox', async () => late(await inbox(officer))],
    ['the citizen has it by mail', mailed('citizen')],
    ['the officer has it by mail', mailed('officer')],
    ['a compensation claim is open', async () => (await claimsOf(citizen, filed.id)).length === 1],
  ];
  const since = Date.now();
  await Promise.all(
    checks.map(async ([what, holds]) => {
      await eventually(what, holds, since);
      tell(what.charAt(0).toUpperCase() + what.slice(1));
    }),
  );
  await expectFirst(officer, filed.id);
  tell('It stands first in the officer’s inbox');

  await accepted(
    officer.run<graph.Answered>(graph.ANSWER, { input: { complaintId: filed.id, answer: graph.ANSWER_TEXT } }),
  );
  const whole = async (): Promise<graph.WholeComplaint> =>
    (await citizen.run<{ complaint: graph.WholeComplaint }>(graph.WHOLE, { id: filed.id })).complaint;
  await eventually(
    'the citizen is invited to the survey',
    async () => (await whole()).survey?.state === 'INVITED',
    Date.now(),
  );
  tell('Answered, and the citizen is invited to the survey');
  const { survey } = await whole();
  const answers = survey?.survey.questions
    .filter(({ kind }) => kind === 'SCALE_5')
    .map(({ code }) => ({ question: code, scale: 4 }));
  await accepted(citizen.run<graph.Submitted>(graph.SUBMIT, { input: { invitationId: survey?.id, answers } }));
  tell('The citizen answered the survey');

  const { deadline, notices, compensationClaims, survey: done } = await whole();
  const shown = {
    deadline: deadline?.missedAt ? `due ${deadline.dueAt}, missed, now ${deadline.state}` : undefined,
    notices: notices?.length ? `${notices.length} notices` : undefined,
    claims: compensationClaims?.length ? `a claim of ${compensationClaims[0]?.amount} KRW` : undefined,
    survey: done?.state === 'ANSWERED' ? 'the survey answered' : undefined,
  };
  const missing = Object.entries(shown).filter(([, what]) => !what);
  if (missing.length > 0) throw new StackError(`One query lacks ${missing.map(([name]) => name).join(', ')}.`);
  tell('One query shows it all', Object.values(shown).join('; '));
  await propose(citizen, as('otherCitizen'));
  tell('A proposal was handed in and endorsed');
}

async function register(officer: GraphClient, now: Date): Promise<{ complaint: graph.Complaint; receivedAt: Date }> {
  const day = new WorkingCalendar().addWorkingDays(localDate(now), -LATE_WORKING_DAYS);
  const receivedAt = atLocal(day, '10:00');
  const { id: citizenId, name, phone, email } = personOf('citizen');
  const input = {
    ...{ serviceCode: 'ROAD_REPAIR', channel: 'VISIT', receivedAt: receivedAt.toISOString(), citizenId },
    ...{ title: graph.TITLE, body: graph.BODY, petitioner: { name, phone, email } },
  };
  const { registerComplaint } = await accepted(officer.run<graph.Registered>(graph.REGISTER, { input }));
  return { complaint: registerComplaint.complaint, receivedAt };
}

async function claimsOf(citizen: GraphClient, complaintId: string): Promise<graph.Claim[]> {
  const { compensationClaims } = await citizen.run<graph.MyClaims>(graph.MY_CLAIMS);
  return compensationClaims.edges.map(({ node }) => node).filter(({ complaint }) => complaint?.id === complaintId);
}

/** Nearest deadline first: of what is late, the one that has been late the longest. */
async function expectFirst(officer: GraphClient, complaintId: string): Promise<void> {
  const { officerInbox } = await officer.run<graph.OfficerInbox>(graph.OFFICER_INBOX);
  const due = officerInbox.edges.map(({ node }) => node.deadline.dueAt);
  const place = officerInbox.edges.findIndex(({ node }) => node.id === complaintId);
  const sorted = due.every((at, index) => index === 0 || Date.parse(at) >= Date.parse(due[index - 1] ?? ''));
  const before = due.slice(0, Math.max(0, place)).filter((at) => Date.parse(at) >= Date.parse(due[place] ?? ''));
  if (place < 0 || !sorted || before.length > 0)
    throw new StackError('officerInbox does not show the late complaint first.');
}

async function propose(citizen: GraphClient, other: GraphClient): Promise<void> {
  const { name, phone, email } = personOf('citizen');
  const proposer = { name, phone, email };
  const input = { title: graph.PROPOSAL_TITLE, body: graph.PROPOSAL_BODY, departmentCode: 'ROADS', proposer };
  const { submitProposal } = await accepted(citizen.run<graph.Submission>(graph.PROPOSE, { input }));
  const { endorseProposal } = await accepted(
    other.run<graph.Endorsement>(graph.ENDORSE, { input: { proposalId: submitProposal.proposal.id } }),
  );
  if (endorseProposal.proposal.endorsementCount !== 1) throw new StackError('The endorsement was not counted.');
}

/** A mutation's answer when nothing was refused. @throws {StackError} with the refusal's words */
async function accepted<T extends object>(answer: Promise<T>): Promise<T> {
  const data = await answer;
  const errors = Object.values(data).flatMap(
    ({ errors: all = [] }: { errors?: { code: string; message: string }[] }) => all,
  );
  if (errors.length > 0) throw new StackError(errors.map(({ code, message }) => `${code}: ${message}`).join('; '));
  return data;
}

async function eventually(what: string, holds: () => Promise<boolean>, since: number): Promise<void> {
  while (!(await holds())) {
    if (Date.now() - since > PROMISE_MS) throw new StackError(`Not within ${PROMISE_MS / 1000} s: ${what}.`);
    await sleep(200);
  }
}

async function mailTo(sink: string, person: DemoPersonKey): Promise<{ text: string }[]> {
  const answer = await fetch(`${sink}/messages?to=${encodeURIComponent(personOf(person).email)}`);
  return (await answer.json()) as { text: string }[];
}

function personOf(key: DemoPersonKey): (typeof demoPeople)[number] {
  const found = demoPeople.find((person) => person.key === key);
  if (!found) throw new Error(`There is no demo person ${key}.`);
  return found;
}
