import { createHash, randomUUID } from 'node:crypto';
import { WorkingCalendar, localDate } from '@charter/calendar';
import type { RunningStack } from '../running-stack';
import type { Clerk } from './clerk';

interface Somebody {
  readonly id: string;
  readonly token: string;
}

/** What the story was about, by kind; and who it was that it happened to. */
export interface Told {
  readonly subjects: Readonly<Record<string, string>>;
  readonly citizen: Somebody;
  readonly officer: Somebody;
}

/** The mutations with something personal in them that the story carries out. */
export const STORY: readonly string[] =
  'updateProfile giveAccount requestAttachmentUpload requestParticipationUpload fileComplaint addInternalNote requestSupplement extendSupplement submitSupplement extendComplaint suspendComplaint resumeComplaint reportInterim rejectComplaint appealComplaint extendObjection decideAppeal answerComplaint giveOpinion confirmFault registerComplaint transferComplaint bookConsultation cancelConsultation fileClaim reviewClaim refuseClaim objectToRefusal submitProposal appealProposalHiding submitEntry changeEntry applyAsMonitor'.split(
    ' ',
  );

/**
 * Somebody lives through what a city knows of its citizens: a complaint with all that the law allows, a proposal, a contest, a
 * monitor's application, money. Every text is marked, every step has to be accepted.
 */
export async function livesMarked(stack: Pick<RunningStack, 'askWith'>, clerk: Clerk): Promise<Told> {
  const subjects: Record<string, string> = {};
  const citizen = await clerk.newcomer();
  const [officer, manager] = [await clerk.newcomer('OFFICER', 'ROADS'), await clerk.newcomer('MANAGER', 'ROADS')];
  const today = localDate(new Date());
  const later = new WorkingCalendar().addWorkingDays(today, 15);

  const does = async (who: { token: string }, mutation: string, made: string, given: object = {}): Promise<string> =>
    clerk.does(who.token, mutation, made, given);

  await does(citizen, 'updateProfile', 'me');
  await does(citizen, 'giveAccount', 'account', { bankCode: '032' });

  // A statutory complaint, with everything that may stand in it.
  const file = { bytes: 100, sha256: createHash('sha256').update(randomUUID()).digest('hex') };
  const named = (type: string) => ({ ...file, name: `${clerk.marks.make('WORDS', `${type}.name`)}.png` });
  const upload = await does(citizen, 'requestAttachmentUpload', 'attachmentId', named('RequestAttachmentUploadInput'));
  subjects['ParticipationUpload'] = await does(
    citizen,
    'requestParticipationUpload',
    'attachmentId',
    named('RequestParticipationUploadInput'),
  );
  subjects['Attachment'] = upload;
  const filing = { serviceCode: 'ROAD_OCCUPANCY', households: 2 };
  const complaintId = await does(citizen, 'fileComplaint', 'complaint', filing);
  const complaint = { complaintId };
  subjects['Complaint'] = complaintId;
  await does(officer, 'assignComplaint', 'complaint', complaint);
  await does(officer, 'addInternalNote', 'note', complaint);
  await does(officer, 'requestSupplement', 'complaint', complaint);
  await does(citizen, 'extendSupplement', 'complaint', { ...complaint, days: 3 });
  await does(citizen, 'submitSupplement', 'complaint', complaint);
  await does(officer, 'extendComplaint', 'complaint', { ...complaint, length: 4 });
  await does(officer, 'suspendComplaint', 'complaint', { ...complaint, days: 5, suspension: 'EXPERT_REVIEW' });
  await does(officer, 'resumeComplaint', 'complaint', complaint);
  await does(officer, 'reportInterim', 'complaint', complaint);
  await does(officer, 'rejectComplaint', 'complaint', complaint);
  subjects['Objection'] = await does(citizen, 'appealComplaint', 'objection', complaint);
  await does(manager, 'extendObjection', 'objection', { objectionId: subjects['Objection'], length: 2 });
  await does(manager, 'decideAppeal', 'objection', { objectionId: subjects['Objection'], upheld: true });
  await does(officer, 'answerComplaint', 'complaint', complaint);
  await does(citizen, 'giveOpinion', 'complaint', complaint);
  await does(manager, 'confirmFault', 'fault', { ...complaint, fault: 'UNKINDNESS', occurredOn: today });

  // At the counter; and passed on.
  const visit = {
    serviceCode: 'ROAD_OCCUPANCY',
    channel: 'VISIT',
    receivedAt: new Date(Date.now() - 60_000).toISOString(),
  };
  const registered = await does(officer, 'registerComplaint', 'complaint', { ...visit, households: 2 });
  await does(officer, 'transferComplaint', 'complaint', {
    complaintId: registered,
    departmentCode: 'PARKS',
    body: null,
  });

  // A visit to the office, called off.
  const startsAt = `${later}T10:00:00+09:00`;
  const slot = { method: 'PHONE', minutes: 30, startsAt, officerId: officer.id, place: '도로안전과' };
  const slots = await stack.askWith<{ result: { slots: { id: string }[]; errors: object[] } }>(
    officer.token,
    'mutation ($input: OpenConsultationSlotsInput!) { result: openConsultationSlots(input: $input) { slots { id } errors { code } } }',
    { input: slot },
  );
  const slotId = slots.data?.result.slots[0]?.id;
  subjects['ConsultationSlot'] = slotId ?? '';
  subjects['Consultation'] = await does(citizen, 'bookConsultation', 'consultation', { slotId, complaintId });
  await does(citizen, 'cancelConsultation', 'consultation', { consultationId: subjects['Consultation'] });

  // Money for a wrong notice, refused, and objected to.
  const breach = { ...complaint, breach: 'WRONG_NOTICE', occurredOn: today };
  const claimId = await does(citizen, 'fileClaim', 'claim', breach);
  subjects['CompensationClaim'] = claimId;
  await does(officer, 'reviewClaim', 'claim', { claimId });
  await does(manager, 'refuseClaim', 'claim', { claimId });
  await does(citizen, 'objectToRefusal', 'claim', { claimId });

  // What a citizen gives to the city.
  subjects['Proposal'] = await does(citizen, 'submitProposal', 'proposal', {
    ...{ departmentCode: 'ROADS', share: 50, jointAuthors: [joint(clerk, 50)] },
  });
  const proposal = { proposalId: subjects['Proposal'] };
  subjects['ProposalComment'] = await does(citizen, 'commentOnProposal', 'comment', proposal);
  await does(officer, 'hideProposal', 'proposal', proposal);
  await does(citizen, 'appealProposalHiding', 'proposal', proposal);
  await does(manager, 'decideProposalAppeal', 'proposal', { ...proposal, restore: true });
  const contestId = await does(officer, 'announceContest', 'contest', {
    ...{
      categories: ['글'],
      prizes: [{ name: '대상', amount: 10_000, winners: 1 }],
      budget: 10_000,
      departmentCode: 'ROADS',
    },
    ...{ criteria: [{ name: '창의성', weight: 100 }], closesOn: later, judgingDays: 5 },
  });
  subjects['Contest'] = contestId;
  const mate = { citizenId: randomUUID(), name: clerk.marks.make('NAME', 'TeamMemberInput.name') };
  const entry = { category: '글', team: [mate] };
  const entryId = await does(citizen, 'submitEntry', 'entry', { contestId, ...entry });
  subjects['ContestEntry'] = entryId;
  await does(citizen, 'changeEntry', 'entry', { entryId, ...entry });
  const recruitmentId = await does(officer, 'recruitMonitors', 'recruitment', {
    ...{ departmentCode: 'ROADS', appliesUntil: later, allowancePerReport: 10_000 },
    ...{ termFrom: after(later, 20), termTo: after(later, 60), districts: [{ name: '연제구', quota: 2 }] },
  });
  subjects['MonitorRecruitment'] = recruitmentId;
  subjects['MonitorApplication'] = await does(citizen, 'applyAsMonitor', 'application', {
    recruitmentId,
    district: '연제구',
  });

  // What the office keeps for itself.
  const answered = { ...complaint, question: '도로점용은 어떻게 신청합니까?' };
  subjects['KnowledgeArticle'] = await does(officer, 'draftKnowledgeArticle', 'article', answered);
  subjects['SavedComplaintFilter'] = await does(officer, 'saveComplaintFilter', 'savedFilter', {
    name: '내 민원',
    filter: {},
  });
  subjects['ImprovementAction'] = await does(officer, 'openImprovementAction', 'improvementAction', {
    ...{ departmentCode: 'ROADS', dueOn: later, kind: 'PROCEDURE' },
    ...{ title: '보행로 폭을 지킵니다', description: '민원이 잦습니다.' },
  });
  return { subjects: { ...subjects, Citizen: citizen.id }, citizen, officer };
}

const after = (day: string, days: number): string => new WorkingCalendar().addWorkingDays(day, days);

const joint = (clerk: Clerk, share: number) => ({ name: clerk.marks.make('NAME', 'JointAuthorInput.name'), share });
