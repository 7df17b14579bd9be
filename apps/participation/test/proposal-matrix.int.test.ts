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
import { TRANSITIONS } from '../src/domain/proposals/transitions';
import type { CommandType } from '../src/domain/proposals/command';
import type { Status } from '../src/domain/proposals/status';
import { type City, bringTo, openCity, parks } from './fixtures/city';

const reason = '심사한 결과입니다.';
const jury = {
  ...{ heldOn: '2026-11-24', seatsInside: 5, seatsOutside: 6, presentInside: 3, presentOutside: 4, minutes: '의결함.' },
};
/** Each command as its mutation, with what makes it a good one. */
const MUTATIONS: Readonly<Partial<Record<CommandType, readonly [mutation: string, input: object]>>> = {
  examine: ['examineProposal', { departmentCodes: [] }],
  giveOpinion: ['giveProposalOpinion', { stance: 'IN_FAVOUR', text: reason }],
  seekExpert: ['seekProposalExpert', { weeks: 1, reason }],
  recordExpert: ['recordProposalExpert', { opinion: reason }],
  requestSupplement: ['requestProposalSupplement', { text: reason }],
  submitSupplement: ['submitProposalSupplement', { text: reason }],
  extendReview: ['extendProposalReview', { reason }],
  answer: ['answerProposal', { text: reason }],
  decide: ['decideProposal', { decision: 'ADOPTED', reason }],
  exclude: ['excludeProposal', { ground: 'IN_USE', reason }],
  withdraw: ['withdrawProposal', {}],
  award: ['awardProposal', { grade: 'GOLD', jury }],
  plan: ['planImplementation', { milestones: [{ title: '설치', dueOn: '2027-06-30' }] }],
  report: ['reportImplementation', { text: reason, percent: 10 }],
  reReview: ['requestProposalReReview', { basis: 'REJECTION', reason }],
};
const PEOPLE: Readonly<Record<string, Someone>> = {
  proposer: citizen,
  otherCitizen,
  officer,
  manager,
  consulted: parks,
  otherOfficer,
  auditor,
  admin,
  anonymous,
};
const OFFICE = ['officer', 'manager'];
const MAY: Readonly<Record<string, readonly string[]>> = {
  giveOpinion: ['consulted'],
  submitSupplement: ['proposer'],
  withdraw: ['proposer'],
  reReview: ['proposer'],
  award: ['manager'],
};
const STATUSES: readonly Status[] = [
  ...([
    'SUBMITTED',
    'UNDER_EXAMINATION',
    'SUPPLEMENT_REQUESTED',
    'EXPERT_REVIEW',
    'ADOPTED',
    'PARTLY_ADOPTED',
  ] as const),
  ...(['NOT_ADOPTED', 'IN_PROGRESS', 'IMPLEMENTED', 'EXCLUDED', 'MERGED', 'WITHDRAWN'] as const),
];
const WRONG_STATE = ['INVALID_STATE', 'ALREADY_DONE'];

describe('every status, command and role', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity(new Date('2026-11-24T02:00:00Z'));
    await city.dataSource.query(`UPDATE endorsement_threshold SET endorsements = 1`);
  });
  afterAll(() => city.close());

  /** A proposal of that status in which everything else is as it should be: asked, and over the threshold. */
  async function prepared(status: Status): Promise<string> {
    const id = await bringTo(city, status);
    await city.dataSource.query(
      `UPDATE proposal SET consulted = '{PARKS}', threshold_reached_at = now() WHERE id = $1`,
      [id],
    );
    await city.dataSource.query(
      `INSERT INTO proposal_opinion (id, proposal_id, department_code, asked_by, asked_at)
       VALUES (gen_random_uuid(), $1, 'PARKS', $2, now())`,
      [id, officer.id],
    );
    return id;
  }

  it.each(STATUSES)('from %s', async (status) => {
    const shared = await prepared(status);
    for (const [type, [mutation, input]] of Object.entries(MUTATIONS) as [CommandType, readonly [string, object]][]) {
      for (const [name, who] of Object.entries(PEOPLE)) {
        const may = (MAY[type] ?? OFFICE).includes(name);
        const leads = TRANSITIONS[type][status] !== undefined;
        const proposalId = may && leads ? await prepared(status) : shared;
        const [code] = await city.refused(who, mutation, { proposalId, ...input });
        const told = `${type} from ${status} by ${name}: ${code ?? 'done'}`;
        if (!may) expect([told, code]).toEqual([told, name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
        // A supplement that may still come keeps an examination waiting.
        else if (leads)
          expect([told, code]).toEqual([
            told,
            type === 'examine' && status === 'SUPPLEMENT_REQUESTED' ? 'TOO_EARLY' : undefined,
          ]);
        else expect([told, WRONG_STATE.includes(code!)]).toEqual([told, true]);
      }
    }
    expect((await city.see(officer, shared, 'status'))!['status']).toBe(status);
  });
});
