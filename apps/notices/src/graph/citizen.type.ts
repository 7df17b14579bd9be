import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '@charter/service';
import type { PersonKind, ProfileLanguage } from '../domain/profile';

const LanguageEnum = { KO: 'KO', EN: 'EN' } as const;
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
}

@InputType({ description: 'One’s own profile. Kept encrypted.' })
export class UpdateProfileInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'E-mail address; this or a phone number is required.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number, such as 010-1234-5678.' })
  phone?: string | null;

  @Field(() => LanguageEnum, { defaultValue: 'KO', description: 'The language in which to write.' })
  language: ProfileLanguage;
}

@ObjectType({ description: 'The answer of updateProfile.' })
export class UpdateProfilePayload {
  @Field(() => CitizenType, { nullable: true, description: 'The profile as it is now.' })
  me: CitizenType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
