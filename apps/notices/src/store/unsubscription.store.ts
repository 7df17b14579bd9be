import type { DataSource, EntityManager } from 'typeorm';
import { NoticeEntity } from './notice.entity';
import { UnsubscriptionEntity } from './unsubscription.entity';

/** Who wishes no mail that no law requires. */
export class UnsubscriptionStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Ends such mail for whoever a notice was for; a second time changes nothing. @returns false without such a notice */
  async end(noticeId: string, since: Date): Promise<boolean> {
    const { manager } = this.dataSource;
    const notice = await manager.findOne(NoticeEntity, { select: { recipientId: true }, where: { id: noticeId } });
    if (!notice) return false;
    const row = { personId: notice.recipientId, since };
    await manager.createQueryBuilder().insert().into(UnsubscriptionEntity).values(row).orIgnore().execute();
    return true;
  }

  /** Lets such mail go out again. */
  async resume(tx: EntityManager, personId: string): Promise<void> {
    await tx.delete(UnsubscriptionEntity, { personId });
  }

  has(personId: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(UnsubscriptionEntity, { personId });
  }
}
