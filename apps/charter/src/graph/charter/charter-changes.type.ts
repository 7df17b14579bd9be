import { Field, ObjectType } from 'type-graphql';
import { graphEnum, PublicWithin } from '@charter/service';
import {
  CHANGE_KINDS,
  CHARTER_SECTIONS,
  type ChangeKind,
  type CharterChange,
  type CharterSection,
  type TextChange,
  WORD_KINDS,
  type WordKind,
  type Words,
  changedWords,
} from '../../domain/charter/changes';

const CharterPlaceEnum = graphEnum('CharterPlace', 'A place in the charter.', CHARTER_SECTIONS, {
  TITLE: { description: 'The title (제목).' },
  PREAMBLE: { description: 'The preamble (전문).' },
  VISIT: { description: 'The common standards for visitors (방문).' },
  PHONE: { description: 'Those for the phone (전화).' },
  MAIL: { description: 'Those for letters (우편).' },
  ONLINE: { description: 'Those for what is done online (온라인).' },
  HANDLING: { description: 'Those for handling complaints (민원 처리).' },
  REDRESS: { description: 'Those for correcting mistakes and paying for them (시정 및 보상).' },
  DEPARTMENT: { description: 'A department’s own standards (개별이행기준).' },
  CITY_DUTIES: { description: 'What else the city binds itself to (시의 의무).' },
  CITIZEN_DUTIES: { description: 'What is asked of the citizen (시민 협조사항).' },
});

const CharterChangeKindEnum = graphEnum('CharterChangeKind', 'What became of a sentence.', CHANGE_KINDS, {
  ADDED: { description: 'It is new (신설).' },
  REMOVED: { description: 'It is gone (삭제).' },
  CHANGED: { description: 'It says something else (변경).' },
});

const CharterWordKindEnum = graphEnum('CharterWordKind', 'What became of some words.', WORD_KINDS, {
  KEPT: { description: 'They stand in both texts.' },
  ADDED: { description: 'They stand in the newer text alone.' },
  REMOVED: { description: 'They stood in the older text alone.' },
});

@PublicWithin()
@ObjectType('CharterWords', { description: 'Some words in a row.' })
export class CharterWordsType implements Words {
  @Field(() => CharterWordKindEnum, { description: 'What became of them.' })
  kind: WordKind;

  @Field(() => String, { description: 'The words, with the spaces around them.' })
  text: string;
}

@PublicWithin()
@ObjectType('CharterTextChange', { description: 'What a text was and is, in one language.' })
export class CharterTextChangeType implements TextChange {
  @Field(() => String, { nullable: true, description: 'What it said; null where there was none.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What it says; null where there is none any more.' })
  after: string | null;

  language: 'ko' | 'en';
}

@PublicWithin()
@ObjectType('CharterChange', {
  description:
    'A sentence, or a department’s standard with promise, measure and target a line each, that is not what it was.',
})
export class CharterChangeType {
  @Field(() => CharterPlaceEnum, { description: 'Where in the charter.' })
  place: CharterSection;

  @Field(() => String, {
    nullable: true,
    description: 'Whose own standard, by code; null for what the whole city says.',
  })
  departmentCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the sentence or standard; null for title and preamble.',
  })
  code: string | null;

  @Field(() => CharterChangeKindEnum, { description: 'What became of it.' })
  kind: ChangeKind;

  @Field(() => CharterTextChangeType, { description: 'In Korean.' })
  ko: CharterTextChangeType;

  @Field(() => CharterTextChangeType, { description: 'In English.' })
  en: CharterTextChangeType;
}

export const toChangeType = ({ section, departmentCode, code, kind, ko, en }: CharterChange): CharterChangeType => ({
  ...{ place: section, departmentCode, code, kind },
  ko: { ...ko, language: 'ko' },
  en: { ...en, language: 'en' },
});

export const toWords = (change: CharterTextChangeType): CharterWordsType[] => changedWords(change, change.language);
