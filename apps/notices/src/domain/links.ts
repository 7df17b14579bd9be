import type { SubjectType } from './notice-plan';

/** What a letter’s link opens, ready to run: the reader’s own view of the subject. */
export const LINKED_QUERIES: Readonly<Record<SubjectType, string>> = {
  COMPLAINT:
    'query Complaint($id: ID!) {\n  complaint(id: $id) {\n    receiptNumber\n    status\n    deadline { dueAt }\n    notices { title createdAt }\n  }\n}',
  OBJECTION:
    'query Complaint($id: ID!) {\n  complaint(id: $id) {\n    receiptNumber\n    status\n    notices { title body createdAt }\n  }\n}',
  CONSULTATION:
    '{\n  consultations(first: 10) {\n    edges { node { status startsAt endsAt method place topic calendarFile } }\n  }\n}',
  CLAIM:
    '{\n  compensationClaims(first: 10) {\n    edges { node { status amount openedAt letters { id number sentAt text { subject { value } } } } }\n  }\n}',
  SURVEY_INVITATION:
    'query Invitation($token: String!) {\n  surveyInvitation(token: $token) {\n    state\n    survey { questions { code kind } }\n  }\n}',
  SURVEY_CAMPAIGN:
    '{\n  satisfactionCampaigns(first: 5) {\n    edges { node { departmentCode closesAt steps { code doneAt trouble } } }\n  }\n}',
  PROPOSAL:
    'query Proposal($id: ID!) {\n  proposal(id: $id) {\n    title\n    status\n    endorsementCount\n    deadline { dueAt }\n    timeline { at step text }\n  }\n}',
  CONTEST:
    'query Contest($id: ID!) {\n  contest(id: $id) {\n    title\n    status\n    closing { dueAt }\n    scoreSheet { number rank score }\n    timeline { at step text }\n  }\n}',
  RECRUITMENT:
    'query Recruitment($id: ID!) {\n  monitorRecruitment(id: $id) {\n    title\n    status\n    applying { dueAt }\n    districts { name quota appointed }\n    timeline { at step text }\n  }\n}',
  MISSION:
    'query Mission($id: ID!) {\n  monitoringMission(id: $id) {\n    title\n    status\n    startsAt\n    endsAt\n    place { name address }\n  }\n}',
  MONITORING_REPORT:
    'query Report($id: ID!) {\n  monitoringReport(id: $id) {\n    status\n    submittedAt\n    answerText\n    timeline { at step text }\n  }\n}',
  IMPROVEMENT:
    'query Improvement($id: ID!) {\n  improvementAction(id: $id) {\n    title\n    status\n    percent\n    deadline { dueAt }\n    progress { at percent text }\n    result\n  }\n}',
  SUCCESSION:
    '{\n  officerInbox(first: 20) {\n    edges { node { receiptNumber title status deadline { dueAt } } }\n  }\n}',
  COMMENT:
    '{\n  me { proposals(first: 10) { edges { node { title comments(first: 20) { edges { node { body writtenAt } } } } } } }\n}',
};

/** What the link of a digest opens: the reader’s inbox. */
const INBOX_QUERY = '{\n  myNotices(first: 20) {\n    edges { node { title body createdAt readAt } }\n  }\n}';

/**
 * The address that opens a query in the playground. What stands after # never leaves the reader’s browser, so a token in it is
 * in no server’s log.
 * @param publicUrl where the gateway is reached
 */
export function linkTo(
  publicUrl: string,
  opens: SubjectType | 'INBOX',
  variables: Readonly<Record<string, string>>,
): string {
  const shared = JSON.stringify({
    query: opens === 'INBOX' ? INBOX_QUERY : LINKED_QUERIES[opens],
    variables: JSON.stringify(variables),
  });
  return `${publicUrl.replace(/\/$/, '')}/playground#q=${Buffer.from(shared).toString('base64url')}`;
}
