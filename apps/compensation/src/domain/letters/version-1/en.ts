import type { Breach, Form } from '../../rule';
import type { LetterFacts, LetterRow, LetterSection, LetterWriter } from '../letter';
import { writeDate, writeDay, writeMoment, writeMoney } from '../writing';

const LATE_AGAINST = {
  LATE_STATUTORY: 'the date set by law',
  LATE_CHARTER: 'the shorter date promised in our charter',
} as const;

const counted = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;

function lateness({ receiptNumber, brokenAt, late, endedAt, decidedAt }: LetterFacts, deadline: string): string {
  const due = `Your complaint (receipt number ${receiptNumber}) had to be answered by ${writeMoment(brokenAt, 'en')}, ${deadline}.`;
  const how = late
    ? `${counted(late.hours, 'working hour')} late, on working day ${late.days} after that date`
    : 'late';
  return endedAt
    ? `${due} We answered it at ${writeMoment(endedAt, 'en')}, ${how}.`
    : `${due} On ${writeDate(decidedAt, 'en')} it was ${how}, and it is still open.`;
}

const FAULTS: Readonly<Record<Breach, (facts: LetterFacts) => string>> = {
  LATE_STATUTORY: (facts) => lateness(facts, LATE_AGAINST.LATE_STATUTORY),
  LATE_CHARTER: (facts) => lateness(facts, LATE_AGAINST.LATE_CHARTER),
  OBJECTION_UPHELD: ({ receiptNumber, brokenAt }) =>
    `We handled your complaint (receipt number ${receiptNumber}) wrongly. You objected, and on ${writeDate(brokenAt, 'en')} we found that you were right.`,
  REPEAT_VISIT: ({ receiptNumber, brokenAt }) =>
    `While we handled your complaint (receipt number ${receiptNumber}), a mistake of ours made you come again, or hand in papers again, on ${writeDate(brokenAt, 'en')}.`,
  WRONG_NOTICE: ({ receiptNumber, brokenAt }) =>
    `On ${writeDate(brokenAt, 'en')} we told you something about your complaint (receipt number ${receiptNumber}) that was not correct.`,
  UNKINDNESS: ({ receiptNumber, brokenAt }) =>
    `On ${writeDate(brokenAt, 'en')}, while your complaint (receipt number ${receiptNumber}) was handled, a member of our staff did not treat you with the courtesy that we owe you.`,
};

const CORRECTIONS: Readonly<Record<Breach, string>> = {
  LATE_STATUTORY:
    'We will find out why it was late, and change our procedure so that complaints near their date are looked at every day.',
  LATE_CHARTER:
    'We will find out why it was late, and change our procedure so that complaints near their promised date are looked at every day.',
  OBJECTION_UPHELD:
    'We will look again at how complaints of this kind are decided and instruct everybody who handles them, so that the mistake is not repeated.',
  REPEAT_VISIT:
    'We will correct our guidance and our procedure so that all papers and steps that are needed are named the first time.',
  WRONG_NOTICE: 'We will correct what we said, and train our staff in what is right.',
  UNKINDNESS: 'We will speak with the person concerned, and train the whole department in treating people kindly.',
};

const FORMS: Readonly<Record<Form, string>> = {
  CASH: 'bank transfer to the account that you have registered',
  GIFT_CERTIFICATE: 'gift certificate',
  LOCAL_CURRENCY: 'local currency',
};

function compensation(facts: LetterFacts): Pick<LetterSection, 'rows' | 'paragraphs'> {
  const { amount, form, payOn, ruleNameEn, ruleCode, ruleVersion } = facts;
  const rows: LetterRow[] = [
    { label: 'Amount', value: writeMoney(amount, 'en') },
    { label: 'How it is paid', value: FORMS[form] },
    ...(payOn ? [{ label: 'Payment planned for', value: writeDay(payOn, 'en') }] : []),
    {
      label: 'Basis',
      value: `Service Charter, rule “${ruleNameEn}” (${ruleCode}, version ${ruleVersion})`,
    },
  ];
  const next =
    form === 'CASH'
      ? 'If you have not registered an account yet, please do so: we then pay on the next day of payment.'
      : 'We will tell you separately how you receive it.';
  return { rows, paragraphs: [next] };
}

/** Formal and plain. */
export const en: LetterWriter = (facts, { addressee, handler }) => {
  const { breach, departmentEn, phone, receiptNumber, number, dated, correctBy, correctionEn } = facts;
  const done = correctBy <= dated;
  const section = (kind: LetterSection['kind'], mark: string, heading: string) => ({ kind, mark, heading });
  return {
    language: 'en',
    issuer: 'City of Busan',
    title: 'Letter of apology and correction',
    to: { label: 'To', value: addressee ?? 'The petitioner' },
    subject: {
      label: 'Subject',
      value: 'Our apology, what we put right, and your compensation',
    },
    opening: [
      'We did not keep a promise that our Service Charter makes to the citizens of this city, and this has caused you inconvenience. We sincerely apologise.',
      'Below we set out what went wrong, how we put it right, and the compensation that you receive.',
    ],
    sections: [
      { ...section('FAULT', '1.', 'What went wrong'), rows: [], paragraphs: [FAULTS[breach](facts)] },
      {
        ...section('CORRECTION', '2.', 'How we put it right'),
        rows: [{ label: done ? 'Put right on' : 'To be put right by', value: writeDay(correctBy, 'en') }],
        paragraphs: [correctionEn ?? CORRECTIONS[breach]],
      },
      { ...section('COMPENSATION', '3.', 'Your compensation'), ...compensation(facts) },
      {
        ...section('REMEDIES', '4.', 'If you disagree'),
        rows: [],
        paragraphs: [
          'If you disagree with this decision, please tell the person named below or our call centre (120) at any time.',
          'Besides, you may bring a grievance to the Anti-Corruption and Civil Rights Commission (call 110) or to the ombudsman of the city.',
        ],
      },
    ],
    closing: 'We will do what we can so that this does not happen again.',
    sender: 'The Mayor of Busan',
    foot: [
      [
        { label: 'Document', value: number },
        { label: 'Date', value: writeDay(dated, 'en') },
        { label: 'Receipt number', value: receiptNumber },
      ],
      [
        { label: 'Handled by', value: `${handler ?? 'Officer in charge of compensation'}, ${departmentEn}` },
        { label: 'Telephone', value: phone ?? '120 (call centre)' },
        { label: 'Disclosure', value: 'not public (personal data)' },
      ],
    ],
  };
};
