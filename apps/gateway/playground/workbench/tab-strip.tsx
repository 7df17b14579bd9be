import { CloseIcon, PlusIcon } from '@graphiql/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSession } from '../session/session';
import { useLanguage, useTexts } from '../texts';
import { storyOf, useTabs } from './use-tabs';

/** GraphiQL's own name of a tab without an operation. */
const UNTITLED = '<untitled>';

const NEXT: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowLeft: (active, count) => (active + count - 1) % count,
  ArrowRight: (active, count) => (active + 1) % count,
  Home: () => 0,
  End: (_active, count) => count - 1,
};

/** The open queries: arrows move between them, Delete closes one. A tab is called as its story is. */
export function TabStrip() {
  const texts = useTexts();
  const language = useLanguage();
  const { tabs, active, story, settle, show, add, close, restoreStory } = useTabs();
  const { beforeSending } = useSession();
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);

  useEffect(() => {
    beforeSending.current = settle; // what is run is what the history keeps
  });
  useEffect(() => {
    const shown = list.current?.children[active] as HTMLElement | undefined;
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focusNext.current) shown?.focus();
    focusNext.current = false;
  }, [active, tabs.length]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = NEXT[event.key];
    if (next) show(next(active, tabs.length));
    else if (event.key === 'Delete' && tabs.length > 1) close(active);
    else return;
    focusNext.current = true;
    event.preventDefault();
  };
  return (
    <div className="tab-strip">
      <div role="tablist" aria-label={texts.tabs} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${index}`}
            aria-selected={index === active}
            aria-controls="session"
            tabIndex={index === active ? 0 : -1}
            title={tab.title === UNTITLED ? undefined : tab.title}
            data-operation={tab.title}
            onClick={() => show(index)}
          >
            {storyOf(tab)?.title[language] ?? (tab.title === UNTITLED ? texts.untitled : tab.title)}
          </button>
        ))}
      </div>
      <button
        type="button"
        id="close-tab"
        aria-label={texts.closeTab}
        title={texts.closeTab}
        disabled={tabs.length < 2}
        onClick={() => close(active)}
      >
        <CloseIcon aria-hidden="true" />
      </button>
      <button type="button" id="new-tab" aria-label={texts.newTab} title={texts.newTab} onClick={add}>
        <PlusIcon aria-hidden="true" />
      </button>
      {story?.changed && (
        <button type="button" id="restore" title={texts.restoreHint} onClick={restoreStory}>
          {texts.restore}
        </button>
      )}
    </div>
  );
}
