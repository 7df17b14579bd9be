import type { Message, MyDataPage, ServiceName } from '@charter/contracts';

type Value = MyDataPage['records'][number][string];

/** Every record of one kind that a service holds. */
export interface Section {
  readonly service: ServiceName;
  readonly kind: string;
  readonly title: Message;
  readonly labels: MyDataPage['labels'];
  readonly records: readonly MyDataPage['records'][number][];
}

/** Puts the pages of one service together, in the order in which they came. */
export function sectionsOf(service: ServiceName, pages: readonly MyDataPage[]): Section[] {
  const sections = new Map<string, Section>();
  for (const { kind, title, labels, records } of pages) {
    if (kind === null || title === null) continue; // nothing was held
    const before = sections.get(kind)?.records ?? [];
    sections.set(kind, { service, kind, title, labels, records: [...before, ...records] });
  }
  return [...sections.values()];
}

const SERVICE_NAMES: Readonly<Record<ServiceName, Message>> = {
  notices: { ko: '회원정보와 알림', en: 'Profile and notices' },
  complaints: { ko: '민원', en: 'Complaints' },
  participation: { ko: '시정 참여', en: 'Participation' },
  surveys: { ko: '설문', en: 'Surveys' },
  compensation: { ko: '서비스 보상', en: 'Compensation' },
  charter: { ko: '헌장', en: 'Charter' },
};

/** The archive for machines. */
export function archiveJson(personId: string, madeAt: Date, sections: readonly Section[]): string {
  const content = sections.map(({ service, kind, title, labels, records }) => ({
    ...{ service, kind, title, labels, records },
  }));
  return JSON.stringify({ personId, madeAt: madeAt.toISOString(), sections: content }, undefined, 2);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

const KST_MS = 9 * 3_600_000;

/** 2026-11-30 10:00 KST, the same in both languages. */
const inKorea = (instant: Date): string =>
  `${new Date(instant.getTime() + KST_MS).toISOString().slice(0, 16).replace('T', ' ')} KST`;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

function shown(value: Value): string {
  if (typeof value === 'boolean') return value ? '예 · Yes' : '아니요 · No';
  if (typeof value === 'string') return INSTANT.test(value) ? inKorea(new Date(value)) : escaped(value);
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

const both = ({ ko, en }: Message): string => (ko === en ? escaped(ko) : `${escaped(ko)} · ${escaped(en)}`);

function table({ labels }: Section, record: Section['records'][number]): string {
  const rows = Object.entries(labels)
    .filter(([field]) => record[field] !== null && record[field] !== undefined && record[field] !== '')
    .map(([field, label]) => `<tr><th scope="row">${both(label)}</th><td>${shown(record[field]!)}</td></tr>`);
  return `<table>${rows.join('')}</table>`;
}

const STYLE = `body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}
th{width:16rem;background:#f2f2f2;font-weight:normal}td{white-space:pre-wrap;overflow-wrap:anywhere}`;

/** The archive for people, in both languages: one page that loads nothing and runs nothing. */
export function archiveHtml(madeAt: Date, sections: readonly Section[]): string {
  const parts = (Object.keys(SERVICE_NAMES) as ServiceName[]).flatMap((service) => {
    const own = sections.filter((section) => section.service === service);
    if (own.length === 0) return [];
    const written = own.map(
      (section) =>
        `<h3>${both(section.title)} (${section.records.length})</h3>${section.records.map((record) => table(section, record)).join('\n')}`,
    );
    return [`<h2>${both(SERVICE_NAMES[service])}</h2>`, ...written];
  });
  const nothing = '<p>보유한 개인정보가 없습니다. · We hold no personal data of yours.</p>';
  return `<!doctype html>
<html lang="ko"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>내 개인정보 · My data</title><style>${STYLE}</style></head>
<body><h1>내 개인정보 · My data</h1>
<p>${inKorea(madeAt)} 현재 행정서비스헌장 플랫폼이 보유한 귀하의 개인정보입니다. (개인정보 보호법 제35조)<br>
<span lang="en">What the charter platform holds on you at this moment (Personal Information Protection Act, article 35).</span></p>
<p>첨부파일의 내용은 각 민원·활동 보고에서 내려받으실 수 있습니다. · Files can be downloaded where you attached them.</p>
${parts.length > 0 ? parts.join('\n') : nothing}
</body></html>
`;
}
