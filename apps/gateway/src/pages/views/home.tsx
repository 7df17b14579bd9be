import { type Page, type Visit, hrefOf } from '../visit';
import { CHARTER, type Charter, CharterText, spanOf, titleOf } from './charter-text';
import { AwayNotes, Facts, Section } from './parts';
import { TrendChart } from './year-charts';
import { yearFacts } from './year-facts';
import { readYear } from './year-figures';

const IN_FORCE = `query CharterInForce { charter { ${CHARTER} } }`;

/** The first page: how the year is going, and the charter in force. */
export async function homePage(visit: Visit): Promise<Page> {
  const { words, thisYear } = visit;
  const [figures, { data, lost, isWhole }] = await Promise.all([
    readYear(visit, thisYear),
    visit.read<{ charter: Charter | null }>(IN_FORCE),
  ]);
  const { charter } = data;
  return {
    title: charter ? titleOf(visit, charter) : words.title,
    lead: words.lead,
    isWhole: figures.isWhole && isWhole,
    body: (
      <>
        <Section id="glance" heading={words.scorecardOf(String(thisYear))}>
          <p className="small">{words.soFar}</p>
          <AwayNotes visit={visit} services={figures.lost} />
          <Facts kind="cards" facts={yearFacts(visit, figures)} />
          <TrendChart {...{ visit, figures }} />
          <p>
            <a className="more" href={hrefOf(visit, { page: 'scorecard', year: thisYear })}>
              {words.seeScorecard}
            </a>
          </p>
        </Section>
        {charter ? (
          <>
            <p className="note">
              {words.charter.version(String(charter.version))}, {spanOf(visit, charter)}.{' '}
              <a href={hrefOf(visit, { page: 'versions' })}>{words.charter.seeVersions}</a>
            </p>
            <CharterText {...{ visit, charter }} />
          </>
        ) : (
          !lost('charter') && <p className="note">{words.charter.none}</p>
        )}
      </>
    ),
  };
}
