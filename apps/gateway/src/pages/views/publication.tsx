import { Absent, Away, type Page, type Visit, hrefOf } from '../visit';
import { type Fact, Facts, Section } from './parts';
import { QUESTION_RESULT, QuestionSection, type QuestionResult } from './question';

interface Publication {
  readonly number: number;
  readonly publishedAt: string;
  readonly reason: string | null;
  readonly correctedBy: { readonly id: string } | null;
  readonly corrects: { readonly id: string } | null;
  readonly survey: { readonly titleKo: string; readonly titleEn: string };
  readonly results: {
    readonly from: string;
    readonly to: string;
    readonly responses: number | null;
    readonly responseRate: number | null;
    readonly marginOfError: number | null;
    readonly questions: readonly QuestionResult[];
  };
}

const PUBLICATION = `query CharterPublication($id: ID!) {
  publishedResults(id: $id) {
    number publishedAt reason correctedBy { id } corrects { id } survey { titleKo titleEn }
    results { from to responses responseRate marginOfError questions { ${QUESTION_RESULT} } }
  }
  departments { code name }
}`;

/** Results as they were published, question by question. */
export async function publicationPage(visit: Visit, id: string): Promise<Page> {
  const { words, format, language } = visit;
  const { data, lost, isWhole } = await visit.read<{
    publishedResults: Publication | null;
    departments: readonly { readonly code: string; readonly name: string }[] | null;
  }>(PUBLICATION, { id });
  const publication = data.publishedResults;
  if (!publication) throw lost('surveys') ? new Away() : new Absent();
  const { survey, results, number, publishedAt, reason, correctedBy, corrects } = publication;
  const names = new Map((data.departments ?? []).map(({ code, name }) => [code, name]));
  const facts: Fact[] = [
    { name: words.periodOf, value: `${format.day(results.from)} – ${format.day(results.to)}` },
    { name: words.responses, value: results.responses === null ? words.withheld : format.number(results.responses) },
    ...(results.responseRate === null
      ? []
      : [{ name: words.responseRate, value: format.percent(results.responseRate) }]),
    ...(results.marginOfError === null
      ? []
      : [{ name: words.marginOfError, value: words.plusMinus(format.decimal(results.marginOfError * 100)) }]),
    { name: words.publishedOn, value: format.day(publishedAt), note: `(${words.publication(String(number))})` },
    ...(reason ? [{ name: words.reason, value: <span lang="ko">{reason}</span> }] : []),
  ];
  const other = (to: { readonly id: string }, text: string, name: string) => (
    <p className="note">
      {text} <a href={hrefOf(visit, { page: 'publication', id: to.id })}>{name}</a>
    </p>
  );
  return {
    title: (language === 'en' && survey.titleEn) || survey.titleKo,
    lead: words.surveysLead,
    isWhole,
    body: (
      <>
        {correctedBy && other(correctedBy, words.corrected, words.seeCorrection)}
        {corrects && other(corrects, words.corrects, words.seeCorrected)}
        <Facts kind="cards" facts={facts} />
        {results.questions.map((result) => {
          const { code, textKo, textEn } = result.question;
          return (
            <Section key={code} id={`question-${code}`} heading={(language === 'en' && textEn) || textKo}>
              <QuestionSection {...{ visit, result, names }} />
            </Section>
          );
        })}
        <p>
          <a className="more" href={hrefOf(visit, { page: 'surveys' })}>
            {words.backToSurveys}
          </a>
        </p>
      </>
    ),
  };
}
