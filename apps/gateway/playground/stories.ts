/** A request of the charter's story, ready to run in a tab of the playground. */
export interface Story {
  /** The operation's name, which is the tab's title. */
  readonly name: string;
  readonly title: { readonly ko: string; readonly en: string };
  /** The demo person who would ask this. */
  readonly person: string;
  readonly query: string;
  /** `{{complaint}}` stands for the id that an earlier story kept. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What later stories may use: a name, and where it stands in `data`. */
  readonly keeps?: Readonly<Record<string, readonly string[]>>;
}

export const STORIES: readonly Story[] = [
  {
    name: 'Departments',
    title: { ko: '부서 목록', en: 'Departments' },
    person: 'citizen',
    query: `query Departments {
  departments {
    code
    name
  }
}`,
  },
];

/** The query as the tab shows it: under its title in both languages. */
export const storyText = ({ title, person, query }: Story): string =>
  `# ${title.ko} · ${title.en}\n# 사용자 · person: ${person}\n${query}\n`;
