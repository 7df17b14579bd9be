import { type DataSource, type EntityManager, In } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { InvitationKey } from '../domain/invitations/invitation-key';
import { UsedTokenEntity } from './answer.entity';
import { InvitationEntity } from './survey.entity';

const NEWEST: ListOrder = {
  name: 'invitations by newness',
  direction: 'DESC',
  columns: [
    { expression: 'invitation.invited_at', type: 'timestamptz' },
    { expression: 'invitation.id', type: 'uuid' },
  ],
};

export class InvitationStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly key: InvitationKey,
  ) {}

  /** @returns whether it was written: false when this complaint has its invitation already */
  async invite(tx: EntityManager, invitation: InvitationEntity): Promise<boolean> {
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

  /** @returns those that were written: not of citizens who have been invited to the same questionnaire before */
  async inviteAll(tx: EntityManager, invitations: readonly InvitationEntity[]): Promise<InvitationEntity[]> {
    if (invitations.length === 0) return [];
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(InvitationEntity)
      .values(invitations.map((one) => ({ ...one })))
      .orIgnore()
      .returning('"id"')
      .execute();
    const written = new Set((inserted.raw as { id: string }[]).map(({ id }) => id));
    return invitations.filter(({ id }) => written.has(id));
  }

  ofCitizen(citizenId: string, page: Page): Promise<Connection<InvitationEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(InvitationEntity, 'invitation')
      .where('invitation.citizen_id = :citizenId', { citizenId });
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(InvitationEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(InvitationEntity, { id: In([...ids]) });
    const byId = new Map(found.map((invitation) => [invitation.id, invitation]));
    return ids.map((id) => byId.get(id));
  }

  /** The invitation of each complaint. One statement. */
  async ofComplaints(complaintIds: readonly string[]): Promise<(InvitationEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(InvitationEntity, { complaintId: In([...complaintIds]) });
    const byComplaint = new Map(found.map((invitation) => [invitation.complaintId, invitation]));
    return complaintIds.map((id) => byComplaint.get(id));
  }

  /** Which of the invitations were answered, by their marks. One statement. */
  async answered(ids: readonly string[]): Promise<boolean[]> {
    const marks = ids.map((id) => this.key.mark(id));
    const found = await this.dataSource.manager.find(UsedTokenEntity, {
      select: { mark: true },
      where: { mark: In(marks) },
    });
    const used = new Set(found.map(({ mark }) => mark));
    return marks.map((mark) => used.has(mark));
  }
}
