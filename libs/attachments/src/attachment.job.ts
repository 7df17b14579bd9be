import type { DataSource, EntityManager } from 'typeorm';
import { type Logger, PollingLoop } from '@charter/service';
import type { AttachmentFiles } from './files/attachment-files';
import { inspect } from './files/inspect';
import type { AttachmentScanner } from './files/scanner';
import type { AttachmentEntity } from './store/attachment.entity';
import type { AttachmentStore } from './store/attachment.store';

const EVERY_MS = 5 * 60_000;
const BATCH = 50;

export interface AttachmentJobParts {
  readonly dataSource: DataSource;
  readonly attachments: AttachmentStore;
  readonly files: AttachmentFiles;
  readonly scanner: AttachmentScanner | undefined;
  readonly log: Logger;
}

/** What one round did. */
export interface TidyRound {
  readonly removed: number;
  readonly tidied: number;
  readonly scanned: number;
}

/**
 * Every five minutes: removes uploads that came to nothing, what was sent twice, and scans what the scanner missed. Workers
 * share the rows; one that is killed in the middle leaves the rest to the next round.
 */
export class AttachmentJob extends PollingLoop {
  constructor(private readonly kept: AttachmentJobParts) {
    super({ everyMs: EVERY_MS, what: 'tidying attachments', log: kept.log });
  }

  override async runOnce(): Promise<TidyRound> {
    const { attachments, files } = this.kept;
    const removed = await this.each(
      (tx) => attachments.abandoned(tx, BATCH),
      async (tx, { id }) => {
        await files.remove(id);
        await attachments.forget(tx, [id]);
      },
    );
    const tidied = await this.each(
      (tx) => attachments.untidy(tx, BATCH),
      async (tx, { id }) => {
        await files.discardArrived(id);
        await attachments.tidied(tx, [id]);
      },
    );
    const scanned = this.kept.scanner ? await this.scan() : 0;
    return { removed, tidied, scanned };
  }

  /** A file that is found infected stays as a row that says so; its content goes. A scanner that fails is left alone until the next round. */
  private async scan(): Promise<number> {
    const { attachments, files, scanner, log, dataSource } = this.kept;
    let scanned = 0;
    for (const id of await attachments.unscanned(BATCH)) {
      const scanState = await dataSource.transaction(async (tx) => {
        if (!(await attachments.lockUnscanned(tx, id))) return 'TAKEN' as const;
        const content = await files.read(id);
        if (!content) return 'LOST' as const;
        const found = (await inspect(content, scanner, log)).scanState;
        if (found === 'INFECTED') await files.remove(id);
        await attachments.scanned(tx, id, found);
        return found;
      });
      if (scanState === 'PENDING') return scanned;
      if (scanState === 'LOST') log.error({ attachmentId: id }, 'the content of an attachment is lost');
      else if (scanState !== 'TAKEN') scanned += 1;
    }
    return scanned;
  }

  /** Takes batches, each in a transaction of its own, until none is left. */
  private async each(
    take: (tx: EntityManager) => Promise<AttachmentEntity[]>,
    work: (tx: EntityManager, row: AttachmentEntity) => Promise<void>,
  ): Promise<number> {
    for (let done = 0; ;) {
      const count = await this.kept.dataSource.transaction(async (tx) => {
        const rows = await take(tx);
        for (const row of rows) await work(tx, row);
        return rows.length;
      });
      if (count === 0) return done;
      done += count;
    }
  }
}
