import { useTexts } from '../texts';
import type { Entry } from './entries';

export interface ResultsProps {
  readonly entries: readonly Entry[];
  readonly choose: (entry: Entry) => void;
}

/** What was found. */
export function Results({ entries, choose }: ResultsProps) {
  const { kinds } = useTexts();
  return (
    <ul className="results">
      {entries.map((entry) => (
        <li key={`${entry.kind} ${entry.kind === 'story' ? entry.told : entry.name}`}>
          <button type="button" data-stop onClick={() => choose(entry)}>
            <span className={`kind ${entry.kind}`}>{kinds[entry.kind]}</span>
            <strong>{entry.name}</strong>
            <span className="told">{entry.told}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
