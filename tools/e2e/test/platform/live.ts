import { CharterClient, type TimelineNews, Tokens, watchTimeline } from '@charter/client';
import { eventually } from '@charter/testkit';
import { hear } from '../../src/live';
import type { Person, RunningStack } from '../../src/running-stack';
import { answer, request, sevenDayService } from '../../src/story';

const FILE = `mutation ($input: FileComplaintInput!) { result: fileComplaint(input: $input) { complaint { id } errors { code } } }`;
const ASSIGN = `mutation ($input: AssignComplaintInput!) { result: assignComplaint(input: $input) { complaint { id } errors { code } } }`;
const SUPPLEMENT = `mutation ($input: RequestSupplementInput!) { result: requestSupplement(input: $input) { complaint { id } errors { code } } }`;
const GIVE = `mutation ($input: SubmitSupplementInput!) { result: submitSupplement(input: $input) { complaint { id } errors { code } } }`;
const TIMELINE = `query ($id: ID!) { complaint(id: $id) { status timeline { at recordedAt status text detail dueAt } } }`;

/** A citizen watches their complaint while it is handled, and misses nothing whatever is killed. */
export function watchesAComplaint(running: () => RunningStack): void {
  let id: string;
  const seen: TimelineNews[] = [];
  const leaving = new AbortController();
  let watching: Promise<void>;

  const until = (what: string) =>
    eventually(
      async () => seen.flatMap((news) => (news.kind === 'change' ? news.what : [news.kind])),
      (all) => all.includes(what),
      60_000,
    );
  /** Done at once, or as soon as the service that was killed is there again. */
  const does = (who: Person, mutation: string, input: object = {}) =>
    eventually(
      () => running().ask<{ result: { errors: object[] } }>(who, mutation, { input: { complaintId: id, ...input } }),
      ({ data }) => data?.result?.errors.length === 0,
      60_000,
    );

  it('tells the citizen each step as it is done', async () => {
    const stack = running();
    const { result } = await stack.get<{ result: { complaint: { id: string } } }>('citizen', FILE, {
      input: request(await sevenDayService(stack)),
    });
    ({ id } = result.complaint);
    const { endpoint, tokens } = stack.description;
    const client = new CharterClient({ endpoint, language: 'en', tokens: new Tokens({ load: () => tokens.citizen }) });
    const watch = async () => {
      for await (const news of watchTimeline(client, { complaintId: id, signal: leaving.signal })) seen.push(news);
    };
    watching = watch().catch((error: Error) => {
      if (!leaving.signal.aborted) throw error;
    });
    await until('whole');
    expect(seen[0]).toMatchObject({
      complaint: { id, status: 'RECEIVED' },
      steps: [{ text: 'Your complaint was received.' }],
    });
    await does('officer', ASSIGN);
    await until('complaint.assigned');
    expect(seen[1]).toMatchObject({ complaint: { status: 'ASSIGNED', statusText: 'assigned' } });
  });

  it('goes on where it was when complaints is killed, and when the gateway is', async () => {
    const stack = running();
    await stack.signal('complaints', 'SIGKILL');
    await does('officer', SUPPLEMENT, { text: '위치를 알 수 있는 사진이 필요합니다.', days: 7 });
    await until('complaint.supplement-requested');
    await stack.signal('gateway', 'SIGKILL');
    await eventually(
      () => stack.ask('citizen', '{ __typename }').catch(() => undefined),
      (answered) => answered?.data !== undefined,
      60_000,
    );
    await does('citizen', GIVE, { text: '3번 출구 앞 두 번째 보도블록입니다.' });
    await answer(stack, id);
    await until('complaint.answered');
    const { complaint } = await stack
      .askWith<{ complaint: { status: string; timeline: object[] } }>(stack.description.tokens.citizen, TIMELINE, {
        id,
      })
      .then(({ data }) => data!);
    expect(seen.flatMap(({ steps }) => steps)).toEqual(complaint.timeline);
    expect(seen.at(-1)!.complaint.status).toBe('ANSWERED');
    expect(seen.map(({ id: each }) => each)).toEqual(seen.map((_news, index) => `${id.slice(0, 8)}.${index + 1}`));
    leaving.abort();
    await watching;
  });

  it('can be opened again after each message, by anybody who may see it, and by nobody else', async () => {
    const { tokens } = running().description;
    for (const [index, { id: after }] of seen.slice(0, -1).entries()) {
      const rest = seen.slice(index + 1).map(({ id: each }) => each);
      expect((await hear(running(), tokens.citizen, id, { after, count: rest.length })).ids).toEqual(rest);
    }
    for (const who of ['officer', 'manager', 'auditor'] as const)
      expect((await hear(running(), tokens[who], id)).status).toBe(200);
    for (const who of ['otherCitizen', 'otherOfficer', 'admin'] as const) {
      const { status, text } = await hear(running(), tokens[who], id);
      expect([status, JSON.parse(text)]).toMatchObject([404, { errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    }
    expect((await hear(running(), undefined, id)).status).toBe(401);
  });
}
