import type { MyDataPage } from '@charter/contracts';
import { type Section, archiveHtml, archiveJson, sectionsOf } from './archive';

const AT = new Date('2026-11-30T15:30:00Z');
const title = { ko: '민원', en: 'Complaints' };
const labels = { text: { ko: '내용', en: 'Text' }, done: { ko: '완료', en: 'Done' } };
const page = (...records: MyDataPage['records']): MyDataPage => ({
  kind: 'complaint',
  title,
  labels,
  records,
  next: null,
});

describe('the archive of one’s own data', () => {
  it('puts the pages of a kind together, in their order, and leaves out what is held of nothing', () => {
    const nothing: MyDataPage = { kind: null, title: null, labels: {}, records: [], next: null };
    const pages = [page({ text: '1' }), page({ text: '2' }, { text: '3' }), nothing];
    expect(sectionsOf('complaints', pages)).toEqual([
      {
        service: 'complaints',
        kind: 'complaint',
        title,
        labels,
        records: [{ text: '1' }, { text: '2' }, { text: '3' }],
      },
    ]);
  });

  it('reads in both languages, at Korean time, and runs nothing that somebody wrote', () => {
    const records = [
      { text: `<script>alert("1")</script> '&'`, done: true },
      { text: '2026-01-31T15:00:00.000Z', done: null },
    ];
    const html = archiveHtml(AT, sectionsOf('complaints', [page(...records)]));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;&amp;&#39;');
    expect(html).toContain('내용 · Text');
    expect(html).toContain('예 · Yes');
    expect(html).toContain('2026-02-01 00:00 KST');
    expect(html).toContain('2026-12-01 00:30 KST');
    expect(html.split('완료 · Done')).toHaveLength(2); // what is empty has no line
  });

  it('says so when nothing is held', () => expect(archiveHtml(AT, [])).toContain('We hold no personal data of yours.'));

  it('gives machines everything, with the words for people', () => {
    const sections: Section[] = sectionsOf('complaints', [page({ text: '가', done: false })]);
    expect(JSON.parse(archiveJson('id', AT, sections))).toEqual({
      personId: 'id',
      madeAt: AT.toISOString(),
      sections: [{ service: 'complaints', kind: 'complaint', title, labels, records: [{ text: '가', done: false }] }],
    });
  });
});
