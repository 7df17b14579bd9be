#!/usr/bin/env node
// Nothing but fetch: files a complaint with a photograph, sends it twice, and looks it up without signing in.
//   node libs/client/examples/plain-fetch/file-a-complaint.mjs
import { createHash, randomUUID } from 'node:crypto';
import { endpoint, tokenOf } from '../running-stack.mjs';

const token = tokenOf('citizen');

/** One request. Errors that a user can mend stand in the payload; what stands in `errors` ends this script. */
async function ask(query, variables, headers = { authorization: `Bearer ${token}` }) {
  const response = await fetch(endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  const { data, errors } = await response.json();
  if (!errors) return data;
  const [{ message, extensions }] = errors;
  throw new Error(`${extensions.code}: ${message} (request ${response.headers.get('x-request-id')})`);
}

/** The payload of a mutation. @throws with what the user has to mend */
function accepted(payload) {
  if (payload.errors.length === 0) return payload;
  throw new Error(payload.errors.map(({ path, message }) => `${path?.join('.') ?? ''}: ${message}`).join('\n'));
}

/** @returns the id to file with */
async function upload(name, content) {
  const announce = `mutation Announce($input: RequestAttachmentUploadInput!) {
    requestAttachmentUpload(input: $input) { attachmentId uploadUrl headers { name value } errors { message path } }
  }`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const input = { name, bytes: content.length, sha256, idempotencyKey: randomUUID() };
  const { attachmentId, uploadUrl, headers } = accepted((await ask(announce, { input })).requestAttachmentUpload);
  // To its own address, without the token.
  const sent = await fetch(uploadUrl, {
    method: 'PUT',
    headers: Object.fromEntries(headers.map((header) => [header.name, header.value])),
    body: content,
  });
  if (!sent.ok) throw new Error(`The photograph was not taken: HTTP ${sent.status}.`);
  return attachmentId;
}

const FILE = `mutation File($input: FileComplaintInput!) {
  fileComplaint(input: $input) {
    complaint { id receiptNumber deadline { dueAt } attachments { name } }
    errors { code message path }
  }
}`;

// The smallest picture there is.
const photograph = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const phone = '010-2345-6781';
const input = {
  serviceCode: 'ROAD_REPAIR',
  title: '보도블록이 깨져 있습니다',
  body: '시청역 3번 출구 앞입니다.',
  petitioner: { name: '홍길동', phone },
  attachmentIds: [await upload('보도.png', photograph)],
  // Made once for this complaint, and kept for every try of it.
  idempotencyKey: randomUUID(),
};
const { complaint } = accepted((await ask(FILE, { input })).fileComplaint);
console.log(
  `Filed as ${complaint.receiptNumber}, due at ${complaint.deadline.dueAt}, with ${complaint.attachments[0].name}.`,
);

const again = accepted((await ask(FILE, { input })).fileComplaint);
console.log(`Sent again: ${again.complaint.id === complaint.id ? 'the same complaint' : 'another one'}.`);

const LOOK_UP = `query LookUp($receiptNumber: ReceiptNumber!, $phoneLast4: String!) {
  complaintByReceipt(receiptNumber: $receiptNumber, phoneLast4: $phoneLast4) { status timeline { at text } }
}`;
const { complaintByReceipt: seen } = await ask(
  LOOK_UP,
  { receiptNumber: complaint.receiptNumber, phoneLast4: phone.slice(-4) },
  {}, // as anybody
);
console.log(`Looked up without signing in: ${seen.status}.`);
for (const { at, text } of seen.timeline) console.log(`  ${at}  ${text}`);
