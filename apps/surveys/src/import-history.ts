import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type InvitationRecord, invitationRecord } from '@charter/contracts';
import type { PrivacyKeys } from '@charter/privacy';
import { InvitationKey } from './domain/invitations/invitation-key';
import type { Question } from './domain/questionnaires/question';
import type { Answer } from './domain/responses/answer';
import { decideResponse } from './domain/responses/response';
import { ResponseEntity, UsedTokenEntity } from './store/answer.entity';
import { CountStore } from './store/count.store';
import { AudienceStore } from './store/audience.store';
import { InvitationEntity, SurveyEntity } from './store/survey.entity';
import { ToldStore } from './store/told.store';

/**
 * Takes invitations of the past to the satisfaction survey that is published now, with their answers, which stand apart as
 * always. Nobody is told: no event is written. One that is there already is left as it is.
 * @throws {z.ZodError} for a record that breaks the contract
 */
export async function importHistory(
  { env, dataSource }: { env: { PRIVACY_KEYS: PrivacyKeys }; dataSource: DataSource },
  records: readonly unknown[],
): Promise<void> {
  const parsed = records.map((record) => invitationRecord.parse(record));
  const key = new InvitationKey(env.PRIVACY_KEYS.lookup);
  await dataSource.transaction(async (tx) => {
    const survey = await tx.findOneByOrFail(SurveyEntity, { audience: 'PETITIONER', status: 'PUBLISHED' });
    const complaints = In(parsed.map(({ complaintId }) => complaintId));
    const found = await tx.find(InvitationEntity, {
      select: { complaintId: true },
      where: { complaintId: complaints },
    });
    const known = new Set(found.map(({ complaintId }) => complaintId));
    const fresh = parsed.filter(({ complaintId }) => !known.has(complaintId));
    if (fresh.length === 0) return;
    await tx.insert(
      InvitationEntity,
      fresh.map(({ id, complaintId, citizenId, departmentCode, serviceCode, ...record }) => ({
        ...{
          id,
          surveyId: survey.id,
          complaintId,
          citizenId,
          departmentCode,
          serviceCode,
          audienceId: null,
          reachedBy: null,
          erasedAt: null,
          channel: null,
        },
        ...{ invitedAt: new Date(record.invitedAt), expiresAt: new Date(record.expiresAt) },
      })),
    );
    await new AudienceStore(dataSource).serve(
      tx,
      fresh.map(({ complaintId, citizenId, departmentCode, invitedAt }) => ({
        ...{ complaintId, citizenId, departmentCode, channel: 'UNKNOWN', answeredOn: localDate(new Date(invitedAt)) },
      })),
    );
    const answered = fresh.filter(({ response }) => response !== null);
    if (answered.length === 0) return;
    const marks = answered.map(({ id }) => ({ mark: key.mark(id), request: null, freshOn: null }));
    const responses = answered.flatMap((record) => responseOf(record, survey));
    // In the order of what nobody can know: the order of the invitations would lead back to them.
    await tx.insert(
      UsedTokenEntity,
      marks.sort((a, b) => (a.mark < b.mark ? -1 : 1)),
    );
    const months = await tell(tx, survey, responses, new ToldStore(dataSource));
    await new CountStore().recount(tx, survey.id, months);
  });
}

/** Answers of the past are told as they would have been when they came, day by day. @returns the months in which something was told */
async function tell(
  tx: EntityManager,
  survey: SurveyEntity,
  responses: readonly Past[],
  told: ToldStore,
): Promise<string[]> {
  const months = new Set<string>();
  const inOrder = responses.toSorted((a, b) => (`${a.on} ${a.row.id}` < `${b.on} ${b.row.id}` ? -1 : 1));
  for (const departmentCode of new Set(inOrder.map(({ row }) => row.departmentCode!).sort())) {
    await told.alone(tx, survey.id, departmentCode);
    for (const { on, row } of inOrder.filter((one) => one.row.departmentCode === departmentCode)) {
      await tx.insert(ResponseEntity, row);
      if (await told.tellEnough(tx, survey, departmentCode, { on, freshOn: null })) months.add(on.slice(0, 7));
    }
  }
  return [...months];
}

/** An answer of the past, and its day. */
interface Past {
  readonly on: string;
  readonly row: ResponseEntity;
}

/** The points in the order of the five-point questions, the comment to the first text. */
function responseOf({ departmentCode, serviceCode, response }: InvitationRecord, survey: SurveyEntity): Past[] {
  if (!response) return [];
  const asked = (kind: Question['kind']): Question[] => survey.questions.filter((question) => question.kind === kind);
  const answers: Answer[] = asked('SCALE_5').map(({ code }, index) => ({
    question: code,
    scale: response.points[index % response.points.length],
  }));
  const [text] = asked('TEXT');
  if (text && response.comment) answers.push({ question: text.code, text: response.comment });
  const decided = decideResponse(survey, answers);
  if (!decided.ok) throw new Error(decided.refusals[0]?.message.en);
  return [
    {
      on: localDate(new Date(response.at)),
      row: {
        ...{ id: randomUUID(), surveyId: survey.id, departmentCode, serviceCode, channel: null, freshOn: null },
        ...{ answeredOn: null, answers: [...decided.value.answers], mean: decided.value.mean },
      },
    },
  ];
}
