import { Away, type Page, type Visit, hrefOf } from '../visit';
import { InLanguage, Table } from './parts';

interface Answer {
  readonly surveys:
    | readonly {
        readonly titleKo: string;
        readonly titleEn: string;
        readonly publishedResults: readonly {
          readonly id: string;
          readonly number: number;
          readonly publishedAt: string;
          readonly correctedBy: { readonly id: string } | null;
          readonly results: {
            readonly from: string;
            readonly to: string;
            readonly responses: number | null;
            readonly responseRate: number | null;
          };
        }[];
      }[]
    | null;
}

const SURVEYS = `query CharterSurveys {
  surveys {
    titleKo titleEn
    publishedResults { id number publishedAt correctedBy { id } results { from to responses responseRate } }
  }
}`;

/** What was published of surveys; of what was corrected, the correction. */
export async function surveysPage(visit: Visit): Promise<Page> {
  const { words, format } = visit;
  const { data, isWhole } = await visit.read<Answer>(SURVEYS);
  if (!data.surveys) throw new Away();
  const published = data.surveys
    .flatMap(({ publishedResults, ...survey }) => publishedResults.map((one) => ({ ...one, ...survey })))
    .filter(({ correctedBy }) => correctedBy === null)
    .sort((one, other) => other.publishedAt.localeCompare(one.publishedAt));
  return {
    title: words.surveys,
    lead: words.surveysLead,
    isWhole,
    body:
      published.length === 0 ? (
        <p className="note">{words.noSurveys}</p>
      ) : (
        <Table
          id="publications"
          caption={words.surveys}
          rows={published}
          keyOf={({ id }) => id}
          columns={[
            {
              name: words.survey,
              cell: ({ id, titleKo, titleEn }) => (
                <a href={hrefOf(visit, { page: 'publication', id })}>
                  <InLanguage visit={visit} ko={titleKo} en={titleEn} />
                </a>
              ),
            },
            { name: words.periodOf, cell: ({ results }) => `${format.day(results.from)} – ${format.day(results.to)}` },
            {
              name: words.responses,
              cell: ({ results: { responses } }) => (responses === null ? words.withheld : format.number(responses)),
              isNumber: true,
            },
            {
              name: words.responseRate,
              cell: ({ results: { responseRate } }) =>
                responseRate === null ? words.none : format.percent(responseRate),
              isNumber: true,
            },
            { name: words.publishedOn, cell: ({ publishedAt }) => format.day(publishedAt) },
          ]}
        />
      ),
  };
}
