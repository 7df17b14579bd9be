import { explorerPlugin } from '@graphiql/plugin-explorer';
import { DocsIcon, type GraphiQLPlugin, HistoryIcon, PlayIcon } from '@graphiql/react';
import { DocsPanel } from '../docs/docs-panel';
import { ExamplesPanel } from '../examples/examples-panel';
import { HistoryPanel } from '../history/history-panel';

/** Their titles are what GraphiQL keeps of them; users see those of their language. */
export type PanelName = 'examples' | 'docs' | 'history' | 'explorer';

const EXAMPLES: GraphiQLPlugin = { title: 'examples' satisfies PanelName, icon: PlayIcon, content: ExamplesPanel };
export const DOCS: GraphiQLPlugin = { title: 'docs' satisfies PanelName, icon: DocsIcon, content: DocsPanel };
const HISTORY: GraphiQLPlugin = { title: 'history' satisfies PanelName, icon: HistoryIcon, content: HistoryPanel };
const EXPLORER: GraphiQLPlugin = { ...explorerPlugin(), title: 'explorer' satisfies PanelName };

export const PANELS: GraphiQLPlugin[] = [EXAMPLES, DOCS, HISTORY, EXPLORER];

/** Whoever comes for the first time begins with the examples. */
export const FIRST_PANEL = localStorage.getItem('graphiql:visiblePlugin') === null ? EXAMPLES : undefined;
