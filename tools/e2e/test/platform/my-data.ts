import { randomUUID } from 'node:crypto';
import { SERVICES } from '@charter/contracts';
import { eventually, unzip } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';
import { sevenDayService } from '../../src/story';

const ASK = (mutation: string): string =>
  `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { request { id } errors { code } } }`;
const LIST = `{ dataRequests(first: 10) { edges { node { id kind state downloadUrl
  services { service doneAt erased { kind count } kept { kind count article until } } } } } }`;
const PATIENCE_MS = 60_000;

interface Request {
  readonly id: string;
  readonly kind: 'EXPORT' | 'ERASURE';
  readonly state: 'RUNNING' | 'READY' | 'EXPIRED' | 'DONE';
  readonly downloadUrl: string | null;
  readonly services: {
    service: string;
    doneAt: string | null;
    erased: { kind: string; count: number }[];
    kept: { kind: string; count: number; article: string; until: string | null }[];
  }[];
}

/** Somebody asks for a copy of what the city holds on them, and then to be forgotten; the worker that does it is killed in the middle. */
export function handsOutAndForgets(running: () => RunningStack): void {
  const mark = randomUUID().slice(0, 8);
  const person = { name: `공개${mark}`, email: `${mark}@example.org`, phone: null };
  let token: string;
  let other: string;
  beforeAll(async () => {
    token = await running().token(randomUUID(), ['CITIZEN'], 3_000);
    other = await running().token(randomUUID(), ['CITIZEN'], 3_000);
  });

  const ask = async <T>(query: string, input?: object, as = token): Promise<T> => {
    const { data, errors } = await running().askWith<T>(as, query, input && { input });
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const requests = async (as = token): Promise<Request[]> =>
    (await ask<{ dataRequests: { edges: { node: Request }[] } }>(LIST, undefined, as)).dataRequests.edges.map(
      ({ node }) => node,
    );
  /** Asks, kills the worker at once, and waits for what comes of it. */
  async function outlived(mutation: string, input: object, state: Request['state']): Promise<Request> {
    const { result } = await ask<{ result: { request: { id: string }; errors: object[] } }>(ASK(mutation), input);
    expect(result.errors).toEqual([]);
    await running().signal('notices-worker', 'SIGKILL');
    const mine = (all: Request[]) => all.find(({ id }) => id === result.request.id)!;
    return mine(await eventually(requests, (all) => mine(all).state === state, PATIENCE_MS));
  }

  it('gathers a copy from every service, for its owner alone', async () => {
    const filing = { serviceCode: await sevenDayService(running()), title: `가로등 ${mark}`, body: '불이 나갔습니다.' };
    await ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { errors { code } } }', person);
    await ask('mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { errors { code } } }', {
      ...filing,
      petitioner: person,
      idempotencyKey: randomUUID(),
    });
    const { services, downloadUrl } = await outlived('exportMyData', {}, 'READY');
    expect(services.map(({ service }) => service).sort()).toEqual([...SERVICES].sort());
    const answer = await fetch(downloadUrl!);
    expect(answer.status).toBe(200);
    const files = await unzip(Buffer.from(await answer.arrayBuffer()));
    for (const name of ['my-data.json', 'my-data.html']) {
      expect(files[name]).toContain(`가로등 ${mark}`);
      expect(files[name]).toContain(person.name);
    }
    expect(await requests(other)).toEqual([]);
    const forged = await fetch(`${downloadUrl!.slice(0, -2)}xx`);
    expect(forged.status).toBeGreaterThanOrEqual(400);
  });

  it('erases what the law lets it, says what it keeps and until when, and forgets the profile', async () => {
    const { services } = await outlived('eraseMyData', { understood: true }, 'DONE');
    expect(services.every(({ doneAt }) => doneAt !== null)).toBe(true);
    const kept = services.find(({ service }) => service === 'complaints')!.kept;
    expect(kept.some(({ count, article }) => count === 1 && article.length > 0)).toBe(true); // the open complaint
    const { me } = await ask<{ me: { name: string | null; email: string | null } }>('{ me { name email } }');
    expect(me).toEqual({ name: null, email: null });
    const [profile] = await running().sql<{ count: number }>(
      'notices',
      `SELECT count(*)::int AS count FROM "profile" p, "data_request" r WHERE r."id" = $1 AND p."person_id" = r."person_id"`,
      [(await requests()).find(({ kind }) => kind === 'ERASURE')!.id],
    );
    expect(profile).toEqual({ count: 0 });
  });
}
