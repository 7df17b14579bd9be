import { type Holding, LABELS } from '@charter/personal-data';

const { departmentCode, at } = LABELS;

const INVITATIONS: Holding = {
  kind: 'survey-invitation',
  title: { ko: '설문 초대', en: 'Invitations to surveys' },
  records: `
    SELECT i.id::text AS key, s.title_ko AS "titleKo", s.title_en AS "titleEn", i.department_code AS "departmentCode",
      i.invited_at AS at, i.expires_at AS "expiresAt"
    FROM survey_invitation i JOIN survey s ON s.id = i.survey_id WHERE i.citizen_id = $1`,
  labels: {
    titleKo: { ko: '설문', en: 'Survey (in Korean)' },
    titleEn: { ko: '설문(영문)', en: 'Survey' },
    ...{ departmentCode, at, expiresAt: { ko: '응답 기한', en: 'Expires at' } },
  },
};

const SERVED: Holding = {
  kind: 'survey-served',
  title: { ko: '표본 추출의 바탕이 되는 민원 답변', en: 'Answered complaints from which samples are drawn' },
  records: `
    SELECT complaint_id::text AS key, department_code AS "departmentCode", channel, answered_on::text AS "answeredOn"
    FROM survey_served WHERE citizen_id = $1`,
  labels: {
    ...{ departmentCode, channel: { ko: '접수 경로', en: 'Filed by' } },
    answeredOn: { ko: '답변일', en: 'Answered on' },
  },
};

/** What this service holds on a citizen: never what they answered, which nobody can trace to them. */
export const HOLDINGS: readonly Holding[] = [INVITATIONS, SERVED];
