import { type Visit, hrefOf } from '../visit';
import { type Fact, Facts } from './parts';

/** A published improvement action, as anybody sees it. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly percent: number;
  readonly closedAt: string | null;
  readonly result: string | null;
  readonly cancelledReason: string | null;
  readonly sourceKind: string | null;
  readonly department: { readonly code: string; readonly name: string } | null;
  readonly standard: { readonly promise: string } | null;
  readonly deadline: { readonly dueAt: string | null; readonly state: string } | null;
  readonly progress: readonly { readonly at: string; readonly percent: number; readonly text: string }[];
}

export const ACTION = `id title kind status percent closedAt result cancelledReason sourceKind
  department { code name } standard { promise } deadline { dueAt state } progress { at percent text }`;

/** What the office wrote stands as it was written. */
const Told = ({ children }: { children: string }) => <span lang="ko">{children}</span>;

interface Props {
  readonly visit: Visit;
  readonly actions: readonly Action[];
  /** Of the headings, one each. */
  readonly level: 2 | 3;
}

/** Improvement actions, each with how far it is and what came of it. */
export const ActionList = ({ visit, actions, level }: Props) => {
  const Heading = `h${level}` as const;
  return (
    <ul className="actions">
      {actions.map((action) => (
        <li key={action.id}>
          <article aria-labelledby={`action-${action.id}`}>
            <Heading id={`action-${action.id}`}>
              <Told>{action.title}</Told>
            </Heading>
            <Facts kind="list" facts={factsOf(visit, action)} />
            {action.status !== 'CANCELLED' && (
              <progress max={100} value={action.percent} aria-label={visit.words.fields.percent} />
            )}
            <Progress {...{ visit, action }} />
          </article>
        </li>
      ))}
    </ul>
  );
};

const Progress = ({ visit: { words, format }, action }: { visit: Visit; action: Action }) =>
  action.progress.length === 0 ? null : (
    <details>
      <summary>
        {words.progressOf}{' '}
        <span className="unseen" lang="ko">
          {action.title}
        </span>
      </summary>
      <ol>
        {action.progress.map(({ at, percent, text }) => (
          <li key={at}>
            {format.day(at)}, {format.percent(percent / 100)}: <Told>{text}</Told>
          </li>
        ))}
      </ol>
    </details>
  );

function factsOf(visit: Visit, action: Action): Fact[] {
  const { words, format, thisYear } = visit;
  const { fields } = words;
  const { department, standard, deadline, closedAt, sourceKind, result, cancelledReason } = action;
  const isOpen = closedAt === null;
  return [
    {
      name: fields.status,
      value: words.status[action.status],
      ...(isOpen && deadline?.state === 'MISSED' && { note: `(${words.overdue})` }),
    },
    ...(action.status === 'CANCELLED' ? [] : [{ name: fields.percent, value: format.percent(action.percent / 100) }]),
    ...(department
      ? [
          {
            name: fields.department,
            value: (
              <a href={hrefOf(visit, { page: 'department', code: department.code, year: thisYear })}>
                {department.name}
              </a>
            ),
          },
        ]
      : []),
    ...(isOpen && deadline?.dueAt ? [{ name: fields.due, value: format.lastDay(deadline.dueAt) }] : []),
    ...(isOpen ? [] : [{ name: fields.closedOn, value: format.day(closedAt) }]),
    { name: fields.kind, value: words.kind[action.kind] },
    ...(sourceKind ? [{ name: fields.source, value: words.source[sourceKind] }] : []),
    ...(standard ? [{ name: fields.standard, value: standard.promise }] : []),
    ...(result ? [{ name: words.result, value: <Told>{result}</Told> }] : []),
    ...(cancelledReason ? [{ name: words.cancelledReason, value: <Told>{cancelledReason}</Told> }] : []),
  ];
}
