import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { WAITING_HOURS } from '../domain/attachment';
import { AttachmentEntity } from './attachment.entity';

/** Minutes after which what could still be under way has arrived. */
const GRACE_MINUTES = 5;

/** The rows of attachments. What is due is decided by the database's clock. */
export class AttachmentStore {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: string, tx: EntityManager = this.dataSource.manager): Promise<AttachmentEntity | undefined> {
    return (await tx.findOneBy(AttachmentEntity, { id })) ?? undefined;
  }

  /** How many uploads of this person are attached to nothing yet. */
  countWaiting(tx: EntityManager, uploadedBy: string): Promise<number> {
    return tx.countBy(AttachmentEntity, { uploadedBy, subjectId: IsNull() });
  }

  async insert(tx: EntityManager, attachment: AttachmentEntity): Promise<void> {
    await tx.insert(AttachmentEntity, attachment);
  }

  /** Writes what the check found, once. */
  async checked(id: string, found: Pick<AttachmentEntity, 'type' | 'scanState' | 'checkedAt'>): Promise<void> {
    await this.dataSource.manager.update(AttachmentEntity, { id, checkedAt: IsNull() }, found);
  }

  async scanned(tx: EntityManager, id: string, scanState: AttachmentEntity['scanState']): Promise<void> {
    await tx.update(AttachmentEntity, { id }, { scanState });
  }

  async forget(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.delete(AttachmentEntity, { id: In([...ids]), subjectId: IsNull() });
  }

  /** The rows of these ids, locked in the order of ids, given back in the order asked. */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<(AttachmentEntity | undefined)[]> {
    const found = await tx.find(AttachmentEntity, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }

  async bind(tx: EntityManager, ids: readonly string[], subjectId: string, attachedAt: Date): Promise<void> {
    if (ids.length > 0) await tx.update(AttachmentEntity, { id: In([...ids]) }, { subjectId, attachedAt });
  }

  /** How much a subject has already. */
  async present(tx: EntityManager, subjectId: string): Promise<{ count: number; bytes: number }> {
    const found = await tx.findBy(AttachmentEntity, { subjectId });
    return { count: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  /** Of each subject, in the order in which they were attached and uploaded. One statement. */
  async ofSubjects(ids: readonly string[]): Promise<AttachmentEntity[][]> {
    const found = await this.dataSource.manager.find(AttachmentEntity, {
      where: { subjectId: In([...ids]) },
      order: { attachedAt: 'ASC', requestedAt: 'ASC', id: 'ASC' },
    });
    return ids.map((id) => found.filter(({ subjectId }) => subjectId === id));
  }

  /** Uploads that never came to an end, or that nobody attached; each locked, so that no other worker takes it. */
  abandoned(tx: EntityManager, most: number): Promise<AttachmentEntity[]> {
    return tx
      .createQueryBuilder(AttachmentEntity, 'attachment')
      .where('attachment.subject_id IS NULL')
      .andWhere(
        `(attachment.requested_at < now() - make_interval(hours => ${WAITING_HOURS})
          OR attachment.checked_at IS NULL AND attachment.upload_until < now() - make_interval(mins => ${GRACE_MINUTES}))`,
      )
      .orderBy('attachment.requested_at')
      .limit(most)
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .getMany();
  }

  /** Checked files whose address has expired: what came a second time can be removed. */
  untidy(tx: EntityManager, most: number): Promise<AttachmentEntity[]> {
    return tx
      .createQueryBuilder(AttachmentEntity, 'attachment')
      .where('NOT attachment.tidied AND attachment.checked_at IS NOT NULL')
      .andWhere(`attachment.upload_until < now() - make_interval(mins => ${GRACE_MINUTES})`)
      .orderBy('attachment.upload_until')
      .limit(most)
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async tidied(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.update(AttachmentEntity, { id: In([...ids]) }, { tidied: true });
  }

  /** How many wait for the scanner. */
  countUnscanned(): Promise<number> {
    return this.dataSource.manager.countBy(AttachmentEntity, { scanState: 'PENDING', checkedAt: Not(IsNull()) });
  }

  /** Files that the scanner could not look at when they came, the longest waiting first. */
  async unscanned(most: number): Promise<string[]> {
    const found = await this.dataSource.manager.find(AttachmentEntity, {
      select: { id: true },
      where: { scanState: 'PENDING', checkedAt: Not(IsNull()) },
      order: { checkedAt: 'ASC', id: 'ASC' },
      take: most,
    });
    return found.map(({ id }) => id);
  }

  /** @returns whether it waits still and no other worker has it */
  async lockUnscanned(tx: EntityManager, id: string): Promise<boolean> {
    const row = await tx.findOne(AttachmentEntity, {
      where: { id, scanState: 'PENDING' },
      lock: { mode: 'for_no_key_update', onLocked: 'skip_locked' },
    });
    return row !== null;
  }
}
