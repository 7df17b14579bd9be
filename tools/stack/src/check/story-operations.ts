/** The operations of the story, as a client would write them, and the answers that they ask for. */
export interface Complaint {
  readonly id: string;
  readonly receiptNumber: string;
}
interface Refusals {
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}
interface List<T> {
  readonly edges: readonly { readonly node: T }[];
}

const ERRORS = 'errors { code message path }';

export const TITLE = '학교 앞 도로에 깊은 구멍이 생겼습니다';
export const BODY = '초등학교 정문 앞 도로가 깊게 파여 아이들이 걸려 넘어집니다. 빠른 보수를 부탁드립니다.';
export const REGISTER = `mutation Register($input: RegisterComplaintInput!) {
  registerComplaint(input: $input) { complaint { id receiptNumber } ${ERRORS} }
}`;
export interface Registered {
  readonly registerComplaint: Refusals & { readonly complaint: Complaint };
}

export const MY_NOTICES = '{ myNotices(first: 50) { edges { node { kind complaint { id } } } } }';
export interface Notice {
  readonly kind: string;
  readonly complaint: { readonly id: string } | null;
}
export interface MyNotices {
  readonly myNotices: List<Notice>;
}

export const MY_CLAIMS = '{ compensationClaims(first: 50) { edges { node { amount status complaint { id } } } } }';
export interface Claim {
  readonly amount: number;
  readonly complaint: { readonly id: string } | null;
}
export interface MyClaims {
  readonly compensationClaims: List<Claim>;
}

export const OFFICER_INBOX = '{ officerInbox(first: 20) { edges { node { id deadline { dueAt } } } } }';
export interface OfficerInbox {
  readonly officerInbox: List<{ readonly id: string; readonly deadline: { readonly dueAt: string } }>;
}

export const ANSWER_TEXT = '현장을 확인하고 도로를 보수하였습니다. 처리가 늦어 죄송합니다.';
export const ANSWER = `mutation Answer($input: AnswerComplaintInput!) {
  answerComplaint(input: $input) { complaint { id } ${ERRORS} }
}`;
export interface Answered {
  readonly answerComplaint: Refusals;
}

export const WHOLE = `query Whole($id: ID!) {
  complaint(id: $id) {
    receiptNumber
    status
    deadline { state dueAt missedAt }
    notices { kind channel state }
    compensationClaims { amount status }
    survey { id state survey { questions { code kind } } }
  }
}`;
export interface WholeComplaint {
  readonly deadline: { readonly state: string; readonly dueAt: string; readonly missedAt: string | null } | null;
  readonly notices: readonly { readonly kind: string }[] | null;
  readonly compensationClaims: readonly { readonly amount: number }[] | null;
  readonly survey: {
    readonly id: string;
    readonly state: string;
    readonly survey: { readonly questions: readonly { readonly code: string; readonly kind: string }[] };
  } | null;
}

export const SUBMIT = `mutation Submit($input: SubmitResponseInput!) {
  submitResponse(input: $input) { invitation { state } ${ERRORS} }
}`;
export interface Submitted {
  readonly submitResponse: Refusals;
}

export const PROPOSAL_TITLE = '통학로에 속도 표시판을 설치해 주십시오';
export const PROPOSAL_BODY = '차량의 속도를 보여 주는 표시판을 설치하면 운전자가 스스로 속도를 줄입니다.';
export const PROPOSE = `mutation Propose($input: SubmitProposalInput!) {
  submitProposal(input: $input) { proposal { id } ${ERRORS} }
}`;
export interface Submission {
  readonly submitProposal: Refusals & { readonly proposal: { readonly id: string } };
}

export const ENDORSE = `mutation Endorse($input: EndorseProposalInput!) {
  endorseProposal(input: $input) { proposal { endorsementCount } ${ERRORS} }
}`;
export interface Endorsement {
  readonly endorseProposal: Refusals & { readonly proposal: { readonly endorsementCount: number } };
}
