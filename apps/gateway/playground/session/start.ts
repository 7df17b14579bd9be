import { primeSchema } from './introspection';
import { keptValue } from './storage';

// Read before all else, by itself: people and schema are asked for while the rest of the page is still being read.

export interface DemoPerson {
  readonly name: string;
  readonly token: string;
}

/** The demo people; none outside development. @throws {Error} when the server cannot be reached */
export async function askForPeople(): Promise<readonly DemoPerson[]> {
  const answer = await fetch('/playground/people.json');
  return answer.ok ? ((await answer.json()) as { people: DemoPerson[] }).people : [];
}

async function begin(): Promise<readonly DemoPerson[]> {
  const people = await askForPeople().catch(() => []);
  const token = people[0]?.token ?? keptValue('token', sessionStorage);
  if (token) primeSchema(token);
  return people;
}

export const FIRST_PEOPLE: Promise<readonly DemoPerson[]> = begin();
