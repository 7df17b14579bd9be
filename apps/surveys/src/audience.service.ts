import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type Clock, type Person, once } from '@charter/service';
import { departmentFaults } from './domain/department';
import { type Invitees, invitingFaults } from './domain/invitations/audience';
import { type SampleGroup, planSample } from './domain/invitations/sampling';
import type { AudienceStore } from './store/audience.store';
import type { DepartmentStore } from './store/department.store';
import type { SurveyStore } from './store/survey.store';

export interface AudienceServiceParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly audiences: AudienceStore;
  readonly departments: DepartmentStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** Whom a department invites to which questionnaire. */
export interface Inviting {
  readonly surveyId: string;
  readonly departmentCode: string;
  readonly invitees: Invitees;
}

export class AudienceService {
  constructor(private readonly parts: AudienceServiceParts) {}

  /**
   * Says who is invited; a worker then invites them, in batches. Nobody is invited twice to the same questionnaire.
   * @returns the audience's id; undefined when there is no such survey
   */
  invite(inviting: Inviting, key: string | null, person: Person): Promise<Outcome<string> | undefined> {
    const { dataSource, secret } = this.parts;
    return dataSource.transaction(async (tx) => {
      const survey = await this.parts.surveys.byId(tx, inviting.surveyId);
      if (!survey || survey.status === 'DRAFT') return undefined;
      const command = { callerId: person.id, operation: 'inviteAudience', key, input: inviting, secret };
      return once(tx, command, () => this.inviteIn(tx, inviting, person.id));
    });
  }

  /** The same in a transaction of the caller's. */
  async inviteIn(
    tx: EntityManager,
    { surveyId, departmentCode, invitees }: Inviting,
    by: string,
  ): Promise<Outcome<string>> {
    const { surveys, audiences, departments, clock } = this.parts;
    const now = clock.now();
    const faults = [
      ...invitingFaults((await surveys.byId(tx, surveyId))!, invitees, now),
      ...departmentFaults(departmentCode, await departments.find(tx, departmentCode), localDate(now)),
    ];
    if (faults.length > 0) return refused(...faults);
    const id = randomUUID();
    const open = (population: number, groups: SampleGroup[], size: number): Promise<void> => {
      const sample = 'sample' in invitees ? invitees.sample : undefined;
      return audiences.open(tx, {
        ...{ id, surveyId, departmentCode, population, size, groups, invited: 0, known: 0, finishedAt: null },
        ...{ servedFrom: sample?.from ?? null, servedTo: sample?.to ?? null, seed: sample?.seed ?? null },
        ...{ createdAt: now, createdBy: by },
      });
    };
    if (!('sample' in invitees)) {
      const citizenIds = [...new Set(invitees.citizenIds.map((one) => one.toLowerCase()))];
      await open(citizenIds.length, [], citizenIds.length);
      await audiences.list(tx, id, citizenIds);
      return accepted(id);
    }
    const strata = await audiences.strata(tx, invitees.sample);
    const groups = planSample(strata, invitees.sample.size);
    if (groups.length === 0) {
      const [ko, en] = ['이 기간에 처리 결과를 받은 시민이 없습니다.', 'Nobody was served in this period.'];
      return refused(refusal('INVALID_VALUE', ko, en, 'sample', 'from'));
    }
    const sum = (of: 'population' | 'drawn'): number => groups.reduce((total, group) => total + group[of], 0);
    await open(sum('population'), groups, sum('drawn'));
    await audiences.draw(tx, id, invitees.sample, groups);
    return accepted(id);
  }
}
