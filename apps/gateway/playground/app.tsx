import { DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { HistoryStore } from '@graphiql/plugin-history';
import { GraphiQLProvider } from '@graphiql/react';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Bar } from './bar/bar';
import { type Asked, type Sender, send } from './request/send';
import { type Trouble, troubleText } from './request/trouble';
import { useDemoPeople } from './session/people';
import { useSchema } from './session/schema';
import { type Session, SessionProvider } from './session/session';
import { graphiqlStorage } from './session/storage';
import { useKept } from './session/use-kept';
import { STORIES } from './stories';
import { storyText, storyVariables } from './story';
import { type Language, LanguageProvider, TEXTS } from './texts';
import { DOCS, FIRST_PANEL, PANELS } from './workbench/panels';
import { Workbench } from './workbench/workbench';

const FIRST_TABS = STORIES.slice(0, 1).map((story) => ({ query: storyText(story), variables: storyVariables(story) }));
const KEPT_REQUESTS = 100;

/** The address stays as it is. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('query')?.focus();
}

function useTheSession(): Session & { readonly sender: Sender } {
  const [language, setLanguage] = useKept<Language>('language', navigator.language.startsWith('ko') ? 'ko' : 'en');
  const [chosen, setPerson] = useKept<string>('person', 'citizen');
  const [ownToken, setOwnToken] = useKept<string>('token', '', sessionStorage);
  const [trouble, setTrouble] = useState<Trouble>();
  const beforeSending = useRef(() => {});
  const { people, renew } = useDemoPeople();
  const tokenOf = (list: typeof people, name: string) => list?.find((one) => one.name === name)?.token;
  const person = people === undefined || tokenOf(people, chosen) ? chosen : 'anonymous';
  const bearer = people?.length ? tokenOf(people, person) : ownToken || undefined;
  const schema = useSchema(people && (bearer ?? people[0]?.token ?? null));
  const demo = people?.length ? async () => tokenOf(await renew(), person) : undefined;
  const sender = { token: bearer, renew: demo, language, texts: TEXTS[language], tell: setTrouble };
  return {
    ...{ language, setLanguage, people, person, setPerson, ownToken, setOwnToken, bearer, schema, trouble, sender },
    beforeSending,
  };
}

/** The playground: GraphiQL's editors and store, everything around them our own. */
export function App() {
  const { sender, ...session } = useTheSession();
  const { language, schema, trouble, beforeSending } = session;
  const texts = TEXTS[language];
  const latest = useRef(sender);
  useEffect(() => {
    latest.current = sender;
  });
  // Always the same function: GraphiQL starts over with another.
  const fetcher = useMemo(
    () => (asked: Asked) => {
      beforeSending.current();
      return send(asked, latest.current) as never;
    },
    [beforeSending],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <LanguageProvider value={language}>
      <SessionProvider value={session}>
        <GraphiQLProvider
          fetcher={fetcher}
          schema={schema.schema}
          dangerouslyAssumeSchemaIsValid
          plugins={PANELS}
          visiblePlugin={FIRST_PANEL}
          referencePlugin={DOCS}
          defaultTabs={FIRST_TABS}
          storage={graphiqlStorage}
        >
          <HistoryStore maxHistoryLength={KEPT_REQUESTS}>
            <DocExplorerStore>
              <a className="skip" href="#query" onClick={skip}>
                {texts.skip}
              </a>
              <Bar />
              <p role="alert" className="trouble">
                {trouble && troubleText(trouble, texts)}
              </p>
              <main aria-busy={schema.state === 'loading'}>
                <Workbench loading={schema.state === 'loading'} reload={schema.reload} />
              </main>
            </DocExplorerStore>
          </HistoryStore>
        </GraphiQLProvider>
      </SessionProvider>
    </LanguageProvider>
  );
}
