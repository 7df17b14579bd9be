import { type ReactElement, useContext, useState } from 'react';
import { useQuery } from 'urql';
import { asResult } from '@charter/client';
import { MyComplaintsDocument } from '@charter/client/documents';
import { asDocument } from './graph';
import { Problem } from './problem';
import { LanguageContext, useWords } from './words';

const PAGE = 5;

interface PageProps {
  readonly after?: string;
  readonly onChosen: (id: string) => void;
}

/** One page of the list, and the next one below it when somebody asks for it: urql keeps each by its cursor. */
function Page({ after, onChosen }: PageProps): ReactElement {
  const { word } = useWords();
  const language = useContext(LanguageContext);
  const [isMore, setMore] = useState(false);
  const [answer, again] = useQuery({ query: asDocument(MyComplaintsDocument), variables: { first: PAGE, after } });
  const result = asResult(answer, language);
  if (!result) return <p role="status">{word('loading')}</p>;
  if (result.kind === 'failed') return <Problem failure={result.failure} again={() => again()} />;
  const { edges = [], pageInfo } = result.data.complaints ?? {};
  const next = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
  return (
    <>
      {edges.map(({ node }) => (
        <li key={node.id}>
          <button onClick={() => onChosen(node.id)}>{`${node.receiptNumber} ${node.title}`}</button>
        </li>
      ))}
      {next && !isMore && <button onClick={() => setMore(true)}>{word('more')}</button>}
      {next && isMore && <Page after={next} onChosen={onChosen} />}
    </>
  );
}

export function MyComplaints({ onChosen }: Pick<PageProps, 'onChosen'>): ReactElement {
  const { word } = useWords();
  return (
    <section aria-label={word('mine')}>
      <h2>{word('mine')}</h2>
      <ul>
        <Page onChosen={onChosen} />
      </ul>
    </section>
  );
}
