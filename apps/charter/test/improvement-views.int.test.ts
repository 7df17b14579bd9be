import { emptyTables } from '@charter/testkit';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import {
  ACTION,
  COMPLAINT,
  type Charter,
  ENTRY,
  type Fields,
  MONDAY,
  PLAN,
  PROPOSAL,
  REPORT,
  openCharter,
  teammate,
} from './fixtures/improvements';

const from = (kind: string, id: string) => ({ source: { kind, id } });

describe('improvement actions', () => {
  let charter: Charter;
  beforeAll(async () => {
    charter = await openCharter();
  });
  afterAll(() => charter.close());
  beforeEach(async () => {
    charter.clock.set(MONDAY);
    charter.neighbours.away = false;
    charter.neighbours.asked.length = 0;
    await emptyTables(
      charter.dataSource,
      'improvement_action',
      'improvement_progress',
      'improvement_history',
      'deadline',
      'deadline_history',
      'idempotency_key',
      'outbox_event',
    );
  });
  const does = async (who: Someone, mutation: string, input: object) =>
    expect([mutation, (await charter.act(who, mutation, input)).errors]).toEqual([mutation, []]);

  describe('for those who look', () => {
    const OFFICE_ONLY = 'description plan officerId history { step }';
    const nothing = { description: null, plan: null, officerId: null, history: null };

    it('show everybody what is published, and the rest to the office', async () => {
      const id = await charter.openAction({ plan: PLAN, ...from('COMPLAINT', COMPLAINT) });
      expect(await charter.see(anonymous, id, 'id')).toBeNull();
      expect(await charter.see(citizen, id, `title deadline { dueAt } complaint { id } ${OFFICE_ONLY}`)).toMatchObject({
        ...{ ...nothing, title: ACTION.title, complaint: { id: COMPLAINT } },
      });
      await does(manager, 'publishImprovementAction', { improvementActionId: id });
      expect(
        await charter.see(
          anonymous,
          id,
          `title kind percent result publishedAt department { code } deadline { dueAt } progress { text } sourceKind complaint { id } ${OFFICE_ONLY}`,
        ),
      ).toMatchObject({
        ...{ ...nothing, title: ACTION.title, publishedAt: '2026-11-23T10:00:00+09:00', sourceKind: 'COMPLAINT' },
        complaint: null, // it is nobody else's business whose complaint it was
      });
      expect(await charter.see(auditor, id, `complaint { id } ${OFFICE_ONLY}`)).toMatchObject({
        ...{ description: ACTION.description, plan: PLAN, officerId: officer.id, complaint: { id: COMPLAINT } },
      });
    });

    it('lead to a public proposal for everybody, and to one kind alone', async () => {
      const id = await charter.openAction(from('PROPOSAL', PROPOSAL));
      await does(manager, 'publishImprovementAction', { improvementActionId: id });
      expect(
        await charter.see(
          anonymous,
          id,
          'proposal { id } complaint { id } contestEntry { id } monitoringReport { id }',
        ),
      ).toEqual({
        ...{ proposal: { id: PROPOSAL }, complaint: null, contestEntry: null, monitoringReport: null },
      });
    });

    it('list what each may see: the same as one by one', async () => {
      const ids = [
        await charter.openAction(from('PROPOSAL', PROPOSAL)),
        await charter.openAction({ departmentCode: 'WATER' }, otherOfficer),
        await charter.openAction(from('CONTEST_ENTRY', ENTRY)),
        await charter.openAction(),
      ];
      await does(manager, 'publishImprovementAction', { improvementActionId: ids[3]! });
      for (const who of [anonymous, citizen, teammate, otherCitizen, officer, manager, otherOfficer, auditor, admin]) {
        const seen = [];
        for (const id of ids) if (await charter.see(who, id, 'id')) seen.push(id);
        const { data } = await charter.ask<{ list: { totalCount: number; edges: { node: { id: string } }[] } }>(
          who,
          '{ list: improvementActions { totalCount edges { node { id } } } }',
        );
        expect(data!.list.edges.map(({ node }) => node.id).sort()).toEqual([...seen].sort());
        expect(data!.list.totalCount).toBe(seen.length);
      }
    });

    it('are found by department, status, kind, standard, source, date and owner, page by page', async () => {
      const plain = await charter.openAction();
      charter.clock.set('2026-11-23T11:00:00+09:00');
      const planned = await charter.openAction({ plan: PLAN, kind: 'FACILITY', standardCode: 'CITY_WIDE' }, manager);
      charter.clock.set('2026-11-23T12:00:00+09:00');
      const sourced = await charter.openAction({ ...from('COMPLAINT', COMPLAINT), dueOn: '2026-12-01' });
      charter.clock.set('2026-12-02T10:00:00+09:00');
      const list = async (filter: object, who: Someone = officer, page = '') => {
        const query = `query ($filter: ImprovementActionFilterInput) { list: improvementActions(filter: $filter${page}) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
        const { data, errors } = await charter.ask<{
          list: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        }>(who, query, { filter });
        if (errors) throw new Error(errors[0]!.extensions.code);
        return { ids: data!.list.edges.map(({ node }) => node.id), ...data!.list.pageInfo };
      };
      const ids = async (filter: object, who?: Someone) => (await list(filter, who)).ids;
      expect(await ids({})).toEqual([sourced, planned, plain]);
      expect(await ids({ departmentCode: 'WATER' }, admin)).toEqual([]);
      expect(await ids({ status: ['IN_PROGRESS'] })).toEqual([planned]);
      expect(await ids({ kind: 'FACILITY' })).toEqual([planned]);
      expect(await ids({ standardCode: 'CITY_WIDE' })).toEqual([planned]);
      expect(await ids({ sourceKind: 'COMPLAINT' })).toEqual([sourced]);
      expect(await ids({ late: true })).toEqual([sourced]);
      expect(await ids({ late: false })).toEqual([planned, plain]);
      expect(await ids({ mine: true }, manager)).toEqual([planned]);
      expect(await ids({ mine: true }, anonymous)).toEqual([]);
      await does(manager, 'publishImprovementAction', { improvementActionId: plain });
      expect(await ids({ published: true })).toEqual([plain]);
      expect(await ids({ published: false })).toEqual([sourced, planned]);
      const first = await list({}, officer, ', first: 2');
      expect([first.ids, first.hasNextPage]).toEqual([[sourced, planned], true]);
      const second = await list({}, officer, `, first: 2, after: "${first.endCursor}"`);
      expect([second.ids, second.hasNextPage]).toEqual([[plain], false]);
      await expect(list({}, officer, ', first: 0')).rejects.toThrow('BAD_USER_INPUT');
      await expect(list({}, officer, ', after: "forged.cursor"')).rejects.toThrow('BAD_USER_INPUT');
    });
  });

  describe('beside what they came from and serve', () => {
    const representations = [
      { __typename: 'Complaint', id: COMPLAINT },
      { __typename: 'Proposal', id: PROPOSAL },
      { __typename: 'ContestEntry', id: ENTRY },
      { __typename: 'Complaint', id: 'x' },
      { __typename: 'MonitoringReport', id: REPORT },
    ];
    const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Complaint { improvementActions { id } } ... on Proposal { improvementActions { id } }
      ... on ContestEntry { improvementActions { id } } ... on MonitoringReport { improvementActions { id } } } }`;
    const beside = async (who: Someone) =>
      (
        await charter.ask<{ _entities: { improvementActions: Fields[] }[] }>(who, ENTITIES, { representations })
      ).data!._entities.map(({ improvementActions }) => improvementActions.map(({ id }) => id));

    it('stand at both ends, for those who may see them, in one statement', async () => {
      const complaint = await charter.openAction(from('COMPLAINT', COMPLAINT));
      charter.clock.set('2026-11-24T10:00:00+09:00');
      const second = await charter.openAction(from('COMPLAINT', COMPLAINT));
      const entry = await charter.openAction(from('CONTEST_ENTRY', ENTRY));
      const report = await charter.openAction(from('MONITORING_REPORT', REPORT));
      expect(await beside(officer)).toEqual([[complaint, second], [], [entry], [], [report]]);
      expect(await beside(citizen)).toEqual([[complaint, second], [], [entry], [], []]);
      expect(await beside(teammate)).toEqual([[], [], [entry], [], [report]]);
      expect(await beside(anonymous)).toEqual([[], [], [], [], []]);
      expect(await charter.see(teammate, report, 'monitoringReport { id }')).toEqual({
        monitoringReport: { id: REPORT },
      });
      expect(await charter.statements(() => beside(officer))).toBe(1);
    });

    it('are found as entities by the rule of one', async () => {
      const id = await charter.openAction();
      const query = `{ _entities(representations: [{ __typename: "ImprovementAction", id: "${id}" }]) { ... on ImprovementAction { title } } }`;
      for (const [who, expected] of [
        [officer, { title: ACTION.title }],
        [anonymous, null],
      ] as const)
        expect((await charter.ask<{ _entities: unknown[] }>(who, query)).data!._entities).toEqual([expected]);
    });

    const PAGE =
      '(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { id department { code } standard { code } deadline { dueAt history { change } } progress { percent } history { step } } } }';
    const TREE = `{ departments { code improvementActions${PAGE} } standards { code improvementActions${PAGE} } }`;
    type Page = { totalCount: number; pageInfo: Fields; edges: { node: { id: string } }[] };
    interface Tree {
      readonly departments: { code: string; improvementActions: Page }[];
      readonly standards: { code: string; improvementActions: Page }[];
    }
    const pageOf = (list: { code: string; improvementActions: Page }[], code: string) => {
      const { totalCount, pageInfo, edges } = list.find((each) => each.code === code)!.improvementActions;
      return [totalCount, pageInfo['hasNextPage'], edges.map(({ node }) => node.id)];
    };

    it('stand below departments and standards, page by page', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 3; n += 1) {
        charter.clock.set(new Date(MONDAY.getTime() + n * 60_000));
        ids.unshift(await charter.openAction({ standardCode: 'CITY_WIDE' }));
      }
      const water = await charter.openAction({ departmentCode: 'WATER', standardCode: 'CITY_WIDE' }, otherOfficer);
      await charter.openAction();
      const { departments, standards } = (await charter.ask<Tree>(auditor, TREE)).data!;
      expect(pageOf(departments, 'WATER')).toEqual([1, false, [water]]);
      expect(pageOf(departments, 'ROADS').slice(0, 2)).toEqual([4, true]);
      expect(pageOf(standards, 'CITY_WIDE').slice(0, 2)).toEqual([4, true]);
      expect(pageOf(standards, 'ROADS_OWN')).toEqual([0, false, []]);
      const own = (await charter.ask<Tree>(officer, TREE)).data!;
      expect([pageOf(own.departments, 'WATER')[0], pageOf(own.standards, 'CITY_WIDE')[0]]).toEqual([0, 3]);
      const all: string[] = [];
      for (let after = ''; ;) {
        const query = `{ department(code: "ROADS") { improvementActions(first: 1, filter: { standardCode: "CITY_WIDE" }${after}) { pageInfo { hasNextPage endCursor } edges { node { id } } } } }`;
        const { improvementActions } = (await charter.ask<{ department: { improvementActions: Page } }>(officer, query))
          .data!.department;
        all.push(...improvementActions.edges.map(({ node }) => node.id));
        if (!improvementActions.pageInfo['hasNextPage']) break;
        after = `, after: "${improvementActions.pageInfo['endCursor'] as string}"`;
      }
      expect(all).toEqual(ids);
    });

    it('cost the same statements, however many there are', async () => {
      const few = async () => charter.statements(() => charter.ask(auditor, TREE));
      await charter.openAction({ standardCode: 'ROADS_OWN', plan: PLAN });
      const before = await few();
      for (let n = 0; n < 8; n += 1) {
        const improvementActionId = await charter.openAction({ standardCode: 'ROADS_OWN', plan: PLAN });
        await does(officer, 'reportImprovementProgress', { improvementActionId, percent: n, text: '보고' });
        await charter.openAction({ departmentCode: 'WATER', standardCode: 'CITY_WIDE' }, otherOfficer);
      }
      expect(await few()).toBe(before);
    });
  });
});
