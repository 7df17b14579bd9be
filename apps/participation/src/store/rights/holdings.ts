import { type Holding, LABELS } from '@charter/personal-data';

const { name, phone, email, status, departmentCode, title, body, reason, at, submittedAt } = LABELS;
const { fileName, mediaType, bytes, sha256 } = LABELS;

const contact = (table: string): Holding['sealed'] =>
  Object.fromEntries(['name', 'phone', 'email'].map((column) => [column, { table, column, row: 'key' }]));

const PROPOSALS: Holding = {
  kind: 'proposal',
  title: { ko: '제안', en: 'Proposals' },
  records: `
    SELECT p.id::text AS key, p.title, p.body, p.status, p.department_code AS "departmentCode", p.public, p.share,
      p.submitted_at AS "submittedAt", p.decision, p.decision_reason AS reason, p.answer, p.award_grade AS award,
      p.appeal_text AS appeal, w.name, w.phone, w.email
    FROM proposal p LEFT JOIN proposer w ON w.proposal_id = p.id WHERE p.citizen_id = $1`,
  labels: {
    ...{ title, body, status, name, phone, email, departmentCode, submittedAt },
    public: { ko: '공개', en: 'Public' },
    share: { ko: '기여율(%)', en: 'Share in percent' },
    decision: { ko: '결정', en: 'Decision' },
    reason,
    answer: { ko: '답변', en: 'Answer' },
    award: { ko: '포상 등급', en: 'Award' },
    appeal: { ko: '가림에 대한 이의', en: 'Appeal against hiding' },
  },
  sealed: contact('proposer'),
};

const ENDORSEMENTS: Holding = {
  kind: 'endorsement',
  title: { ko: '공감', en: 'Endorsements' },
  records: `
    SELECT p.id::text AS key, p.title, e.endorsed_at AS at
    FROM endorsement e JOIN proposal p ON p.id = e.proposal_id WHERE e.citizen_id = $1`,
  labels: { title, at },
};

const FOLLOWS: Holding = {
  kind: 'proposal-follow',
  title: { ko: '소식을 받는 제안', en: 'Proposals that are followed' },
  records: `
    SELECT p.id::text AS key, p.title, f.followed_at AS at
    FROM proposal_follow f JOIN proposal p ON p.id = f.proposal_id WHERE f.citizen_id = $1`,
  labels: { title, at },
};

const COMMENTS: Holding = {
  kind: 'comment',
  title: { ko: '댓글', en: 'Comments' },
  records: `
    SELECT c.id::text AS key, p.title, c.body, c.written_at AS at, c.edited_at AS "editedAt", c.visibility AS status,
      c.appeal_text AS appeal
    FROM proposal_comment c JOIN proposal p ON p.id = c.proposal_id WHERE c.author_id = $1 AND c.author_kind <> 'OFFICE'`,
  labels: {
    ...{ title, body, at, editedAt: { ko: '고친 일시', en: 'Edited at' }, status },
    appeal: { ko: '가림에 대한 이의', en: 'Appeal against hiding' },
  },
};

const ENTRIES: Holding = {
  kind: 'contest-entry',
  title: { ko: '공모전 응모', en: 'Contest entries' },
  records: `
    SELECT t.entry_id::text AS key, c.title AS contest, e.number, e.category, e.title, e.body,
      e.submitted_at AS "submittedAt", e.withdrawn_at AS "withdrawnAt", e.rank, e.prize, t.name,
      t.contest_id::text || ' ' || t.citizen_id::text AS place
    FROM contest_entrant t JOIN contest_entry e ON e.id = t.entry_id JOIN contest c ON c.id = t.contest_id
    WHERE t.citizen_id = $1`,
  labels: {
    contest: { ko: '공모전', en: 'Contest' },
    number: { ko: '응모 번호', en: 'Number' },
    category: { ko: '부문', en: 'Category' },
    ...{ title, body, name, submittedAt },
    withdrawnAt: { ko: '철회 일시', en: 'Withdrawn at' },
    rank: { ko: '순위', en: 'Rank' },
    prize: { ko: '상', en: 'Prize' },
  },
  sealed: { name: { table: 'contest_entrant', column: 'name', row: 'place' } },
};

const CONTEST_OBJECTIONS: Holding = {
  kind: 'contest-objection',
  title: { ko: '공모전 이의신청', en: 'Objections to contests' },
  records: `
    SELECT o.id::text AS key, c.title AS contest, o.reason, o.filed_at AS at, o.upheld, o.decision_reason AS answer
    FROM contest_objection o JOIN contest c ON c.id = o.contest_id WHERE o.citizen_id = $1`,
  labels: {
    ...{ contest: { ko: '공모전', en: 'Contest' }, reason, at },
    upheld: { ko: '인용', en: 'Upheld' },
    answer: { ko: '결정 이유', en: 'Reason of the decision' },
  },
};

const APPLICATIONS: Holding = {
  kind: 'monitor-application',
  title: { ko: '시정 모니터 지원', en: 'Applications as a monitor' },
  records: `
    SELECT a.id::text AS key, r.title, a.district, a.motivation, a.status, a.name, a.phone, a.email, a.applied_at AS at,
      a.appointed_at AS "appointedAt", a.ended_at AS "endedAt", a.ended_reason AS reason
    FROM monitor_application a JOIN monitor_recruitment r ON r.id = a.recruitment_id WHERE a.citizen_id = $1`,
  labels: {
    ...{ title, district: { ko: '지역', en: 'District' }, motivation: { ko: '지원 동기', en: 'Motivation' } },
    ...{ status, name, phone, email, at },
    appointedAt: { ko: '위촉 일시', en: 'Appointed at' },
    endedAt: { ko: '마친 일시', en: 'Ended at' },
    reason,
  },
  sealed: contact('monitor_application'),
};

const REPORTS: Holding = {
  kind: 'monitoring-report',
  title: { ko: '모니터링 활동 보고', en: 'Monitoring reports' },
  records: `
    SELECT r.id::text AS key, m.title, r.summary AS body, r.latitude, r.longitude, r.status,
      r.submitted_at AS "submittedAt", r.verdict_reason AS reason, r.answer_text AS answer, r.allowance
    FROM monitoring_report r JOIN monitoring_mission m ON m.id = r.mission_id WHERE r.citizen_id = $1`,
  labels: {
    ...{ title, body, latitude: { ko: '위도', en: 'Latitude' }, longitude: { ko: '경도', en: 'Longitude' } },
    ...{ status, submittedAt, reason, answer: { ko: '답변', en: 'Answer' } },
    allowance: { ko: '활동비(원)', en: 'Allowance in KRW' },
  },
};

const ALLOWANCES: Holding = {
  kind: 'allowance-statement',
  title: { ko: '활동비 명세', en: 'Statements of allowance' },
  records: `
    SELECT s.id::text AS key, r.title, s.month, s.reports, s.amount, s.issued_at AS at
    FROM allowance_statement s JOIN monitor_recruitment r ON r.id = s.recruitment_id WHERE s.citizen_id = $1`,
  labels: {
    ...{ title, month: { ko: '월', en: 'Month' }, reports: { ko: '인정된 보고', en: 'Reports' } },
    ...{ amount: { ko: '금액(원)', en: 'Amount in KRW' }, at },
  },
};

const FILES: Holding = {
  kind: 'participation-file',
  title: { ko: '참여 첨부파일', en: 'Files of participation' },
  records: `
    SELECT id::text AS key, name AS "fileName", description, media_type AS "mediaType", bytes, sha256, attached_at AS at
    FROM attachment WHERE uploaded_by = $1`,
  labels: { fileName, description: { ko: '설명', en: 'Description' }, mediaType, bytes, sha256, at },
};

/** What this service holds on a citizen. Left out: other authors and team mates, and who of the city did what. */
export const HOLDINGS: readonly Holding[] = [
  ...[PROPOSALS, ENDORSEMENTS, FOLLOWS, COMMENTS, ENTRIES, CONTEST_OBJECTIONS],
  ...[APPLICATIONS, REPORTS, ALLOWANCES, FILES],
];
