import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useMemo, useState } from 'react';
import { Bar } from './bar';
import { type Fetcher, send } from './send';
import { STORIES } from './stories';
import { storyText } from './story';
import { type Language, TEXTS } from './texts';
import { useDemoPeople, useKept } from './use-person';

const PLUGINS = [HISTORY_PLUGIN, explorerPlugin()];
const TABS = STORIES.map((story) => ({
  query: storyText(story),
  variables: story.variables && JSON.stringify(story.variables, null, 2),
}));

export function Playground() {
  const [language, setLanguage] = useKept<Language>('language', navigator.language.startsWith('ko') ? 'ko' : 'en');
  const [person, setPerson] = useKept<string>('person', 'citizen');
  const [ownToken, setOwnToken] = useKept<string>('token', '', sessionStorage);
  const [host, setHost] = useState<Element | null>(null);
  const people = useDemoPeople();
  const texts = TEXTS[language];
  const token = people?.length ? people.find(({ name }) => name === person)?.token : ownToken || undefined;

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const fetcher = useMemo<Fetcher>(
    () => (parameters, options) =>
      send(parameters, options?.headers ?? {}, { token, schemaToken: people?.[0]?.token, language, texts }) as never,
    [token, people, language, texts],
  );

  return (
    <>
      <a className="skip" href="#editor">
        {texts.skip}
      </a>
      <header>
        <h1>
          {texts.title} <small>{texts.subtitle}</small>
        </h1>
        <div className="bar" ref={setHost} />
      </header>
      <main id="editor" tabIndex={-1}>
        {people && (
          <GraphiQL fetcher={fetcher} plugins={PLUGINS} defaultTabs={TABS} defaultEditorToolsVisibility="variables">
            <GraphiQL.Logo>
              {host && (
                <Bar
                  {...{ host, texts, language, setLanguage, people, person, setPerson }}
                  token={ownToken}
                  bearer={token}
                  setToken={setOwnToken}
                />
              )}
            </GraphiQL.Logo>
          </GraphiQL>
        )}
      </main>
    </>
  );
}
