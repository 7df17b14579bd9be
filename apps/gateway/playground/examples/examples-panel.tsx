import { useMemo, useState } from 'react';
import { type Entry, storyEntries } from '../docs/entries';
import { search } from '../docs/search';
import { STORIES } from '../stories';
import type { Story } from '../story';
import { useLanguage, useTexts } from '../texts';
import { SearchField } from '../workbench/search-field';
import { useOpenStory } from '../workbench/use-open-story';
import { useTabs } from '../workbench/use-tabs';
import { walk } from '../workbench/walk';

const PEOPLE = [...new Set(STORIES.map(({ person }) => person))];

function Example({ story }: { readonly story: Story }) {
  const language = useLanguage();
  const openStory = useOpenStory();
  const { story: shown } = useTabs();
  return (
    <li>
      <button
        type="button"
        data-stop
        tabIndex={-1} // arrows go through them: Tab would stop at each of so many
        data-story={story.name}
        aria-current={shown?.story === story}
        onClick={() => openStory(story)}
      >
        {story.title[language]}
      </button>
    </li>
  );
}

/** The stories, by whose they are. */
export function ExamplesPanel() {
  const texts = useTexts();
  const language = useLanguage();
  const [text, setText] = useState('');
  const entries = useMemo(() => storyEntries(STORIES, language), [language]);
  const fitting = new Set(
    search(entries, text, GLOSSARY).map(({ target }: Entry) => 'story' in target && target.story),
  );
  const shown = text.trim() ? STORIES.filter((story) => fitting.has(story)) : STORIES;
  return (
    <div className="examples" onKeyDown={(event) => walk(event, 'examples-search')}>
      <SearchField id="examples-search" label={texts.searchExamples} text={text} setText={setText} />
      <p role="status">{shown.length === 0 && texts.noExample}</p>
      {PEOPLE.map((person) => {
        const theirs = shown.filter((story) => story.person === person);
        return theirs.length === 0 ? null : (
          <section key={person} aria-labelledby={`of-${person}`}>
            <h3 id={`of-${person}`}>{texts.people[person] ?? person}</h3>
            <ul>
              {theirs.map((story) => (
                <Example key={story.name} story={story} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
