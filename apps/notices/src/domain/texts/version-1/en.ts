import type { TemplateSet } from '../template-set';
import { beside } from './beside.en';
import { claims } from './claims.en';
import { consultations } from './consultations.en';
import { contests } from './contests.en';
import { dates } from './dates.en';
import { filing } from './filing.en';
import { monitoringDates } from './monitoring-dates.en';
import { monitoringReports } from './monitoring-reports.en';
import { improvements } from './improvements.en';
import { monitoring } from './monitoring.en';
import { objections } from './objections.en';
import { periods } from './periods.en';
import { proposalDates } from './proposal-dates.en';
import { proposalResults } from './proposal-results.en';
import { proposals } from './proposals.en';
import { results } from './results.en';
import { supplements } from './supplements.en';

export const en: TemplateSet = {
  notices: {
    ...{ ...filing, ...dates, ...supplements, ...periods, ...results },
    ...{ ...objections, ...consultations, ...beside, ...claims },
    ...{ ...proposals, ...proposalResults, ...proposalDates, ...contests },
    ...{ ...monitoring, ...monitoringReports, ...monitoringDates },
    ...improvements,
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
    CLAIM_DECISION: 'deciding a claim to compensation',
    CLAIM_OBJECTION: 'deciding an objection to a refused claim',
    REVIEW: 'the examination of the proposal',
    ANSWER: 'the answer to those who endorse it',
    OPINION: 'the opinion of a department that was asked',
    SUPPLEMENT: 'what the proposer is to add',
    EXPERT: 'the opinion of an expert',
    MILESTONE: 'a step of carrying it out',
    CONTEST_ENTRIES: 'handing entries in',
    CONTEST_JUDGING: 'judging the entries',
    CONTEST_OBJECTIONS: 'objecting to the ranking',
    MONITOR_APPLICATIONS: 'applying as a monitor',
    MONITOR_APPOINTMENT: 'appointing the monitors',
    CAMPAIGN_SAMPLE: 'drawing the sample of the satisfaction survey',
    CAMPAIGN_INVITE: 'inviting to the satisfaction survey',
    CAMPAIGN_FIRST_REMINDER: 'the first reminder of the satisfaction survey',
    CAMPAIGN_SECOND_REMINDER: 'the second reminder of the satisfaction survey',
    CAMPAIGN_CLOSE: 'closing the satisfaction survey',
    CAMPAIGN_SCORE: 'scoring the satisfaction survey',
    CAMPAIGN_PUBLISH: 'publishing the satisfaction survey',
    CAMPAIGN_IMPROVE: 'telling which standards are under their targets',
    REPORT_VERIFICATION: 'verifying a report',
    REPORT_REVISION: 'completing a report',
    REPORT_ANSWER: 'the answer to a report',
    APPEAL: 'the decision on an appeal against hiding',
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
  outcomes: { ADOPTED: 'adopted', PARTLY_ADOPTED: 'adopted in part', NOT_ADOPTED: 'not adopted', otherwise: 'decided' },
  things: {
    PROPOSAL: 'your proposal',
    COMMENT: 'your comment on a proposal',
    GIFT_CERTIFICATE: 'gift certificates',
    LOCAL_CURRENCY: 'local currency',
    otherwise: 'what you wrote',
  },
  faults: {
    REPEAT_VISIT: 'a second visit, or papers again, by our mistake',
    WRONG_NOTICE: 'wrong information',
    UNKINDNESS: 'unkindness',
    otherwise: 'a mistake of ours',
  },
  sources: {
    COMPLAINT: 'complaint',
    PROPOSAL: 'proposal',
    CONTEST_ENTRY: 'contest entry',
    MONITORING_REPORT: 'monitoring report',
    otherwise: 'message',
  },
  news: {
    examine: 'the examination has begun',
    seekExpert: 'an expert was asked',
    requestSupplement: 'the proposer was asked to add something',
    answer: 'the department has answered',
    decide: 'it was decided',
    merge: 'it was merged with another',
    award: 'it was given an award',
    plan: 'there is a plan to carry it out',
    report: 'there is a report on how far it is',
    reReview: 'it is looked at again',
    withdraw: 'it was withdrawn',
    otherwise: 'it has moved on',
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
  notTold: {
    complaint: 'Please read it with the complaint itself.',
    otherwise: 'Please read it online.',
  },
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
    objectProposal:
      'If you disagree with a proposal not being adopted, you can ask for a re-review within 15 days of this notice. By the charter you can object to how it is handled at any time. Questions: call 120.',
    proposalNext: {
      ADOPTED: 'We make a plan to carry it out, and tell you how far it is at every step.',
      PARTLY_ADOPTED: 'We make a plan to carry out what was adopted, and tell you how far it is at every step.',
      NOT_ADOPTED:
        'We keep in mind what you wrote. If the city does it after all within 2 years, you can ask us to look at it again.',
    },
    overdueNext: {
      office:
        'We are sorry that we did not keep it. The head of the department was told, and we tell you as soon as it is done.',
      citizen: 'The examination may go on with what there is. If you have it, please give it now.',
      monitor:
        'Nothing can be added any more, and a report that was not completed may not be accepted. We tell you as soon as it is decided.',
    },
    overdueDuty: {
      office: 'Please finish it without delay. The head of your department was told as well.',
      monitor: 'The monitor has added nothing. Please decide what becomes of the report, and say why.',
    },
    spoken: {
      comment: 'Somebody has written a comment on your proposal.',
      reply: 'Somebody has answered your comment.',
    },
    objectContest:
      'Who takes part can object to the published ranking in its time. By the charter you can object to how a contest is held at any time. Questions: call 120.',
    wonOrNot: {
      won: 'Congratulations: your entry was given a prize of {amount}.',
      lost: 'The prizes of a contest were given. Your entry is not among them. Thank you for taking part.',
    },
    objectMonitoring:
      'If you have a question, ask the department in charge. By the charter you can object to how monitoring is done at any time, there or with the city’s audit office. Questions: call 120.',
    objectToOffice:
      'If you disagree with this decision, ask the department in charge to look at it again, or object with the city’s audit office. By the charter you can do so at any time. Questions: call 120.',
    allowance:
      'The allowance for this report is {amount}. What a month has earned is stated together, within the monthly limit if there is one.',
    payment: {
      paid: 'You need not apply for it. It is paid with the city’s next payment run.',
      unpaid: 'This recruitment has no allowance, so there is nothing to be paid. Thank you for your work.',
    },
    objectImprovement:
      'If you do not agree with how it is carried out, you can object by the charter at any time, with the department in charge or the city’s audit office. Questions: call 120.',
    lateResult: {
      citizen: 'We are sorry that it took longer than promised.',
      staff: 'It was done after its date.',
    },
    lateAnswer: {
      citizen: 'We are sorry that the answer came later than promised.',
      staff: 'It came after its date.',
    },
    restoredOrNot: {
      restored: 'What was hidden is shown again.',
      confirmed: 'Your appeal was looked at; what you wrote stays hidden.',
    },
  },
};
