import { Away, type Page, type Visit } from '../visit';
import { InLanguage, Table } from './parts';

interface Meaning {
  readonly meaningKo: string;
  readonly meaningEn: string;
}
interface Column extends Meaning {
  readonly name: string;
  readonly type: string;
  readonly unit: string | null;
  readonly optional: boolean;
  readonly values: readonly (Meaning & { readonly value: string })[];
}

const DICTIONARY = `query CharterDictionary {
  scorecardDictionary { name type unit optional meaningKo meaningEn values { value meaningKo meaningEn } }
}`;

/** What the columns of the open data mean. */
export async function dictionaryPage(visit: Visit): Promise<Page> {
  const { words } = visit;
  const { data, isWhole } = await visit.read<{ scorecardDictionary: readonly Column[] | null }>(DICTIONARY);
  if (!data.scorecardDictionary) throw new Away();
  const told = ({ meaningKo, meaningEn }: Meaning) => <InLanguage visit={visit} ko={meaningKo} en={meaningEn} />;
  return {
    title: words.dictionary.title,
    lead: words.dictionary.lead,
    isWhole,
    body: (
      <Table
        id="dictionary"
        caption={words.dictionary.title}
        rows={data.scorecardDictionary}
        keyOf={({ name }) => name}
        columns={[
          { name: words.dictionary.column, cell: ({ name }) => <code>{name}</code> },
          {
            name: words.dictionary.meaning,
            cell: (column) => (
              <>
                {told(column)}
                {column.values.length > 0 && (
                  <ul>
                    {column.values.map((value) => (
                      <li key={value.value}>
                        <code>{value.value}</code>: {told(value)}
                      </li>
                    ))}
                  </ul>
                )}
              </>
            ),
          },
          {
            name: words.dictionary.type,
            cell: ({ type, unit }) => <code>{unit === null ? type : `${type}, ${unit}`}</code>,
          },
          {
            name: words.dictionary.optional,
            cell: ({ optional }) => (optional ? words.dictionary.yes : words.dictionary.no),
          },
        ]}
      />
    ),
  };
}
