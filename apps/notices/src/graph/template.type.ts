import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Language } from '@charter/contracts';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { Audience } from '../domain/audiences';
import type { ProfileLanguage } from '../domain/profile';
import { REQUIRED_BY } from '../domain/required';
import { keptWords, keyParts, wordsFor } from '../domain/texts/edit';
import type { TemplateEntity } from '../store/template.entity';
import type { EditedText } from '../template.service';
import { LanguageEnum } from './citizen.type';
import { AudienceEnum } from './notice-enums';

const WORDS = 'with words in braces';

@ObjectType('NoticeTemplateVersion', { description: 'A text as it was published.' })
export class TemplateVersionType {
  @Field(() => Int, { description: 'Its number.' })
  version: number;

  @Field(() => String, { description: `Its subject, ${WORDS}.` })
  subject: string;

  @Field(() => String, { description: `Its body, ${WORDS}.` })
  body: string;

  @Field(() => DateTime, { description: 'When it was published.' })
  publishedAt: Date;
}

@ObjectType('NoticeTemplateDraft', { description: 'A text that is being written; nobody is told by it.' })
export class TemplateDraftType {
  @Field(() => String, { description: `Its subject, ${WORDS}.` })
  subject: string;

  @Field(() => String, { description: `Its body, ${WORDS}.` })
  body: string;

  @Field(() => DateTime, { description: 'When it was saved.' })
  savedAt: Date;
}

@ObjectType('NoticeTemplate', { description: 'The words of a notice in one language (알림 서식).' })
export class TemplateType {
  @Field(() => String, { description: 'Its key: the event and whom it tells, such as complaint.answered.v1/CITIZEN.' })
  key: string;

  @Field(() => String, { description: 'What it tells of: the event’s name.' })
  kind: string;

  @Field(() => AudienceEnum, { description: 'Whom it tells.' })
  audience: Audience;

  @Field(() => LanguageEnum, { description: 'Its language.' })
  language: ProfileLanguage;

  @Field(() => Int, { description: 'The version of new notices: 1 is built in.' })
  version: number;

  @Field(() => String, { description: `Its subject, ${WORDS}.` })
  subject: string;

  @Field(() => String, { description: `Its body, ${WORDS}: parts are parted by an empty line.` })
  body: string;

  @Field(() => [String], { description: 'The words in braces that it may have.' })
  words: string[];

  @Field(() => [String], { description: 'Those that its body must keep: a fact, a date, a way to object.' })
  keptWords: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The article that requires what it tells citizens, if one does.',
  })
  requiredBy: string | null;

  @Field(() => TemplateDraftType, { nullable: true, description: 'What is being written instead.' })
  draft: TemplateDraftType | null;

  @Field(() => [TemplateVersionType], { description: 'What was published besides version 1, newest first.' })
  versions: TemplateVersionType[];
}

export const NoticeTemplateConnection = connectionType('NoticeTemplate', () => TemplateType);

@ObjectType('NoticeTemplatePreview', { description: 'How a text would read, with words of a notice that never was.' })
export class TemplatePreviewType {
  @Field(() => String, { nullable: true, description: 'The subject; null when it cannot be used.' })
  subject: string | null;

  @Field(() => String, { nullable: true, description: 'The body; null when it cannot be used.' })
  body: string | null;

  @Field(() => [UserError], { description: 'Why it could not be saved; empty when it could.' })
  errors: UserError[];
}

@ArgsType()
export class PreviewTemplateArgs {
  @Field(() => String, { description: 'The key of the text.' })
  key: string;

  @Field(() => LanguageEnum, { description: 'Its language.' })
  language: ProfileLanguage;

  @Field(() => String, {
    nullable: true,
    description: 'The subject to be tried; without it the draft’s, or the present one.',
  })
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The body to be tried; without it the draft’s, or the present one.',
  })
  body?: string | null;
}

@InputType({ description: 'A text to be kept as a draft.' })
export class SaveNoticeTemplateInput {
  @Field(() => String, { description: 'Its key, of noticeTemplates.' })
  key: string;

  @Field(() => LanguageEnum, { description: 'Its language.' })
  language: ProfileLanguage;

  @Field(() => String, {
    description: `The subject, one line, ${WORDS}: up to 60 characters in Korean, 90 in English.`,
  })
  subject: string;

  @Field(() => String, { description: `The body, up to 4,000 characters, ${WORDS}.` })
  body: string;
}

@InputType({ description: 'A draft to be given up.' })
export class DiscardNoticeTemplateInput {
  @Field(() => String, { description: 'Its key.' })
  key: string;

  @Field(() => LanguageEnum, { description: 'Its language.' })
  language: ProfileLanguage;
}

@InputType({ description: 'The drafts of a text, to be sent from the next notice on.' })
export class PublishNoticeTemplateInput {
  @Field(() => String, { description: 'The key.' })
  key: string;

  @Field(() => Int, {
    description: 'The version that they replace, as it was read: STALE_VERSION when it is another now.',
  })
  version: number;
}

@ObjectType({ description: 'The answer of what is done to a text.' })
export class NoticeTemplatePayload {
  @Field(() => TemplateType, {
    nullable: true,
    description: 'The text as it is now, in the caller’s language or that of the input.',
  })
  template: TemplateType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

export const toLanguage = (language: ProfileLanguage): Language => (language === 'KO' ? 'ko' : 'en');

export function toTemplateType({ key, language, version, subject, body, draft, versions }: EditedText): TemplateType {
  const { eventType, audience } = keyParts(key);
  return {
    ...{ key, kind: eventType, audience, language: language === 'ko' ? 'KO' : 'EN' },
    ...{ version, subject, body, words: [...wordsFor(key)], keptWords: [...keptWords(key, language)] },
    requiredBy: audience === 'CITIZEN' ? (REQUIRED_BY[eventType] ?? null) : null,
    draft: draft && { subject: draft.subject, body: draft.body, savedAt: draft.savedAt },
    versions: versions.map(toVersionType),
  };
}

const toVersionType = ({ version, subject, body, publishedAt }: TemplateEntity): TemplateVersionType => ({
  ...{ version, subject, body, publishedAt },
});
