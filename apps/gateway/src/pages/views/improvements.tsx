import { IMPROVEMENT_LISTS, type ImprovementList } from '../address';
import { Away, type Page, type Visit, hrefOf } from '../visit';
import { ACTION, type Action, ActionList } from './improvement';

interface Answer {
  readonly improvementActions: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: Action }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

const IMPROVEMENTS = `query CharterImprovements($filter: ImprovementActionFilterInput!, $after: String) {
  improvementActions(filter: $filter, first: 20, after: $after) {
    totalCount edges { node { ${ACTION} } } pageInfo { hasNextPage endCursor }
  }
}`;

const STATUS: Readonly<Record<ImprovementList, readonly string[]>> = {
  'in-progress': ['OPEN', 'IN_PROGRESS'],
  completed: ['COMPLETED'],
};

/** Published improvement actions, a page of them, the newest first. */
export async function improvementsPage(visit: Visit, list?: ImprovementList, after?: string): Promise<Page> {
  const { words, format } = visit;
  const filter = { published: true, ...(list && { status: STATUS[list] }) };
  const { data, isWhole } = await visit.read<Answer>(IMPROVEMENTS, { filter, after: after ?? null });
  if (!data.improvementActions) throw new Away();
  const { totalCount, edges, pageInfo } = data.improvementActions;
  const link = (name: string, to: { list?: ImprovementList; after?: string }, isHere = false) => (
    <a href={hrefOf(visit, { page: 'improvements', ...to })} aria-current={isHere ? 'true' : undefined}>
      {name}
    </a>
  );
  return {
    title: words.improvements,
    lead: words.improvementsLead,
    isWhole,
    body: (
      <>
        <nav aria-label={words.listsLabel} className="choices">
          <ul>
            <li>{link(words.lists.all, {}, list === undefined)}</li>
            {IMPROVEMENT_LISTS.map((one) => (
              <li key={one}>{link(words.lists[one], { list: one }, one === list)}</li>
            ))}
          </ul>
        </nav>
        {edges.length === 0 ? (
          <p className="note">{words.noImprovements}</p>
        ) : (
          <>
            <p>{words.totalOf(format.number(totalCount))}</p>
            <ActionList visit={visit} actions={edges.map(({ node }) => node)} level={2} />
          </>
        )}
        <p className="turn">
          {after !== undefined && link(words.firstPage, { list })}{' '}
          {pageInfo.hasNextPage && pageInfo.endCursor && link(words.nextPage, { list, after: pageInfo.endCursor })}
        </p>
      </>
    ),
  };
}
