import type { Route } from 'playwright-core';
import { AtThePlayground } from '../fixtures/at-the-playground';
import type { Parts } from './parts';

const NAMES = 'query Names { departments { name } }';

export function tellsTrouble(parts: Parts): void {
  describe('when something goes wrong', () => {
    let at: AtThePlayground;
    beforeEach(async () => {
      const { browser, city } = parts();
      await city.giveTokens();
      at = await AtThePlayground.sit(browser, city.url);
      await at.write('query', NAMES);
    });
    afterEach(() => at.leave());

    const says = (text: string) => at.page.locator('.trouble', { hasText: text }).waitFor();
    const execute = () => at.page.click('.graphiql-execute-button');
    const answerBy = (how: (route: Route) => Promise<void>) => at.page.route('**/graphql', how);

    it('it says that the server is away, and nothing any more once it is back', async () => {
      await answerBy((route) => route.abort());
      await execute();
      await says('서버에 연결할 수 없습니다');
      await at.page.unroute('**/graphql');
      await at.run('세정과');
      await at.page.locator('.trouble:empty').waitFor({ state: 'attached' });
    });

    it('it fetches a demo person’s new token by itself, and says when that has expired too', async () => {
      const { city } = parts();
      await city.giveTokens(true);
      await at.reload();
      await execute();
      await says('예제 사용자의 토큰이 만료되었습니다');
      await city.giveTokens();
      await at.run('세정과');
      await at.page.locator('.trouble:empty').waitFor({ state: 'attached' });
    });

    it('it asks for another token where the user’s own has expired', async () => {
      const { citizen } = await parts().city.giveTokens(true);
      await at.page.route('**/people.json', (route) => route.fulfill({ status: 404 }));
      await at.reload();
      await at.page.fill('#token', citizen!);
      await execute();
      await says('토큰이 만료되었거나 올바르지 않습니다');
    });

    it('it says when the docs cannot be read, and tries again', async () => {
      await answerBy((route) => route.abort());
      await at.page.reload();
      await at.page.locator('main[aria-busy="false"]').waitFor();
      await at.panel('docs');
      await at.page.getByText('문서를 불러오지 못하였습니다').waitFor();
      await at.page.unroute('**/graphql');
      await at.page.getByRole('button', { name: '다시 시도' }).click();
      await at.page.locator('#docs-search').waitFor();
    });

    it('it says for how long there were too many requests', async () => {
      const errors = [{ message: '…', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 30 } }];
      await answerBy((route) => route.fulfill({ status: 429, json: { errors } }));
      await execute();
      await says('30초 뒤에');
    });

    it('it says who must sign in', async () => {
      await at.page.selectOption('#person', 'anonymous');
      await at.write('query', 'query Types { __schema { queryType { name } } }');
      await execute();
      await says('로그인이 필요한 요청입니다');
    });

    it('it names the service that is away', async () => {
      await at.write('query', 'query Away { survey(id: "1") { id } }');
      await execute();
      await says('surveys');
    });
  });
}
