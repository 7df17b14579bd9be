import type { Language } from '@charter/contracts';
import { en } from './en';
import { ko } from './ko';

export type Words = typeof ko;

export const WORDS: Readonly<Record<Language, Words>> = { ko, en };
