import { type ReactElement, StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import type { Language } from '@charter/client';
import { Complaint } from './complaint';
import { FileForm } from './file-form';
import { createGraph } from './graph';
import { MyComplaints } from './my-complaints';
import { LanguageContext, useWords } from './words';

function Page({ onLanguage }: { onLanguage: () => void }): ReactElement {
  const { word } = useWords();
  const [chosen, setChosen] = useState<string>();
  const [filed, setFiled] = useState(0);
  return (
    <main>
      <button id="language" onClick={onLanguage}>
        {word('other')}
      </button>
      <h1>{word('title')}</h1>
      <FileForm
        onFiled={(id) => {
          setChosen(id);
          setFiled((count) => count + 1);
        }}
      />
      {chosen && <Complaint key={chosen} id={chosen} />}
      <MyComplaints key={filed} onChosen={setChosen} />
    </main>
  );
}

/** Another language is another client: what was read in one is not shown in the other. */
function App(): ReactElement {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith('en') ? 'en' : 'ko');
  const graph = useMemo(() => createGraph(language), [language]);
  useEffect(() => void (document.documentElement.lang = language), [language]);
  return (
    <LanguageContext value={language}>
      <Provider value={graph}>
        <Page onLanguage={() => setLanguage(language === 'ko' ? 'en' : 'ko')} />
      </Provider>
    </LanguageContext>
  );
}

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
