/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '../document';
/** The answer to a complaint. */
export type AnswerComplaintInput = {
  /** The answer, 1 to 20,000 characters. */
  answer: string;
  /** The complaint. */
  complaintId: string;
  /** The version that was read: with it, nobody’s change is overwritten. */
  version?: number | null | undefined;
};

/** What the virus scan of an attachment found (악성 코드 검사). */
export type AttachmentScanState =
  /** Nothing was found (이상 없음). */
  | 'CLEAN'
  /** Malware was found; the content was removed (악성 코드 발견). */
  | 'INFECTED'
  /** This installation has no scanner: nobody has looked (검사 안 함). */
  | 'NOT_SCANNED'
  /** It waits for the scanner, and is not given out until then (검사 대기). */
  | 'PENDING';

/** Somebody who files together with the petitioner (공동 민원인). Kept encrypted. */
export type CoPetitionerInput = {
  /** E-mail address. */
  email?: string | null | undefined;
  /** Name, 1 to 100 characters. */
  name: string;
  /** Phone number, such as 010-1234-5678. */
  phone?: string | null | undefined;
  /** Whether they speak for the others (대표자): at most three, the petitioner among them, each with a contact. */
  representative?: boolean;
};

/** Kinds of complaints (민원 처리에 관한 법률 제2조). */
export type ComplaintKind =
  /** A grievance about an unjust act (고충민원). */
  | 'GRIEVANCE'
  /** A question about law or procedure (질의민원). */
  | 'INQUIRY'
  /** Another request (기타민원). */
  | 'OTHER'
  /** Statutory: a permit, a certificate (법정민원). */
  | 'STATUTORY'
  /** A suggestion to improve (건의민원). */
  | 'SUGGESTION';

/** How complaints are ordered; ties break on id. */
export type ComplaintOrder =
  /** Due first first, so that the latest stand on top. */
  | 'NEAREST_DEADLINE'
  /** Received last first. */
  | 'NEWEST';

/** What a complaint comes from. */
export type ComplaintOriginInput = {
  /** Its id. */
  id: string;
  /** What it is. */
  kind: ComplaintOriginKind;
};

/** What of participation a complaint can come from. */
export type ComplaintOriginKind =
  /** An entry of a contest (공모전 응모작). */
  | 'CONTEST_ENTRY'
  /** A report of a monitor (시정 모니터 활동 보고). */
  | 'MONITORING_REPORT';

/** How far a complaint is. Lateness is a fact beside it: see overdue. */
export type ComplaintStatus =
  /** Answered (답변 완료). */
  | 'ANSWERED'
  /** An officer handles it (담당자 지정). */
  | 'ASSIGNED'
  /** Closed: the same was answered twice before (반복민원 종결). */
  | 'CLOSED_AS_REPEAT'
  /** Handled as a proposal from here on (제안 전환). */
  | 'CONVERTED'
  /** Received (접수). */
  | 'RECEIVED'
  /** Refused, with reason and remedies (거부). */
  | 'REJECTED'
  /** Returned because no supplement came (반려). */
  | 'RETURNED'
  /** Something is missing: the periods stand still until it is given (보완 요구). */
  | 'SUPPLEMENT_REQUESTED'
  /** An investigation, hearing or review: the periods stand still (조사·의견청취). */
  | 'SUSPENDED'
  /** Passed to a body outside the city (이송). */
  | 'TRANSFERRED'
  /** Taken back by the citizen (취하). */
  | 'WITHDRAWN';

/** Who may read a complaint besides those concerned. */
export type ComplaintVisibility =
  /** Nobody (비공개). */
  | 'PRIVATE'
  /** The citizen agrees that it is published, masked (공개). */
  | 'PUBLIC_MASKED';

/** An upload whose content was sent. */
export type CompleteAttachmentUploadInput = {
  /** The attachment. */
  attachmentId: string;
};

/** An upload whose content was sent. */
export type CompleteParticipationUploadInput = {
  /** The attachment. */
  attachmentId: string;
};

/** How a deadline stands. */
export type DeadlineState =
  /** What was due will not be done. */
  | 'CANCELLED'
  /** Closed. `missedAt` tells whether it was late. */
  | 'MET'
  /** Still open and late. */
  | 'MISSED'
  /** Open; the period does not count while it is paused. */
  | 'PAUSED'
  /** Open and in time. */
  | 'RUNNING';

/** What a user can cause and mend. */
export type ErrorCode =
  /** It was done before. */
  | 'ALREADY_DONE'
  /** The budget does not allow it. */
  | 'BUDGET_EXCEEDED'
  /** Somebody without an interest has to do this. */
  | 'CONFLICT_OF_INTEREST'
  /** The citizen has to consent first. */
  | 'CONSENT_REQUIRED'
  /** The thing is not in a state that allows this. */
  | 'INVALID_STATE'
  /** A value cannot be accepted: see message and path. */
  | 'INVALID_VALUE'
  /** No more are allowed. */
  | 'LIMIT_REACHED'
  /** The text contains a resident registration number (주민등록번호): remove it. */
  | 'RESIDENT_NUMBER_PRESENT'
  /** Another person has to do this (four eyes). */
  | 'SAME_PERSON'
  /** Somebody else took this slot. */
  | 'SLOT_TAKEN'
  /** The time has not come. */
  | 'TOO_EARLY'
  /** The time limit has passed. */
  | 'TOO_LATE';

/** A complaint to file online. */
export type FileComplaintInput = {
  /** Files that the caller uploaded: see requestAttachmentUpload. */
  attachmentIds?: Array<string> | null | undefined;
  /** What you ask for, 1 to 10,000 characters. Never a resident registration number. */
  body: string;
  /** Who files it together with the petitioner. */
  coPetitioners?: Array<CoPetitionerInput> | null | undefined;
  /** How many households it concerns. With 5 and 5 signers it is a collective complaint (다수인관련민원). */
  households?: number | null | undefined;
  /** The same key and input give the same answer again. */
  idempotencyKey?: string | null | undefined;
  /** Where the matter is. */
  location?: LocationInput | null | undefined;
  /** What it comes from: one’s own entry of a contest or monitor’s report; for officers, one that their department has. */
  origin?: ComplaintOriginInput | null | undefined;
  /** Who files. */
  petitioner: PetitionerInput;
  /** The service, one of serviceItems, by code. */
  serviceCode: string;
  /** What suggestRouting had told: whether suggestions are taken is measured. */
  suggestionId?: string | null | undefined;
  /** What it is about, 1 to 200 characters. */
  title: string;
  /** Who may read it besides those concerned. */
  visibility?: ComplaintVisibility;
};

/** The language in which somebody is written to. */
export type Language =
  /** English. */
  | 'EN'
  /** Korean (한국어). */
  | 'KO';

/** Where the matter is (민원 위치). Kept encrypted. */
export type LocationInput = {
  /** Address or description, 1 to 300 characters. */
  address: string;
  /** Latitude in degrees, WGS 84; only together with the longitude. */
  latitude?: number | null | undefined;
  /** Longitude in degrees, WGS 84. */
  longitude?: number | null | undefined;
};

/** From a day to a day, both included. */
export type PeriodInput = {
  /** The first day. */
  from: string;
  /** The last day, included. */
  to: string;
};

/** How a period is counted (민원 처리에 관한 법률 제19조). */
export type PeriodUnit =
  /** Calendar days (역일). */
  | 'CALENDAR_DAYS'
  /** Days (일): up to 5 in working hours of 8 a day, from 6 in working days with the first day included. */
  | 'DAYS'
  /** Working hours (시간). */
  | 'HOURS'
  /** At once (즉시): 3 working hours. */
  | 'IMMEDIATE'
  /** Months (월). */
  | 'MONTHS'
  /** Weeks (주). */
  | 'WEEKS'
  /** Years (년). */
  | 'YEARS';

/** Who files. The name and one contact are required; they are kept encrypted. */
export type PetitionerInput = {
  /** E-mail address. */
  email?: string | null | undefined;
  /** Name, 1 to 100 characters. */
  name: string;
  /** Phone number, such as 010-1234-5678. */
  phone?: string | null | undefined;
};

/** A file to be uploaded, as the client announces it. */
export type RequestAttachmentUploadInput = {
  /** Its exact size in bytes. */
  bytes: number;
  /** What it shows, up to 500 characters. */
  description?: string | null | undefined;
  /** The same key and input give the same attachment again. */
  idempotencyKey?: string | null | undefined;
  /** Its name, 1 to 200 characters, without folders. Never a resident registration number. */
  name: string;
  /** SHA-256 of its content, 64 hexadecimal digits: what arrives otherwise is refused. */
  sha256: string;
};

/** A file to be uploaded for something of participation, as the client announces it. */
export type RequestParticipationUploadInput = {
  /** Its exact size in bytes. */
  bytes: number;
  /** What it shows, up to 500 characters. */
  description?: string | null | undefined;
  /** The same key and input give the same attachment again. */
  idempotencyKey?: string | null | undefined;
  /** Its name, 1 to 200 characters, without folders. Never a resident registration number. */
  name: string;
  /** SHA-256 of its content, 64 hexadecimal digits: what arrives otherwise is refused. */
  sha256: string;
};

/** Which services. */
export type ServiceItemFilterInput = {
  /** Only those of this department, by code. */
  departmentCode?: string | null | undefined;
  /** The day; without it, today. */
  inForceOn?: string | null | undefined;
  /** Only those of this kind. */
  kind?: ComplaintKind | null | undefined;
  /** Only those with all these words in code, name or guidance, in either language; 100 characters at most. */
  search?: string | null | undefined;
};

export type FileComplaintMutationVariables = Exact<{
  input: FileComplaintInput;
}>;


export type FileComplaintMutation = { fileComplaint: { greeting: string | null, guidance: string | null, expectedAt: string | null, complaint: { id: string, receiptNumber: string, status: ComplaintStatus, deadline: { dueAt: string | null, charterDueAt: string | null } } | null, errors: Array<{ code: ErrorCode, message: string, path: Array<string> | null }> } };

export type MyComplaintsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  orderBy?: ComplaintOrder | null | undefined;
}>;


export type MyComplaintsQuery = { complaints: { edges: Array<{ node: { id: string, receiptNumber: string, title: string, status: ComplaintStatus, overdue: boolean, receivedAt: string, deadline: { dueAt: string | null, charterDueAt: string | null } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type ComplaintQueryVariables = Exact<{
  id: string;
}>;


export type ComplaintQuery = { complaint: { id: string, receiptNumber: string, title: string, body: string, status: ComplaintStatus, overdue: boolean, version: number, answer: string | null, receivedAt: string, deadline: { state: DeadlineState, dueAt: string | null, charterDueAt: string | null, announcedDueAt: string | null }, department: { code: string, name: string } | null, timeline: Array<{ at: string, status: ComplaintStatus, text: string, detail: string | null, dueAt: string | null }>, attachments: Array<{ id: string, name: string, type: string | null, bytes: number, scanState: AttachmentScanState }>, notices: Array<{ id: string, title: string, createdAt: string }> | null } | null };

export type ComplaintByReceiptQueryVariables = Exact<{
  receiptNumber: string;
  phoneLast4: string;
}>;


export type ComplaintByReceiptQuery = { complaintByReceipt: { receiptNumber: string, status: ComplaintStatus, receivedAt: string, dueAt: string | null, timeline: Array<{ at: string, status: ComplaintStatus, text: string }> } | null };

export type OfficerInboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OfficerInboxQuery = { officerInbox: { edges: Array<{ node: { id: string, receiptNumber: string, title: string, status: ComplaintStatus, overdue: boolean, version: number, deadline: { dueAt: string | null, remainingWorkingHours: number | null } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type AnswerComplaintMutationVariables = Exact<{
  input: AnswerComplaintInput;
}>;


export type AnswerComplaintMutation = { answerComplaint: { complaint: { id: string, status: ComplaintStatus, version: number } | null, errors: Array<{ code: ErrorCode, message: string, path: Array<string> | null }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, name: string | null, language: Language | null } | null };

export type MyNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyNoticesQuery = { myNotices: { edges: Array<{ node: { id: string, kind: string, title: string, body: string | null, createdAt: string, readAt: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type ServicesQueryVariables = Exact<{
  filter?: ServiceItemFilterInput | null | undefined;
}>;


export type ServicesQuery = { serviceItems: Array<{ code: string, name: string, guidance: string, fee: number, validFrom: string, statutoryPeriod: { unit: PeriodUnit, length: number | null }, charterPeriod: { unit: PeriodUnit, length: number | null }, department: { code: string, name: string } | null }> | null };

export type DepartmentPageQueryVariables = Exact<{
  code: string;
  period: PeriodInput;
}>;


export type DepartmentPageQuery = { department: { code: string, name: string, nameKo: string, nameEn: string, phone: string | null, dutiesKo: string | null, dutiesEn: string | null, complaintPerformance: { received: number, answered: number, onTimeRate: number | null, medianHours: number | null } | null, satisfaction: { score: number | null, n: number, suppressed: boolean } | null } | null };

export type PublicComplaintsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicComplaintsQuery = { publicComplaints: { edges: Array<{ node: { id: string, title: string, body: string, answer: string, answeredAt: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type RequestAttachmentUploadMutationVariables = Exact<{
  input: RequestAttachmentUploadInput;
}>;


export type RequestAttachmentUploadMutation = { requestAttachmentUpload: { attachmentId: string | null, uploadUrl: string | null, expiresAt: string | null, maxBytes: number, maxCount: number, headers: Array<{ name: string, value: string }> | null, errors: Array<{ code: ErrorCode, message: string, path: Array<string> | null }> } };

export type CompleteAttachmentUploadMutationVariables = Exact<{
  input: CompleteAttachmentUploadInput;
}>;


export type CompleteAttachmentUploadMutation = { completeAttachmentUpload: { attachment: { id: string, name: string, type: string | null, bytes: number, scanState: AttachmentScanState } | null, errors: Array<{ code: ErrorCode, message: string, path: Array<string> | null }> } };

export type RequestParticipationUploadMutationVariables = Exact<{
  input: RequestParticipationUploadInput;
}>;


export type RequestParticipationUploadMutation = { requestParticipationUpload: { attachmentId: string | null, uploadUrl: string | null, expiresAt: string | null, maxBytes: number, maxCount: number, headers: Array<{ name: string, value: string }> | null, errors: Array<{ code: ErrorCode, message: string, path: Array<string> | null }> } };

export type CompleteParticipationUploadMutationVariables = Exact<{
  input: CompleteParticipationUploadInput;
}>;


export type CompleteParticipationUploadMutation = { completeParticipationUpload: { attachment: { id: string, name: string, type: string | null, bytes: number, scanState: AttachmentScanState } | null, errors: Array<{ code: ErrorCode, message: string, path: Array<string> | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const FileComplaintDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FileComplaint($input: FileComplaintInput!) {
  fileComplaint(input: $input) {
    complaint {
      id
      receiptNumber
      status
      deadline {
        dueAt
        charterDueAt
      }
    }
    greeting
    guidance
    expectedAt
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"sha256:1f61f7a1b45482eb19a6b833a7ed982bf617f7dded4caf462dadc99953ffd658"}) as unknown as TypedDocumentString<FileComplaintMutation, FileComplaintMutationVariables>;
export const MyComplaintsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyComplaints($first: Int!, $after: String, $orderBy: ComplaintOrder = NEWEST) {
  complaints(first: $first, after: $after, orderBy: $orderBy) {
    edges {
      node {
        id
        receiptNumber
        title
        status
        overdue
        receivedAt
        deadline {
          dueAt
          charterDueAt
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:8a796863b9d3178d17e60dc276aa69bf23bce58deeb034427666ef9b2225007b"}) as unknown as TypedDocumentString<MyComplaintsQuery, MyComplaintsQueryVariables>;
export const ComplaintDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Complaint($id: ID!) {
  complaint(id: $id) {
    id
    receiptNumber
    title
    body
    status
    overdue
    version
    answer
    receivedAt
    deadline {
      state
      dueAt
      charterDueAt
      announcedDueAt
    }
    department {
      code
      name
    }
    timeline {
      at
      status
      text
      detail
      dueAt
    }
    attachments {
      id
      name
      type
      bytes
      scanState
    }
    notices {
      id
      title
      createdAt
    }
  }
}
    `, {"hash":"sha256:2428aa2d1ff274065e02de52e1fd0705118df1cd897e9cb8edfc46ab9c7ba5ab"}) as unknown as TypedDocumentString<ComplaintQuery, ComplaintQueryVariables>;
export const ComplaintByReceiptDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ComplaintByReceipt($receiptNumber: ReceiptNumber!, $phoneLast4: String!) {
  complaintByReceipt(receiptNumber: $receiptNumber, phoneLast4: $phoneLast4) {
    receiptNumber
    status
    receivedAt
    dueAt
    timeline {
      at
      status
      text
    }
  }
}
    `, {"hash":"sha256:b7c7d58f370f31f0baa4112102d6efb6140537ba18b31765ceaf580d6c21965a"}) as unknown as TypedDocumentString<ComplaintByReceiptQuery, ComplaintByReceiptQueryVariables>;
export const OfficerInboxDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OfficerInbox($first: Int!, $after: String) {
  officerInbox(first: $first, after: $after) {
    edges {
      node {
        id
        receiptNumber
        title
        status
        overdue
        version
        deadline {
          dueAt
          remainingWorkingHours
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:02af82046ab059c7cd10ac8cc121d7f6c942e0e5cd4b33b399bff982356c5370"}) as unknown as TypedDocumentString<OfficerInboxQuery, OfficerInboxQueryVariables>;
export const AnswerComplaintDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerComplaint($input: AnswerComplaintInput!) {
  answerComplaint(input: $input) {
    complaint {
      id
      status
      version
    }
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"sha256:82abeca6482e4d096c7d6ed59e013b6a843f030f054d21ed570e7de221d5d6f2"}) as unknown as TypedDocumentString<AnswerComplaintMutation, AnswerComplaintMutationVariables>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Me {
  me {
    id
    name
    language
  }
}
    `, {"hash":"sha256:5126ef12acb183bd10d5eb5a91b08a552aadf0c38198a7eb09a1185bd64671ae"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const MyNoticesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyNotices($first: Int!, $after: String) {
  myNotices(first: $first, after: $after) {
    edges {
      node {
        id
        kind
        title
        body
        createdAt
        readAt
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:ad5bdc57bce9bc18b0427e965d0a31b1cbadc8a7a59d94e79d71a66ad2fe0f64"}) as unknown as TypedDocumentString<MyNoticesQuery, MyNoticesQueryVariables>;
export const ServicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Services($filter: ServiceItemFilterInput) {
  serviceItems(filter: $filter) {
    code
    name
    guidance
    fee
    validFrom
    statutoryPeriod {
      unit
      length
    }
    charterPeriod {
      unit
      length
    }
    department {
      code
      name
    }
  }
}
    `, {"hash":"sha256:0e9226cf39252f1f55b289965f2ebe76891c05e392880e202a68d10a2a9dc6ef"}) as unknown as TypedDocumentString<ServicesQuery, ServicesQueryVariables>;
export const DepartmentPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DepartmentPage($code: String!, $period: PeriodInput!) {
  department(code: $code) {
    code
    name
    nameKo
    nameEn
    phone
    dutiesKo
    dutiesEn
    complaintPerformance(period: $period) {
      received
      answered
      onTimeRate
      medianHours
    }
    satisfaction(period: $period) {
      score
      n
      suppressed
    }
  }
}
    `, {"hash":"sha256:ee973e87d4711dd96280447fab1d26d1f915d0c74f712f3ad1852c3b9debe6a5"}) as unknown as TypedDocumentString<DepartmentPageQuery, DepartmentPageQueryVariables>;
export const PublicComplaintsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublicComplaints($first: Int!, $after: String) {
  publicComplaints(first: $first, after: $after) {
    edges {
      node {
        id
        title
        body
        answer
        answeredAt
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:e144f1710ecebe385d2ed547d132131d6fc3a6f2dde4fdc038224edb24949a67"}) as unknown as TypedDocumentString<PublicComplaintsQuery, PublicComplaintsQueryVariables>;
export const RequestAttachmentUploadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestAttachmentUpload($input: RequestAttachmentUploadInput!) {
  requestAttachmentUpload(input: $input) {
    attachmentId
    uploadUrl
    headers {
      name
      value
    }
    expiresAt
    maxBytes
    maxCount
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"sha256:0292c434a4bc9872b1a74c29cfe9d27c455ea54fbba4e49624f7dd458319c194"}) as unknown as TypedDocumentString<RequestAttachmentUploadMutation, RequestAttachmentUploadMutationVariables>;
export const CompleteAttachmentUploadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CompleteAttachmentUpload($input: CompleteAttachmentUploadInput!) {
  completeAttachmentUpload(input: $input) {
    attachment {
      id
      name
      type
      bytes
      scanState
    }
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"sha256:457802e53514bde115455e7ed46e450b41ab34f2d14e0404b70f91c4b620dd7f"}) as unknown as TypedDocumentString<CompleteAttachmentUploadMutation, CompleteAttachmentUploadMutationVariables>;
export const RequestParticipationUploadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestParticipationUpload($input: RequestParticipationUploadInput!) {
  requestParticipationUpload(input: $input) {
    attachmentId
    uploadUrl
    headers {
      name
      value
    }
    expiresAt
    maxBytes
    maxCount
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"sha256:2c2750f859b6c9a1cda5ecc25af76c5962b1ca7960112281258ad0a6a99047dc"}) as unknown as TypedDocumentString<RequestParticipationUploadMutation, RequestParticipationUploadMutationVariables>;
export const CompleteParticipationUploadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CompleteParticipationUpload($input: CompleteParticipationUploadInput!) {
  completeParticipationUpload(input: $input) {
    attachment {
      id
      name
      type
      bytes
      scanState
    }
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"sha256:b326567218c7c4ac7ec50895c54c1d0e17d55dcfaa349b8f84de9da576df914e"}) as unknown as TypedDocumentString<CompleteParticipationUploadMutation, CompleteParticipationUploadMutationVariables>;
