import { CircuitState } from 'cockatiel';
import { Verdict } from './verdict';

const { Closed, HalfOpen } = CircuitState;

describe('the verdict on a subgraph', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void jest.useRealTimers());

  const failures = (verdict: Verdict, count: number): boolean[] =>
    Array.from({ length: count }, () => verdict.failure(Closed));

  it('is down at the fifth failure in a row', () => {
    expect(failures(new Verdict(), 5)).toEqual([false, false, false, false, true]);
  });

  it('is not down when an answer comes between', () => {
    const verdict = new Verdict();
    failures(verdict, 4);
    verdict.success(Closed);
    expect(failures(verdict, 4)).toEqual([false, false, false, false]);
  });

  it('is down when more than half of many calls fail, though never five in a row', () => {
    const verdict = new Verdict();
    const told = Array.from({ length: 30 }, () => {
      verdict.success(Closed);
      jest.advanceTimersByTime(100);
      return failures(verdict, 2);
    });
    expect(told[0]).toEqual([false, false]);
    expect(told.flat()).toContain(true);
  });

  it('is down at the first failure after it has come back, until it has answered three times', () => {
    const verdict = new Verdict();
    failures(verdict, 5);
    verdict.success(HalfOpen);
    verdict.success(Closed);
    expect(verdict.failure(Closed)).toBe(true);
    verdict.success(HalfOpen);
    for (let answers = 0; answers < 3; answers++) verdict.success(Closed);
    expect(verdict.failure(Closed)).toBe(false);
  });

  it('can be kept and taken up again', () => {
    const [before, after] = [new Verdict(), new Verdict()];
    failures(before, 4);
    after.state = before.state;
    expect(after.failure(Closed)).toBe(true);
  });
});
