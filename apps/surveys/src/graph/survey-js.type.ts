import { Field, ObjectType } from 'type-graphql';
import type { Language } from '@charter/contracts';
import type { Unfit } from '../domain/surveyjs/format';
import { SurveyPayload } from './survey.type';

@ObjectType('SurveyUnfit', { description: 'What of a questionnaire the other format has no place for.' })
export class UnfitType {
  @Field(() => String, { description: 'Where: the name of a question, page or panel, and after a dot the property.' })
  place: string;

  @Field(() => String, { description: 'What became of it, in the language of Accept-Language.' })
  message: string;
}

export const toUnfitType =
  (language: Language) =>
  ({ place, message }: Unfit): UnfitType => ({ place, message: message[language] });

@ObjectType('SurveyJs', { description: 'A questionnaire in SurveyJS’s format.' })
export class SurveyJsType {
  @Field(() => String, { description: 'The questionnaire, as JSON.' })
  json: string;

  @Field(() => [UnfitType], { description: 'What is left out, because SurveyJS has no place for it.' })
  unfit: UnfitType[];
}

@ObjectType({ description: 'The answer of importSurvey.' })
export class ImportSurveyPayload extends SurveyPayload {
  @Field(() => [UnfitType], { description: 'What was left out or changed, because it did not fit.' })
  unfit: UnfitType[];
}
