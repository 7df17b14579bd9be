import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from '../../src/running-stack';
import { PETITIONER, type UserError } from '../../src/story';

const PROMISE_MS = 20_000;

/** A complaint becomes a proposal and a proposal a complaint, through two services and back, as clients see it. */
export function convertsBothWays(running: () => RunningStack): void {
  async function run(who: Person, name: string, type: string, input: object): Promise<string | undefined> {
    const noun = type.includes('Proposal') ? 'proposal' : 'complaint';
    const { result } = await running().get<{ result: Record<string, { id: string } | null> & { errors: UserError[] } }>(
      who,
      `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${noun} { id } errors { code path } } }`,
      { input },
    );
    expect(result.errors).toEqual([]);
    return result[noun]?.id;
  }
  const reason = '내용에 맞는 절차로 처리해 드리겠습니다.';

  it('opens the proposal that a complaint really is: linked both ways, private until its citizen agrees', async () => {
    const text = { title: '가로등 번호판을 크게', body: '밤에도 읽을 수 있게 바꾸면 좋겠습니다.' };
    const filing = { serviceCode: 'STREET_LIGHT', ...text, petitioner: PETITIONER };
    const id = await run('citizen', 'fileComplaint', 'FileComplaintInput', filing);
    await run('officer', 'convertComplaint', 'ConvertComplaintInput', { complaintId: id, reason });
    interface Seen {
      complaint: { receiptNumber: string; convertedTo: { id: string; convertedFrom: object } | null };
    }
    const { complaint } = await eventually(
      () =>
        running().get<Seen>(
          'citizen',
          `query ($id: ID!) { complaint(id: $id) { receiptNumber status
            convertedTo { id title proposerName public convertedFrom { id receiptNumber } } } }`,
          { id },
        ),
      (seen) => seen.complaint.convertedTo !== null,
      PROMISE_MS,
    );
    expect(complaint).toMatchObject({
      status: 'CONVERTED',
      convertedTo: {
        ...{ title: text.title, proposerName: PETITIONER.name, public: false },
        convertedFrom: { id, receiptNumber: complaint.receiptNumber },
      },
    });
    const proposalId = complaint.convertedTo!.id;
    const others = () =>
      running().get<{ proposal: object | null }>(
        'otherCitizen',
        'query ($id: ID!) { proposal(id: $id) { title convertedFrom { id } } }',
        { id: proposalId },
      );
    expect(await others()).toEqual({ proposal: null });
    await run('citizen', 'publishProposal', 'PublishProposalInput', { proposalId });
    expect(await others()).toEqual({ proposal: { title: text.title, convertedFrom: null } });
  });

  it('files the complaint that a proposal really is: linked both ways, with dates, for its citizen alone', async () => {
    const text = { title: '골목 계단을 고쳐 주세요', body: '두 단이 부서져 있습니다.', departmentCode: 'ROADS' };
    const proposalId = await run('citizen', 'submitProposal', 'SubmitProposalInput', { ...text, proposer: PETITIONER });
    const conversion = { proposalId, serviceCode: 'ROAD_REPAIR', reason };
    await run('officer', 'convertProposal', 'ConvertProposalInput', conversion);
    const query = `query ($id: ID!) { proposal(id: $id) { status convertedTo {
      title status visibility petitioner { name } deadline { state } convertedFrom { id } timeline { detail } } } }`;
    interface Seen {
      proposal: { convertedTo: object | null };
    }
    const seen = await eventually(
      () => running().get<Seen>('citizen', query, { id: proposalId }),
      ({ proposal }) => proposal.convertedTo !== null,
      PROMISE_MS,
    );
    expect(seen.proposal).toEqual({
      status: 'CONVERTED',
      convertedTo: {
        ...{ title: text.title, status: 'RECEIVED', visibility: 'PRIVATE', petitioner: { name: PETITIONER.name } },
        ...{ deadline: { state: 'RUNNING' }, convertedFrom: { id: proposalId }, timeline: [{ detail: reason }] },
      },
    });
    const others = await running().get<Seen>('otherCitizen', query, { id: proposalId });
    expect(others.proposal).toEqual({ status: 'CONVERTED', convertedTo: null });
  });
}
