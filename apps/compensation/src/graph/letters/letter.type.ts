import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Language } from '@charter/contracts';
import { DateTime, LocalDate, Money, UserError, graphEnum } from '@charter/service';
import { type LetterText, SECTION_KINDS, type SectionKind } from '../../domain/letters/letter';
import type { Form } from '../../domain/rule';
import type { LetterAccessEntity } from '../../store/letters/letter.entity';
import { type SentLetter, letterNumber } from '../../store/letters/letter.store';
import { FormEnum } from '../enums';

const LANGUAGES = ['KO', 'EN'] as const;
export type LetterLanguage = (typeof LANGUAGES)[number];
export const LetterLanguageEnum = graphEnum('LetterLanguage', 'In which language a letter is read.', LANGUAGES, {
  KO: { description: 'Korean (한국어).' },
  EN: { description: 'English (영어).' },
});
export const languageOf = (given: LetterLanguage | null | undefined, otherwise: Language): Language =>
  given ? (given === 'KO' ? 'ko' : 'en') : otherwise;

const SectionKindEnum = graphEnum('LetterSectionKind', 'What a part of a letter is about.', SECTION_KINDS, {
  FAULT: { description: 'Which promise was not kept (지키지 못한 약속).' },
  CORRECTION: { description: 'What is put right, and by when (시정 조치).' },
  COMPENSATION: { description: 'How much is paid, how and when (보상).' },
  REMEDIES: { description: 'What to do who disagrees (이의가 있으신 경우).' },
});

@ObjectType('LetterRow', { description: 'A line with a label.' })
class RowType {
  @Field(() => String, { description: 'What it is.' })
  label: string;

  @Field(() => String, { description: 'What stands there.' })
  value: string;
}

@ObjectType('LetterSection', { description: 'A part of a letter.' })
class SectionType {
  @Field(() => SectionKindEnum, { description: 'What it is about.' })
  kind: SectionKind;

  @Field(() => String, { description: 'Its number: 가. or 1.' })
  mark: string;

  @Field(() => String, { description: 'Its heading.' })
  heading: string;

  @Field(() => [RowType], { description: 'Its facts, one a line.' })
  rows: readonly RowType[];

  @Field(() => [String], { description: 'Its text, below the facts.' })
  paragraphs: readonly string[];
}

@ObjectType('CompensationLetterText', { description: 'A letter in one language, in the order in which it is read.' })
export class LetterTextType {
  @Field(() => LetterLanguageEnum, { description: 'In which language it is.' })
  language: LetterLanguage;

  @Field(() => String, { description: 'Who writes: the city.' })
  issuer: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => RowType, { description: 'To whom it is. The name is masked for everybody but the citizen concerned.' })
  to: RowType;

  @Field(() => RowType, { description: 'What it is about.' })
  subject: RowType;

  @Field(() => [String], { description: 'How it begins.' })
  opening: readonly string[];

  @Field(() => [SectionType], { description: 'Its parts.' })
  sections: readonly SectionType[];

  @Field(() => String, { description: 'How it ends.' })
  closing: string;

  @Field(() => String, { description: 'In whose name it is sent.' })
  sender: string;

  @Field(() => [RowType], { description: 'Number, day and receipt number; handler and contact.' })
  foot: readonly RowType[];
}

export const toLetterTextType = ({ language, foot, ...text }: LetterText): LetterTextType => ({
  language: language === 'ko' ? 'KO' : 'EN',
  issuer: text.issuer,
  title: text.title,
  to: text.to,
  subject: text.subject,
  opening: text.opening,
  sections: text.sections,
  closing: text.closing,
  sender: text.sender,
  foot: foot.flat(),
});

@ObjectType('CompensationLetterAccess', {
  description: 'That somebody of the office took a letter with the citizen’s name.',
})
export class LetterAccessType {
  @Field(() => ID, { description: 'Who.' })
  by: string;

  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => LetterLanguageEnum, { description: 'In which language.' })
  language: LetterLanguage;
}

export const toLetterAccessType = ({ readBy, readAt, language }: LetterAccessEntity): LetterAccessType => ({
  by: readBy,
  at: readAt,
  language: language === 'ko' ? 'KO' : 'EN',
});

@ObjectType('CompensationLetter', {
  description: 'A letter of apology and correction (사과 및 시정 공문), as it was sent. It never changes.',
})
export class LetterType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'The number of the document (문서번호).' })
  number: string;

  @Field(() => Int, {
    description: 'Of the letters of this claim, from 1: an approval that is made again has another.',
  })
  version: number;

  @Field(() => Int, { description: 'The version of the texts that it was written with.' })
  textVersion: number;

  @Field(() => DateTime, { description: 'When it was sent.' })
  sentAt: Date;

  @Field(() => Money, { description: 'How much was approved.' })
  amount: number;

  @Field(() => FormEnum, { description: 'How it is paid.' })
  form: Form;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which cash is planned to be sent; null for any other form.',
  })
  payOn: string | null;

  @Field(() => LocalDate, { description: 'By when it is put right, or when it was.' })
  correctBy: string;

  @Field(() => String, { description: 'SHA-256 of the Korean PDF, 64 hexadecimal digits.' })
  sha256Ko: string;

  @Field(() => String, { description: 'SHA-256 of the English PDF.' })
  sha256En: string;

  row: SentLetter;
}

export const toLetterType = (row: SentLetter): LetterType => ({
  id: row.id,
  number: letterNumber(row),
  version: row.version,
  textVersion: row.textVersion,
  sentAt: row.sentAt,
  amount: row.facts.amount,
  form: row.facts.form,
  payOn: row.facts.payOn,
  correctBy: row.facts.correctBy,
  sha256Ko: row.sha256Ko,
  sha256En: row.sha256En,
  row,
});

@InputType({ description: 'Which letter to fetch.' })
export class IssueLetterInput {
  @Field(() => ID, { description: 'The letter.' })
  letterId: string;

  @Field(() => LetterLanguageEnum, { nullable: true, description: 'In which language; left out, that of the request.' })
  language?: LetterLanguage | null;
}

@ObjectType('CompensationLetterFile', { description: 'Where a letter is fetched as PDF.' })
class LetterFileType {
  @Field(() => String, { description: 'The name of the file.' })
  name: string;

  @Field(() => String, { description: 'Where it is fetched, for five minutes: GET, without further headers.' })
  downloadUrl: string;

  @Field(() => DateTime, { description: 'Until when the address holds.' })
  expiresAt: Date;

  @Field(() => String, { description: 'SHA-256 of the file: always the same for the same letter and language.' })
  sha256: string;
}

@ObjectType({ description: 'The answer of issueLetter.' })
export class IssueLetterPayload {
  @Field(() => LetterFileType, { nullable: true, description: 'Where it is fetched; null when it was refused.' })
  file: LetterFileType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  errors: UserError[];
}
