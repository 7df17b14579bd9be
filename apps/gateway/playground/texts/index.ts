import { createContext, useContext } from 'react';
import { en } from './en';
import { ko } from './ko';

export type Language = 'ko' | 'en';
export type Texts = typeof ko;
export const TEXTS: Readonly<Record<Language, Texts>> = { ko, en };

const Spoken = createContext<Language>('ko');
export const LanguageProvider = Spoken.Provider;
export const useLanguage = (): Language => useContext(Spoken);
export const useTexts = (): Texts => TEXTS[useLanguage()];
