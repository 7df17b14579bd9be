import { useState } from 'react';
import { useSession } from '../session/session';
import { useTexts } from '../texts';

/** Opens the board of the queues in a tab of its own, for an administrator: the browser is let in first. */
export function QueuesButton() {
  const texts = useTexts();
  const { bearer } = useSession();
  const [refused, setRefused] = useState<string>();
  const open = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${bearer}` };
    const ok = await fetch('/admin/queues/session', { method: 'POST', headers }).then(
      (answer) => (setRefused(answer.ok ? undefined : texts.noQueues), answer.ok),
      () => (setRefused(texts.trouble.unreachable), false),
    );
    if (ok) window.open('/admin/queues', '_blank', 'noopener');
  };
  if (bearer === undefined) return null;
  return (
    <>
      <button type="button" id="queues" onClick={() => void open()}>
        {texts.queues}
      </button>
      <span role="alert">{refused}</span>
    </>
  );
}
