import fc from 'fast-check';
import { SMALLEST_GROUP } from './figure';
import { type Cell, hide } from './suppress';

const cells = (...ns: number[]): Cell[] => ns.map((n, index) => ({ key: String.fromCharCode(65 + index), n }));
const hidden = (withTotal: boolean, ...ns: number[]) => {
  const { keys, total } = hide(cells(...ns), withTotal);
  return [[...keys].sort().join(''), total];
};

describe('what of a column is not shown', () => {
  it.each([
    ['nothing where all have five', true, [5, 9], '', false],
    ['a small one where no total tells', false, [4, 9], 'A', false],
    ['with the total, the next smallest as well', true, [4, 30, 9], 'AC', false],
    ['several small ones that are five together', true, [2, 3, 9], 'AB', false],
    ['two small ones that are not, with a third', true, [1, 3, 9, 8], 'ABD', false],
    ['nobody without a case', true, [0, 0, 7], '', false],
    ['the only one, and then the total', true, [3, 0], 'A', true],
    ['a tie by code, so that it is always the same', true, [1, 7, 7], 'AB', false],
  ] as const)('%s', (_title, withTotal, ns, keys, total) => expect(hidden(withTotal, ...ns)).toEqual([keys, total]));

  it('is also who is hidden for another reason, and then whoever the total would tell', () => {
    expect(hide(cells(9, 3, 30), true, new Set(['A']))).toEqual({ keys: new Set(['A', 'B']), total: false });
    expect(hide(cells(0, 9), true, new Set(['A']))).toEqual({ keys: new Set(), total: false });
  });

  it('cannot be reckoned: whatever is left of the total is of nobody, or of five and more', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (ns) => {
        const column = cells(...ns);
        const { keys, total } = hide(column, true);
        for (const { key, n } of column) if (n > 0 && n < SMALLEST_GROUP) expect(keys).toContain(key);
        if (total) return;
        // An attacker takes from the total whatever is shown: all of it, since each part less leaves a shown one in.
        const rest = column.filter(({ key }) => keys.has(key)).reduce((sum, { n }) => sum + n, 0);
        expect(rest === 0 || rest >= SMALLEST_GROUP).toBe(true);
      }),
    ));
});
