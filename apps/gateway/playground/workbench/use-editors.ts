import { KeyCode, type MonacoEditor, pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { graphiqlStorage } from '../session/storage';
import { useTexts } from '../texts';

const FONT = "ui-monospace, 'D2Coding', 'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', monospace";
/** Escape closes what is open inside the editor first. */
const NOTHING_OPEN = [
  ...['suggestWidgetVisible', 'findWidgetVisible', 'parameterHintsVisible', 'inSnippetMode', 'renameInputVisible'],
  ...['editorHoverFocused', 'referenceSearchVisible', 'accessibilityHelpIsShown', 'markersNavigationVisible'],
]
  .map((name) => `!${name}`)
  .join(' && ');

function addWayOut(editor: MonacoEditor, label: string): () => void {
  const action = editor.addAction({
    ...{ id: 'charter-leave', label, keybindings: [KeyCode.Escape], precondition: NOTHING_OPEN },
    run: () => editor.getContainerDomNode().focus(),
  });
  return () => action.dispose();
}

/** GraphiQL keeps its tabs half a second late: what was written since is kept when the page goes. */
function useKeptTabs(): void {
  const { queryEditor, variableEditor, tabs, activeTabIndex } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'tabs', 'activeTabIndex'),
  );
  useEffect(() => {
    if (!queryEditor || !variableEditor) return;
    const keep = (): void => {
      const written = { query: queryEditor.getValue(), variables: variableEditor.getValue() };
      const all = tabs.map((tab, index) => ({
        ...{ ...tab, ...(index === activeTabIndex && written) },
        ...{ hash: null, headers: null, response: null },
      }));
      graphiqlStorage.setItem('graphiql:tabState', JSON.stringify({ tabs: all, activeTabIndex }));
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [queryEditor, variableEditor, tabs, activeTabIndex]);
}

/** What GraphiQL's editors lack: names in the user's language, a way out by keyboard, and the text of the tab that is open. */
export function useEditors(): void {
  const { queryEditor, variableEditor, responseEditor, tabs, activeTabIndex } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor', 'tabs', 'activeTabIndex'),
  );
  const texts = useTexts();
  useKeptTabs();
  const filled = useRef(false);
  const open = tabs[activeTabIndex];

  useLayoutEffect(() => {
    // Once, and before a shared link is opened: the editors begin empty, or with what the first tab held.
    if (filled.current || !queryEditor || !variableEditor) return;
    filled.current = true;
    if (queryEditor.getValue() !== (open?.query ?? '')) queryEditor.setValue(open?.query ?? '');
    if (variableEditor.getValue() !== (open?.variables ?? '')) variableEditor.setValue(open?.variables ?? '');
  }, [queryEditor, variableEditor, open]);

  useEffect(() => {
    const named = [
      [queryEditor, texts.editor],
      [variableEditor, texts.variables],
      [responseEditor, texts.result],
    ] as const;
    const undo = named.map(([editor, ariaLabel]) => {
      editor?.updateOptions({ ariaLabel, fontFamily: FONT, fontSize: 14, renderFinalNewline: 'on' });
      return editor && addWayOut(editor, texts.leave);
    });
    return () => undo.forEach((one) => one?.());
  }, [queryEditor, variableEditor, responseEditor, texts]);
}
