import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { IMPROVEMENT_STATUSES } from '../src/domain/improvements/action';
import { type ImprovementCommandType, TRANSITIONS } from '../src/domain/improvements/transitions';
import { type Charter, PROPOSAL, openCharter, otherManager } from './fixtures/improvements';

const reason = '자재 수급이 늦어졌습니다.';
/** Every command as its mutation, with what makes it a good one. */
const MUTATIONS: Readonly<Record<ImprovementCommandType, readonly [mutation: string, input: object]>> = {
  update: ['updateImprovementAction', { title: '야간 보수 절차와 인력 개선' }],
  assign: ['assignImprovementAction', { officerId: colleague.id }],
  report: ['reportImprovementProgress', { percent: 40, text: '당직 명령을 바꾸었습니다.' }],
  extend: ['extendImprovementAction', { dueOn: '2027-05-31', reason }],
  publish: ['publishImprovementAction', {}],
  complete: ['completeImprovementAction', { result: '야간 당직제를 시행했습니다.' }],
  cancel: ['cancelImprovementAction', { reason }],
};
const PEOPLE: Readonly<Record<string, Someone>> = {
  ...{ officer, colleague, manager, otherOfficer, otherManager, auditor, admin },
  ...{ proposer: citizen, otherCitizen, anonymous },
};
const OFFICE = ['officer', 'colleague', 'manager'];
const HEAD = ['manager'];
const MAY: Readonly<Record<ImprovementCommandType, readonly string[]>> = {
  ...{ update: OFFICE, report: OFFICE, complete: OFFICE },
  ...{ assign: HEAD, extend: HEAD, publish: HEAD, cancel: HEAD },
};
const COMMANDS = Object.keys(MUTATIONS) as ImprovementCommandType[];

describe.each(IMPROVEMENT_STATUSES)('an action that is %s', (status) => {
  let charter: Charter;
  let improvementActionId: string;
  beforeAll(async () => {
    charter = await openCharter();
    improvementActionId = await charter.bringTo(status, { source: { kind: 'PROPOSAL', id: PROPOSAL } });
  });
  afterAll(() => charter.close());

  const refusals = COMMANDS.flatMap((command) =>
    Object.keys(PEOPLE)
      .filter((who) => !TRANSITIONS[command][status] || !MAY[command].includes(who))
      .map((who) => [command, who] as const),
  );

  it.each(refusals)('%s by %s is refused and changes nothing', async (command, who) => {
    const seen = () =>
      charter.see(
        auditor,
        improvementActionId,
        'status version title officerId deadline { dueAt state } history { step }',
      );
    const before = await seen();
    const [mutation, input] = MUTATIONS[command];
    const codes = await charter.refused(PEOPLE[who]!, mutation, { ...input, improvementActionId });
    const expected = MAY[command].includes(who)
      ? /^(INVALID_STATE|ALREADY_DONE)$/
      : who === 'anonymous'
        ? /^UNAUTHENTICATED$/
        : /^(FORBIDDEN|NOT_FOUND)$/;
    expect(codes).toEqual([expect.stringMatching(expected)]);
    expect(await seen()).toEqual(before);
  });

  const given = COMMANDS.filter((command) => TRANSITIONS[command][status]).flatMap((command) =>
    MAY[command].map((who) => [command, who] as const),
  );

  it('is left by the commands of the table, given by those who may', async () => {
    for (const [command, who] of given) {
      const own = await charter.bringTo(status);
      const [mutation, input] = MUTATIONS[command];
      const { action, errors } = await charter.act(PEOPLE[who]!, mutation, { ...input, improvementActionId: own });
      expect([command, who, errors]).toEqual([command, who, []]);
      expect([command, who, action!['status']]).toEqual([command, who, TRANSITIONS[command][status]]);
    }
    expect(given.length > 0).toBe(status !== 'CANCELLED');
  });

  it('is not there for those who may not know of it', async () => {
    for (const [who, known] of [
      ...[[otherOfficer, false] as const, [otherCitizen, false] as const, [anonymous, false] as const],
      ...[[officer, true] as const, [auditor, true] as const, [admin, true] as const, [citizen, true] as const],
    ])
      expect((await charter.see(who, improvementActionId, 'id')) !== null).toBe(known);
    const [mutation, input] = MUTATIONS.update;
    for (const who of [otherOfficer, otherManager])
      expect(await charter.refused(who, mutation, { ...input, improvementActionId })).toEqual(['NOT_FOUND']);
  });
});
