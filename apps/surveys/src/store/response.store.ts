import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { Response } from '../domain/questionnaire';
import { InvitationEntity, ResponseEntity } from './survey.entity';

const NEWEST: ListOrder = {
  name: 'invitations by newness',
  direction: 'DESC',
  columns: [
    { expression: 'invitation.invited_at', type: 'timestamptz' },
    { expression: 'invitation.id', type: 'uuid' },
  ],
};

/** What a department's citizens said in a period, before small groups are suppressed. */
export interface Scores {
  readonly n: number;
  readonly mean: number | null;
  readonly invited: number;
  readonly answered: number;
}

export class ResponseStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** @returns whether it was written: false when this complaint has its invitation already */
  async invite(tx: EntityManager, invitation: Omit<InvitationEntity, 'answered'>): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(InvitationEntity)
      .values({ ...invitation })
      .orIgnore()
      .returning('"id"')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  invitationsOf(citizenId: string, page: Page): Promise<Connection<InvitationEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(InvitationEntity, 'invitation')
      .where('invitation.citizen_id = :citizenId', { citizenId });
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(InvitationEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(InvitationEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((invitation) => invitation.id === id));
  }

  /** The invitation of each complaint. One statement. */
  async ofComplaints(complaintIds: readonly string[]): Promise<(InvitationEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(InvitationEntity, { complaintId: In([...complaintIds]) });
    return complaintIds.map((id) => found.find(({ complaintId }) => complaintId === id));
  }

  async lock(tx: EntityManager, id: string): Promise<InvitationEntity | undefined> {
    return (await tx.findOne(InvitationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** Keeps that somebody answered and, apart from it, what was said. */
  async answer(
    tx: EntityManager,
    { id, surveyId, departmentCode, serviceCode }: InvitationEntity,
    { answers, mean }: Response,
    day: string,
  ): Promise<void> {
    await tx.update(InvitationEntity, { id }, { answered: true });
    await tx.insert(ResponseEntity, {
      id: randomUUID(),
      surveyId,
      departmentCode,
      serviceCode,
      answeredOn: day,
      answers: [...answers],
      mean,
    });
  }

  /** The scores of each department in one period, both days included: two statements. */
  async scoresOf(codes: readonly string[], from: string, to: string): Promise<Scores[]> {
    const said = (await this.dataSource.query(
      `SELECT "department_code" AS code, count("mean")::int AS n, avg("mean")::float AS mean FROM "survey_response"
       WHERE "department_code" = ANY($1) AND "answered_on" BETWEEN $2 AND $3 GROUP BY 1`,
      [codes, from, to],
    )) as { code: string; n: number; mean: number | null }[];
    const asked = (await this.dataSource.query(
      `SELECT "department_code" AS code, count(*)::int AS invited, count(*) FILTER (WHERE "answered")::int AS answered FROM "survey_invitation"
       WHERE "department_code" = ANY($1) AND "invited_at" >= $2 AND "invited_at" < $3 GROUP BY 1`,
      [codes, atLocal(from, '00:00'), atLocal(to, '24:00')],
    )) as { code: string; invited: number; answered: number }[];
    return codes.map((code) => {
      const { n = 0, mean = null } = said.find((row) => row.code === code) ?? {};
      const { invited = 0, answered = 0 } = asked.find((row) => row.code === code) ?? {};
      return { n, mean, invited, answered };
    });
  }
}
