import type { GraphQLError } from 'graphql';
import type { Language, Message } from '@charter/contracts';
import type { Person, PersonRole } from '../caller/person';
import { publicError } from '../errors/public-error';
import type { TrustedDocuments } from './trusted-documents';

/** `off`: there are none. `also`: registered ones by their id, and any other. `only`: registered ones alone. */
type TrustedMode = 'off' | 'also' | 'only';

const TEXTS = {
  unknown: {
    ko: '등록되지 않은 작업 번호(documentId)입니다. 배포된 등록 목록에 있는지 확인하여 주십시오.',
    en: 'No operation is registered under this documentId: see that its manifest was given to the gateway.',
  },
  only: {
    ko: '이 서버는 등록된 작업만 실행합니다. 등록된 작업의 documentId를 보내 주십시오.',
    en: 'This endpoint runs registered operations only: send the documentId of one.',
  },
} as const satisfies Record<string, Message>;

/** What a request says about its text. */
export interface AskedDocument {
  readonly query?: string;
  readonly documentId?: string;
  /** Of the protocol of automatically persisted queries: SHA-256 of the text, in hex. */
  readonly sha256?: string;
}

export interface RegisteredOnlySettings {
  readonly mode: TrustedMode;
  readonly documents: TrustedDocuments;
  /** Who may send any text even where only registered ones run. */
  readonly exempt: readonly PersonRole[];
}

/** Which text a request means by the operations that are registered, and whether it may run. */
export class RegisteredOnly {
  constructor(private readonly settings: RegisteredOnlySettings) {}

  /** Whether this caller may send a text of their own, and have it kept under its hash. */
  isFreeFor(person: Person | undefined): boolean {
    const { mode, exempt } = this.settings;
    return mode !== 'only' || (person?.roles.some((role) => exempt.includes(role)) ?? false);
  }

  /**
   * The registered text that is meant; undefined where the request brings its own, or the hash of one that is kept elsewhere.
   * @throws {GraphQLError} OPERATION_NOT_REGISTERED
   */
  textFor(
    { query, documentId, sha256 }: AskedDocument,
    person: Person | undefined,
    language: Language,
  ): string | undefined {
    const { mode, documents } = this.settings;
    if (documentId !== undefined) {
      const text = mode === 'off' ? undefined : documents.textOf(documentId);
      if (text === undefined) throw notRegistered('unknown', language);
      return text;
    }
    if (mode === 'off') return undefined;
    const registered = sha256 === undefined ? undefined : documents.textOf(sha256);
    if (registered !== undefined && (query === undefined || query === registered)) return registered;
    if (this.isFreeFor(person) || (query !== undefined && sha256 === undefined && documents.has(query)))
      return undefined;
    throw notRegistered('only', language);
  }
}

const notRegistered = (text: keyof typeof TEXTS, language: Language): GraphQLError =>
  publicError('OPERATION_NOT_REGISTERED', TEXTS[text][language], { status: 400 });
