import type { Language } from '@charter/contracts';
import type { TemplateSet } from './template-set';
import { en } from './version-1/en';
import { ko } from './version-1/ko';

/** All versions that were ever sent, oldest first: a notice keeps the text with which it was planned. */
const VERSIONS: readonly Readonly<Record<Language, TemplateSet>>[] = [{ ko, en }];

/** The version of new notices. */
export const TEMPLATE_VERSION = VERSIONS.length;

/** The texts of a version; the newest known while an older process meets a newer notice. */
export const templates = (version: number, language: Language): TemplateSet =>
  (VERSIONS[version - 1] ?? VERSIONS.at(-1)!)[language];
