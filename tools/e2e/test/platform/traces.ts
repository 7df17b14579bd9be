import { randomBytes, randomUUID } from 'node:crypto';
import type { TraceCollector } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';
import { registerLate, sevenDayService } from '../../src/story';
import { END_OF_A_FILING, WAY_OF_A_FILING, filesTraced } from '../../src/traced-filing';
import { told, toldTooMuch, wholeTrace } from '../../src/whole-way';

const ANSWER = `mutation ($input: AnswerComplaintInput!) { result: answerComplaint(input: $input) { errors { code } } }`;
const WORDS = '보도블록을 새로 깔았습니다.';

/** What one request leads to is one trace, whichever processes it goes through. */
export function tracesAsOne(running: () => RunningStack, collector: () => TraceCollector): void {
  afterAll(() => collector().forget(false));

  it('follows a filing from the gateway through services, outbox and queue to who tells of it, and tells of nobody', async () => {
    const [stack, requestId, clients] = [running(), `e2e-${randomUUID()}`, randomBytes(16).toString('hex')];
    const secrets = await filesTraced(stack, requestId, `00-${clients}-b7ad6b7169203331-01`);
    const { trace, way } = await wholeTrace(collector(), requestId, END_OF_A_FILING);
    expect(told(way, stack)).toEqual(WAY_OF_A_FILING);
    expect(way[0]!.traceId).not.toBe(clients); // nobody outside decides what is kept
    const spans = told(trace, stack);
    for (const service of ['charter', 'notices']) expect(spans).toContain(`${service} server answer graph`);
    expect(toldTooMuch(trace, secrets)).toEqual([]);
    // What is sought would be found.
    expect(toldTooMuch([{ ...way[0]!, name: `answer ${secrets.at(-1)}` }], secrets)).toEqual([secrets.at(-1)]);
  });

  it('follows an answer through two queues: the survey that it leads to, and who tells of that', async () => {
    const [stack, requestId] = [running(), `e2e-${randomUUID()}`];
    const complaintId = await registerLate(stack, await sevenDayService(stack));
    const { endpoint, tokens } = stack.description;
    const { data } = await stack.post<{ result: { errors: object[] } }>(
      endpoint,
      { query: ANSWER, variables: { input: { complaintId, answer: WORDS } } },
      { authorization: `Bearer ${tokens.officer}`, 'x-request-id': requestId },
    );
    expect(data!.result.errors).toEqual([]);
    const end = { name: 'handle notices-inbox', type: 'survey.invited.v1' };
    const { trace, way } = await wholeTrace(collector(), requestId, end);
    expect(told(way, stack)).toEqual([
      'gateway server answer request',
      'gateway client call complaints',
      'complaints server answer graph',
      'complaints-worker producer publish complaint.answered.v1',
      'surveys-worker consumer handle surveys-invitations',
      'surveys-worker producer publish survey.invited.v1',
      'notices-worker consumer handle notices-inbox',
    ]);
    expect(toldTooMuch(trace, [tokens.officer, WORDS])).toEqual([]);
  });
}
