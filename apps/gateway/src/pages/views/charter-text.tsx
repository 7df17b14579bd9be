import type { ReactNode } from 'react';
import { type Visit, hrefOf } from '../visit';
import { InLanguage, Section } from './parts';

interface Clause {
  readonly code: string;
  readonly textKo: string;
  readonly textEn: string;
}
interface Measured {
  readonly measure: string;
  readonly target: { readonly text: string };
}
/** A version of the charter, as it was published. */
export interface Charter {
  readonly version: number;
  readonly titleKo: string;
  readonly titleEn: string;
  readonly preambleKo: string;
  readonly preambleEn: string;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly isInForce: boolean;
  readonly commonStandards: readonly {
    readonly category: string;
    readonly clauses: readonly (Clause & { readonly standard: Measured | null })[];
  }[];
  readonly departmentStandards: readonly {
    readonly departmentCode: string;
    readonly name: string;
    readonly standards: readonly (Measured & {
      readonly code: string;
      readonly promiseKo: string;
      readonly promiseEn: string;
    })[];
  }[];
  readonly cityDuties: readonly Clause[];
  readonly citizenDuties: readonly Clause[];
}

export const CHARTER = `version titleKo titleEn preambleKo preambleEn inForceFrom inForceUntil isInForce
  commonStandards { category clauses { code textKo textEn standard { measure target { text } } } }
  departmentStandards { departmentCode name standards { code promiseKo promiseEn measure target { text } } }
  cityDuties { code textKo textEn } citizenDuties { code textKo textEn }`;

/** In the language of the visit, where it is written in it. */
export const titleOf = ({ language }: Visit, { titleKo, titleEn }: Pick<Charter, 'titleKo' | 'titleEn'>): string =>
  (language === 'en' && titleEn) || titleKo;

/** From when until when it holds. */
export const spanOf = (
  { words: { charter }, format }: Visit,
  { inForceFrom, inForceUntil }: Pick<Charter, 'inForceFrom' | 'inForceUntil'>,
): string =>
  [
    inForceFrom && charter.inForceFrom(format.day(inForceFrom)),
    inForceUntil && charter.inForceUntil(format.day(inForceUntil)),
  ]
    .filter(Boolean)
    .join(' · ');

/** A promise, with how it is measured where it is. */
const Promised = ({ visit: { words }, children, by }: { visit: Visit; children: ReactNode; by: Measured | null }) => (
  <li>
    {children}
    {by && (
      <span className="measure">
        {words.charter.target}: {by.target.text}. {words.charter.measured}: {by.measure}
      </span>
    )}
  </li>
);

const Clauses = ({ visit, clauses }: { visit: Visit; clauses: readonly Clause[] }) => (
  <ul>
    {clauses.map(({ code, textKo, textEn }) => (
      <li key={code}>
        <InLanguage visit={visit} ko={textKo} en={textEn} />
      </li>
    ))}
  </ul>
);

/** The whole text of a version. */
export function CharterText({ visit, charter }: { visit: Visit; charter: Charter }) {
  const { words, language, thisYear } = visit;
  const isEnglish = language === 'en' && charter.preambleEn !== '';
  const paragraphs = (isEnglish ? charter.preambleEn : charter.preambleKo).split(/\n{2,}/);
  return (
    <>
      <Section id="preamble" heading={words.charter.preamble}>
        <div className="preamble" lang={isEnglish ? 'en' : 'ko'}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
      <Section id="common" heading={words.charter.common}>
        {charter.commonStandards.map(({ category, clauses }) => (
          <div key={category}>
            <h3>{words.charter.places[category]}</h3>
            <ul>
              {clauses.map(({ code, textKo, textEn, standard }) => (
                <Promised key={code} visit={visit} by={standard}>
                  <InLanguage visit={visit} ko={textKo} en={textEn} />
                </Promised>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section id="own" heading={words.charter.own}>
        {charter.departmentStandards.map(({ departmentCode, name, standards }) => (
          <div key={departmentCode}>
            <h3>
              <a href={hrefOf(visit, { page: 'department', code: departmentCode, year: thisYear })}>{name}</a>
            </h3>
            <ul>
              {standards.map((standard) => (
                <Promised key={standard.code} visit={visit} by={standard}>
                  <InLanguage visit={visit} ko={standard.promiseKo} en={standard.promiseEn} />
                </Promised>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section id="city-duties" heading={words.charter.cityDuties}>
        <Clauses visit={visit} clauses={charter.cityDuties} />
      </Section>
      <Section id="citizen-duties" heading={words.charter.citizenDuties}>
        <Clauses visit={visit} clauses={charter.citizenDuties} />
      </Section>
    </>
  );
}
