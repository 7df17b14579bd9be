/** A request of the charter's story, ready to run in a tab of the playground. */
export interface Story {
  /** The operation's name, which is the tab's title. */
  readonly name: string;
  readonly title: { readonly ko: string; readonly en: string };
  /** The demo person who would ask this. */
  readonly person: string;
  readonly query: string;
  /** `{{complaint}}` stands for what an earlier answer gave, `{{daysAgo:30}}` and `{{momentIn:30}}` for that moment, `{{dayIn:30}}` for that day. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What later stories may use: a name, and where it stands in `data`. */
  readonly keeps?: Readonly<Record<string, readonly string[]>>;
}

/** The query as the tab shows it: under its title in both languages. */
export const storyText = ({ title, person, query }: Story): string =>
  `# ${title.ko} · ${title.en}\n# 사용자 · person: ${person}\n${query}\n`;

/** Its variables as the tab shows them; empty for none. */
export const storyVariables = ({ variables }: Story): string => (variables ? JSON.stringify(variables, null, 2) : '');
