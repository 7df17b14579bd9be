import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { USER_ERROR_CODES, type Language, type Refusal, type UserErrorCode } from '@charter/contracts';

const ErrorCode = Object.fromEntries(USER_ERROR_CODES.map((code) => [code, code])) as { [C in UserErrorCode]: C };

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'What a user can cause and mend.',
  valuesConfig: {
    INVALID_STATE: { description: 'The thing is not in a state that allows this.' },
    TOO_LATE: { description: 'The time limit has passed.' },
    TOO_EARLY: { description: 'The time has not come.' },
    ALREADY_DONE: { description: 'It was done before.' },
    LIMIT_REACHED: { description: 'No more are allowed.' },
    INVALID_VALUE: { description: 'A value cannot be accepted: see message and path.' },
    RESIDENT_NUMBER_PRESENT: {
      description: 'The text contains a resident registration number (주민등록번호): remove it.',
    },
    CONSENT_REQUIRED: { description: 'The citizen has to consent first.' },
    CONFLICT_OF_INTEREST: { description: 'Somebody without an interest has to do this.' },
    SAME_PERSON: { description: 'Another person has to do this (four eyes).' },
    BUDGET_EXCEEDED: { description: 'The budget does not allow it.' },
    SLOT_TAKEN: { description: 'Somebody else took this slot.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'What a user can cause and mend. The payload’s other fields are null when there is one.' })
export class UserError {
  @Field(() => ErrorCode, { description: 'Stable code to program against.' })
  code: UserErrorCode;

  @Field(() => String, { description: 'What is wrong and what to do, in the language of Accept-Language (ko, en).' })
  message: string;

  @Field(() => [String], { nullable: true, description: 'Where in the input, such as ["petitioner", "phone"].' })
  path: string[] | null;
}

export const userErrors = (refusals: readonly Refusal[], language: Language): UserError[] =>
  refusals.map(({ code, message, path }) => ({ code, message: message[language], path: path ? [...path] : null }));
