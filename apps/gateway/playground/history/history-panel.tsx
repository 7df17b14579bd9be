import { useHistory, useHistoryActions } from '@graphiql/plugin-history';
import { StarFilledIcon, StarIcon, TrashIcon } from '@graphiql/react';
import { useState } from 'react';
import { STORIES } from '../stories';
import { useLanguage, useTexts } from '../texts';
import { SearchField } from '../workbench/search-field';
import { useTabs } from '../workbench/use-tabs';
import { walk } from '../workbench/walk';

type Item = ReturnType<typeof useHistory>[number];

function Line({ item, name }: { readonly item: Item; readonly name: string }) {
  const texts = useTexts();
  const { toggleFavorite, deleteFromHistory } = useHistoryActions();
  const { open } = useTabs();
  const star = item.favorite ? texts.notFavourite(name) : texts.favourite(name);
  return (
    <li>
      <button type="button" className="open" data-stop onClick={() => open(item.query ?? '', item.variables ?? '')}>
        <strong>{name}</strong>
        <span className="told">{(item.variables ?? '').replaceAll(/\s+/g, ' ')}</span>
      </button>
      <button type="button" aria-label={star} title={star} onClick={() => toggleFavorite(item)}>
        {item.favorite ? <StarFilledIcon aria-hidden="true" /> : <StarIcon aria-hidden="true" />}
      </button>
      <button
        type="button"
        aria-label={texts.forget(name)}
        title={texts.forget(name)}
        onClick={() => deleteFromHistory(item)}
      >
        <TrashIcon aria-hidden="true" />
      </button>
    </li>
  );
}

/** What was run in this browser, the latest first, favourites before all. */
export function HistoryPanel() {
  const texts = useTexts();
  const language = useLanguage();
  const { deleteFromHistory } = useHistoryActions();
  const [text, setText] = useState('');
  const items = useHistory();
  const nameOf = ({ operationName, label }: Item): string =>
    label ?? STORIES.find(({ name }) => name === operationName)?.title[language] ?? operationName ?? texts.untitled;
  const fits = (item: Item): boolean =>
    `${nameOf(item)} ${item.query} ${item.variables}`.toLowerCase().includes(text.trim().toLowerCase());
  const latest = items.toReversed().filter(fits);
  const shown = [...latest.filter(({ favorite }) => favorite), ...latest.filter(({ favorite }) => !favorite)];
  return (
    <div className="history" onKeyDown={(event) => walk(event, 'history-search')}>
      <SearchField id="history-search" label={texts.searchHistory} text={text} setText={setText} />
      <p role="status">{items.length === 0 ? texts.noHistory : shown.length === 0 && texts.notInHistory}</p>
      <ul>
        {shown.map((item) => (
          <Line key={`${item.favorite} ${item.query} ${item.variables}`} item={item} name={nameOf(item)} />
        ))}
      </ul>
      <p className="hint">{texts.historyHint}</p>
      {items.some(({ favorite }) => !favorite) && (
        <button
          type="button"
          id="clear-history"
          onClick={() => items.filter(({ favorite }) => !favorite).forEach((item) => deleteFromHistory(item))}
        >
          {texts.clearHistory}
        </button>
      )}
    </div>
  );
}
