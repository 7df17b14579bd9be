import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '@charter/contracts';
import { type Target, pathOf } from '../address';
import { type Visit, hrefOf } from '../visit';
import type { ReactNode } from 'react';

/** Where the page's own files are, by names that change with their content. */
export interface AssetPaths {
  readonly style: string;
  readonly icon: string;
}

const OTHER: Readonly<Record<Language, Language>> = { ko: 'en', en: 'ko' };

interface DocumentProps {
  readonly visit: Omit<Visit, 'read'>;
  readonly title: string;
  readonly lead: string;
  readonly assets: AssetPaths;
  /** Left out where there is nothing at the address: then it has no other language either. */
  readonly target?: Target;
  readonly children: ReactNode;
}

/** The pages that the menu leads to, each with the pages below it. */
const menuOf = ({
  words,
  thisYear,
}: Omit<Visit, 'read'>): readonly { name: string; to: Target; holds: Target['page'][] }[] => [
  { name: words.home, to: { page: 'home' }, holds: ['home', 'versions', 'version'] },
  { name: words.scorecard, to: { page: 'scorecard', year: thisYear }, holds: ['scorecard', 'snapshot', 'dictionary'] },
  { name: words.departments, to: { page: 'departments' }, holds: ['departments', 'department'] },
  { name: words.surveys, to: { page: 'surveys' }, holds: ['surveys', 'publication'] },
  { name: words.improvements, to: { page: 'improvements' }, holds: ['improvements'] },
];

function Head({ visit, title, lead, assets, target }: DocumentProps) {
  const { words, language } = visit;
  const whole = title === words.title ? `${words.title} · ${words.city}` : `${title} · ${words.title}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{whole}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content={lead} />
      <link rel="stylesheet" href={assets.style} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {target && (
        <>
          <link rel="canonical" href={pathOf(target, language)} />
          <link rel="alternate" hrefLang="ko" href={pathOf(target, 'ko')} />
          <link rel="alternate" hrefLang="en" href={pathOf(target, 'en')} />
          <link rel="alternate" hrefLang="x-default" href={pathOf(target)} />
        </>
      )}
    </head>
  );
}

function Header({ visit, target }: DocumentProps) {
  const { words, language } = visit;
  const other = OTHER[language];
  return (
    <header>
      <div className="inner">
        <a className="name" href={pathOf({ page: 'home' }, language)}>
          <span>{words.city}</span> <strong>{words.title}</strong>
        </a>
        <a className="language" href={pathOf(target ?? { page: 'home' }, other)} hrefLang={other} lang={other}>
          {words.otherLanguage}
        </a>
      </div>
      <nav aria-label={words.menu}>
        <ul className="inner">
          {menuOf(visit).map(({ name, to, holds }) => (
            <li key={to.page}>
              <a href={pathOf(to, language)} aria-current={target && holds.includes(target.page) ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** A whole document, as it is sent. */
export function documentOf(props: DocumentProps): string {
  const { visit, title, lead, children } = props;
  const { words, format, language, readAt } = visit;
  const html = renderToStaticMarkup(
    <html lang={language}>
      <Head {...props} />
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <Header {...props} />
        <main id="main" tabIndex={-1} className="inner">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {children}
        </main>
        <footer>
          <div className="inner">
            <p>
              <time dateTime={readAt.toISOString()}>{words.footer.readAt(format.moment(readAt))}</time>.{' '}
              {words.footer.source}
            </p>
            <p>{words.footer.contact}</p>
          </div>
        </footer>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

/** Links to the pages of the menu: for whoever has come to the wrong place. */
export const Ways = ({ visit }: { visit: Omit<Visit, 'read'> }) => (
  <ul>
    {menuOf(visit).map(({ name, to }) => (
      <li key={to.page}>
        <a href={hrefOf(visit as Visit, to)}>{name}</a>
      </li>
    ))}
  </ul>
);
