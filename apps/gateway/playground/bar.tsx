import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { linkTo, sharedIn } from './share';
import { STORIES } from './stories';
import { storyText } from './story';
import type { Language, Texts } from './texts';
import type { DemoPerson } from './use-person';

export interface BarProps {
  readonly host: Element;
  readonly texts: Texts;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly people: readonly DemoPerson[];
  readonly person: string;
  readonly setPerson: (name: string) => void;
  readonly token: string;
  /** With what requests are sent; undefined for an anonymous caller. */
  readonly bearer: string | undefined;
  readonly setToken: (token: string) => void;
}

/** Opens a query in its tab, or in a new one. */
function useOpenTab(): (query: string, variables: string) => void {
  const { tabs, queryEditor, variableEditor } = useGraphiQL(({ tabs, queryEditor, variableEditor }) => ({
    tabs,
    queryEditor,
    variableEditor,
  }));
  const { addTab, changeTab } = useGraphiQLActions();
  return (query, variables) => {
    const open = tabs.findIndex((tab) => tab.query === query);
    if (open >= 0) {
      changeTab(open);
      return;
    }
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
}

function WhoAmI({ texts, people, person, setPerson, token, setToken }: BarProps) {
  if (people.length === 0) {
    return (
      <label>
        {texts.token}
        <input
          type="password"
          autoComplete="off"
          placeholder={texts.tokenHint}
          value={token}
          onChange={({ target }) => setToken(target.value.trim())}
        />
      </label>
    );
  }
  return (
    <label>
      {texts.person}
      <select id="person" value={person} onChange={({ target }) => setPerson(target.value)}>
        {['anonymous', ...people.map(({ name }) => name)].map((name) => (
          <option key={name} value={name}>
            {texts.people[name] ?? name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Stories({ texts, language, people, setPerson }: BarProps) {
  const openTab = useOpenTab();
  const open = (name: string): void => {
    const story = STORIES.find((one) => one.name === name);
    if (!story) return;
    if (people.some((one) => one.name === story.person)) setPerson(story.person);
    openTab(storyText(story), JSON.stringify(story.variables ?? {}, null, 2));
  };
  return (
    <label>
      {texts.stories}
      <select id="story" value="" onChange={({ target }) => open(target.value)}>
        <option value="">{texts.chooseStory}</option>
        {STORIES.map(({ name, title }) => (
          <option key={name} value={name}>
            {title[language]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Share({ texts }: BarProps) {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const openTab = useOpenTab();
  const [done, setDone] = useState(false);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || !queryEditor || !variableEditor) return;
    opened.current = true;
    const shared = sharedIn(location.hash);
    if (shared) openTab(shared.query, shared.variables);
  }, [queryEditor, variableEditor, openTab]);
  const share = async (): Promise<void> => {
    const link = linkTo(
      { query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' },
      location.href,
    );
    history.replaceState(null, '', link);
    await navigator.clipboard.writeText(link);
    setDone(true);
    setTimeout(() => setDone(false), 3_000);
  };
  return (
    <>
      <button type="button" id="share" onClick={() => void share()}>
        {texts.share}
      </button>
      <span role="status">{done && texts.shared}</span>
    </>
  );
}

/** Opens the board of the queues in a tab of its own, for an administrator: the browser is let in first. */
function Queues({ texts, bearer }: BarProps) {
  const [refused, setRefused] = useState(false);
  const open = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${bearer}` };
    const { ok } = await fetch('/admin/queues/session', { method: 'POST', headers });
    if (ok) window.open('/admin/queues', '_blank', 'noopener');
    setRefused(!ok);
  };
  return (
    <>
      <button type="button" id="queues" onClick={() => void open()}>
        {texts.queues}
      </button>
      <span role="alert">{refused && texts.noQueues}</span>
    </>
  );
}

function Help({ texts }: BarProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" id="help" onClick={() => dialog.current?.showModal()}>
        {texts.help}
      </button>
      <dialog ref={dialog} aria-labelledby="help-title">
        <h2 id="help-title">{texts.helpTitle}</h2>
        <ul>
          {texts.helpItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <form method="dialog">
          <button type="submit">{texts.close}</button>
        </form>
      </dialog>
    </>
  );
}

/** The bar above the editor. It stands in the page's header, and lives inside GraphiQL to open tabs and read editors. */
export function Bar(props: BarProps) {
  const { host, texts, language, setLanguage, bearer } = props;
  return createPortal(
    <>
      <WhoAmI {...props} />
      <Stories {...props} />
      <span className="space" />
      {bearer && <Queues {...props} />}
      <Share {...props} />
      <Help {...props} />
      <button
        type="button"
        id="language"
        aria-label={texts.languageLabel}
        onClick={() => setLanguage(language === 'ko' ? 'en' : 'ko')}
      >
        {texts.language}
      </button>
    </>,
    host,
  );
}
