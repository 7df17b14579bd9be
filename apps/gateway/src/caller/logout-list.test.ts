import type { Logout } from '@charter/contracts';
import type { TokenFacts } from './bearer';
import { LogoutList } from './logout-list';

const HONG = '0197a000-0000-7000-8000-000000000001';
const KIM = '0197a000-0000-7000-8000-000000000002';
const NOW = 1_000_000;

const token = (facts: Partial<TokenFacts> = {}): TokenFacts => ({
  ...{ key: 'one', personId: HONG, issuedAt: NOW, expiresAt: NOW + 600, ...facts },
});
const logout = (facts: Partial<Logout>): Logout => ({
  ...{ kind: 'TOKEN', key: 'one', personId: HONG, issuedUpTo: NOW, until: NOW + 600, ...facts },
});

it.each<[string, Partial<Logout>, Partial<TokenFacts>, boolean]>([
  ['a token ends itself', {}, {}, true],
  ['and no other', {}, { key: 'two' }, false],
  ['a session ends its tokens', { kind: 'SESSION', key: 's1' }, { session: 's1' }, true],
  ['also those that it gave later', { kind: 'SESSION', key: 's1' }, { session: 's1', issuedAt: NOW + 9 }, true],
  ['also when it does not say whose', { kind: 'SESSION', key: 's1', personId: null }, { session: 's1' }, true],
  ['and not those of another session', { kind: 'SESSION', key: 's1' }, { session: 's2' }, false],
  ['but those that name none', { kind: 'SESSION', key: 's1' }, {}, true],
  ['unless they came later', { kind: 'SESSION', key: 's1' }, { issuedAt: NOW + 1 }, false],
  ['or are another’s', { kind: 'SESSION', key: 's1' }, { personId: KIM }, false],
  ['a person ends every token', { kind: 'PERSON', key: HONG }, { session: 's1' }, true],
  ['that they had', { kind: 'PERSON', key: HONG }, { issuedAt: NOW + 1 }, false],
  ['and nobody else’s', { kind: 'PERSON', key: HONG }, { personId: KIM }, false],
  ['what names one kind names no other', { kind: 'SESSION', key: 'one', personId: null }, {}, false],
])('%s', (_what, ended, asked, holdsNoMore) => {
  const list = new LogoutList(() => NOW * 1_000);
  list.add(logout(ended));
  expect(list.has(token(asked))).toBe(holdsNoMore);
});

it('keeps the later of two ends of one person, in whichever order they come', () => {
  for (const order of [
    [NOW, NOW + 5],
    [NOW + 5, NOW],
  ]) {
    const list = new LogoutList(() => NOW * 1_000);
    for (const issuedUpTo of order) list.add(logout({ kind: 'PERSON', key: HONG, issuedUpTo }));
    expect(list.has(token({ issuedAt: NOW + 5 }))).toBe(true);
  }
});

it('lets go of what has expired, however many log out', () => {
  let now = NOW;
  const list = new LogoutList(() => now * 1_000);
  for (let count = 0; count < 10_000; count += 1) {
    now += 1;
    list.add(logout({ key: `${count}`, until: now + 100 }));
  }
  expect(list.size).toBeLessThan(1_200);
  expect(list.has(token({ key: '9999' }))).toBe(true);
});
