import { type Holding, LABELS } from '@charter/personal-data';

const sealed = (table: string, row: string, ...columns: string[]): Holding['sealed'] =>
  Object.fromEntries(columns.map((column) => [column, { table, column, row }]));

const { name, phone, email, language, receiptNumber, status, departmentCode, title, body, reason, step, at } = LABELS;
const { fileName, mediaType, bytes, sha256 } = LABELS;

const COMPLAINTS: Holding = {
  kind: 'complaint',
  title: { ko: '민원', en: 'Complaints' },
  records: `
    SELECT c.id::text AS key, c.receipt_number AS "receiptNumber", c.kind, c.service_code AS "serviceCode",
      c.department_code AS "departmentCode", c.channel, c.visibility, c.title, c.body, c.status, c.received_at AS "receivedAt",
      c.answer, c.answered_at AS "answeredAt", c.closed_at AS "closedAt", c.transferred_to AS "transferredTo",
      p.name, p.phone, p.email, p.language, l.place
    FROM complaint c JOIN petitioner p ON p.complaint_id = c.id LEFT JOIN complaint_place l ON l.complaint_id = c.id
    WHERE c.citizen_id = $1`,
  labels: {
    ...{ receiptNumber, title, body, status, name, phone, email, language },
    place: { ko: '민원 위치', en: 'Place' },
    kind: { ko: '민원 종류', en: 'Kind' },
    serviceCode: { ko: '민원사무', en: 'Service' },
    departmentCode,
    channel: { ko: '접수 경로', en: 'Filed by' },
    visibility: { ko: '공개 여부', en: 'Visibility' },
    receivedAt: { ko: '접수 일시', en: 'Received at' },
    answer: { ko: '답변', en: 'Answer' },
    answeredAt: { ko: '답변 일시', en: 'Answered at' },
    closedAt: { ko: '종결 일시', en: 'Closed at' },
    transferredTo: { ko: '이송 기관', en: 'Transferred to' },
  },
  sealed: {
    ...sealed('petitioner', 'key', 'name', 'phone', 'email'),
    place: { table: 'complaint_place', column: 'place', row: 'key', json: true },
  },
};

const STEPS: Holding = {
  kind: 'complaint-step',
  title: { ko: '민원 처리 과정', en: 'Steps of complaints' },
  records: `
    SELECT lpad(h.id::text, 19, '0') AS key, c.receipt_number AS "receiptNumber", h.step, h.from_status AS "fromStatus",
      h.to_status AS "toStatus", h.reason, h.changed_at AS at
    FROM complaint_history h JOIN complaint c ON c.id = h.complaint_id WHERE c.citizen_id = $1`,
  labels: {
    ...{ receiptNumber, step, at },
    fromStatus: { ko: '이전 상태', en: 'From' },
    toStatus: { ko: '이후 상태', en: 'To' },
    reason,
  },
};

const OPINIONS: Holding = {
  kind: 'complaint-opinion',
  title: { ko: '결과 의견', en: 'Opinions on results' },
  records: `
    SELECT c.id::text AS key, c.receipt_number AS "receiptNumber", o.satisfied, o.text, o.given_at AS at
    FROM complaint_opinion o JOIN complaint c ON c.id = o.complaint_id WHERE c.citizen_id = $1`,
  labels: { receiptNumber, satisfied: { ko: '만족 여부', en: 'Satisfied' }, text: body, at },
};

const ATTACHMENTS: Holding = {
  kind: 'complaint-attachment',
  title: { ko: '민원 첨부파일', en: 'Attachments of complaints' },
  records: `
    SELECT a.id::text AS key, c.receipt_number AS "receiptNumber", a.name AS "fileName", a.description,
      a.media_type AS "mediaType", a.bytes, a.sha256, a.attached_at AS at
    FROM attachment a LEFT JOIN complaint c ON c.id = a.subject_id
    WHERE c.citizen_id = $1 OR (a.subject_id IS NULL AND a.uploaded_by = $1)`,
  labels: { receiptNumber, fileName, description: { ko: '설명', en: 'Description' }, mediaType, bytes, sha256, at },
};

const OBJECTIONS: Holding = {
  kind: 'objection',
  title: { ko: '이의신청', en: 'Objections' },
  records: `
    SELECT o.id::text AS key, c.receipt_number AS "receiptNumber", o.basis, o.status, o.reason, o.filed_at AS at,
      o.extension_reason AS "extensionReason", o.decision_reason AS "decisionReason", o.decided_at AS "decidedAt"
    FROM objection o JOIN complaint c ON c.id = o.complaint_id WHERE o.citizen_id = $1`,
  labels: {
    ...{ receiptNumber, basis: { ko: '근거', en: 'Basis' }, status, reason, at },
    extensionReason: { ko: '연장 사유', en: 'Reason of the extension' },
    decisionReason: { ko: '결정 이유', en: 'Reason of the decision' },
    decidedAt: { ko: '결정 일시', en: 'Decided at' },
  },
};

const CONSULTATIONS: Holding = {
  kind: 'consultation',
  title: { ko: '상담 예약', en: 'Consultations' },
  records: `
    SELECT c.id::text AS key, c.department_code AS "departmentCode", c.topic, c.status, c.starts_at AS "startsAt",
      c.ends_at AS "endsAt", s.method, s.place, c.reason, c.asked_at AS at, c.name, c.phone, c.email, c.language
    FROM consultation c JOIN consultation_slot s ON s.id = c.slot_id WHERE c.citizen_id = $1`,
  labels: {
    ...{ topic: { ko: '상담 내용', en: 'Topic' }, status, name, phone, email, language, departmentCode },
    method: { ko: '상담 방법', en: 'How' },
    place: { ko: '장소', en: 'Where' },
    startsAt: { ko: '시작', en: 'From' },
    endsAt: { ko: '끝', en: 'To' },
    ...{ reason, at },
  },
  sealed: sealed('consultation', 'key', 'name', 'phone', 'email'),
};

const FAULTS: Holding = {
  kind: 'confirmed-fault',
  title: { ko: '확인된 행정 착오', en: 'Confirmed faults of the office' },
  records: `
    SELECT f.complaint_id::text || '.' || f.fault AS key, c.receipt_number AS "receiptNumber", f.fault, f.finding,
      f.occurred_on::text AS "occurredOn", f.confirmed_at AS at
    FROM confirmed_fault f JOIN complaint c ON c.id = f.complaint_id WHERE c.citizen_id = $1`,
  labels: {
    ...{ receiptNumber, fault: { ko: '착오', en: 'Fault' }, finding: { ko: '확인 내용', en: 'Finding' } },
    ...{ occurredOn: { ko: '발생일', en: 'Occurred on' }, at },
  },
};

/**
 * What this service holds on a citizen. Left out: what staff note for each other, who of them did what, and the names of
 * those who signed along, whose data it is (개인정보 보호법 35조 4항 2호).
 */
export const HOLDINGS: readonly Holding[] = [
  ...[COMPLAINTS, STEPS, OPINIONS, ATTACHMENTS, OBJECTIONS, CONSULTATIONS, FAULTS],
];
