import { useSession } from '../session/session';
import { useTexts } from '../texts';
import { Help } from './help';
import { QueuesButton } from './queues-button';
import { ShareButton } from './share-button';
import { WhoAmI } from './who-am-i';

/** The page's header: who asks, what, and in which language. */
export function Bar() {
  const texts = useTexts();
  const { language, setLanguage } = useSession();
  return (
    <header>
      <h1>
        {texts.title} <small>{texts.subtitle}</small>
      </h1>
      <div className="bar" role="group" aria-label={texts.bar}>
        <WhoAmI />
        <span className="space" />
        <QueuesButton />
        <ShareButton />
        <Help />
        <button
          type="button"
          id="language"
          title={texts.languageLabel}
          lang={language === 'ko' ? 'en' : 'ko'}
          onClick={() => setLanguage(language === 'ko' ? 'en' : 'ko')}
        >
          {texts.language}
        </button>
      </div>
    </header>
  );
}
