import type { Target } from '../address';
import { type Visit, hrefOf } from '../visit';

/** How many years back a page leads: what is older has its address all the same. */
const YEARS = 5;

interface Props {
  readonly visit: Visit;
  /** The year that is shown. */
  readonly year: number;
  readonly to: (year: number) => Target;
}

/** The same page of other years. */
export function YearLinks({ visit, year, to }: Props) {
  const { words, thisYear } = visit;
  const years = [...new Set([...Array.from({ length: YEARS }, (_, back) => thisYear - back), year])].sort(
    (a, b) => b - a,
  );
  return (
    <nav aria-label={words.otherYears} className="choices">
      <ul>
        {years.map((one) => (
          <li key={one}>
            <a href={hrefOf(visit, to(one))} aria-current={one === year ? 'true' : undefined}>
              {words.yearLink(String(one))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
