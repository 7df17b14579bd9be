import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '@charter/service';
import type { Channel } from '../domain/channels';
import type { PersonKind, ProfileLanguage } from '../domain/profile';
import { ChannelEnum } from './notice-enums';

export const LanguageEnum = { KO: 'KO', EN: 'EN' } as const;
registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'The language in which somebody is written to.',
  valuesConfig: { KO: { description: 'Korean (한국어).' }, EN: { description: 'English.' } },
});

const KindEnum = { CITIZEN: 'CITIZEN', STAFF: 'STAFF' } as const;
registerEnumType(KindEnum, {
  name: 'PersonKind',
  description: 'What a person is to the city.',
  valuesConfig: { CITIZEN: { description: 'A citizen (시민).' }, STAFF: { description: 'One of its staff (직원).' } },
});

@ObjectType('QuietHours', { description: 'A part of every day, in Asia/Seoul, in which nothing goes out to somebody.' })
export class QuietHoursType {
  @Field(() => String, { description: 'When it begins, HH:MM on the 24-hour clock.' })
  from: string;

  @Field(() => String, { description: 'When it ends, HH:MM; the next day when that is earlier than its beginning.' })
  to: string;
}

@ObjectType('NoticePreferences', { description: 'How somebody wishes to be told.' })
export class NoticePreferencesType {
  @Field(() => [ChannelEnum], {
    nullable: true,
    description: 'By what, besides in the inbox, which everybody has; null while they have not said.',
  })
  channels: Channel[] | null;

  @Field(() => QuietHoursType, {
    nullable: true,
    description: 'When nothing goes out to them, but for what would come too late by their end; null for never.',
  })
  quietHours: QuietHoursType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many notices a day and channel the further ones come together; null for never.',
  })
  digestAfter: number | null;
}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('Department', { description: 'A department of the city (부서).' })
export class DepartmentType {
  @Field(() => String, { description: 'Its code.' })
  code: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Citizen', { description: 'A person of the platform: a citizen (시민), or one of the city’s staff.' })
export class CitizenType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name: in full for oneself, masked (홍*동) for staff, null for others or without a profile.',
  })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address: in full for oneself, masked for staff.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number: in full for oneself, masked for staff.' })
  phone: string | null;

  @Field(() => LanguageEnum, { nullable: true, description: 'The language in which to write.' })
  language: ProfileLanguage | null;

  @Field(() => KindEnum, { nullable: true, description: 'Citizen or staff; null for others or without a profile.' })
  kind: PersonKind | null;

  @Field(() => DepartmentType, { nullable: true, description: 'The department that one of the staff acts for.' })
  department: DepartmentType | null;

  @Field(() => NoticePreferencesType, {
    nullable: true,
    description: 'How they wish to be told: for oneself, once there is a profile; null for others.',
  })
  noticePreferences: NoticePreferencesType | null;
}

@InputType({ description: 'A part of every day, in Asia/Seoul, in which nothing goes out: up to 12 hours.' })
export class QuietHoursInput {
  @Field(() => String, { description: 'When it begins, HH:MM on the 24-hour clock, such as 22:00.' })
  from: string;

  @Field(() => String, { description: 'When it ends, HH:MM, such as 07:00; the next day when that is earlier.' })
  to: string;
}

@InputType({
  description: 'One’s own profile. Name and contacts are kept encrypted, and are those that are given here.',
})
export class UpdateProfileInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'E-mail address; this or a phone number is required.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number, such as 010-1234-5678.' })
  phone?: string | null;

  @Field(() => LanguageEnum, { defaultValue: 'KO', description: 'The language in which to write.' })
  language: ProfileLanguage;

  @Field(() => [ChannelEnum], {
    nullable: true,
    description:
      'By what to be told, besides in the inbox: an empty list for the inbox alone. Not given, it stays; null takes the wish back.',
  })
  channels?: Channel[] | null;

  @Field(() => QuietHoursInput, {
    nullable: true,
    description: 'When nothing is to go out. Not given, they stay; null for none.',
  })
  quietHours?: QuietHoursInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'After how many notices a day, by the same channel, the further ones are to come together, at 08:00 and 18:00: 1 to 100. Not given, it stays; null for never.',
  })
  digestAfter?: number | null;
}

@ObjectType({ description: 'The answer of updateProfile.' })
export class UpdateProfilePayload {
  @Field(() => CitizenType, { nullable: true, description: 'The profile as it is now.' })
  me: CitizenType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
