import { randomUUID } from 'node:crypto';
import { eventually } from '@charter/testkit';
import type { RunningStack } from '../running-stack';
import type { Told } from '../canary/story';
import type { Caller, CallerName } from './callers';

/** Kinds that only those may name who see all of them, or that everybody sees: nobody is foreign to one. */
const OF_THE_WHOLE_CITY = ['DeadLetter', 'LedgerEntry', 'PayoutBatch', 'Queue', 'Scorecard', 'SurveyPublication'];
/** Kinds that take weeks or a payout to come to be: the tests of their own stories show them to strangers. */
const WEEKS_AWAY = ['CompensationLetter', 'ContestObjection', 'MonitoringReport'];
export const NO_EXAMPLE: readonly string[] = [...OF_THE_WHOLE_CITY, ...WEEKS_AWAY];

/** Mutations that find something wrong with the made up rest of their input before they look for the object. */
export const LOOKS_LATER: readonly string[] = ['inviteAudience', 'mergeProposals'];

/** Of those concerned, who may: where it is not all whose role may. */
export const ONLY: Readonly<Record<string, readonly CallerName[]>> = {
  attachment: ['owner'], // not filed yet
  completeAttachmentUpload: ['owner'],
  completeParticipationUpload: ['owner'],
  improvementAction: ['officer', 'head', 'auditor', 'admin'], // not published
  deleteComplaintFilter: ['officer'], // who saved it
  appealProposalHiding: ['owner'],
  appealCommentHiding: ['owner'],
  editProposalComment: ['owner'],
  giveProposalOpinion: [], // a department that was asked
  changeEntry: ['owner'],
  withdrawEntry: ['owner'],
  objectToEntry: ['owner'], // who takes part
  scoreEntry: ['officer', 'head', 'auditor', 'owner'], // told that they are no judges
  declareInterest: ['officer', 'head', 'auditor', 'owner'], // the same
  removePushDevice: ['owner'],
  saveDraftResponse: ['owner'],
  submitResponse: ['owner'],
};

/** A device on which somebody is told. @returns its id */
async function deviceOf(stack: RunningStack, { token }: Caller): Promise<string> {
  const { data } = await stack.askWith<{ registerPushDevice: { device: { id: string } } }>(
    token,
    'mutation ($input: RegisterPushDeviceInput!) { registerPushDevice(input: $input) { device { id } } }',
    { input: { platform: 'ANDROID', token: `matrix-${randomUUID()}` } },
  );
  return data!.registerPushDevice.device.id;
}

/** An object of every kind that the matrix asks about, by kind: of the marked story, and of what follows from it. */
export async function objectsOf(
  stack: RunningStack,
  { subjects }: Told,
  owner: Caller,
): Promise<Record<string, string>> {
  const first = async (database: string, sql: string, ...values: string[]): Promise<string> => {
    const find = () => stack.sql<{ id: string }>(database, sql, values);
    return (await eventually(find, (rows) => rows.length > 0, 60_000))[0]!.id;
  };
  return {
    ...subjects,
    MonitoringMission: await first(
      'participation',
      `SELECT id FROM monitoring_mission WHERE department_code = 'ROADS' LIMIT 1`,
    ),
    Survey: await first('surveys', `SELECT id FROM survey WHERE status = 'PUBLISHED' LIMIT 1`),
    SurveyInvitation: await first(
      'surveys',
      'SELECT id FROM survey_invitation WHERE complaint_id = $1',
      subjects['Complaint']!,
    ),
    PushDevice: await deviceOf(stack, owner),
    Notice: await first(
      'notices',
      `SELECT id FROM notice WHERE subject_id = $1 AND recipient_id = $2 AND channel = 'INBOX' AND state = 'DELIVERED' LIMIT 1`,
      ...[subjects['Complaint']!, subjects['Citizen']!],
    ),
  };
}
