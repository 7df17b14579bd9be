import { useDocExplorerActions } from '@graphiql/plugin-doc-explorer';
import type { GraphQLSchema } from 'graphql';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/session';
import { STORIES } from '../stories';
import { useLanguage, useTexts } from '../texts';
import { SearchField } from '../workbench/search-field';
import { useOpenStory } from '../workbench/use-open-story';
import { walk } from '../workbench/walk';
import { DocsPage } from './docs-page';
import { type Entry, schemaEntries, storyEntries } from './entries';
import { Results } from './results';
import { search } from './search';

const MOST = 60;

/** The state of the docs where there are none. */
function NoDocs() {
  const texts = useTexts();
  const { schema } = useSession();
  if (schema.state === 'failed') {
    return (
      <p role="alert">
        {texts.schemaFailed}{' '}
        <button type="button" onClick={schema.reload}>
          {texts.tryAgain}
        </button>
      </p>
    );
  }
  return <p role="status">{schema.state === 'none' ? texts.noSchema : texts.schemaLoading}</p>;
}

function SearchedDocs({ schema }: { readonly schema: GraphQLSchema }) {
  const texts = useTexts();
  const language = useLanguage();
  const openStory = useOpenStory();
  const { reset, push } = useDocExplorerActions();
  const [text, setText] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => [...storyEntries(STORIES, language), ...schemaEntries(schema)], [schema, language]);
  const asked = useDeferredValue(text);
  const found = useMemo(() => search(entries, asked, GLOSSARY), [entries, asked]);

  // The page of what was chosen stands there some renderings later, and has the focus then.
  const opened = useRef(false);
  useEffect(() => {
    if (!opened.current || !page.current) return;
    opened.current = false;
    page.current.focus();
  });
  const choose = ({ target }: Entry): void => {
    if ('story' in target) {
      openStory(target.story);
      return;
    }
    reset();
    push({ name: target.type.name, def: target.type });
    if (target.field) push({ name: target.field.name, def: target.field });
    setText('');
    opened.current = true;
  };
  const count =
    found.length > MOST ? texts.foundMore(MOST) : found.length > 0 ? texts.found(found.length) : texts.nothing;
  return (
    <div onKeyDown={(event) => walk(event, 'docs-search')}>
      <SearchField id="docs-search" label={texts.search} hint={texts.searchHint} text={text} setText={setText} />
      <p role="status" className="count">
        {asked.trim() && count}
      </p>
      {asked.trim() ? (
        <Results entries={found.slice(0, MOST)} choose={choose} />
      ) : (
        <DocsPage page={page} schema={schema} />
      )}
    </div>
  );
}

/** The documentation of the graph, and its search: by name, by description, by the glossary's Korean terms; examples too. */
export function DocsPanel() {
  const { schema } = useSession();
  return <div className="docs">{schema.schema ? <SearchedDocs schema={schema.schema} /> : <NoDocs />}</div>;
}
