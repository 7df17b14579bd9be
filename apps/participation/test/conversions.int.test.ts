import { randomUUID } from 'node:crypto';
import { emptyTables } from '@charter/testkit';
import { CONVERTED_PROPOSAL_PATH, SERVICE_OFFER_PATH } from '@charter/contracts';
import { ServiceUnavailable } from '@charter/service';
import {
  type Consuming,
  type Someone,
  type TestService,
  admin,
  anonymous,
  auditor,
  citizen,
  officer,
  otherCitizen,
  otherOfficer,
  startConsuming,
} from '@charter/service/testing';
import { openParticipation } from './fixtures/participation';

const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '가로등 보수를 신청하신 내용이어서 민원으로 처리합니다.';
const CLOSED = { code: 'INVALID_VALUE', message: { ko: '폐지된 사무', en: 'closed' }, path: ['serviceCode'] };

const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { result: ${name}(input: $input) { proposal { id status version public } errors { code path } } }`;
const MUTATIONS = {
  submitProposal: mutation('submitProposal', 'SubmitProposalInput'),
  convertProposal: mutation('convertProposal', 'ConvertProposalInput'),
  publishProposal: mutation('publishProposal', 'PublishProposalInput'),
  endorseProposal: mutation('endorseProposal', 'EndorseProposalInput'),
};
interface Proposal {
  id: string;
  status: string;
  version: number;
  public: boolean;
}
interface Result {
  result: { proposal: Proposal | null; errors: { code: string }[] };
}

describe('conversions', () => {
  let service: TestService<never>;
  let consuming: Consuming;
  let awayFor = 0;
  let agreed = false;
  let gone = false;
  const asked: string[] = [];
  const neighbour = {
    post: async (name: string, path: string, input: unknown) => {
      asked.push(path);
      if (awayFor-- > 0) throw new ServiceUnavailable(name as 'complaints');
      if (path === SERVICE_OFFER_PATH)
        return { refusals: (input as { serviceCode: string }).serviceCode === 'STREETLIGHT' ? [] : [CLOSED] };
      const proposer = { name: '김영희', phone: '01099998888', email: null };
      const complaint = { title: '횡단보도에 그늘막을', body: '설치해 주십시오.', proposer, public: agreed };
      return { complaint: gone ? null : complaint };
    },
  };
  beforeAll(async () => {
    service = (await openParticipation({ services: neighbour })) as never;
    consuming = await startConsuming(service, 'participation', 3);
  });
  afterAll(async () => {
    await consuming.stop();
    await service.close();
  });
  beforeEach(async () => {
    [awayFor, agreed, gone] = [0, false, false];
    asked.length = 0;
    service.clock.set(NOW);
    await emptyTables(service.dataSource, 'proposal', 'known_department', 'outbox_event', 'inbox_entry');
    const known = { nameKo: '도로과', nameEn: 'Roads', parentCode: null, closedOn: null, successorCode: null };
    await service.hear('participation-charter', 'department.saved.v1', { code: 'ROADS', ...known });
  });

  const run = (who: Someone, name: keyof typeof MUTATIONS, input: object) =>
    service.ask<Result>(who, MUTATIONS[name], { input });
  const submit = async (): Promise<Proposal> => {
    const proposer = { name: '홍길동', phone: '010-1234-5678' };
    const input = { title: '가로등을 고쳐 주세요', body: '시청 앞입니다.', departmentCode: 'ROADS', proposer };
    return (await run(citizen, 'submitProposal', input)).data!.result.proposal!;
  };
  const codes = async (who: Someone, name: keyof typeof MUTATIONS, input: object): Promise<string[]> => {
    const { data, errors } = await run(who, name, input);
    return [
      ...(errors ?? []).map(({ extensions }) => extensions.code),
      ...(data?.result?.errors ?? []).map(({ code }) => code),
    ];
  };
  const see = async (who: Someone, id: string, fields = 'id'): Promise<Record<string, unknown> | null> =>
    (await service.ask<{ proposal: Record<string, unknown> | null }>(who, `{ proposal(id: "${id}") { ${fields} } }`))
      .data!.proposal;

  describe('of a proposal that really is a complaint', () => {
    const conversion = ({ id }: Proposal, changes: object = {}) => ({
      ...{ proposalId: id, serviceCode: 'STREETLIGHT', reason, ...changes },
    });

    it('tells the complaints service, keeps why, and stays readable', async () => {
      const proposal = await submit();
      const { data } = await run(officer, 'convertProposal', conversion(proposal, { version: proposal.version }));
      expect(data!.result).toEqual({
        proposal: { id: proposal.id, status: 'CONVERTED', version: proposal.version + 1, public: true },
        errors: [],
      });
      expect(await service.told('proposal.converted-to-complaint.v1')).toEqual([
        {
          ...{ proposalId: proposal.id, citizenId: citizen.id, departmentCode: 'ROADS', serviceCode: 'STREETLIGHT' },
          ...{ officerId: officer.id, convertedAt: NOW.toISOString() },
        },
      ]);
      expect(await service.internal(CONVERTED_PROPOSAL_PATH, { proposalId: proposal.id })).toEqual({
        proposal: {
          ...{ title: '가로등을 고쳐 주세요', body: '시청 앞입니다.', reason },
          petitioner: { name: '홍길동', phone: '01012345678', email: null },
        },
      });
      expect(await see(anonymous, proposal.id, 'status')).toEqual({ status: 'CONVERTED' });
      expect(await codes(otherCitizen, 'endorseProposal', { proposalId: proposal.id })).toEqual(['INVALID_STATE']);
    });

    it.each<[string, Someone, object, string]>([
      ['another department’s officer', otherOfficer, {}, 'FORBIDDEN'],
      ['its citizen', citizen, {}, 'FORBIDDEN'],
      ['the auditor', auditor, {}, 'FORBIDDEN'],
      ['an administrator', admin, {}, 'FORBIDDEN'],
      ['nobody known', anonymous, {}, 'UNAUTHENTICATED'],
      ['an officer, for a service that takes nothing', officer, { serviceCode: 'CLOSED' }, 'INVALID_VALUE'],
      ['an officer, without a reason', officer, { reason: ' ' }, 'INVALID_VALUE'],
      ['an officer, with a resident number', officer, { reason: '900101-1234568' }, 'RESIDENT_NUMBER_PRESENT'],
      ['an officer who read an old version', officer, { version: 7 }, 'STALE_VERSION'],
      ['an officer, of a proposal that is not there', officer, { proposalId: randomUUID() }, 'NOT_FOUND'],
      ['an officer, by no id at all', officer, { proposalId: '7' }, 'NOT_FOUND'],
    ])('is refused to %s, and changes nothing', async (_name, who, changes, code) => {
      const proposal = await submit();
      expect(await codes(who, 'convertProposal', conversion(proposal, changes))).toEqual([code]);
      expect(await see(officer, proposal.id, 'status version')).toEqual({ status: 'SUBMITTED', version: 1 });
      expect(await service.told('proposal.converted-to-complaint.v1')).toEqual([]);
    });

    it('is done once, also when two come at once', async () => {
      const proposal = await submit();
      const both = await Promise.all([1, 2].map(() => codes(officer, 'convertProposal', conversion(proposal))));
      expect(both.sort()).toEqual([[], ['ALREADY_DONE']]);
      expect(await service.told('proposal.converted-to-complaint.v1')).toHaveLength(1);
    });

    it('changes nothing while the complaints service is away, and says so', async () => {
      awayFor = 1;
      const proposal = await submit();
      expect(await codes(officer, 'convertProposal', conversion(proposal))).toEqual(['SERVICE_UNAVAILABLE']);
      expect(await codes(officer, 'convertProposal', conversion(proposal))).toEqual([]);
    });

    it('gives texts and contact of nothing that was not converted', async () => {
      const { id } = await submit();
      for (const proposalId of [id, randomUUID()])
        expect(await service.internal(CONVERTED_PROPOSAL_PATH, { proposalId })).toEqual({ proposal: null });
    });

    it('shows the complaint to those concerned alone', async () => {
      const proposal = await submit();
      await run(officer, 'convertProposal', conversion(proposal));
      const complaintId = randomUUID();
      await service.hear('participation-conversions', 'complaint.opened-from-proposal.v1', {
        ...{ complaintId, proposalId: proposal.id },
      });
      const fields = 'convertedTo { __typename id } convertedFrom { id }';
      const link = { convertedTo: { __typename: 'Complaint', id: complaintId }, convertedFrom: null };
      for (const who of [citizen, officer, auditor]) expect(await see(who, proposal.id, fields)).toEqual(link);
      for (const who of [otherCitizen, otherOfficer, admin, anonymous])
        expect(await see(who, proposal.id, fields)).toEqual({ convertedTo: null, convertedFrom: null });
    });
  });

  describe('of a complaint that really is a proposal', () => {
    const event = () => ({
      ...{ id: randomUUID(), type: 'complaint.converted.v1' as const, producer: 'complaints' },
      payload: {
        ...{ complaintId: randomUUID(), receiptNumber: '2026-000001-7', citizenId: citizen.id, officerId: officer.id },
        ...{ departmentCode: 'ROADS', serviceCode: 'ROAD_REPAIR', convertedAt: NOW.toISOString() },
      },
    });
    const tell = async (told = event(), generation = 1) => {
      await consuming.send('participation-conversions', told, generation);
      return { ...(await consuming.settled(told.id)), complaintId: told.payload.complaintId };
    };
    const opened = async () => (await service.told('proposal.opened-from-complaint.v1'))[0]!;

    it('opens one, sealed, received when it was converted, private until its citizen agrees', async () => {
      service.clock.set('2026-11-25T10:00:00+09:00');
      const { status, complaintId } = await tell();
      expect(status).toBe('DONE');
      const { proposalId, ...told } = await opened();
      expect(told).toEqual({
        ...{ complaintId, citizenId: citizen.id, departmentCode: 'ROADS', officerId: null },
        dueAt: '2026-12-23T15:00:00.000Z', // a month, by the Civil Code, from the conversion
      });
      expect(await see(citizen, proposalId, 'title proposerName submittedAt public convertedFrom { id }')).toEqual({
        ...{ title: '횡단보도에 그늘막을', proposerName: '김영희', submittedAt: '2026-11-23T10:00:00+09:00' },
        ...{ public: false, convertedFrom: { id: complaintId } },
      });
      expect(JSON.stringify(await service.dataSource.query('SELECT * FROM proposer'))).not.toMatch(
        /김영희|01099998888/,
      );
    });

    it('hides a private one in every path from those whom it does not concern', async () => {
      await tell();
      const { proposalId } = await opened();
      const seen = async (who: Someone) => [
        Boolean(await see(who, proposalId)),
        (
          await service.ask<{ proposals: { edges: object[]; totalCount: number } }>(
            who,
            '{ proposals { edges { node { id } } totalCount } }',
          )
        ).data!.proposals.totalCount === 1,
        (
          await service.ask<{ _entities: unknown[] }>(
            who,
            `{ _entities(representations: [{ __typename: "Proposal", id: "${proposalId}" }]) { ... on Proposal { title } } }`,
          )
        ).data!._entities[0] !== null,
      ];
      for (const who of [citizen, officer, auditor]) expect(await seen(who)).toEqual([true, true, true]);
      for (const who of [otherCitizen, otherOfficer, admin, anonymous])
        expect(await seen(who)).toEqual([false, false, false]);
      for (const name of ['endorseProposal', 'publishProposal'] as const)
        expect(await codes(otherCitizen, name, { proposalId })).toEqual(['NOT_FOUND']);
      const elsewhere = { proposalId, serviceCode: 'STREETLIGHT', reason };
      expect(await codes(otherOfficer, 'convertProposal', elsewhere)).toEqual(['NOT_FOUND']);
    });

    it('is read by everybody, name masked, once its citizen agrees', async () => {
      await tell();
      const { proposalId } = await opened();
      const { data } = await run(citizen, 'publishProposal', { proposalId });
      expect(data!.result).toMatchObject({ proposal: { public: true }, errors: [] });
      expect(await see(anonymous, proposalId, 'proposerName convertedFrom { id }')).toEqual({
        ...{ proposerName: '김*희', convertedFrom: null },
      });
      expect(await codes(citizen, 'publishProposal', { proposalId })).toEqual(['ALREADY_DONE']);
      expect(await codes(otherCitizen, 'publishProposal', { proposalId })).toEqual(['FORBIDDEN']);
      expect(await codes(otherCitizen, 'endorseProposal', { proposalId })).toEqual([]);
    });

    it('is public at once when its citizen agreed that others read the complaint', async () => {
      agreed = true;
      await tell();
      expect(await see(anonymous, (await opened()).proposalId, 'public')).toEqual({ public: true });
    });

    it('opens one, however often it is told: the same event twice, and other events at once', async () => {
      const told = event();
      await tell(told);
      await tell(told, 2);
      const others = Array.from({ length: 4 }, () => ({ ...told, id: randomUUID() }));
      expect(await Promise.all(others.map((each) => tell(each)))).toMatchObject(Array(4).fill({ status: 'DONE' }));
      expect([await service.count('proposal'), await service.count('proposer')]).toEqual([1, 1]);
      expect(await service.told('proposal.opened-from-complaint.v1')).toHaveLength(1);
    });

    it('waits while the complaints service is away; a dead letter that is sent round again is opened', async () => {
      awayFor = 1;
      expect(await tell()).toMatchObject({ status: 'DONE', attempts: 2 });
      awayFor = 3;
      const told = event();
      expect(await tell(told)).toMatchObject({ status: 'DEAD', attempts: 3 });
      expect(await service.count('proposal')).toBe(1);
      const { items } = await consuming.letters.list({ consumer: 'participation-conversions', first: 5 });
      expect(items).toMatchObject([{ eventId: told.id, reason: expect.stringContaining('complaints') }]);
      await consuming.letters.retry([items[0]!.id], new Date(), admin.id);
      expect(await consuming.settled(told.id)).toMatchObject({ status: 'DONE' });
      expect(await service.count('proposal')).toBe(2);
    });

    it('is a dead letter at once when there is no such complaint', async () => {
      gone = true;
      expect(await tell()).toMatchObject({ status: 'DEAD', attempts: 1 });
      expect(await service.count('proposal')).toBe(0);
    });
  });
});
