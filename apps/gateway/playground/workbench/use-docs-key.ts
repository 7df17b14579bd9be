import { isMacOs, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import { DOCS } from './panels';

/** Opens the search from anywhere, out of an editor too: the key that GraphiQL has for it. */
export function useDocsKey(): void {
  const { setVisiblePlugin } = useGraphiQLActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || !(isMacOs ? event.metaKey : event.ctrlKey) || event.code !== 'KeyK') return;
      event.preventDefault();
      event.stopPropagation();
      setVisiblePlugin(DOCS);
      requestAnimationFrame(() => document.getElementById('docs-search')?.focus());
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [setVisiblePlugin]);
}
