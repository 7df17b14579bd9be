import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { AUDIENCES_OF, type NoticeEvent } from './audiences';
import { isOptional } from './optional';
import { UnsubscribeLinks } from './unsubscribe-links';

const links = new UnsubscribeLinks('https://charter.city.example', 'a secret');
const tokenOf = (url: string): string => new URL(url).pathname.slice('/unsubscribe/'.length);

describe('a link that ends mail', () => {
  it('names its notice, and nothing that was edited names any', () => {
    const id = randomUUID();
    const token = tokenOf(links.make(id));
    expect(links.read(token)).toBe(id);
    expect(links.read(token.replace(id, randomUUID()))).toBeUndefined();
    expect(new UnsubscribeLinks('https://charter.city.example', 'another').read(token)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => expect(links.read(text)).toBeUndefined()));
    fc.assert(fc.property(fc.string(), (text) => expect(links.read(`${id}.${text}`)).toBeUndefined()));
  });

  it('is in mail to citizens alone, and in none about their complaints, objections, claims or consultations', () => {
    for (const event of Object.keys(AUDIENCES_OF) as NoticeEvent[]) {
      expect(isOptional(event, 'OFFICER')).toBe(false);
      if (/^(complaint|objection|claim|consultation|moderation|contest|monitoring)\./.test(event))
        expect(isOptional(event, 'CITIZEN')).toBe(false);
    }
    expect(isOptional('survey.invited.v1', 'CITIZEN')).toBe(true);
  });
});
