import {
  CopyIcon,
  MergeIcon,
  PlayIcon,
  PrettifyIcon,
  StopIcon,
  pick,
  useGraphiQL,
  useGraphiQLActions,
} from '@graphiql/react';
import type { FC, SVGProps } from 'react';
import { useTexts } from '../texts';

function Tool({
  label,
  icon: Icon,
  onClick,
}: {
  label: string;
  icon: FC<SVGProps<SVGSVGElement>>;
  onClick: () => void;
}) {
  return (
    <button type="button" className="graphiql-toolbar-button" aria-label={label} title={label} onClick={onClick}>
      <Icon className="graphiql-toolbar-icon" aria-hidden="true" />
    </button>
  );
}

/** Which of several operations in one text is run. */
function OperationChoice() {
  const texts = useTexts();
  const { operations, operationName } = useGraphiQL(pick('operations', 'operationName'));
  const { setOperationName } = useGraphiQLActions();
  const names = (operations ?? []).flatMap(({ name }) => name?.value ?? []);
  if (names.length < 2) return null;
  return (
    <select
      id="operation"
      aria-label={texts.operation}
      value={operationName}
      onChange={({ target }) => setOperationName(target.value)}
    >
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}

/** Runs the query, and what else can be done with it. */
export function Toolbar() {
  const texts = useTexts();
  const { isFetching, queryEditor } = useGraphiQL(pick('isFetching', 'queryEditor'));
  const { run, stop, prettifyEditors, mergeQuery, copyQuery } = useGraphiQLActions();
  const label = isFetching ? texts.stop : texts.execute;
  const Icon = isFetching ? StopIcon : PlayIcon;
  return (
    <div className="graphiql-toolbar" role="toolbar" aria-label={texts.tools}>
      <button
        type="button"
        className="graphiql-execute-button"
        aria-label={label}
        title={label}
        disabled={!queryEditor}
        onClick={isFetching ? stop : run}
      >
        <Icon aria-hidden="true" />
      </button>
      <OperationChoice />
      <Tool label={texts.prettify} icon={PrettifyIcon} onClick={() => void prettifyEditors()} />
      <Tool label={texts.merge} icon={MergeIcon} onClick={mergeQuery} />
      <Tool label={texts.copy} icon={CopyIcon} onClick={() => void copyQuery()} />
    </div>
  );
}
