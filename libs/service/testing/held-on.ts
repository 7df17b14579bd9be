import { MY_DATA_PATH, type MyDataPage, type MyDataRequest, myDataPage } from '@charter/contracts';
import type { RequestContext } from '../src';
import type { TestService } from './test-service';

/** Everything that a service says it holds on a citizen: page after page, as the notices service asks for them. */
export async function heldOn<C extends RequestContext>(
  service: Pick<TestService<C>, 'internal'>,
  citizenId: string,
): Promise<MyDataPage[]> {
  const pages: MyDataPage[] = [];
  let from: MyDataRequest['from'] = null;
  do {
    const page: MyDataPage = myDataPage.parse(await service.internal(MY_DATA_PATH, { citizenId, from }));
    if (page.kind) pages.push(page);
    from = page.next;
  } while (from);
  return pages;
}
