/** A language of the API's messages. */
export type Language = 'ko' | 'en';

/** A text for people, in both languages. */
export interface Message {
  readonly ko: string;
  readonly en: string;
}
