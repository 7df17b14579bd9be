import fc from 'fast-check';
import { decideHandingOver, maskReference } from './handing-over';
import { type Pieces, lotFaults, makeUp } from './stock';

const worth = (pieces: readonly Pieces[]): number =>
  pieces.reduce((sum, each) => sum + each.faceValue * each.pieces, 0);

it.each([
  [
    'the largest first',
    30_000,
    [
      [10_000, 5],
      [5_000, 5],
    ],
    [[10_000, 3]],
  ],
  [
    'smaller ones where the large do not fit',
    15_000,
    [
      [10_000, 5],
      [5_000, 5],
    ],
    [
      [10_000, 1],
      [5_000, 1],
    ],
  ],
  [
    'fewer large ones where the rest could not be made up else',
    60_000,
    [
      [50_000, 1],
      [20_000, 3],
    ],
    [[20_000, 3]],
  ],
  ['to the won for local currency', 12_345, [[1, 20_000]], [[1, 12_345]]],
  ['not with too little', 30_000, [[10_000, 2]], undefined],
  ['not with what does not fit', 15_000, [[10_000, 9]], undefined],
  ['not with nothing', 5_000, [], undefined],
] as const)('makes up an amount %s', (_name, amount, stock, expected) => {
  const pieces = (list: readonly (readonly [number, number])[]) =>
    list.map(([faceValue, count]) => ({ faceValue, pieces: count }));
  expect(makeUp(amount, pieces(stock))).toEqual(expected && pieces(expected));
});

it('finds a way whenever there is one, and never takes more than there is', () => {
  const lots = fc.uniqueArray(fc.constantFrom(1_000, 3_000, 5_000, 7_000, 10_000, 50_000), { maxLength: 4 });
  fc.assert(
    fc.property(
      lots,
      fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
      fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
      (values, there, wanted) => {
        const stock = values.map((faceValue, at) => ({ faceValue, pieces: there[at]! }));
        const amount = worth(values.map((faceValue, at) => ({ faceValue, pieces: Math.min(there[at]!, wanted[at]!) })));
        const made = makeUp(amount, stock)!;
        expect(worth(made)).toBe(amount);
        for (const { faceValue, pieces } of made)
          expect(pieces).toBeLessThanOrEqual(stock.find((each) => each.faceValue === faceValue)!.pieces);
      },
    ),
  );
});

it('says soon that a large stock cannot', () => {
  const stock = [50_000, 30_000, 20_000, 10_000].map((faceValue) => ({ faceValue, pieces: 100_000 }));
  expect(makeUp(9_999_000, stock)).toBeUndefined();
});

it.each([
  [{ form: 'LOCAL_CURRENCY' as const, faceValue: 1, pieces: 1_000_000 }, []],
  [{ form: 'LOCAL_CURRENCY' as const, faceValue: 1_000, pieces: 1 }, ['faceValue']],
  [{ form: 'GIFT_CERTIFICATE' as const, faceValue: 10_000, pieces: 1 }, []],
  [{ form: 'GIFT_CERTIFICATE' as const, faceValue: 500, pieces: 1 }, ['faceValue']],
  [{ form: 'GIFT_CERTIFICATE' as const, faceValue: 501_000, pieces: 1 }, ['faceValue']],
  [{ form: 'GIFT_CERTIFICATE' as const, faceValue: 10_000, pieces: 0 }, ['pieces']],
  [{ form: 'GIFT_CERTIFICATE' as const, faceValue: 10_000, pieces: 1_000_001 }, ['pieces']],
])('takes %p or says what is wrong with it', (lot, fields) =>
  expect([...lotFaults(lot)].map(({ path }) => path?.join('.'))).toEqual(fields),
);

describe('what is handed over', () => {
  const setAside = [
    { faceValue: 10_000, pieces: 2 },
    { faceValue: 5_000, pieces: 1 },
  ];
  const right = [
    { faceValue: 10_000, numbers: ['gc-0001 0001', 'GC00010002'] },
    { faceValue: 5_000, numbers: ['GC00050001'] },
  ];
  const certificates = (given: typeof right, wallet: string | null = null) =>
    decideHandingOver('GIFT_CERTIFICATE', 25_000, setAside, { certificates: given, wallet });

  it('is what was set aside, each piece by its number', () =>
    expect(certificates(right)).toEqual({
      ok: true,
      value: [
        { faceValue: 10_000, reference: 'GC00010001' },
        { faceValue: 10_000, reference: 'GC00010002' },
        { faceValue: 5_000, reference: 'GC00050001' },
      ],
    }));

  it.each([
    ['one is missing', right.slice(0, 1)],
    ['there is one more', [...right, { faceValue: 1_000, numbers: ['GC00090001'] }]],
    ['one is of another value', [right[0]!, { faceValue: 1_000, numbers: ['GC00050001'] }]],
    ['a number is given twice', [{ faceValue: 10_000, numbers: ['GC00010001', 'gc 0001 0001'] }, right[1]!]],
    ['a number is none', [{ faceValue: 10_000, numbers: ['GC00010001', '??'] }, right[1]!]],
  ])('is refused when %s', (_name, given) =>
    expect(certificates(given)).toMatchObject({
      ok: false,
      refusals: [{ code: 'INVALID_VALUE', path: ['certificates'] }],
    }),
  );

  it('is a charge to one card or wallet for local currency', () => {
    const charge = (wallet: string | null, given: typeof right = []) =>
      decideHandingOver('LOCAL_CURRENCY', 12_000, [{ faceValue: 1, pieces: 12_000 }], { certificates: given, wallet });
    expect(charge('9410-1234-5678-9012')).toEqual({
      ok: true,
      value: [{ faceValue: 12_000, reference: '9410123456789012' }],
    });
    expect(charge(null)).toMatchObject({ refusals: [{ path: ['wallet'] }] });
    expect(charge('9410123456789012', right)).toMatchObject({ refusals: [{ path: ['certificates'] }] });
    expect(certificates(right, '9410123456789012')).toMatchObject({ refusals: [{ path: ['wallet'] }] });
  });

  it('is shown by its last four characters', () => expect(maskReference('GC00010001')).toBe('****0001'));
});
