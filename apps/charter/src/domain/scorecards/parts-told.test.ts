import fc from 'fast-check';
import { type ToldPart, isTold, tellsOfHidden } from './parts-told';
import { SCORECARD_PARTS, type ScorecardPart } from './period';

const shown = (...parts: ScorecardPart[]): ToldPart[] => parts.map((part) => ({ part, shown: true }));
const hidden = (...parts: ScorecardPart[]): ToldPart[] => parts.map((part) => ({ part, shown: false }));

describe('a figure that was hidden in another part of the year', () => {
  it.each<[ScorecardPart, ToldPart[], boolean]>([
    ['YEAR', [...shown('Q1', 'Q2', 'Q3'), ...hidden('Q4')], true],
    ['YEAR', [...shown('FIRST_HALF', 'Q3'), ...hidden('Q4')], true],
    ['YEAR', [...shown('Q1', 'Q2'), ...hidden('Q3', 'Q4')], false],
    ['FIRST_HALF', [...shown('Q1'), ...hidden('Q2')], true],
    ['Q2', [...shown('FIRST_HALF'), ...hidden('Q1')], true],
    ['SECOND_HALF', [...shown('YEAR'), ...hidden('FIRST_HALF')], true],
    ['Q3', [...shown('FIRST_HALF'), ...hidden('Q1')], false],
    ['YEAR', shown('Q1', 'Q2', 'Q3', 'Q4'), false],
    ['YEAR', [], false],
  ])('is told by %s beside %j: %s', (part, told, tells) => expect(tellsOfHidden(part, told)).toBe(tells));

  it('is never told by a later part, whatever the order in which they are published', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...SCORECARD_PARTS]), fc.func(fc.boolean()), (order, isSmall) => {
        const told: ToldPart[] = [];
        /** Hidden, and not to be reckoned when it was published. */
        const secret: ScorecardPart[] = [];
        for (const part of order) {
          const before = told.filter((one) => one.shown).map((one) => one.part);
          const hide = isSmall(part) || tellsOfHidden(part, told);
          if (hide && !isTold(part, before)) secret.push(part);
          told.push({ part, shown: !hide });
          const now = told.filter((one) => one.shown).map((one) => one.part);
          for (const one of secret) expect([one, isTold(one, now)]).toEqual([one, false]);
        }
      }),
    ));
});
