import { type AdmissionFacts, admissionFault } from './admission';

const now = new Date('2026-11-23T01:00:00Z');
const later = new Date('2026-11-23T01:00:00.001Z');
const facts = (changes: Partial<AdmissionFacts> = {}): AdmissionFacts => ({
  ...{ status: 'PUBLISHED', closesAt: null, expiresAt: null, ...changes },
});

it.each<[string, Partial<AdmissionFacts>, string | undefined]>([
  ['an open survey', {}, undefined],
  ['a survey that closes later', { closesAt: later }, undefined],
  ['a survey that closes now', { closesAt: now }, 'TOO_LATE'],
  ['a closed survey', { status: 'CLOSED', expiresAt: later }, 'TOO_LATE'],
  ['an invitation that ends later', { expiresAt: later }, undefined],
  ['an invitation that ends now', { expiresAt: now }, 'TOO_LATE'],
  ['an invitation to a version that was replaced', { status: 'REPLACED', expiresAt: later }, undefined],
  ['a replaced version without an invitation', { status: 'REPLACED' }, 'INVALID_STATE'],
  ['a replaced version that is closed', { status: 'REPLACED', closesAt: now }, 'TOO_LATE'],
])('takes or refuses an answer to %s', (_name, changes, code) =>
  expect(admissionFault(facts(changes), now)?.code).toBe(code),
);
