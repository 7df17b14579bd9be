import type { DataSource } from 'typeorm';
import type { Clock, Logger, StreamedRoutes } from '@charter/service';
import { AttachmentJob } from './attachment.job';
import { AttachmentService } from './attachment.service';
import type { AttachmentsEnv } from './env';
import { openFiles } from './files/files';
import { ClamScanner } from './files/scanner';
import { AttachmentStore } from './store/attachment.store';

export interface AttachmentsParts {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly env: AttachmentsEnv & { readonly CURSOR_SECRET: string };
  readonly log: Logger;
  /** The first part of the public addresses of this service's files: the gateway passes them on to it. */
  readonly kind: string;
}

/** The attachments of one service, wired from its environment. */
export interface Attachments {
  readonly store: AttachmentStore;
  readonly service: AttachmentService;
  /** One of the worker's loops. */
  readonly job: AttachmentJob;
  /** Where files come in and go out; none when clients speak to a store. */
  readonly streamed?: StreamedRoutes;
}

/** Wires what a service needs to take files and to give them out: its `compose.ts` says only what is its own. */
export function openAttachments({ dataSource, clock, env, log, kind }: AttachmentsParts): Attachments {
  const store = new AttachmentStore(dataSource);
  const { files, streamed } = openFiles(env, kind, clock);
  const scanner = env.CLAMAV_URL ? new ClamScanner(env.CLAMAV_URL) : undefined;
  const kept = { dataSource, attachments: store, files, scanner, log };
  const service = new AttachmentService({
    ...{ ...kept, clock, secret: env.CURSOR_SECRET },
    limits: {
      fileBytes: env.ATTACHMENT_MAX_BYTES,
      perSubject: env.ATTACHMENT_MAX_COUNT,
      subjectBytes: env.ATTACHMENT_MAX_TOTAL_BYTES,
      waitingPerPerson: 3 * env.ATTACHMENT_MAX_COUNT,
    },
  });
  return { store, service, job: new AttachmentJob(kept), streamed };
}

export const attachmentGaugeHelp = {
  charter_attachments_unscanned: 'Attachments that wait for the virus scan.',
} as const;

/** The figures of attachments under the names of their gauges. */
export const readAttachmentGauges = async (
  store: AttachmentStore,
): Promise<Record<keyof typeof attachmentGaugeHelp, number>> => ({
  charter_attachments_unscanned: await store.countUnscanned(),
});
