import { createContext, useContext } from 'react';
import type { Trouble } from '../request/trouble';
import type { Language } from '../texts';
import type { SchemaState } from './schema';
import type { DemoPerson } from './start';

/** Who is asking, in which language, and what the graph looks like to them. */
export interface Session {
  readonly language: Language;
  setLanguage(language: Language): void;
  /** `undefined` while unknown; empty outside development. */
  readonly people: readonly DemoPerson[] | undefined;
  /** The chosen demo person, or `anonymous`. */
  readonly person: string;
  setPerson(name: string): void;
  /** The token that the user brought, where there are no demo people. */
  readonly ownToken: string;
  setOwnToken(token: string): void;
  /** With what requests are sent; undefined for an anonymous caller. */
  readonly bearer: string | undefined;
  readonly schema: SchemaState;
  readonly trouble: Trouble | undefined;
  /** What the workbench does before a request is sent. */
  readonly beforeSending: { current: () => void };
}

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

/** @throws {Error} outside the page */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session here.');
  return session;
}

/** Chooses a demo person if there is one of that name. */
export const choosePerson = ({ people = [], setPerson }: Session, name: string | undefined): void => {
  if (name === 'anonymous' || people.some((one) => one.name === name)) setPerson(name!);
};
