import type { Language } from '@charter/contracts';
import { writeMoment, writeMoney } from './moment';
import { type Audience, type NoticeEvent, type Words } from './notice-plan';

/** Changes with the texts: a delivered notice names the version that it was written with. */
export const TEMPLATE_VERSION = 1;

export interface Text {
  readonly subject: string;
  readonly body: string;
}

type Template = (say: Said) => Text;

/** The words of one notice, written out in its language. */
interface Said {
  readonly receipt: string;
  readonly due: string;
  readonly charterDue: string;
  readonly previousDue: string;
  readonly missed: string;
  readonly expires: string;
  readonly promise: string;
  readonly amount: string;
  readonly reason: string;
}

type Templates = Record<Language, Partial<Record<`${NoticeEvent}/${Audience}`, Template>>>;

const OBJECT_KO = '처리에 이의가 있으시면 언제든지 이의신청을 하실 수 있습니다. 문의: 120';
const OBJECT_EN = 'If you disagree with how it is handled, you may object at any time. Questions: call 120.';

const TEMPLATES: Templates = {
  ko: {
    'complaint.filed.v1/CITIZEN': ({ receipt, due, charterDue }) => ({
      subject: `[접수 ${receipt}] 민원이 접수되었습니다`,
      body: `신청하신 민원이 접수번호 ${receipt}(으)로 접수되었습니다.\n담당 부서가 살펴본 뒤 ${charterDue}까지 답변드리기로 약속드립니다. 법정 처리기한은 ${due}입니다.\n${OBJECT_KO}`,
    }),
    'complaint.filed.v1/OFFICER': ({ receipt, due, charterDue }) => ({
      subject: `[신규 ${receipt}] 새 민원이 접수되었습니다`,
      body: `부서에 민원 ${receipt}이(가) 접수되었습니다.\n단축 처리기한은 ${charterDue}, 법정 처리기한은 ${due}입니다. 담당자를 지정하고 처리를 시작해 주십시오.`,
    }),
    'complaint.assigned.v1/CITIZEN': ({ receipt }) => ({
      subject: `[진행 ${receipt}] 담당자가 지정되었습니다`,
      body: `접수번호 ${receipt} 민원에 담당자가 지정되어 처리하고 있습니다.\n답변이 준비되면 곧바로 알려 드리겠습니다.\n${OBJECT_KO}`,
    }),
    'complaint.assigned.v1/OFFICER': ({ receipt }) => ({
      subject: `[지정 ${receipt}] 담당 민원으로 지정되었습니다`,
      body: `민원 ${receipt}의 담당자로 지정되셨습니다. 내용을 확인하고 기한 안에 처리해 주십시오.`,
    }),
    'complaint.due-soon.v1/OFFICER': ({ receipt, due, promise }) => ({
      subject: `[기한 임박 ${receipt}] ${promise} ${due}`,
      body: `민원 ${receipt}의 ${promise}이(가) ${due}입니다.\n기한 안에 답변하시거나, 어려우면 기한이 지나기 전에 사유와 함께 조치해 주십시오.`,
    }),
    'complaint.overdue.v1/CITIZEN': ({ receipt, due, promise }) => ({
      subject: `[지연 안내 ${receipt}] 약속한 기한을 지키지 못하여 죄송합니다`,
      body: `접수번호 ${receipt} 민원의 ${promise} ${due}을(를) 지키지 못하였습니다. 머리 숙여 사과드립니다.\n민원심사관이 담당 부서에 처리를 독촉하였으며, 처리되는 대로 알려 드리겠습니다. 보상 기준에 해당하면 따로 신청하지 않으셔도 절차가 시작됩니다.\n${OBJECT_KO}`,
    }),
    'complaint.overdue.v1/OFFICER': ({ receipt, due, promise }) => ({
      subject: `[기한 초과 ${receipt}] ${promise}이(가) 지났습니다`,
      body: `담당 민원 ${receipt}의 ${promise} ${due}이(가) 지났습니다.\n지체 없이 처리해 주십시오. 부서장과 민원인에게도 알렸습니다.`,
    }),
    'complaint.overdue.v1/MANAGER': ({ receipt, due, promise }) => ({
      subject: `[독촉장 ${receipt}] 처리기한을 넘긴 민원이 있습니다`,
      body: `귀 부서의 민원 ${receipt}이(가) ${promise} ${due}을(를) 넘겼습니다.\n민원심사관이 처리를 독촉하오니, 즉시 처리하도록 조치하여 주시기 바랍니다. 계속 지연되면 감사 부서에 통보됩니다.`,
    }),
    'complaint.escalated.v1/MANAGER': ({ receipt, due }) => ({
      subject: `[재독촉 ${receipt}] 지연이 계속되고 있습니다`,
      body: `귀 부서의 민원 ${receipt}이(가) 처리기한 ${due} 이후에도 처리되지 않았습니다.\n즉시 처리하고 지연 사유를 확인하여 주시기 바랍니다.`,
    }),
    'complaint.escalated.v1/AUDITOR': ({ receipt, due }) => ({
      subject: `[지연 보고 ${receipt}] 독촉 후에도 처리되지 않은 민원`,
      body: `민원 ${receipt}이(가) 처리기한 ${due} 이후에도 처리되지 않았습니다.\n부서장에게 다시 독촉하였습니다. 점검 대상에 포함하여 주시기 바랍니다.`,
    }),
    'complaint.due-date-moved.v1/CITIZEN': ({ receipt, due, previousDue, reason }) => ({
      subject: `[기한 변경 ${receipt}] 처리기한이 바뀌었습니다`,
      body: `접수번호 ${receipt} 민원의 처리기한이 ${previousDue}에서 ${due}(으)로 바뀌었습니다.\n사유: ${reason}\n${OBJECT_KO}`,
    }),
    'complaint.due-date-moved.v1/OFFICER': ({ receipt, due, previousDue, reason }) => ({
      subject: `[기한 변경 ${receipt}] ${due}`,
      body: `민원 ${receipt}의 처리기한이 ${previousDue}에서 ${due}(으)로 바뀌었습니다.\n사유: ${reason}`,
    }),
    'complaint.answered.v1/CITIZEN': ({ receipt }) => ({
      subject: `[답변 ${receipt}] 민원에 답변드렸습니다`,
      body: `접수번호 ${receipt} 민원에 답변을 등록하였습니다. 내용을 확인해 주십시오.\n만족도 조사를 따로 보내 드리오니, 의견을 들려주시면 더 나은 서비스로 보답하겠습니다.\n${OBJECT_KO}`,
    }),
    'complaint.withdrawn.v1/CITIZEN': ({ receipt }) => ({
      subject: `[취하 ${receipt}] 민원이 취하되었습니다`,
      body: `요청하신 대로 접수번호 ${receipt} 민원이 취하되었습니다. 필요하시면 언제든지 다시 신청해 주십시오.`,
    }),
    'complaint.withdrawn.v1/OFFICER': ({ receipt }) => ({
      subject: `[취하 ${receipt}] 민원인이 취하하였습니다`,
      body: `민원 ${receipt}이(가) 민원인의 요청으로 취하되었습니다. 처리를 마쳐 주십시오.`,
    }),
    'claim.opened.v1/CITIZEN': ({ receipt, amount }) => ({
      subject: `[보상 ${receipt}] 서비스 보상 절차가 시작되었습니다`,
      body: `접수번호 ${receipt} 민원의 처리기한을 지키지 못하여 보상 절차를 시작하였습니다. 보상 예정 금액은 ${amount}입니다.\n따로 신청하지 않으셔도 되며, 검토 결과를 알려 드리겠습니다.\n${OBJECT_KO}`,
    }),
    'survey.invited.v1/CITIZEN': ({ receipt, expires }) => ({
      subject: `[만족도 조사 ${receipt}] 처리 결과에 만족하셨습니까?`,
      body: `접수번호 ${receipt} 민원의 처리에 대한 의견을 듣고자 합니다. ${expires}까지 응답하실 수 있습니다.\n응답은 익명으로 처리되며, 부서의 서비스 점수에 반영됩니다.`,
    }),
    'proposal.submitted.v1/CITIZEN': () => ({
      subject: '[제안] 제안이 접수되었습니다',
      body: '시정에 관심을 가지고 제안해 주셔서 감사합니다. 제안이 접수되어 공개되었으며, 다른 시민들이 공감할 수 있습니다.\n담당 부서의 검토 결과를 알려 드리겠습니다.',
    }),
  },
  en: {
    'complaint.filed.v1/CITIZEN': ({ receipt, due, charterDue }) => ({
      subject: `[Received ${receipt}] We have your complaint`,
      body: `Your complaint was received under number ${receipt}.\nThe department promises an answer by ${charterDue}; the law’s date is ${due}.\n${OBJECT_EN}`,
    }),
    'complaint.filed.v1/OFFICER': ({ receipt, due, charterDue }) => ({
      subject: `[New ${receipt}] A complaint has come in`,
      body: `Complaint ${receipt} has come in to your department.\nIt is due by ${charterDue} under the charter and by ${due} by law. Please name who handles it and begin.`,
    }),
    'complaint.assigned.v1/CITIZEN': ({ receipt }) => ({
      subject: `[In progress ${receipt}] An officer handles your complaint`,
      body: `An officer was assigned to complaint ${receipt} and is handling it.\nWe will tell you as soon as the answer is there.\n${OBJECT_EN}`,
    }),
    'complaint.assigned.v1/OFFICER': ({ receipt }) => ({
      subject: `[Assigned ${receipt}] This complaint is yours`,
      body: `You were assigned to complaint ${receipt}. Please read it and handle it in time.`,
    }),
    'complaint.due-soon.v1/OFFICER': ({ receipt, due, promise }) => ({
      subject: `[Due soon ${receipt}] ${promise}: ${due}`,
      body: `Complaint ${receipt}: ${promise} is ${due}.\nPlease answer in time, or act before the date passes, with the reason.`,
    }),
    'complaint.overdue.v1/CITIZEN': ({ receipt, due, promise }) => ({
      subject: `[Delay ${receipt}] We are sorry: we missed our date`,
      body: `We did not keep ${promise} of complaint ${receipt}, ${due}. We apologise.\nThe petition auditor has urged the department, and we will tell you as soon as it is done. Where compensation is due, it opens by itself: you need not apply.\n${OBJECT_EN}`,
    }),
    'complaint.overdue.v1/OFFICER': ({ receipt, due, promise }) => ({
      subject: `[Late ${receipt}] ${promise} has passed`,
      body: `Your complaint ${receipt} is late: ${promise} was ${due}.\nPlease handle it without delay. Your head and the citizen were told.`,
    }),
    'complaint.overdue.v1/MANAGER': ({ receipt, due, promise }) => ({
      subject: `[Dunning ${receipt}] A complaint of your department is late`,
      body: `Complaint ${receipt} of your department has missed ${promise}, ${due}.\nThe petition auditor urges you to have it handled at once. If the delay goes on, the audit office is told.`,
    }),
    'complaint.escalated.v1/MANAGER': ({ receipt, due }) => ({
      subject: `[Second dunning ${receipt}] The delay goes on`,
      body: `Complaint ${receipt} of your department was due ${due} and is still open.\nPlease have it handled at once and find out why it is late.`,
    }),
    'complaint.escalated.v1/AUDITOR': ({ receipt, due }) => ({
      subject: `[Delay report ${receipt}] Still open after dunning`,
      body: `Complaint ${receipt} was due ${due} and is still open.\nIts department was dunned again. Please include it in the inspection.`,
    }),
    'complaint.due-date-moved.v1/CITIZEN': ({ receipt, due, previousDue, reason }) => ({
      subject: `[New date ${receipt}] The due date has changed`,
      body: `The due date of complaint ${receipt} has moved from ${previousDue} to ${due}.\nReason: ${reason}\n${OBJECT_EN}`,
    }),
    'complaint.due-date-moved.v1/OFFICER': ({ receipt, due, previousDue, reason }) => ({
      subject: `[New date ${receipt}] ${due}`,
      body: `The due date of complaint ${receipt} has moved from ${previousDue} to ${due}.\nReason: ${reason}`,
    }),
    'complaint.answered.v1/CITIZEN': ({ receipt }) => ({
      subject: `[Answered ${receipt}] Your answer is there`,
      body: `We have answered complaint ${receipt}. Please read the answer.\nWe will also ask you how it was: your view makes the service better.\n${OBJECT_EN}`,
    }),
    'complaint.withdrawn.v1/CITIZEN': ({ receipt }) => ({
      subject: `[Withdrawn ${receipt}] Your complaint was withdrawn`,
      body: `Complaint ${receipt} was withdrawn, as you asked. You are welcome to file again at any time.`,
    }),
    'complaint.withdrawn.v1/OFFICER': ({ receipt }) => ({
      subject: `[Withdrawn ${receipt}] The citizen has withdrawn`,
      body: `Complaint ${receipt} was withdrawn by the citizen. Please close your work on it.`,
    }),
    'claim.opened.v1/CITIZEN': ({ receipt, amount }) => ({
      subject: `[Compensation ${receipt}] A claim was opened for you`,
      body: `Because complaint ${receipt} was late, a claim to compensation was opened: ${amount}.\nYou need not apply. We will tell you the result of the review.\n${OBJECT_EN}`,
    }),
    'survey.invited.v1/CITIZEN': ({ receipt, expires }) => ({
      subject: `[Survey ${receipt}] How was it?`,
      body: `We would like to hear how complaint ${receipt} was handled. You can answer until ${expires}.\nAnswers are anonymous and count towards the department’s score.`,
    }),
    'proposal.submitted.v1/CITIZEN': () => ({
      subject: '[Proposal] We have your proposal',
      body: 'Thank you for your proposal. It was received and published, and other citizens can endorse it.\nWe will tell you what the department thinks of it.',
    }),
  },
};

const PROMISE = {
  ko: { STATUTORY: '법정 처리기한', CHARTER: '헌장의 단축 처리기한' },
  en: { STATUTORY: 'the law’s date', CHARTER: 'the charter’s date' },
} as const;
const UNSAID = { ko: '중지 중', en: 'paused' } as const;

function writeOut(words: Words, language: Language): Said {
  const moment = (instant: string | undefined) => (instant ? writeMoment(instant, language) : UNSAID[language]);
  return {
    receipt: words.receiptNumber ?? '',
    due: moment(words.dueAt),
    charterDue: moment(words.charterDueAt),
    previousDue: moment(words.previousDueAt),
    missed: moment(words.missedAt),
    expires: moment(words.expiresAt),
    promise: PROMISE[language][words.against ?? 'STATUTORY'],
    amount: writeMoney(words.amount ?? 0, language),
    reason: words.reason ?? '',
  };
}

/** The text of a notice without its salutation. @throws for an audience that does not hear of this event */
export function writeNotice(event: NoticeEvent, audience: Audience, language: Language, words: Words): Text {
  const template = TEMPLATES[language][`${event}/${audience}`];
  if (!template) throw new Error(`No template for ${event} to ${audience}.`);
  return template(writeOut(words, language));
}

/** The salutation of a letter. */
export const salute = (name: string, language: Language): string =>
  language === 'ko' ? `${name} 님, 안녕하십니까. 부산광역시입니다.` : `Dear ${name},`;

/** Who signs. */
export const SIGNATURE: Record<Language, string> = {
  ko: '감사합니다.\n부산광역시 민원 담당 드림',
  en: 'Kind regards,\nThe city of Busan',
};
