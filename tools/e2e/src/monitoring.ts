import { createHash, randomUUID } from 'node:crypto';
import { eventually } from '@charter/testkit';
import { told } from './inbox';
import type { RunningStack } from './running-stack';
import type { UserError } from './story';

const PROMISE_MS = 30_000;
const TOKEN_S = 1_800;

/** Somebody with an id and a token; nobody of the demo. */
export interface Somebody {
  readonly id: string;
  readonly token: string;
}

interface Done {
  readonly id: string;
}
interface Result {
  readonly done: Done | null;
  readonly errors: readonly UserError[];
}
interface Requested {
  readonly result: {
    readonly attachmentId: string;
    readonly uploadUrl: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
    readonly errors: readonly UserError[];
  };
}

/** What each mutation gives back. */
const OF: Readonly<Record<string, string>> = {
  ...{ recruitMonitors: 'recruitment', applyAsMonitor: 'application', appointMonitors: 'recruitment' },
  ...{ openMission: 'mission', submitReport: 'report', reviseReport: 'report', withdrawReport: 'report' },
  ...{ verifyReport: 'report', answerReport: 'report' },
};
const UPLOAD = `mutation ($input: RequestParticipationUploadInput!) { result: requestParticipationUpload(input: $input) {
  attachmentId uploadUrl headers { name value } errors { code path } } }`;
const PROFILE = `mutation ($input: UpdateProfileInput!) { result: updateProfile(input: $input) { done: me { id } errors { code path } } }`;

/** A picture as a camera writes it, of so many bytes: the head of a JPEG file, and what no two pictures share. */
export function photograph(bytes = 200_000): Buffer {
  const head = Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00', 'latin1');
  return Buffer.concat([head, Buffer.from(randomUUID()), Buffer.alloc(bytes, 7), Buffer.from('\xff\xd9', 'latin1')]);
}

/** Monitoring as its clients do it, through the public endpoint alone; and what lets weeks pass at once. */
export class MonitoringClients {
  constructor(private readonly running: () => RunningStack) {}

  /** A person who has never been here. @param department of an officer or a head */
  async newcomer(role = 'CITIZEN', department?: string): Promise<Somebody> {
    const id = randomUUID();
    return { id, token: await this.running().token(id, [role], TOKEN_S, department) };
  }

  newcomers(count: number): Promise<Somebody[]> {
    return Promise.all(Array.from({ length: count }, () => this.newcomer()));
  }

  /** Lets a person of the office be found: who has no profile is not told. */
  async introduce({ token }: Somebody, name: string): Promise<void> {
    await this.query(token, PROFILE, { input: { name, email: `${randomUUID()}@city.example`, language: 'KO' } });
  }

  /** A mutation of monitoring. @returns what it answers */
  async tries(token: string, name: string, input: object): Promise<Result> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { result: ${name}(input: $input) { done: ${OF[name]!} { id } errors { code path } } }`;
    return (await this.query<{ result: Result }>(token, query, { input })).result;
  }

  /** One that has to succeed. @returns the id of what it is about */
  async does(token: string, name: string, input: object): Promise<string> {
    const { done, errors } = await this.tries(token, name, input);
    if (!done || errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return done.id;
  }

  /** @throws with the endpoint's words when there is any error */
  async query<T>(token: string | undefined, query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.running().askWith<T>(token, query, variables);
    if (errors || !data) throw new Error(`${query.slice(0, 80)}: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Fields of one thing. @param token undefined: as everybody sees it */
  async read<T>(token: string | undefined, what: string, id: string, fields: string): Promise<T> {
    const query = `query ($id: ID!) { found: ${what}(id: $id) { ${fields} } }`;
    return (await this.query<{ found: T }>(token, query, { id })).found;
  }

  /** Fields of one thing as everybody sees it, as soon as it is so far. */
  reaches(what: string, id: string, status: string): Promise<{ status: string }> {
    const read = () => this.read<{ status: string }>(undefined, what, id, 'status');
    return eventually(read, (found) => found.status === status, PROMISE_MS);
  }

  /** Announces a photograph and sends it to the signed address. @returns its id */
  async uploads({ token }: Somebody, content: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const input = { name: '현장.jpg', bytes: content.length, sha256 };
    const { result } = await this.query<Requested>(token, UPLOAD, { input });
    if (result.errors.length > 0) throw new Error(JSON.stringify(result.errors));
    const headers = Object.fromEntries(result.headers.map(({ name, value }) => [name, value]));
    const { status } = await fetch(result.uploadUrl, { method: 'PUT', headers, body: new Uint8Array(content) });
    if (status !== 200) throw new Error(`The photograph was answered with ${status}.`);
    return result.attachmentId;
  }

  /** Lets the time of a date pass: nobody waits for weeks. The sweep and the clock of the worker find it as they always do. */
  async pass(subjectId: string, kind: string): Promise<void> {
    await this.running().sql(
      'participation',
      `UPDATE "deadline" SET "due_at" = now(), "next_action_at" = CASE WHEN "next_action_at" IS NOT NULL THEN now() END
       WHERE "subject_id" = $1 AND "kind" = $2`,
      [subjectId, kind],
    );
  }

  /** Moves what else the calendar decides. @param set columns and SQL */
  async moves(table: string, set: string, where: string, ...values: readonly unknown[]): Promise<void> {
    await this.running().sql('participation', `UPDATE "${table}" SET ${set} WHERE ${where}`, [...values]);
  }

  /** What somebody has in their inbox about these subjects, without `monitoring.`, as soon as so many have come. */
  async told(recipientId: string, subjectIds: readonly string[], count: number): Promise<string[]> {
    const found = await told(this.running(), recipientId, subjectIds, count);
    return found.map((name) => /^monitoring\.(.+)$/.exec(name)![1]!);
  }
}
