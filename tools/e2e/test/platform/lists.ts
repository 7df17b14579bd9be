import { eventually } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';
import { answer, register, registerLate, sevenDayService, stranger, visit } from '../../src/story';

const SERVERS = ['charter', 'complaints', 'participation', 'surveys', 'compensation', 'notices'];
const LIST = `query ($first: Int!, $filter: ComplaintFilterInput!) { complaints(first: $first, filter: $filter) { edges { node {
  receiptNumber citizen { name } department { name } survey { state } compensationClaims { amount }
  notices { title state } deadline { dueAt } petitioner { name } improvementActions { title percent } } } } }`;

/** What a page costs does not hang on its size. */
export function listsCheaply(running: () => RunningStack): void {
  it('lists 50 complaints with everything at as many statements as 5, in every service', async () => {
    const stack = running();
    const service = await sevenDayService(stack);
    for (let n = 0; n < 52; n += 1)
      await register(stack, visit(service, { title: `보도블록 ${n}`, petitioner: stranger() }));
    // An invitation on both pages: what it costs to read one does not hang on how many there are.
    const { receivedAt: visited } = visit(service);
    const later = (minutes: number) => new Date(Date.parse(visited) + minutes * 60_000).toISOString();
    const receivedAt = later(1); // the newest of those that are asked for
    const filter = { receivedFrom: visited, receivedTo: later(2) };
    const invited = await registerLate(stack, service, { petitioner: stranger(), receivedAt });
    await answer(stack, invited);
    await eventually(
      () => stack.sql('surveys', 'SELECT id FROM survey_invitation WHERE complaint_id = $1', [invited]),
      (rows) => rows.length === 1,
      30_000,
    );
    // Deliveries ask the owners too: measured is what is left when they are done.
    await eventually(
      () => stack.sql<{ count: string }>('notices', `SELECT count(*) FROM notice WHERE state = 'PENDING'`),
      ([row]) => row!.count === '0',
      60_000,
    );
    const statements = () => Promise.all(SERVERS.map((name) => stack.metric(name, 'charter_sql_statements_total')));
    const costOf = async (first: number): Promise<number[]> => {
      const before = await statements();
      const { complaints } = await stack.get<{ complaints: { edges: { node: object }[] } }>('officer', LIST, {
        first,
        filter,
      });
      expect(complaints.edges).toHaveLength(first);
      const whole = { citizen: {}, department: {}, compensationClaims: [{}], notices: expect.anything() };
      expect(complaints.edges[first - 1]!.node).toMatchObject(whole);
      return (await statements()).map((after, index) => after - before[index]!);
    };
    // Whatever else a server does in between only adds: the least of three is the list's own.
    const least = async (first: number): Promise<number[]> => {
      const tries = [await costOf(first), await costOf(first), await costOf(first)];
      return SERVERS.map((_, index) => Math.min(...tries.map((costs) => costs[index]!)));
    };
    const fifty = await least(50);
    expect(fifty).toEqual(await least(5));
    expect(
      Math.min(...['complaints', 'surveys', 'compensation', 'notices'].map((name) => fifty[SERVERS.indexOf(name)]!)),
    ).toBeGreaterThan(0);
  });
}
