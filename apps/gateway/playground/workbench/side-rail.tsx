import { CloseIcon, ReloadIcon, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useTexts } from '../texts';
import type { PanelName } from './panels';

/** The panels, one of which may be open, and the schema's reload. */
export function SideRail({ loading, reload }: { readonly loading: boolean; readonly reload: () => void }) {
  const texts = useTexts();
  const { plugins, visiblePlugin } = useGraphiQL(pick('plugins', 'visiblePlugin'));
  const { setVisiblePlugin } = useGraphiQLActions();
  return (
    <nav className="graphiql-sidebar" aria-label={texts.panels}>
      {plugins.map((plugin) => {
        const [Icon, name, open] = [plugin.icon, plugin.title as PanelName, plugin === visiblePlugin];
        return (
          <button
            key={name}
            type="button"
            id={`panel-${name}`}
            className={open ? 'active' : undefined}
            aria-expanded={open}
            onClick={() => setVisiblePlugin(open ? null : plugin)}
          >
            <Icon aria-hidden="true" />
            {texts[name]}
          </button>
        );
      })}
      <button type="button" id="reload" title={texts.reloadHint} onClick={reload}>
        <ReloadIcon className={loading ? 'graphiql-spin' : undefined} aria-hidden="true" />
        {texts.reload}
      </button>
    </nav>
  );
}

/** What the rail has opened; Escape closes it and goes back to its button. */
export function Panel() {
  const texts = useTexts();
  const { visiblePlugin } = useGraphiQL(pick('visiblePlugin'));
  const { setVisiblePlugin } = useGraphiQLActions();
  if (!visiblePlugin) return null;
  const [Content, name] = [visiblePlugin.content, visiblePlugin.title as PanelName];
  const close = (): void => {
    setVisiblePlugin(null);
    document.getElementById(`panel-${name}`)?.focus();
  };
  return (
    <section
      className="graphiql-plugin"
      aria-label={texts[name]}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <div className="panel-title">
        <h2>{texts[name]}</h2>
        <button type="button" aria-label={texts.closePanel} title={texts.closePanel} onClick={close}>
          <CloseIcon aria-hidden="true" />
        </button>
      </div>
      <Content />
    </section>
  );
}
