import { randomUUID } from 'node:crypto';
import { type DataSource, In } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type InvitationRecord, invitationRecord } from '@charter/contracts';
import { type Answer, type Question, decideResponse } from './domain/questionnaire';
import { SATISFACTION } from './store/survey.store';
import { InvitationEntity, ResponseEntity, SurveyEntity } from './store/survey.entity';

/**
 * Takes invitations of the past to the satisfaction survey that is published now, with their answers, which stand apart as
 * always. Nobody is told: no event is written. One that is there already is left as it is.
 * @throws {z.ZodError} for a record that breaks the contract
 */
export async function importHistory(
  { dataSource }: { dataSource: DataSource },
  records: readonly unknown[],
): Promise<void> {
  const parsed = records.map((record) => invitationRecord.parse(record));
  await dataSource.transaction(async (tx) => {
    const survey = await tx.findOneByOrFail(SurveyEntity, { code: SATISFACTION, status: 'PUBLISHED' });
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
        ...{ id, surveyId: survey.id, complaintId, citizenId, departmentCode, serviceCode },
        ...{ invitedAt: new Date(record.invitedAt), expiresAt: new Date(record.expiresAt) },
        answered: record.response !== null,
      })),
    );
    const responses = fresh.flatMap((record) => responseOf(record, survey));
    if (responses.length > 0) await tx.insert(ResponseEntity, responses);
  });
}

/** The points in the order of the five-point questions, the comment to the first text. */
function responseOf(
  { departmentCode, serviceCode, response }: InvitationRecord,
  survey: SurveyEntity,
): ResponseEntity[] {
  if (!response) return [];
  const asked = (kind: Question['kind']): Question[] => survey.questions.filter((question) => question.kind === kind);
  const answers: Answer[] = asked('SCALE_5').map(({ code }, index) => ({
    question: code,
    scale: response.points[index % response.points.length],
  }));
  const [text] = asked('TEXT');
  if (text && response.comment) answers.push({ question: text.code, text: response.comment });
  const decided = decideResponse(survey.questions, answers);
  if (!decided.ok) throw new Error(decided.refusals[0]?.message.en);
  return [
    {
      ...{ id: randomUUID(), surveyId: survey.id, departmentCode, serviceCode },
      ...{
        answeredOn: localDate(new Date(response.at)),
        answers: [...decided.value.answers],
        mean: decided.value.mean,
      },
    },
  ];
}
