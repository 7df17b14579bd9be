import type { DataSource } from 'typeorm';
import { MY_DATA_PATH, myDataPage } from '@charter/contracts';
import type { MyData } from '@charter/personal-data';
import { type Clock, type Logger, PollingLoop, type ServiceClient } from '@charter/service';
import { archiveHtml, archiveJson, sectionsOf } from '../../domain/rights/archive';
import { archiveUntil } from '../../domain/rights/data-request';
import type { Asking, ExportStore } from '../../store/rights/export.store';
import { zipOf } from './zip';

const EVERY_MS = 1_000;
const AT_ONCE = 10;
const LONGEST_DELAY_MS = 60_000;

export interface ExportJobParts {
  readonly dataSource: DataSource;
  readonly exports: ExportStore;
  readonly services: ServiceClient;
  /** What this service itself holds. */
  readonly own: MyData;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Gathers copies of people's data: asks every service page by page, keeps each page sealed with the place of the next one, and
 * makes the archive when all have answered. Whatever dies in between, another look goes on where the last page was kept.
 */
export class ExportJob extends PollingLoop {
  constructor(private readonly exporting: ExportJobParts) {
    super({ everyMs: EVERY_MS, what: 'gathering copies of personal data', log: exporting.log });
  }

  async runOnce(): Promise<void> {
    const { exports, clock } = this.exporting;
    await Promise.all((await exports.take(AT_ONCE)).map((asking) => this.gather(asking)));
    while (await this.pack());
    await exports.expire(clock.now());
  }

  /** Pages of one service, until it has told all or cannot be asked now. */
  private async gather(first: Asking): Promise<void> {
    const { exports, log } = this.exporting;
    let asking: Asking | undefined = first;
    try {
      while (asking) asking = await exports.keep(asking, await this.ask(asking));
    } catch (error) {
      const { requestId, service, attempts } = asking!;
      log.warn({ err: error, dataRequestId: requestId, service }, 'a service did not tell what it holds: asked again');
      await exports.postpone(asking!, Math.min(LONGEST_DELAY_MS, 1_000 * 2 ** Math.min(attempts, 10)));
    }
  }

  private async ask({ requestId, service, personId: citizenId, next: from }: Asking) {
    const { own, services } = this.exporting;
    const told =
      service === 'notices'
        ? JSON.parse(JSON.stringify(await own.page({ citizenId, from }))) // as it would come over HTTP
        : await services.post(service, MY_DATA_PATH, { citizenId, from }, requestId);
    return myDataPage.parse(told);
  }

  /** Makes the archive of a request whose services have all answered. @returns whether there was one */
  private pack(): Promise<boolean> {
    const { dataSource, exports, clock } = this.exporting;
    return dataSource.transaction(async (tx) => {
      const request = await exports.complete(tx);
      if (!request) return false;
      const pages = await exports.pages(tx, request.id);
      const sections = [...pages].flatMap(([service, told]) => sectionsOf(service, told));
      const at = clock.now();
      const archive = await zipOf(
        { 'my-data.html': archiveHtml(at, sections), 'my-data.json': archiveJson(request.personId, at, sections) },
        at,
      );
      await exports.finish(tx, request.id, archive, at, archiveUntil(at));
      return true;
    });
  }
}
