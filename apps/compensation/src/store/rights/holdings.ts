import { type Holding, LABELS } from '@charter/personal-data';

const { receiptNumber, status, departmentCode, reason, step, at } = LABELS;
const amount = { ko: '금액(원)', en: 'Amount in KRW' };

const CLAIMS: Holding = {
  kind: 'compensation-claim',
  title: { ko: '보상 청구', en: 'Claims to compensation' },
  records: `
    SELECT id::text AS key, receipt_number AS "receiptNumber", department_code AS "departmentCode", breach, form, amount,
      status, opened_at AS at, statement, evidence, distance_km AS "distanceKm", reason, objection,
      objected_at AS "objectedAt", decided_at AS "decidedAt", paid_at AS "paidAt"
    FROM compensation_claim WHERE citizen_id = $1`,
  labels: {
    ...{ receiptNumber, departmentCode, breach: { ko: '어긴 약속', en: 'Broken promise' } },
    form: { ko: '보상 방법', en: 'Form' },
    ...{ amount, status, at },
    statement: { ko: '청구 내용', en: 'Statement' },
    evidence: { ko: '증빙', en: 'Evidence' },
    distanceKm: { ko: '거리(km)', en: 'Distance in km' },
    reason,
    objection: { ko: '이의 내용', en: 'Objection' },
    objectedAt: { ko: '이의 일시', en: 'Objected at' },
    decidedAt: { ko: '결정 일시', en: 'Decided at' },
    paidAt: { ko: '지급 일시', en: 'Paid at' },
  },
};

const STEPS: Holding = {
  kind: 'claim-step',
  title: { ko: '보상 처리 과정', en: 'Steps of claims' },
  records: `
    SELECT lpad(h.id::text, 19, '0') AS key, c.receipt_number AS "receiptNumber", h.to_status AS step, h.changed_at AS at
    FROM compensation_claim_history h JOIN compensation_claim c ON c.id = h.claim_id WHERE c.citizen_id = $1`,
  labels: { receiptNumber, step, at },
};

const ACCOUNT: Holding = {
  kind: 'payout-account',
  title: { ko: '지급 계좌', en: 'Account for payouts' },
  records: `
    SELECT citizen_id::text AS key, bank_code AS "bankCode", number, holder, changed_at AS at
    FROM payout_account WHERE citizen_id = $1`,
  labels: {
    bankCode: { ko: '은행', en: 'Bank' },
    number: { ko: '계좌번호', en: 'Account number' },
    holder: { ko: '예금주', en: 'Holder' },
    at,
  },
  sealed: {
    number: { table: 'payout_account', column: 'number', row: 'key' },
    holder: { table: 'payout_account', column: 'holder', row: 'key' },
  },
};

const PAYMENTS: Holding = {
  kind: 'payout',
  title: { ko: '지급', en: 'Payments' },
  records: `
    SELECT i.id::text AS key, c.receipt_number AS "receiptNumber", i.amount, i.bank_code AS "bankCode", i.account,
      i.status, i.settled_at AS at
    FROM payout_item i JOIN compensation_claim c ON c.id = i.claim_id WHERE c.citizen_id = $1`,
  labels: {
    ...{ receiptNumber, amount, bankCode: { ko: '은행', en: 'Bank' } },
    account: { ko: '계좌번호', en: 'Account number' },
    ...{ status, at },
  },
  sealed: { account: { table: 'payout_item', column: 'account', row: 'key' } },
};

const HANDOUTS: Holding = {
  kind: 'handout',
  title: { ko: '교부', en: 'Handed over' },
  records: `
    SELECT p.id::text AS key, c.receipt_number AS "receiptNumber", p.form, p.face_value AS amount, p.masked AS reference,
      h.handed_at AS at, h.taken_back_at AS "takenBackAt"
    FROM handout_piece p JOIN handout h ON h.id = p.handout_id JOIN compensation_claim c ON c.id = h.claim_id
    WHERE c.citizen_id = $1`,
  labels: {
    ...{ receiptNumber, form: { ko: '보상 방법', en: 'Form' }, amount },
    ...{ reference: { ko: '번호(가림)', en: 'Number (masked)' }, at },
    takenBackAt: { ko: '회수 일시', en: 'Taken back at' },
  },
};

const LETTERS: Holding = {
  kind: 'compensation-letter',
  title: { ko: '사과와 시정 편지', en: 'Letters of apology' },
  records: `
    SELECT l.id::text AS key, c.receipt_number AS "receiptNumber", l.dated::text AS dated, l.sent_at AS at
    FROM compensation_letter l JOIN compensation_claim c ON c.id = l.claim_id
    WHERE c.citizen_id = $1 AND l.sent_at IS NOT NULL`,
  labels: { receiptNumber, dated: { ko: '날짜', en: 'Dated' }, at },
};

/** What this service holds on a citizen. Left out: who of the city reviewed and decided, and what they noted. */
export const HOLDINGS: readonly Holding[] = [CLAIMS, STEPS, ACCOUNT, PAYMENTS, HANDOUTS, LETTERS];
