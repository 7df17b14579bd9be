import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Repository, run } from '../src';
import { Checkout, TODAY } from './fixtures/checkout';

const api = (extra: string, more = '') => `type Query { "All of them." proposals: [String!] ${extra} } ${more}`;
const WITH = api('"Told." extra: Int');
const WITHOUT = api('');
const deprecated = (reason: string) => api(`"Told." extra: Int @deprecated(reason: "${reason}")`);

describe('a change of the API', () => {
  let checkout: Checkout;
  beforeEach(async () => {
    checkout = new Checkout().on('2026-11-01');
    await checkout.land('feat: nothing yet', WITHOUT);
    await checkout.land('feat: first', WITH);
  });
  afterEach(() => checkout.remove());

  describe('that is not committed', () => {
    it('is held against the last commit, and is refused when it breaks clients', async () => {
      await checkout.write(WITHOUT);
      expect((await checkout.check(WITHOUT)).faults.join()).toMatch(/break clients of \w{8}[^]*'extra' was removed/);
    });

    it('may break them with a reason', async () => {
      await checkout.write(WITHOUT);
      const { faults, notes } = await checkout.check(WITHOUT, { allowBreaking: 'nobody used it' });
      expect(faults).toEqual([]);
      expect(notes.join()).toMatch(/as intended[^]*'extra' was removed[^]*\(nobody used it\)/);
    });

    it('is told of, and not refused, when it is merely dangerous', async () => {
      const kinds = (values: string) => api('"Told." kind: Kind', `"Told." enum Kind { ${values} }`);
      await checkout.land('feat: kinds', kinds('"Told." ONE'));
      await checkout.write(kinds('"Told." ONE "Told." TWO'));
      const { faults, notes } = await checkout.check(kinds('"Told." ONE "Told." TWO'));
      expect(faults).toEqual([]);
      expect(notes.join()).toMatch(/break nobody who expected them[^]*'TWO' was added to enum 'Kind'/);
    });
  });

  describe('that is the last commit on main', () => {
    it('is held against the commit before it', async () => {
      await checkout.land('feat: less', WITHOUT);
      expect((await checkout.check(WITHOUT)).faults.join()).toContain("'extra' was removed");
    });

    it('may break clients when its message says why', async () => {
      await checkout.land('feat!: less\n\nBREAKING CHANGE: nobody used extra,\nas the logs say\n\nRefs: 8', WITHOUT);
      const { faults, notes } = await checkout.check(WITHOUT);
      expect(faults).toEqual([]);
      expect(notes.join()).toContain('(nobody used extra, as the logs say)');
    });

    it('may not with an exclamation mark, or with the words and no reason', async () => {
      await checkout.land('feat!: less\n\nBREAKING CHANGE:', WITHOUT);
      expect((await checkout.check(WITHOUT)).faults.join()).toContain("'extra' was removed");
    });
  });

  describe('on a branch', () => {
    beforeEach(() => void checkout.git('checkout', '-q', '-b', 'work'));

    it('is held against where the branch left main, however many commits come after it', async () => {
      await checkout.land('feat: less', WITHOUT);
      checkout.commit('docs: something else');
      expect((await checkout.check(WITHOUT)).faults.join()).toContain("'extra' was removed");
    });

    it('may break clients when the commit that does it says why', async () => {
      await checkout.land('feat: less\n\nBREAKING CHANGE: nobody used it', WITHOUT);
      checkout.commit('docs: something else');
      expect((await checkout.check(WITHOUT)).faults).toEqual([]);
    });

    it('is not excused by the reason of another commit', async () => {
      const more = api('"Told." extra: Int "Told." other: Int');
      checkout.git('checkout', '-q', 'main');
      await checkout.land('feat: other', more);
      checkout.git('checkout', '-q', '-B', 'work');
      await checkout.land('feat: less\n\nBREAKING CHANGE: nobody used extra', api('"Told." other: Int'));
      await checkout.land('feat: still less', WITHOUT);
      const { faults, notes } = await checkout.check(WITHOUT);
      expect(faults.join()).toContain("'other' was removed");
      expect(faults.join()).not.toContain("'extra'");
      expect(notes.join()).toContain("'extra' was removed");
    });

    it('breaks nobody with what it added itself', async () => {
      const more = api('"Told." extra: Int "Told." mine: Int');
      await checkout.land('feat: mine', more);
      await checkout.land('feat: not mine after all', WITH);
      expect(await checkout.check(WITH)).toEqual({ faults: [], notes: [] });
    });

    it('is held against what has been published, where there is a remote main', async () => {
      checkout.git('checkout', '-q', 'main');
      checkout.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      await checkout.land('feat: less', WITHOUT);
      checkout.commit('docs: something else');
      expect((await checkout.check(WITHOUT)).faults.join()).toContain("'extra' was removed");
      expect((await checkout.check(WITHOUT, { base: 'HEAD~1' })).faults).toEqual([]);
    });
  });

  describe('that deprecates', () => {
    const land = async (message: string, sdl: string, day: string) => {
      await checkout.on(day).land(message, sdl);
      return checkout.check(sdl);
    };
    const good = 'use proposals';

    it('names a day and what to use instead', async () => {
      expect((await land('feat: go', deprecated(`2027-06-30: ${good}`), '2026-12-01')).faults).toEqual([]);
      expect(
        (await land('feat: go', deprecated('2027-06-30: nothing replaces it: it never worked.'), '2026-12-01')).faults,
      ).toEqual([]);
    });

    it.each([
      ['use proposals', 'is not of the form'],
      ['2027-02-30: use proposals', 'is not of the form'],
      ['2027-06-30', 'is not of the form'],
      ['2027-06-30: nothing replaces it', 'is not of the form'],
      ['2027-06-30: use something', 'what replaces it, something, is not in the API'],
      ['2027-06-30: use extra', 'what replaces it, extra, is deprecated as well'],
      ['2026-11-30: use proposals', 'is less than 90 days from 2026-12-01'],
      ['2027-02-28: use proposals', 'is less than 90 days from 2026-12-01'],
    ])('is refused when it says "%s"', async (reason, fault) => {
      expect((await land('feat: go', deprecated(reason), '2026-12-01')).faults.join()).toContain(fault);
    });

    it('stands when its day comes nearer, and cannot be hurried', async () => {
      await land('feat: go', deprecated(`2027-06-30: ${good}`), '2026-12-01');
      expect((await land('docs: later', deprecated(`2027-06-30: ${good}`), '2027-06-01')).faults).toEqual([]);
      expect((await land('feat: hurry', deprecated(`2027-05-31: ${good}`), '2027-01-01')).faults.join()).toContain(
        'was announced for 2027-06-30, and cannot go on 2027-05-31',
      );
    });

    it('may be taken away when its day has come, and not before', async () => {
      await land('feat: go', deprecated(`2027-06-30: ${good}`), '2026-12-01');
      expect((await land('feat: gone', WITHOUT, '2027-06-29')).faults.join()).toContain(
        "'extra' (deprecated) was removed",
      );
      checkout.git('reset', '-q', '--hard', 'HEAD~1');
      expect(await land('feat: gone', WITHOUT, '2027-06-30')).toEqual({ faults: [], notes: [] });
    });

    it('takes with it the types that nothing else leads to, and no other', async () => {
      const types = '"Told." type Only { "Told." a: Int } "Told." type Shared { "Told." a: Int }';
      const fields = (mark: string, rest: string) => api(`${mark} "Told." shared: Shared`, rest);
      const old = `"Told." only: Only @deprecated(reason: "2027-06-30: use shared") "Told." also: Shared @deprecated(reason: "2027-06-30: use shared")`;
      await land('feat: go', fields(old, types), '2026-12-01');
      const left = fields('', '"Told." type Shared { "Told." a: Int }');
      expect((await land('feat: gone', left, '2027-07-01')).faults).toEqual([]);
      checkout.git('reset', '-q', '--hard', 'HEAD~1');
      expect((await land('feat: too much', WITHOUT, '2027-07-01')).faults.join()).toMatch(
        /'Shared' was removed[^]*'shared' was removed/,
      );
    });

    it('may be an argument, a field of an input or a value of an enum', async () => {
      const mark = '@deprecated(reason: "2027-06-30: nothing replaces it: unused")';
      const all = (old: boolean) =>
        api(
          `"Told." found("Told." by: By, "Told." b: Int ${old ? `"Told." a: Int ${mark}` : ''}): Kind`,
          `"Told." input By { "Told." b: Int ${old ? `"Told." a: Int ${mark}` : ''} } "Told." enum Kind { "Told." B ${old ? `"Told." A ${mark}` : ''} }`,
        );
      expect((await land('feat: go', all(true), '2026-12-01')).faults.join()).not.toContain('deprecations');
      expect((await land('feat: gone', all(false), '2027-01-01')).faults.join()).toMatch(/'a'[^]*'A'/);
      checkout.git('reset', '-q', '--hard', 'HEAD~1');
      expect((await land('feat: gone', all(false), '2027-07-01')).faults).toEqual([]);
    });
  });

  it('says clearly when a clone knows too little of the past to tell', async () => {
    await checkout.land('feat: less', WITHOUT);
    const shallow = join(checkout.root, 'shallow');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${checkout.root}`, shallow]);
    const { faults, notes } = await run(
      new Repository(shallow),
      { participation: WITHOUT },
      { check: true, today: TODAY },
    );
    expect(faults).toEqual([]);
    expect(notes.join()).toMatch(/was not looked at: this clone ends at its last commit: git fetch --deepen 1/);
  });
});
