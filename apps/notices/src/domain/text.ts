import type { Language } from '@charter/contracts';
import type { Audience, NoticeEvent } from './audiences';
import { writeMoment, writeMoney, writeMonth, writeStart } from './moment';
import { writeDigest } from './digest';
import type { Piece, Placeholder, Template, TemplateKey, TemplateSet } from './texts/template-set';
import { templates } from './texts/versions';
import type { ToldWords, Words } from './words';

/** What of a notice its text is written from. */
export interface Writable {
  readonly eventType: NoticeEvent;
  readonly audience: Audience;
  readonly departmentCode: string;
  readonly words: Words;
  /** What the owner of the subject told when it was sent; nothing before. */
  readonly told: ToldWords;
  readonly templateVersion: number;
  /** Where it carries a digest: the notices that go out with it. */
  readonly bundled?: readonly Writable[];
  /** The text of that version, where an administrator wrote it; else the built-in one. */
  readonly wording?: Readonly<Record<Language, Template>>;
}

/** Under which key the text of a notice is kept. */
export const textKey = ({ eventType, audience }: Pick<Writable, 'eventType' | 'audience'>): TemplateKey =>
  `${eventType}/${audience}` as TemplateKey;

type Values<K extends string> = Readonly<Record<K, string>>;

/** Who is responsible, with the number that a citizen can call. */
function departmentOf({ words, departmentCode, audience }: Writable, set: TemplateSet, language: Language): string {
  const name = (language === 'ko' ? words.departmentKo : words.departmentEn) ?? departmentCode;
  return words.departmentPhone && audience === 'CITIZEN' ? `${name} (${set.phone} ${words.departmentPhone})` : name;
}

/** Every word of the notice; empty where nothing is known and the line is better left out. */
function wordsFor(notice: Writable, set: TemplateSet, language: Language): Values<Placeholder> {
  const { words, told } = notice;
  const inKorean = language === 'ko';
  const until = (instant: string | undefined, otherwise: string): string => {
    if (!instant) return otherwise;
    const moment = writeMoment(instant, language);
    return inKorean ? `${moment}까지` : moment;
  };
  const ofComplaint = /^(complaint|objection)\./.test(notice.eventType);
  const notTold = set.notTold[ofComplaint ? 'complaint' : 'otherwise'];
  return {
    receipt: words.receiptNumber ?? '',
    department: departmentOf(notice, set, language),
    previousDepartment:
      (inKorean ? words.previousDepartmentKo : words.previousDepartmentEn) ?? words.previousDepartmentCode ?? '',
    due: until(words.dueAt, ofComplaint ? set.noDue : ''), // only a complaint's date can be none because it is paused
    charterDue: until(words.charterDueAt, set.noDue),
    previousDue: until(words.previousDueAt, set.noPreviousDue),
    expires: until(words.expiresAt, set.noDue),
    objectUntil: until(words.objectUntil, ''),
    starts: words.startsAt ? writeStart(words.startsAt, language) : '',
    promise: set.promises[words.against ?? 'STATUTORY'],
    basis: set.bases[words.basis ?? 'CHARTER'],
    amount: writeMoney(words.amount ?? 0, language),
    reason: words.reason ?? told.reason ?? notTold,
    supplement: told.supplement ?? notTold,
    transferredTo: told.transferredTo ?? notTold,
    result: told.result ?? notTold,
    progress: told.progress ?? notTold,
    extension: set.lengths[told.extensionUnit ?? '']?.replace('#', told.extensionLength ?? '') ?? notTold,
    remedies: (inKorean ? told.remediesKo : told.remediesEn) ?? set.pieces.object,
    place: told.place ?? '',
    task: set.tasks[words.task ?? ''] ?? set.tasks.otherwise,
    suspension: set.suspensions[words.suspension ?? ''] ?? set.suspensions.otherwise,
    method: set.methods[words.method ?? 'IN_PERSON'],
    title: told.title ?? '',
    outcome: set.outcomes[words.decision ?? ''] ?? set.outcomes.otherwise,
    thing: set.things[words.thing ?? ''] ?? set.things.otherwise,
    news: set.news[words.news ?? ''] ?? set.news.otherwise,
    count: (words.count ?? words.endorsements)?.toLocaleString(language) ?? '',
    percent: words.percent === undefined ? '' : `${words.percent}%`,
    source: set.sources[words.sourceKind ?? ''] ?? set.sources.otherwise,
    origin: words.sourceKind ? (set.sources[words.sourceKind] ?? set.sources.otherwise) : '',
    fault: words.fault ? (set.faults[words.fault] ?? set.faults.otherwise) : '',
    month: words.month ? writeMonth(words.month, language) : '',
  };
}

/** The sentences that fit what happened. */
function piecesFor({ words, audience }: Writable, { pieces }: TemplateSet): Values<Piece> {
  const decided = words.upheld ? 'upheld' : 'dismissed';
  const revision = words.task === 'REPORT_REVISION';
  return {
    object: pieces.object,
    objectFurther: pieces.objectFurther[words.basis ?? 'CHARTER'],
    apology: words.causedByOffice ? pieces.apology : '',
    supplementNext: pieces.supplementNext[(words.round ?? 1) > 1 ? 1 : 0],
    extended: pieces.extended[(words.times ?? 1) > 1 ? 1 : 0],
    decision: pieces.decision[decided],
    decisionNext: pieces.decisionNext[decided],
    opinion: pieces.opinion[words.satisfied ? 'satisfied' : 'dissatisfied'],
    cancelled: pieces.cancelled[words.cancelledBy ?? 'OFFICE'],
    objectProposal: pieces.objectProposal,
    proposalNext: pieces.proposalNext[words.decision ?? 'NOT_ADOPTED'],
    overdueNext: pieces.overdueNext[revision ? 'monitor' : words.task === 'SUPPLEMENT' ? 'citizen' : 'office'],
    overdueDuty: pieces.overdueDuty[revision ? 'monitor' : 'office'],
    spoken: pieces.spoken[words.reply ? 'reply' : 'comment'],
    objectContest: pieces.objectContest,
    wonOrNot: pieces.wonOrNot[words.won ? 'won' : 'lost'],
    objectMonitoring: pieces.objectMonitoring,
    objectToOffice: pieces.objectToOffice,
    allowance: words.amount ? pieces.allowance : '',
    payment: pieces.payment[words.amount ? 'paid' : 'unpaid'],
    objectImprovement: pieces.objectImprovement,
    lateResult: words.late ? pieces.lateResult[audience === 'CITIZEN' ? 'citizen' : 'staff'] : '',
    lateAnswer: words.late ? pieces.lateAnswer[audience === 'CITIZEN' ? 'citizen' : 'staff'] : '',
    restoredOrNot: pieces.restoredOrNot[words.restored ? 'restored' : 'confirmed'],
  };
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (braced, word: string) => values[word] ?? braced);

/** Leaves out the lines with a word of which nothing is known, before anybody's own text is put in. */
const known = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .split('\n')
    .filter((line) => [...line.matchAll(/\{(\w+)\}/g)].every(([, word]) => values[word!] !== ''))
    .join('\n');

/** The text of a notice without its salutation, in the version with which it was planned. */
export function writeNotice(notice: Writable, language: Language): Template {
  const { bundled = [], ...first } = notice;
  if (bundled.length > 0)
    return writeDigest(
      [first, ...bundled].map((each) => writeNotice(each, language).subject),
      language,
    );
  const set = templates(notice.templateVersion, language);
  const { subject, body } = notice.wording?.[language] ?? set.notices[textKey(notice)];
  const pieces = piecesFor(notice, set);
  const words = wordsFor(notice, set, language);
  return {
    subject: fill(subject, words),
    body: fill(known(fill(known(body, pieces), pieces), words), words),
  };
}
