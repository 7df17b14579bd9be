import { Absent, Away, type Page, type Visit, hrefOf } from '../visit';
import { type Change, CHANGE, Changes } from './changes';
import { CHARTER, type Charter, CharterText, spanOf, titleOf } from './charter-text';
import { Section, Table } from './parts';

type Head = Pick<Charter, 'version' | 'titleKo' | 'titleEn' | 'inForceFrom' | 'inForceUntil' | 'isInForce'>;

const VERSIONS = `query CharterVersions {
  charters(first: 100) { edges { node { version titleKo titleEn inForceFrom inForceUntil isInForce } } }
}`;
const VERSION = `query CharterVersion($version: Int!) { charter(version: $version) { ${CHARTER} changes { ${CHANGE} } } }`;

/** How a version stands on a day. @param today such as 2026-11-30 */
function stateOf({ words: { charter }, today }: Visit, { isInForce, inForceFrom }: Head): string {
  if (isInForce) return charter.inForce;
  return inForceFrom !== null && inForceFrom > today ? charter.coming : charter.past;
}

/** Every charter that was published. */
export async function versionsPage(visit: Visit): Promise<Page> {
  const { words } = visit;
  const { data, isWhole } = await visit.read<{ charters: { edges: readonly { node: Head }[] } | null }>(VERSIONS);
  if (!data.charters) throw new Away();
  const versions = data.charters.edges.map(({ node }) => node);
  return {
    title: words.charter.versions,
    lead: words.charter.versionsLead,
    isWhole,
    body:
      versions.length === 0 ? (
        <p className="note">{words.charter.none}</p>
      ) : (
        <Table
          id="versions"
          caption={words.charter.versions}
          rows={versions}
          keyOf={({ version }) => String(version)}
          columns={[
            {
              name: words.title,
              cell: (one) => (
                <a href={hrefOf(visit, { page: 'version', version: one.version })}>
                  {titleOf(visit, one)} {words.charter.version(String(one.version))}
                </a>
              ),
            },
            { name: words.fields.status, cell: (one) => stateOf(visit, one) },
            { name: words.periodInForce, cell: (one) => spanOf(visit, one) },
          ]}
        />
      ),
  };
}

/** One version: what it changed, and its whole text. */
export async function versionPage(visit: Visit, version: number): Promise<Page> {
  const { words } = visit;
  const { data, lost, isWhole } = await visit.read<{
    charter: (Charter & { readonly changes: readonly Change[] | null }) | null;
  }>(VERSION, { version });
  const { charter } = data;
  if (!charter) throw lost('charter') ? new Away() : new Absent();
  const { changes } = charter;
  return {
    title: `${titleOf(visit, charter)} ${words.charter.version(String(version))}`,
    lead: `${stateOf(visit, charter)}. ${spanOf(visit, charter)}.`,
    isWhole,
    body: (
      <>
        <Section id="changes" heading={words.charter.changes(String(version))}>
          {changes === null && <p>{words.charter.first}</p>}
          {changes?.length === 0 && <p>{words.charter.unchanged}</p>}
          {changes && changes.length > 0 && <Changes {...{ visit, changes }} />}
        </Section>
        <CharterText {...{ visit, charter }} />
        <p>
          <a className="more" href={hrefOf(visit, { page: 'versions' })}>
            {words.charter.versions}
          </a>
        </p>
      </>
    ),
  };
}
