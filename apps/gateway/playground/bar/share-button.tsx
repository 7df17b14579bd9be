import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useRef, useState } from 'react';
import { linkTo, sharedIn } from '../request/share';
import { choosePerson, useSession } from '../session/session';
import { useTexts } from '../texts';
import { useTabs } from '../workbench/use-tabs';

/** Opens what a shared link holds, once the editors and the people are there; the address is plain again afterwards. */
function useSharedLink(): void {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const session = useSession();
  const { open } = useTabs();
  const ready = Boolean(queryEditor && variableEditor && session.people);
  const openLink = useRef(() => {});
  useEffect(() => {
    openLink.current = () => {
      const shared = sharedIn(location.hash);
      if (!shared) return;
      history.replaceState(null, '', location.pathname);
      choosePerson(session, shared.person);
      open(shared.query, shared.variables);
    };
  });
  useEffect(() => {
    if (!ready) return;
    const onHash = (): void => openLink.current();
    onHash();
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [ready]);
}

/** Copies an address that opens this query, with its variables, for the same person. */
export function ShareButton() {
  useSharedLink();
  const texts = useTexts();
  const { people, person } = useSession();
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const { story } = useTabs();
  const [told, setTold] = useState<'shared' | 'notShared'>();
  const share = async (): Promise<void> => {
    const text = { query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' };
    const link = linkTo(
      { ...text, story: story?.story.name, person: people?.length ? person : undefined },
      location.href,
    );
    try {
      await navigator.clipboard.writeText(link);
      setTold('shared');
    } catch {
      history.replaceState(null, '', link); // no clipboard without TLS: the address bar has it
      setTold('notShared');
    }
  };
  return (
    <>
      <button type="button" id="share" onClick={() => void share()} onBlur={() => setTold(undefined)}>
        {texts.share}
      </button>
      <span role="status">{told && texts[told]}</span>
    </>
  );
}
