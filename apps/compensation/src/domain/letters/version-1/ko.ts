import type { Breach, Form } from '../../rule';
import type { LetterFacts, LetterRow, LetterSection, LetterWriter } from '../letter';
import { writeDate, writeDay, writeMoment, writeMoney } from '../writing';

const LATE_AGAINST = {
  LATE_STATUTORY: '법정 처리기한',
  LATE_CHARTER: '행정서비스헌장에서 약속드린 단축 처리기한',
} as const;

function lateness({ receiptNumber, brokenAt, late, endedAt, decidedAt }: LetterFacts, deadline: string): string {
  const due = `귀하께서 신청하신 민원(접수번호 ${receiptNumber})을 ${deadline}인 ${writeMoment(brokenAt, 'ko')}까지`;
  const how = late ? `근무시간으로 ${late.hours}시간(${late.days}근무일째)` : '그 뒤에';
  return endedAt
    ? `${due} 처리하여야 하였으나, ${how} 늦은 ${writeMoment(endedAt, 'ko')}에 처리하였습니다.`
    : `${due} 처리하여야 하였으나, ${writeDate(decidedAt, 'ko')} 현재 ${how} 늦어지고 있으며 아직 처리를 마치지 못하였습니다.`;
}

const FAULTS: Readonly<Record<Breach, (facts: LetterFacts) => string>> = {
  LATE_STATUTORY: (facts) => lateness(facts, LATE_AGAINST.LATE_STATUTORY),
  LATE_CHARTER: (facts) => lateness(facts, LATE_AGAINST.LATE_CHARTER),
  OBJECTION_UPHELD: ({ receiptNumber, brokenAt }) =>
    `귀하의 민원(접수번호 ${receiptNumber})을 잘못 처리하였습니다. 귀하의 이의신청을 검토한 결과 ${writeDate(brokenAt, 'ko')} 이를 받아들였습니다.`,
  REPEAT_VISIT: ({ receiptNumber, brokenAt }) =>
    `귀하의 민원(접수번호 ${receiptNumber})을 처리하면서 우리 시의 착오로 ${writeDate(brokenAt, 'ko')} 같은 일로 다시 방문하시거나 서류를 다시 내시게 하였습니다.`,
  WRONG_NOTICE: ({ receiptNumber, brokenAt }) =>
    `귀하의 민원(접수번호 ${receiptNumber})에 관하여 ${writeDate(brokenAt, 'ko')} 사실과 다른 안내를 드렸습니다.`,
  UNKINDNESS: ({ receiptNumber, brokenAt }) =>
    `귀하의 민원(접수번호 ${receiptNumber})을 처리하는 과정에서 ${writeDate(brokenAt, 'ko')} 우리 시 직원이 귀하를 친절하게 모시지 못하였습니다.`,
};

const CORRECTIONS: Readonly<Record<Breach, string>> = {
  LATE_STATUTORY: '늦어진 원인을 확인하고, 처리기한이 다가오는 민원을 매일 점검하도록 업무 절차를 바로잡겠습니다.',
  LATE_CHARTER: '늦어진 원인을 확인하고, 약속드린 기한이 다가오는 민원을 매일 점검하도록 업무 절차를 바로잡겠습니다.',
  OBJECTION_UPHELD:
    '같은 유형의 민원을 처리하는 기준을 다시 확인하고 담당자들에게 알려, 같은 잘못이 되풀이되지 않게 하겠습니다.',
  REPEAT_VISIT: '필요한 서류와 절차를 처음부터 빠짐없이 안내하도록 안내문과 업무 절차를 바로잡겠습니다.',
  WRONG_NOTICE: '잘못 안내한 내용을 바로잡고, 담당자들에게 정확한 내용을 교육하겠습니다.',
  UNKINDNESS: '해당 직원에게 이 일을 알려 주의를 주고, 부서 직원 모두에게 친절 교육을 실시하겠습니다.',
};

const FORMS: Readonly<Record<Form, string>> = {
  CASH: '귀하께서 등록하신 계좌로 이체',
  GIFT_CERTIFICATE: '상품권',
  LOCAL_CURRENCY: '지역화폐',
};

function compensation(facts: LetterFacts): Pick<LetterSection, 'rows' | 'paragraphs'> {
  const { amount, form, payOn, ruleNameKo, ruleCode, ruleVersion } = facts;
  const rows: LetterRow[] = [
    { label: '보상 금액', value: writeMoney(amount, 'ko') },
    { label: '지급 방법', value: FORMS[form] },
    ...(payOn ? [{ label: '지급 예정일', value: writeDay(payOn, 'ko') }] : []),
    {
      label: '보상 근거',
      value: `부산광역시 행정서비스헌장, 보상 기준 ‘${ruleNameKo}’(${ruleCode} 제${ruleVersion}판)`,
    },
  ];
  const next =
    form === 'CASH'
      ? '계좌를 아직 등록하지 않으셨으면 등록하여 주시기 바랍니다. 등록하신 뒤 처음 오는 지급일에 보내 드립니다.'
      : '받으시는 방법은 따로 알려 드리겠습니다.';
  return { rows, paragraphs: [next] };
}

/** 공문의 문체로, 쉬운 말로. */
export const ko: LetterWriter = (facts, { addressee, handler }) => {
  const { breach, departmentKo, phone, receiptNumber, number, dated, correctBy, correctionKo } = facts;
  const done = correctBy <= dated;
  const section = (kind: LetterSection['kind'], mark: string, heading: string) => ({ kind, mark, heading });
  return {
    language: 'ko',
    issuer: '부산광역시',
    title: '사과 및 시정 공문',
    to: { label: '수신', value: `${addressee ?? '민원인'} 귀하` },
    subject: { label: '제목', value: '약속을 지키지 못한 데 대한 사과와 시정 및 보상 안내' },
    opening: [
      '우리 시는 행정서비스헌장에서 시민께 드린 약속을 지키지 못하여 귀하께 불편을 끼쳐 드렸습니다. 진심으로 사과드립니다.',
      '지키지 못한 약속과 이를 바로잡는 일, 귀하께 드리는 보상을 다음과 같이 알려 드립니다.',
    ],
    sections: [
      { ...section('FAULT', '가.', '지키지 못한 약속'), rows: [], paragraphs: [FAULTS[breach](facts)] },
      {
        ...section('CORRECTION', '나.', '시정 조치'),
        rows: [{ label: done ? '시정한 날' : '시정 기한', value: `${writeDay(correctBy, 'ko')}${done ? '' : '까지'}` }],
        paragraphs: [correctionKo ?? CORRECTIONS[breach]],
      },
      { ...section('COMPENSATION', '다.', '보상'), ...compensation(facts) },
      {
        ...section('REMEDIES', '라.', '이의가 있으신 경우'),
        rows: [],
        paragraphs: [
          '이 결정에 이의가 있으시면 아래 담당자나 민원콜센터(120)로 언제든지 말씀하여 주십시오.',
          '이와 별도로 국민권익위원회(국번 없이 110)나 시민고충처리위원회에 고충민원을 신청하실 수 있습니다.',
        ],
      },
    ],
    closing: '같은 일이 되풀이되지 않도록 하겠습니다.  끝.',
    sender: '부산광역시장',
    foot: [
      [
        { label: '문서번호', value: number },
        { label: '시행일', value: writeDay(dated, 'ko') },
        { label: '접수번호', value: receiptNumber },
      ],
      [
        { label: '담당', value: `${departmentKo} ${handler ?? '보상 담당'}` },
        { label: '전화', value: phone ?? '120(민원콜센터)' },
        { label: '공개 구분', value: '비공개(개인정보)' },
      ],
    ],
  };
};
