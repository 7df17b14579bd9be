import type { TemplateSet } from '../template-set';
import { beside } from './beside.en';
import { consultations } from './consultations.en';
import { dates } from './dates.en';
import { filing } from './filing.en';
import { objections } from './objections.en';
import { periods } from './periods.en';
import { results } from './results.en';
import { supplements } from './supplements.en';

export const en: TemplateSet = {
  notices: {
    ...{ ...filing, ...dates, ...supplements, ...periods, ...results },
    ...{ ...objections, ...consultations, ...beside },
  },
  salutation: 'Dear {name},\nthis is the City of Busan.',
  signature:
    'Kind regards,\nThe service charter team, City of Busan\nPlease do not reply to this mail. Questions: call 120.',
  readMore: 'Read on',
  phone: 'phone',
  promises: { STATUTORY: 'the date set by law', CHARTER: 'the date promised by the charter' },
  bases: {
    STATUTORY: 'Civil Petitions Treatment Act, article 35',
    CHARTER: 'the service charter of the City of Busan',
  },
  methods: { IN_PERSON: 'in person', PHONE: 'by phone', VIDEO: 'by video' },
  tasks: {
    ACCEPTANCE: 'taking the complaint on',
    SUSPENSION: 'end the investigation, hearing or review',
    INTERIM_REPORT: 'the interim report',
    INTERIM_REQUESTED: 'the report that the citizen asked for',
    otherwise: 'a duty of the procedure',
  },
  suspensions: {
    FIELD_INVESTIGATION: 'a field investigation',
    HEARING: 'a hearing',
    EXPERT_REVIEW: 'a review by experts',
    PRIOR_MATTER: 'a matter that has to be settled first',
    REPRESENTATIVE_SELECTION: 'the choice of a representative',
    otherwise: 'a procedure that is needed first',
  },
  lengths: {
    IMMEDIATE: 'working hours: #',
    HOURS: 'working hours: #',
    DAYS: 'working days: #',
    CALENDAR_DAYS: 'days: #',
    WEEKS: 'weeks: #',
    MONTHS: 'months: #',
    YEARS: 'years: #',
  },
  noDue: 'The clock has stopped. You are told the new date when it runs again.',
  noPreviousDue: 'The clock had stopped.',
  notTold: 'Please read it with the complaint itself.',
  pieces: {
    object:
      'If you disagree with how it is handled, the charter lets you object at any time. Against a decision that rejects a statutory application you may object within 60 days of being told. Questions: call 120.',
    objectFurther: {
      STATUTORY:
        'Whether you object or not, an administrative appeal and a lawsuit are open to you (Civil Petitions Treatment Act, article 35). Questions: call 120.',
      CHARTER:
        'Besides this objection, you may turn to the Anti-Corruption and Civil Rights Commission or the city’s ombudsman. Questions: call 120.',
    },
    apology: 'We should have asked for this at once. We are sorry for the trouble.',
    supplementNext: [
      'If we do not have it by then, we ask once more, with 10 days.',
      'If we do not have it by then, we may return your complaint; you can file it again with what was missing.',
    ],
    extended: [
      'We cannot finish in time and extended the period. We are sorry that you have to wait. For a second extension we ask you first.',
      'We extended the period a second time, as you agreed. It is not extended again.',
    ],
    decision: { upheld: 'The objection was upheld.', dismissed: 'The objection was examined and dismissed.' },
    decisionNext: {
      upheld: 'We put it right as decided. If the complaint is handled again, you are told its new date.',
      dismissed: 'This ends the objection, and the first result stays.',
    },
    opinion: {
      satisfied: 'The citizen is satisfied with the result of a complaint.',
      dissatisfied: 'The citizen is not satisfied with the result of a complaint.',
    },
    cancelled: {
      CITIZEN: 'Your consultation was cancelled, as you asked.',
      OFFICE: 'We had to cancel your consultation. We are sorry for the trouble.\nReason: {reason}',
    },
  },
};
