import { type Browser, type Page, type Request, type Response, chromium } from 'playwright-core';
import { eventually } from '@charter/testkit';
import { CHROMIUM, CHROMIUM_FLAGS } from '../../src/browser';
import type { Person, RunningStack } from '../../src/running-stack';
import { PETITIONER, type UserError } from '../../src/story';

const QUEUE = 'complaints-conversions';
const SERVICE = 'ALLEY_STAIRS';
const PROMISE_MS = 60_000;
/** For one step on the page. */
const WAIT_MS = 60_000;
/** Clicks for one request, at most. */
const TRIES = 4;
/** For the whole story: a machine may be slow. */
const STORY_MS = 600_000;

interface Letter {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  readonly fields: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly withheld: string | null;
  }[];
}

/** Whether a request runs the operation of a tab. */
function asksFor(request: Request, tab: string): boolean {
  if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return false;
  const { query, operationName } = request.postDataJSON() as { query: string; operationName?: string };
  return (operationName ?? tab) === tab && new RegExp(`(query|mutation)\\s+${tab}\\b`).test(query);
}

/** An administrator at the playground: opens a tab by its name, runs it, and reads the answer. */
class AtThePlayground {
  private constructor(
    private readonly launched: Browser,
    private readonly page: Page,
  ) {}

  static async sit(address: string): Promise<AtThePlayground> {
    const launched = await chromium.launch({ executablePath: CHROMIUM!, args: CHROMIUM_FLAGS });
    const page = await launched.newPage({ locale: 'en-GB' });
    page.setDefaultTimeout(WAIT_MS);
    await page.goto(address);
    await page.locator('.graphiql-query-editor').filter({ hasText: 'Departments' }).waitFor();
    return new AtThePlayground(launched, page);
  }

  /** @param shown a word of the answer that must stand on the page */
  async run<T>(tab: string, shown: string): Promise<T> {
    const { page } = this;
    await page.click(`[data-story="${tab}"]`); // it also chooses the person whose example it is
    expect(await page.inputValue('#person')).toBe('admin');
    const opened = new RegExp(`(query|mutation)\\s+${tab}\\b`);
    await page.locator('.graphiql-query-editor').filter({ hasText: opened }).waitFor();
    const { data, errors } = (await (await this.execute(tab)).json()) as { data: T; errors?: object[] };
    expect(errors).toBeUndefined();
    await page.locator('.result-window', { hasText: shown }).waitFor();
    return data;
  }

  /**
   * Clicks until the tab's own operation is asked for: right after a change of tabs the editor may still run the one before, which
   * the endpoint refuses as unknown in this text, and while an answer is taken in the same button would stop it.
   */
  private async execute(tab: string): Promise<Response> {
    for (let left = TRIES; ; left -= 1) {
      const asked = this.page.waitForRequest((one) => asksFor(one, tab), { timeout: WAIT_MS / TRIES });
      const [request] = await Promise.all([
        left > 1 ? asked.catch(() => undefined) : asked, // not asked in time: clicked again
        this.page.locator('.graphiql-execute-button[aria-label^="Execute"]').click(),
      ]);
      if (request) return (await request.response())!;
    }
  }

  leave(): Promise<void> {
    return this.launched.close();
  }
}

/** A proposal that became a complaint is stuck between two services; an administrator finds out why, and gets it through. */
export function mendsWhatFailed(running: () => RunningStack): void {
  const mutate = async (who: Person, name: string, type: string, fields: string, input: object) => {
    const { result } = await running().get<{ result: { errors: UserError[] } & Record<string, { id: string }> }>(
      who,
      `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} errors { code path } } }`,
      { input },
    );
    expect(result.errors).toEqual([]);
    return result;
  };

  /** The catalogue's service as the playground's tab writes it, but offered only until the end of 2020. */
  const closed = {
    ...{
      code: SERVICE,
      kind: 'OTHER',
      departmentCode: 'ROADS',
      nameKo: '골목 계단 보수',
      nameEn: 'Repair of alley stairs',
    },
    ...{ guidanceKo: '부서진 골목 계단을 고칩니다.', guidanceEn: 'Broken stairs of an alley are repaired.' },
    ...{ statutoryPeriod: { unit: 'DAYS', length: 7 }, charterPeriod: { unit: 'DAYS', length: 5 } },
    ...{ validFrom: '2020-01-01', validTo: '2020-12-31' },
  };

  (CHROMIUM ? it : it.skip)(
    'finds a dead letter in the playground, understands it, mends its cause and retries it (needs Chromium)',
    async () => {
      const stack = running();
      const desk = await AtThePlayground.sit(stack.description.playground);
      try {
        // The catalogue is being worked on, so conversions wait; meanwhile an officer converts a proposal, and the service is closed by mistake.
        await desk.run('SaveServiceItem', SERVICE);
        await desk.run('PauseQueue', 'true');
        const text = { title: '골목 계단을 고쳐 주세요', body: '세 단이 부서져 있습니다.', departmentCode: 'ROADS' };
        const { proposal } = await mutate('citizen', 'submitProposal', 'SubmitProposalInput', 'proposal { id }', {
          ...text,
          proposer: PETITIONER,
        });
        const conversion = {
          proposalId: proposal!.id,
          serviceCode: SERVICE,
          reason: '계단 보수는 민원으로 처리합니다.',
        };
        await mutate('officer', 'convertProposal', 'ConvertProposalInput', 'proposal { id }', conversion);
        await mutate('admin', 'saveServiceItem', 'SaveServiceItemInput', 'serviceItem { code }', closed);
        const { queues: before } = await desk.run<{ queues: { name: string; paused: boolean; unconfirmed: number }[] }>(
          'Queues',
          'deadLetters',
        );
        expect(before.find(({ name }) => name === QUEUE)).toMatchObject({ paused: true, unconfirmed: 1 });
        await desk.run('ResumeQueue', 'false');

        // Found: the queue has a dead letter.
        const standing = await eventually(
          async () =>
            (
              await desk.run<{ queues: { name: string; deadLetters: number; unconfirmed: number }[] }>(
                'Queues',
                'deadLetters',
              )
            ).queues.find(({ name }) => name === QUEUE)!,
          ({ deadLetters, unconfirmed }) => deadLetters > 0 && unconfirmed === 0,
          PROMISE_MS,
        );
        expect(standing).toMatchObject({ deadLetters: 1, diedLastHour: 1 });

        // Understood: the reason names the service, and the event says which it was. Nobody’s name is there.
        const { deadLetters } = await desk.run<{ deadLetters: { items: Letter[] } }>('DeadLetters', 'PermanentFailure');
        expect(deadLetters.items).toEqual([
          expect.objectContaining({ reason: expect.stringContaining('“Repair of alley stairs” was not offered') }),
        ]);
        const { deadLetter } = await desk.run<{ deadLetter: Letter }>('DeadLetter', 'DEAD');
        expect(deadLetter.fields).toEqual(
          expect.arrayContaining([
            { name: 'serviceCode', value: SERVICE, withheld: null },
            { name: 'proposalId', value: proposal!.id, withheld: null },
            { name: 'citizenId', value: null, withheld: 'PERSON' },
          ]),
        );

        // Mended, and tried again.
        await desk.run('SaveServiceItem', SERVICE);
        const { retryDeadLetters } = await desk.run<{ retryDeadLetters: object }>('RetryDeadLetters', 'done');
        expect(retryDeadLetters).toEqual({ done: 1, errors: [] });
        const after = await eventually(
          async () => (await desk.run<{ deadLetter: Letter }>('DeadLetter', 'state')).deadLetter,
          ({ state }) => state === 'DONE',
          PROMISE_MS,
        );
        expect(after).toMatchObject({ state: 'DONE', fields: [] });
        const { proposal: seen } = await eventually(
          () =>
            stack.get<{ proposal: { convertedTo: object | null } }>(
              'citizen',
              'query ($id: ID!) { proposal(id: $id) { convertedTo { title status } } }',
              { id: proposal!.id },
            ),
          ({ proposal: { convertedTo } }) => convertedTo !== null,
          PROMISE_MS,
        );
        expect(seen).toEqual({ convertedTo: { title: text.title, status: 'RECEIVED' } });

        // And on record.
        const { adminActions } = await desk.run<{ adminActions: { edges: { node: { action: string } }[] } }>(
          'AdminActions',
          'retryDeadLetters',
        );
        const acts = adminActions.edges.map(({ node }) => node.action);
        expect(acts.slice(0, 3)).toEqual(['retryDeadLetters', 'resumeQueue', 'pauseQueue']);
      } finally {
        await stack.get('admin', `mutation { resumeQueue(input: { queue: "${QUEUE}" }) { queue { paused } } }`);
        await desk.leave();
      }
    },
    STORY_MS,
  );
}
