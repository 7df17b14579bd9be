import {
  QueryEditor,
  ResponseEditor,
  Spinner,
  VariableEditor,
  pick,
  useDragResize,
  useGraphiQL,
  useMonaco,
} from '@graphiql/react';
import { useTexts } from '../texts';
import { Panel, SideRail } from './side-rail';
import { TabStrip } from './tab-strip';
import { Toolbar } from './toolbar';
import { useDocsKey } from './use-docs-key';
import { useEditors } from './use-editors';

/** Query and variables; a frame is reached by Tab, entered by Enter, left by Escape. */
function Editors() {
  const texts = useTexts();
  const hasMonaco = useMonaco(({ monaco }) => monaco !== undefined);
  const label = (name: string): string => `${name}. ${texts.editorHint}`;
  return (
    <>
      <section className="graphiql-query-editor" aria-label={texts.editor}>
        {hasMonaco ? (
          <QueryEditor id="query" role="group" aria-label={label(texts.editor)} />
        ) : (
          <p className="waiting">{texts.loading}</p>
        )}
        <Toolbar />
      </section>
      <section className="graphiql-editor-tool" aria-labelledby="variables-title">
        <h2 id="variables-title">{texts.variablesTitle}</h2>
        {hasMonaco && <VariableEditor id="variables" role="group" aria-label={label(texts.variables)} />}
      </section>
    </>
  );
}

/** GraphiQL's editors in a frame of our own: in the user's language, and for the keyboard alone. */
export function Workbench({ loading, reload }: { readonly loading: boolean; readonly reload: () => void }) {
  const texts = useTexts();
  const { isFetching, activeTabIndex } = useGraphiQL(pick('isFetching', 'activeTabIndex'));
  const { firstRef, dragBarRef, secondRef } = useDragResize({ direction: 'horizontal', storageKey: 'editorFlex' });
  useEditors();
  useDocsKey();
  return (
    <div className="graphiql-container">
      <SideRail loading={loading} reload={reload} />
      <div className="graphiql-main">
        <Panel />
        <div className="graphiql-sessions">
          <TabStrip />
          <div role="tabpanel" id="session" aria-labelledby={`tab-${activeTabIndex}`}>
            <div className="graphiql-editors" ref={firstRef}>
              <Editors />
            </div>
            <div className="graphiql-horizontal-drag-bar" ref={dragBarRef} />
            <div className="graphiql-response" ref={secondRef}>
              {isFetching && <Spinner />}
              <ResponseEditor id="result" aria-label={`${texts.result}. ${texts.editorHint}`} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
