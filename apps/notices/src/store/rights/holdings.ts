import { type Holding, LABELS } from '@charter/personal-data';

const { name, phone, email, language, departmentCode, status, at } = LABELS;

const PROFILE: Holding = {
  kind: 'profile',
  title: { ko: '회원정보', en: 'Profile' },
  records: `
    SELECT person_id::text AS key, kind, department_code AS "departmentCode", roles, name, email, phone, language,
      updated_at AS at
    FROM profile WHERE person_id = $1`,
  labels: {
    ...{ name, phone, email, language, kind: { ko: '구분', en: 'Kind' }, departmentCode },
    ...{ roles: { ko: '역할', en: 'Roles' }, at },
  },
  sealed: {
    name: { table: 'profile', column: 'name', row: 'key' },
    email: { table: 'profile', column: 'email', row: 'key' },
    phone: { table: 'profile', column: 'phone', row: 'key' },
  },
};

const NOTICES: Holding = {
  kind: 'notice',
  title: { ko: '알림', en: 'Notices' },
  records: `
    SELECT id::text AS key, event_type AS event, channel, state AS status, department_code AS "departmentCode", words, told,
      created_at AS at, delivered_at AS "deliveredAt", read_at AS "readAt"
    FROM notice WHERE recipient_id = $1`,
  labels: {
    event: { ko: '알린 일', en: 'What it told of' },
    channel: { ko: '전달 방법', en: 'Channel' },
    ...{ status, departmentCode },
    words: { ko: '문구에 쓰인 말', en: 'Words of its text' },
    told: { ko: '담당 부서가 덧붙인 말', en: 'What the office added' },
    at,
    deliveredAt: { ko: '전달 일시', en: 'Delivered at' },
    readAt: { ko: '읽은 일시', en: 'Read at' },
  },
  sealed: { told: { table: 'notice', column: 'told', row: 'key', json: true } },
};

const DEVICES: Holding = {
  kind: 'push-device',
  title: { ko: '푸시 알림 기기', en: 'Devices that are pushed to' },
  records: 'SELECT id::text AS key, platform, registered_at AS at FROM push_device WHERE person_id = $1',
  labels: { platform: { ko: '기기 종류', en: 'Platform' }, at },
};

const REQUESTS: Holding = {
  kind: 'data-request',
  title: { ko: '개인정보 열람·삭제 요청', en: 'Requests about personal data' },
  records: `
    SELECT id::text AS key, kind, state AS status, requested_at AS at, finished_at AS "finishedAt"
    FROM data_request WHERE person_id = $1`,
  labels: {
    ...{ kind: { ko: '요청', en: 'Request' }, status, at },
    finishedAt: { ko: '마친 일시', en: 'Finished at' },
  },
};

/** What this service holds on somebody. */
export const HOLDINGS: readonly Holding[] = [PROFILE, DEVICES, NOTICES, REQUESTS];
