import { useRef } from 'react';
import { forgetAll } from '../session/storage';
import { useTexts } from '../texts';

/** What can be done here, and by which keys. */
export function Help() {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const forget = (): void => {
    forgetAll();
    location.reload();
  };
  return (
    <>
      <button type="button" id="help" onClick={() => dialog.current?.showModal()}>
        {texts.help}
      </button>
      <dialog ref={dialog} aria-labelledby="help-title">
        <h2 id="help-title">{texts.helpTitle}</h2>
        <ul>
          {texts.helpItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <h3>{texts.keysTitle}</h3>
        <dl>
          {texts.keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">{texts.close}</button>
          <button type="button" id="forget" onClick={forget}>
            {texts.forgetAll}
          </button>
        </form>
      </dialog>
    </>
  );
}
