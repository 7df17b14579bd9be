import type { CharterClient } from './client';
import { noAnswer } from './failure';
import * as documents from './generated/graphql';
import { isNetworkFault } from './network-fault';
import { type OnProgress, put } from './put';
import { type Complete, type Failed, type Refused, type Result, failed } from './result';
import { PATIENCE, pause, pauseBefore } from './retry';
import { MAX_BYTES, faultsOf } from './upload-checks';
import { uuid } from './uuid';
import { readAnswer, sha256Hex } from './wire';

/** Each service takes files for itself: an id of one is unknown in the other. */
const MUTATIONS = {
  complaints: {
    request: documents.RequestAttachmentUploadDocument,
    complete: documents.CompleteAttachmentUploadDocument,
  },
  participation: {
    request: documents.RequestParticipationUploadDocument,
    complete: documents.CompleteParticipationUploadDocument,
  },
} as const;

type Announced = documents.RequestAttachmentUploadMutation['requestAttachmentUpload'];
type Completed = documents.CompleteAttachmentUploadMutation['completeAttachmentUpload'];

export interface UploadOptions {
  /** Which service is to keep it: `complaints` without it. */
  readonly for?: keyof typeof MUTATIONS;
  /** What is to be seen on it, for who reads the file's name only. */
  readonly description?: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
  /** The most bytes of one file; 20 MiB without it. */
  readonly maxBytes?: number;
}

/** A file that the platform has, to be named by its id in `attachmentIds`. */
export type UploadedFile = NonNullable<Completed['attachment']>;

export type UploadResult = Complete<UploadedFile> | Omit<Refused<never>, 'data'> | Failed;

/** The one payload of a mutation. */
const payloadOf = <Payload>(data: object): Payload => Object.values(data)[0] as Payload;

const withoutData = (result: Refused<unknown>): Omit<Refused<never>, 'data'> => {
  const { kind, userErrors, missing, requestId } = result;
  return { kind, userErrors, missing, requestId };
};

/** Sends the bytes, again after a pause when the network fails. @returns undefined when they have arrived */
async function sendBytes(
  client: CharterClient,
  { uploadUrl, headers }: Announced,
  content: Blob,
  { onProgress = () => undefined, signal }: UploadOptions,
): Promise<Failed | undefined> {
  const asked = { requestId: uuid(), language: client.language };
  const named = Object.fromEntries((headers ?? []).map(({ name, value }) => [name, value]));
  for (let tried = 1; ; tried += 1) {
    let result: Result<unknown>;
    try {
      const answer = await put({ url: uploadUrl!, headers: named, content, onProgress, signal });
      if (answer.status >= 200 && answer.status < 300) return undefined;
      result = readAnswer(answer, answer.text, asked);
    } catch (error) {
      signal?.throwIfAborted();
      if (!isNetworkFault(error)) throw error;
      result = failed([noAnswer(asked.requestId, asked.language)]);
    }
    const wait = pauseBefore(result, tried, PATIENCE, Math.random());
    if (wait === undefined) return result as Failed;
    await pause(wait, signal);
  }
}

/**
 * Uploads a file in its three steps: announces it, sends the bytes to the address that comes back, and has it checked. What can be told
 * before (empty, too long, a program) is refused without a request. Pages need TLS, or localhost, for the file's SHA-256.
 * @returns the file with its id, what the user has to mend, or why it could not be sent
 * @throws the signal's reason when it is aborted
 */
export async function uploadFile(
  client: CharterClient,
  file: { readonly name: string; readonly content: Blob },
  options: UploadOptions = {},
): Promise<UploadResult> {
  const { for: service = 'complaints', description, signal, maxBytes = MAX_BYTES } = options;
  const { name, content } = file;
  const mutations = MUTATIONS[service];
  const faults = await faultsOf(file, maxBytes, client.language);
  if (faults.length > 0) {
    const userErrors = faults.map((fault) => ({ ...fault, mutation: 'uploadFile' }));
    return { kind: 'refused', userErrors, missing: [], requestId: uuid() };
  }
  const sha256 = await sha256Hex(await content.arrayBuffer());
  const input = { name, bytes: content.size, sha256, description, idempotencyKey: uuid() };
  const announced = await client.execute<object, { input: typeof input }>(mutations.request, { input }, { signal });
  if (announced.kind === 'failed') return announced;
  if (announced.kind === 'refused') return withoutData(announced);
  const fault = await sendBytes(client, payloadOf<Announced>(announced.data), content, options);
  if (fault) return fault;
  const { attachmentId } = payloadOf<Announced>(announced.data);
  const done = await client.execute<object, { input: { attachmentId: string } }>(
    mutations.complete,
    { input: { attachmentId: attachmentId! } },
    { signal, repeatable: true }, // it looks at what has arrived, however often
  );
  if (done.kind === 'failed') return done;
  if (done.kind === 'refused') return withoutData(done);
  return { kind: 'complete', data: payloadOf<Completed>(done.data).attachment!, requestId: done.requestId };
}
