import { AtThePlayground } from '../fixtures/at-the-playground';
import type { Parts } from './parts';

const OWN = 'query Own { departments { code } }';

export function sharesLinks(parts: Parts): void {
  const sit = (url?: string, watched = true) => {
    const { browser, city, watch } = parts();
    return AtThePlayground.sit(browser, url ?? city.url, {}, watched ? watch : undefined);
  };
  const copied = async (at: AtThePlayground): Promise<string> => {
    await at.page.click('#share');
    await at.page.getByText('링크를 복사하였습니다').waitFor();
    return at.page.evaluate<string>('navigator.clipboard.readText()');
  };
  const heldBy = (link: string): unknown => JSON.parse(Buffer.from(link.split('#q=')[1]!, 'base64url').toString());

  describe('its links', () => {
    it('hold query, variables, example and person, and open them elsewhere beside what is there', async () => {
      const sender = await sit();
      await sender.story('OfficerInbox');
      await sender.sees('query', 'OfficerInbox');
      const link = await copied(sender);
      expect(heldBy(link)).toMatchObject({ story: 'OfficerInbox', person: 'officer', query: expect.any(String) });
      await sender.leave();

      const receiver = await sit(link);
      await receiver.sees('query', 'OfficerInbox');
      expect(await receiver.page.inputValue('#person')).toBe('officer');
      expect(await receiver.tab('Departments').count()).toBe(1);
      expect(new URL(receiver.page.url()).hash).toBe('');
      await receiver.leave();
    });

    it('open in a page that is there already, and never over what the user wrote', async () => {
      const sender = await sit();
      await sender.write('query', OWN);
      await sender.write('variables', '{ "a": 1 }');
      const link = await copied(sender);
      await sender.leave();
      const receiver = await sit();
      await receiver.write('query', OWN);
      await receiver.write('variables', '{ "a": 2 }');
      await receiver.page.evaluate(`location.hash = '${link.split('#')[1]}'`);
      await receiver.sees('variables', '1');
      await receiver.tab('Own').nth(1).waitFor({ timeout: 10_000 });
      await receiver.tab('Own').first().click();
      await receiver.sees('variables', '2');
      await receiver.leave();
    });

    it('do no harm when they were cut short', async () => {
      const at = await sit(`${parts().city.url}#q=eyJxdWVy`);
      await at.sees('query', 'Departments');
      await at.leave();
    });

    it.each(['of a demo person', 'that a user brought'])(
      'never hold a token %s; nor does what the browser keeps',
      async (whose) => {
        const { city } = parts();
        const tokens = await city.giveTokens();
        const at = await sit(city.url, false);
        const { page } = at;
        const own = whose.includes('user');
        if (own) {
          await page.route('**/people.json', (route) => route.fulfill({ status: 404 }));
          await at.reload();
          await page.fill('#token', tokens.officer!);
          await page.locator('main[aria-busy="false"]').waitFor();
        } else await page.selectOption('#person', 'officer');
        await at.write('query', OWN);
        await at.run('ROADS');
        expect(city.charter.callers.at(-1)!.sub).not.toBe('');
        const link = await copied(at);
        await at.keeps('graphiql:queries', 'Own');
        const kept = await page.evaluate<string>('JSON.stringify({ ...localStorage }) + document.cookie');
        const held = JSON.stringify(heldBy(link));
        for (const part of Object.values(tokens).flatMap((token) => token.split('.').slice(1))) {
          expect(kept).not.toContain(part);
          expect(held).not.toContain(part);
        }
        await at.leave();
      },
    );

    it('a token that a user brought ends with the browser’s tab', async () => {
      const tokens = await parts().city.giveTokens();
      const at = await sit(parts().city.url, false);
      await at.context.route('**/people.json', (route) => route.fulfill({ status: 404 }));
      await at.reload();
      await at.page.fill('#token', tokens.officer!);
      await at.page.reload();
      await at.page.locator('#token').waitFor();
      expect(await at.page.inputValue('#token')).toBe(tokens.officer);
      const other = await AtThePlayground.open(at.context, parts().city.url);
      expect(await other.page.inputValue('#token')).toBe('');
      await other.page.click('#panel-docs');
      await other.page.getByText('문서는 로그인한 사람만').waitFor();
      await at.leave();
    });
  });
}
