import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { STORIES } from '../stories';
import { type Story, storyText, storyVariables } from '../story';
import { operationFacts, operationToRun } from './operation-facts';

/** The story that a tab belongs to: the one that its operation is named after. */
export const storyOf = ({ title }: { readonly title: string }): Story | undefined =>
  STORIES.find(({ name }) => name === title);

const sameText = (one: string | null | undefined, other: string): boolean => (one ?? '').trim() === other.trim();

export interface Tabs {
  readonly tabs: readonly { readonly id: string; readonly title: string }[];
  readonly active: number;
  /** The story of the open tab, and whether the user has changed it. */
  readonly story: { readonly story: Story; readonly changed: boolean } | undefined;
  /** Takes what was written a moment ago into the tab. */
  settle(): void;
  show(index: number): void;
  add(): void;
  close(index: number): void;
  /** Opens a text: in the tab that has it, or in a new one. */
  open(query: string, variables: string): void;
  /** Goes to the story's tab, as the user left it, or opens one. */
  openStory(story: Story): void;
  restoreStory(): void;
}

/**
 * GraphiQL's tabs, with what they leave out: a tab that is left keeps what was written in it a moment ago, and what is run
 * is always what is shown.
 */
export function useTabs(): Tabs {
  const {
    tabs,
    activeTabIndex: active,
    queryEditor,
    variableEditor,
  } = useGraphiQL(({ tabs, activeTabIndex, queryEditor, variableEditor }) => ({
    tabs,
    activeTabIndex,
    queryEditor,
    variableEditor,
  }));
  const { addTab, changeTab, closeTab, updateActiveTabValues, setOperationFacts } = useGraphiQLActions();
  const current = tabs[active];

  const settle = (): void => {
    if (!queryEditor) return;
    const query = queryEditor.getValue();
    const operationName = operationToRun(query, current?.operationName) ?? null;
    // GraphiQL names a tab that is left by what it has parsed, which is half a second behind.
    setOperationFacts({ ...operationFacts(query), operationName: operationName ?? undefined });
    updateActiveTabValues({ query, variables: variableEditor?.getValue() ?? '', operationName });
  };
  const write = (query: string, variables: string): void => {
    const facts = operationFacts(query);
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    setOperationFacts(facts);
    updateActiveTabValues({ query, variables, operationName: facts.operationName ?? null });
  };
  const show = (index: number): void => {
    if (index === active) return;
    settle();
    changeTab(index);
    setOperationFacts(operationFacts(tabs[index]?.query ?? ''));
  };
  const openNew = (query: string, variables: string): void => {
    settle();
    addTab();
    write(query, variables);
  };
  const story = current && storyOf(current);
  return {
    ...{ tabs, active, settle, show },
    story: story && {
      story,
      changed: !sameText(current.query, storyText(story)) || !sameText(current.variables, storyVariables(story)),
    },
    add: () => openNew('', ''),
    close: (index) => {
      settle();
      closeTab(index);
      const left = tabs.filter((_tab, at) => at !== index);
      setOperationFacts(operationFacts(left[index > active ? active : Math.max(active - 1, 0)]?.query ?? ''));
    },
    open: (query, variables) => {
      const found = tabs.findIndex((tab) => sameText(tab.query, query) && sameText(tab.variables, variables));
      if (found >= 0) show(found);
      else openNew(query, variables);
    },
    openStory: (one) => {
      const found = tabs.findIndex(({ title }) => title === one.name);
      if (found >= 0) show(found);
      else openNew(storyText(one), storyVariables(one));
    },
    restoreStory: () => story && write(storyText(story), storyVariables(story)),
  };
}
