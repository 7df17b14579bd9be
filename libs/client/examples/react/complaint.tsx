import { type ReactElement, useContext } from 'react';
import { useQuery } from 'urql';
import { asResult, missingAt } from '@charter/client';
import { ComplaintDocument } from '@charter/client/documents';
import { asDocument } from './graph';
import { Problem } from './problem';
import { LanguageContext, useWords } from './words';

/** One complaint: when it is due, and what has become of it. What a service that is away would add is missing, and said to be. */
export function Complaint({ id }: { id: string }): ReactElement {
  const { word, moment } = useWords();
  const language = useContext(LanguageContext);
  const [answer, again] = useQuery({ query: asDocument(ComplaintDocument), variables: { id } });
  const result = asResult(answer, language);
  if (!result) return <p role="status">{word('loading')}</p>;
  if (result.kind === 'failed') return <Problem failure={result.failure} again={() => again()} />;
  const { complaint } = result.data;
  if (!complaint) return <></>;
  const { deadline, timeline, notices } = complaint;
  return (
    <section aria-label={complaint.receiptNumber}>
      <h2>{complaint.title}</h2>
      <dl>
        <dt>{word('number')}</dt>
        <dd>{complaint.receiptNumber}</dd>
        {deadline.dueAt && (
          <>
            <dt>{word('due')}</dt>
            <dd data-due={deadline.dueAt}>{moment(deadline.dueAt)}</dd>
          </>
        )}
        {deadline.charterDueAt && (
          <>
            <dt>{word('charterDue')}</dt>
            <dd>{moment(deadline.charterDueAt)}</dd>
          </>
        )}
      </dl>
      <h3>{word('timeline')}</h3>
      <ol>
        {timeline.map((step) => (
          <li key={step.at + step.status}>{`${moment(step.at)} ${step.text}`}</li>
        ))}
      </ol>
      <h3>{word('notices')}</h3>
      {missingAt(result, 'complaint.notices') ? (
        <p role="status">{word('away')}</p>
      ) : (
        <ul>
          {notices?.map((notice) => (
            <li key={notice.id}>{notice.title}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
