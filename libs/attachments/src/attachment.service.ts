import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type Clock, type Logger, type Person, isUuid, once } from '@charter/service';
import { type AttachmentLimits, DOWNLOAD_SECONDS, UPLOAD_SECONDS } from './domain/attachment';
import { type AttachingRule, decideAttaching, pathOf, tooMany, typeFault } from './domain/attaching';
import { type AnnouncedFile, decideContent, decideUpload } from './domain/upload';
import { safeName } from './domain/media-type';
import type { AttachmentFiles, UploadTarget } from './files/attachment-files';
import { inspect } from './files/inspect';
import type { AttachmentScanner } from './files/scanner';
import type { AttachmentEntity } from './store/attachment.entity';
import type { AttachmentStore } from './store/attachment.store';

export interface AttachmentServiceParts {
  readonly dataSource: DataSource;
  readonly attachments: AttachmentStore;
  readonly files: AttachmentFiles;
  readonly scanner: AttachmentScanner | undefined;
  readonly limits: AttachmentLimits;
  readonly clock: Clock;
  readonly secret: string;
  readonly log: Logger;
}

/** Where to send a file, and until when. */
export interface GrantedUpload extends UploadTarget {
  readonly attachmentId: string;
  readonly until: Date;
}

const notArrived = <T>(expired: boolean): Outcome<T> =>
  expired
    ? refused(
        refusal(
          'TOO_LATE',
          '업로드 기한이 지났습니다. 새로 요청해 주십시오.',
          'The time for this upload has passed: ask for a new one.',
          'attachmentId',
        ),
      )
    : refused(
        refusal(
          'INVALID_STATE',
          '아직 올라오지 않은 파일입니다. uploadUrl로 내용을 보낸 뒤 다시 시도해 주십시오.',
          'This file has not arrived yet: send its content to uploadUrl first.',
          'attachmentId',
        ),
      );

/** Why files could not be attached, thrown so that nothing else of the transaction stands. */
export class NotAttached extends Error {
  constructor(readonly outcome: 'NOT_FOUND' | { readonly ok: false; readonly refusals: readonly Refusal[] }) {
    super('Files could not be attached.');
  }
}

/** Attachments (첨부파일): asked for, uploaded, checked, attached, given out by addresses that hold for minutes. */
export class AttachmentService {
  constructor(private readonly parts: AttachmentServiceParts) {}

  get limits(): AttachmentLimits {
    return this.parts.limits;
  }

  /** Grants an upload. The same key and input gives the same file again, with a fresh address while it has not expired. */
  async request(file: AnnouncedFile, key: string | null | undefined, by: Person): Promise<Outcome<GrantedUpload>> {
    const { dataSource, attachments, clock, secret, limits } = this.parts;
    const granted = await dataSource.transaction((tx) =>
      once(tx, { callerId: by.id, operation: 'requestAttachmentUpload', key, input: file, secret }, async () => {
        // Two at once of one person count one after the other.
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 320))', [by.id]);
        const decided = decideUpload(file, await attachments.countWaiting(tx, by.id), limits);
        if (!decided.ok) return decided;
        const now = clock.now();
        const id = randomUUID();
        await attachments.insert(tx, {
          ...{ id, subjectId: null, uploadedBy: by.id, ...decided.value, type: null, scanState: this.unscanned },
          ...{ requestedAt: now, uploadUntil: new Date(now.getTime() + UPLOAD_SECONDS * 1_000) },
          ...{ checkedAt: null, attachedAt: null, tidied: false },
        });
        return accepted(id);
      }),
    );
    if (!granted.ok) return granted;
    const row = await attachments.find(granted.value);
    if (!row) return notArrived(true); // asked for with an old key, and removed meanwhile
    const { id, bytes, sha256, uploadUntil: until } = row;
    return accepted({
      attachmentId: id,
      until,
      ...this.parts.files.uploadTarget({ id, bytes, sha256, until }, clock.now()),
    });
  }

  /**
   * Checks what has arrived and keeps it: length, SHA-256, type by content, scan. What may not stay is removed.
   * @returns the attachment, or NOT_FOUND for a file that this person has not asked for
   */
  async complete(id: string, by: Person): Promise<Outcome<AttachmentEntity> | 'NOT_FOUND'> {
    const { attachments, files, scanner, clock, log, dataSource } = this.parts;
    const row = isUuid(id) ? await attachments.find(id) : undefined;
    if (!row || row.uploadedBy !== by.id) return 'NOT_FOUND';
    if (row.checkedAt) return accepted(row);
    const arrived = await files.arrived(id);
    // Kept and not written down: somebody else is at it this very moment, or was cut off here.
    const content = arrived?.content ?? (await files.read(id));
    if (!content) return notArrived(row.uploadUntil <= clock.now());
    const found = await inspect(content, scanner, log);
    const decided = decideContent(row, found);
    if (!decided.ok) {
      const asAnnounced = found.bytes === row.bytes && found.sha256 === row.sha256;
      if (asAnnounced) await attachments.forget(dataSource.manager, [id]);
      await files.discardArrived(id);
      return decided;
    }
    if (arrived) await files.keep(id, arrived.mark);
    await attachments.checked(id, { type: decided.value, scanState: found.scanState, checkedAt: clock.now() });
    const checked = await attachments.find(id); // as it was written first, when several completed it at once
    return checked ? accepted(checked) : notArrived(true);
  }

  /** Completes what can be completed of these, before a transaction that attaches them. @param rule of the place they go to */
  async completeAll(
    ids: readonly string[],
    by: Person,
    rule: AttachingRule = {},
  ): Promise<Outcome<null> | 'NOT_FOUND'> {
    if (ids.length > this.parts.limits.perSubject) return refused(tooMany(this.parts.limits, rule));
    for (const [index, id] of ids.entries()) {
      const outcome = await this.complete(id, by);
      if (outcome === 'NOT_FOUND') return outcome;
      if (!outcome.ok) {
        const path = pathOf(rule, index);
        return { ok: false, refusals: outcome.refusals.map((one) => ({ ...one, path })) };
      }
      const fault = typeFault(outcome.value.type, rule, index);
      if (fault) return refused(fault);
    }
    return accepted(null);
  }

  /**
   * Locks what is to be attached, and decides: own, checked, free, of a kind that is taken there, within the limits.
   * @param subjectId what it is attached to, if that has attachments already
   * @param rule of the place they go to, the same as `completeAll` had
   */
  async claim(
    tx: EntityManager,
    ids: readonly string[],
    by: Person,
    subjectId?: string,
    rule: AttachingRule = {},
  ): Promise<Outcome<null> | 'NOT_FOUND'> {
    if (ids.length === 0) return accepted(null);
    const { attachments, limits } = this.parts;
    if (!ids.every(isUuid)) return 'NOT_FOUND';
    const rows = await attachments.lock(tx, ids);
    if (!rows.every((row): row is AttachmentEntity => row?.uploadedBy === by.id)) return 'NOT_FOUND';
    const present = subjectId ? await attachments.present(tx, subjectId) : { count: 0, bytes: 0 };
    const decided = decideAttaching(rows, present, limits, rule);
    return decided.ok ? accepted(null) : decided;
  }

  /** Attaches what was claimed in this transaction. */
  bind(tx: EntityManager, ids: readonly string[], subjectId: string): Promise<void> {
    return this.parts.attachments.bind(tx, ids, subjectId, this.parts.clock.now());
  }

  /**
   * Attaches to what the caller has locked, after `completeAll`.
   * @throws {NotAttached} which undoes the transaction; outside it, `outcome` is the answer
   */
  async attach(
    tx: EntityManager,
    subjectId: string,
    ids: readonly string[],
    by: Person,
    rule: AttachingRule = {},
  ): Promise<void> {
    const claimed = await this.claim(tx, ids, by, subjectId, rule);
    if (claimed === 'NOT_FOUND' || !claimed.ok) throw new NotAttached(claimed);
    await this.bind(tx, ids, subjectId);
  }

  /** An address that holds for five minutes; null while the file is not there, waits for its scan, or is infected. */
  downloadUrl({ id, name, type, checkedAt, scanState }: AttachmentEntity): string | null {
    if (!checkedAt || !type || scanState === 'PENDING' || scanState === 'INFECTED') return null;
    const now = this.parts.clock.now();
    const until = new Date(now.getTime() + DOWNLOAD_SECONDS * 1_000);
    return this.parts.files.downloadUrl({ id, name: safeName(name, type), type, until }, now);
  }

  private get unscanned(): 'PENDING' | 'NOT_SCANNED' {
    return this.parts.scanner ? 'PENDING' : 'NOT_SCANNED';
  }
}
