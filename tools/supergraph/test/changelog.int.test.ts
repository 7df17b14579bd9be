import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CHANGELOG, Repository, run, writeChangelog } from '../src';
import { Checkout, TODAY } from './fixtures/checkout';

const api = (fields: string, more = '') => `type Query { "All of them." proposals: [String!] ${fields} } ${more}`;
const FIRST = api('');
const SECOND = api('"Told." extra("Told." a: Int): Kind', '"Told." enum Kind { "Told." ONE }');
const THIRD = api(
  '"Told." extra("Told." a: Int, "Told." b: Int): Kind @deprecated(reason: "2027-06-30: use proposals")',
  '"Told." enum Kind { "Told." ONE "Told." TWO }',
);

describe('the changelog of the API', () => {
  let checkout: Checkout;
  beforeEach(async () => {
    checkout = new Checkout().on('2026-11-01');
    checkout.commit('build: a repository');
    await checkout.land('feat: first', FIRST);
    await checkout.on('2026-11-02').land('feat(city): second', SECOND);
  });
  afterEach(() => checkout.remove());
  const text = () => checkout.repository.read(CHANGELOG)!;
  const section = (title: string) =>
    text()
      .split('\n## ')
      .find((one) => one.startsWith(title));

  it('tells the newest change, and those before it by day and subject', async () => {
    expect(section('Newest')).toMatch(/Added queries `extra`\n- Added types `Kind`\n/);
    expect(section('2026-11-01 · feat: first')).toContain('The first version');
    await checkout.on('2026-12-01').land('feat: third', THIRD);
    expect(section('2026-11-02 · feat(city): second')).toContain('Added queries `extra`');
    expect(section('Newest')).toMatch(
      /Deprecated: `Query.extra`, 2027-06-30: use proposals\n.*'TWO' was added to enum 'Kind'\n.*Added queries `extra\(b\)`/s,
    );
    expect(section('Deprecated now')).toContain('| `Query.extra` | 2027-06-30 | use proposals |');
  });

  it('tells what breaks clients with the reason, and what goes as announced', async () => {
    await checkout.land('feat!: other\n\nBREAKING CHANGE: nobody used it', api('"Told." extra: Int'));
    await checkout.land('feat: third', api('"Told." extra: Int @deprecated(reason: "2027-06-30: use proposals")'));
    await checkout.on('2027-07-01').land('feat: gone', FIRST);
    expect(section('2026-11-02 · feat!: other')).toMatch(
      /\*\*Breaks clients\*\* \(nobody used it\):\n {2}- .*'Kind' was removed/,
    );
    expect(section('Newest')).toContain('- Removed as announced: `Query.extra`');
    expect(section('Deprecated now')).toContain('Nothing.');
  });

  it('is committed with a change and stays fresh until the next, whatever else is committed', async () => {
    await checkout.write(THIRD);
    const before = text();
    const fresh = async () => {
      expect((await checkout.check(THIRD, { today: TODAY })).faults.join()).not.toContain(CHANGELOG);
      await writeChangelog(checkout.repository);
      expect(text()).toBe(before);
    };
    await fresh();
    checkout.on('2026-12-01').commit('feat: third');
    await fresh();
    checkout.commit('docs: something else');
    await fresh();
    checkout.repository.write(CHANGELOG, before.replace('extra', 'other'));
    expect((await checkout.check(THIRD)).faults.join()).toContain(CHANGELOG);
  });

  it('is the same after a rebase on other work', async () => {
    checkout.git('checkout', '-q', '-b', 'work');
    await checkout.on('2026-12-01').land('feat: third', THIRD);
    const before = text();
    checkout.git('checkout', '-q', 'main');
    checkout.on('2026-12-02').commit('docs: something else');
    checkout.git('rebase', '-q', 'main', 'work');
    await writeChangelog(checkout.repository);
    expect(text()).toBe(before);
  });

  it('is left alone, and that is said, where a clone has no history', async () => {
    const shallow = join(checkout.root, 'shallow');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${checkout.root}`, shallow]);
    const clone = new Repository(shallow);
    const { faults, notes } = await run(clone, { participation: SECOND }, { check: true, today: TODAY });
    expect(faults).toEqual([]);
    expect(notes.join()).toContain('The changelog of the API was not looked at: this clone is shallow');
    await expect(writeChangelog(clone)).rejects.toThrow('git fetch --unshallow');
  });
});
