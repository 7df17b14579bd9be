import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import type { Caller, Clock } from '@charter/service';
import { type Admission, type Admissions, type Entry, answeredOn } from './admission.service';
import type { InvitationKey } from './domain/invitations/invitation-key';
import { admissionFault } from './domain/responses/admission';
import type { Answer } from './domain/responses/answer';
import { holds } from './domain/responses/branching';
import { type Response, decideResponse } from './domain/responses/response';
import type { UsedTokenEntity } from './store/answer.entity';
import type { ResponseStore } from './store/response.store';
import type { SurveyStore } from './store/survey.store';
import type { Teller } from './teller';

export interface ResponseServiceParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly responses: ResponseStore;
  readonly teller: Pick<Teller, 'tell'>;
  readonly admissions: Admissions;
  readonly clock: Clock;
  readonly key: InvitationKey;
}

/** What was answered: the questionnaire, and the invitation where there was one. */
export interface Taken {
  readonly surveyId: string;
  readonly invitationId: string | null;
}

const ALREADY_DONE = refusal(
  'ALREADY_DONE',
  '이미 응답하신 설문입니다. 참여해 주셔서 감사합니다.',
  'This survey was answered already. Thank you.',
);
const FULL = refusal(
  'LIMIT_REACHED',
  '필요한 응답 수가 모두 찼습니다. 관심에 감사드립니다.',
  'As many answers of this kind as were needed have come already. Thank you for your interest.',
);

/** Takes back what the transaction has done so far, such as the quotas that were counted before a full one. */
class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('An answer was refused.');
  }
}

export class ResponseService {
  constructor(private readonly parts: ResponseServiceParts) {}

  /**
   * Takes an answer in, once for each person where that is asked; the same request again gives the same result on the same day.
   * The invitation is neither changed nor locked: either would leave this transaction's number on its row, and the answer
   * carries that number too.
   * @returns undefined when there is nothing to answer for this entry
   */
  async submit(
    entry: Entry,
    answers: readonly Answer[],
    idempotencyKey: string | null | undefined,
    caller: Caller,
  ): Promise<Outcome<Taken> | undefined> {
    const { dataSource, key, admissions, teller } = this.parts;
    const admission = await admissions.find(dataSource.manager, entry, caller, idempotencyKey);
    if (!admission) return undefined;
    const request = idempotencyKey ? key.request(idempotencyKey, answers) : null;
    try {
      const taken = await dataSource.transaction((tx) => this.take(tx, admission, request, answers));
      const { survey, group } = admission;
      if (taken.ok && survey.audience === 'PETITIONER') await teller.tell(survey, group.departmentCode!);
      return taken;
    } catch (error) {
      if (error instanceof Refused) return refused(...error.refusals);
      throw error;
    }
  }

  private async take(
    tx: EntityManager,
    admission: Admission,
    request: string | null,
    answers: readonly Answer[],
  ): Promise<Outcome<Taken>> {
    const { responses, surveys, clock } = this.parts;
    const { invitationId, expiresAt, mark, group } = admission;
    const taken: Taken = { surveyId: admission.survey.id, invitationId };
    const again = (earlier: UsedTokenEntity): Outcome<Taken> =>
      request !== null && earlier.request === request ? accepted(taken) : refused(ALREADY_DONE);
    const earlier = mark && (await responses.used(tx, mark));
    if (earlier) return again(earlier);
    await surveys.lockOpen(tx, taken.surveyId, 'ANSWER');
    const survey = (await surveys.byId(tx, taken.surveyId))!;
    const now = clock.now();
    const fault = admissionFault({ ...survey, expiresAt }, now);
    if (fault) return refused(fault);
    const decided = decideResponse(survey, answers);
    if (!decided.ok) return decided;
    const freshOn = localDate(now);
    if (mark && !(await responses.use(tx, { mark, request, freshOn }))) return again((await responses.used(tx, mark))!);
    await this.countQuotas(tx, admission, decided.value);
    if (mark) await responses.dropDraft(tx, this.parts.key.draftMark(mark));
    const said = { ...decided.value, answers: [...decided.value.answers] };
    const row = { surveyId: survey.id, ...group, answeredOn: answeredOn(survey), freshOn, ...said };
    await responses.write(tx, row);
    return accepted(taken);
  }

  /** In the order of their codes, so that two answers never wait for each other. @throws {Refused} when one is full */
  private async countQuotas(tx: EntityManager, { survey }: Admission, { answers }: Response): Promise<void> {
    const said = new Map(answers.map((answer) => [answer.question, answer]));
    const counted = survey.quotas.filter(({ when }) => holds(when, said));
    for (const { code, limit } of counted.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
      if (!(await this.parts.responses.count(tx, survey.id, code, limit))) throw new Refused([FULL]);
  }
}
