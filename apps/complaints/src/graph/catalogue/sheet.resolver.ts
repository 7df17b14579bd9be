import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Language } from '@charter/contracts';
import { LocalDate, type Person, userErrors } from '@charter/service';
import type { CatalogueSheetService, RefusedRow } from '../../catalogue-sheet.service';
import { type Column, headerText } from '../../domain/catalogue/sheet';
import type { ComplaintsContext } from '../context';
import {
  ImportServiceItemsInput,
  ImportServiceItemsPayload,
  type RefusedRowType,
  ServiceItemSheet,
} from './sheet.type';

const NOTHING = { written: false, added: 0, changed: 0, unchanged: 0, refused: 0, refusedRows: [] };

/** The catalogue as a sheet, for administrators. */
@Resolver()
export class CatalogueSheetResolver {
  constructor(private readonly sheets: CatalogueSheetService) {}

  @Authorized('ADMIN')
  @Query(() => ServiceItemSheet, {
    nullable: true,
    description: 'The catalogue as a CSV file (민원사무 내려받기), as importServiceItems reads it.',
  })
  async exportServiceItems(
    @Arg('inForceOn', () => LocalDate, {
      nullable: true,
      description: 'Only the versions in force on this day; without it, every version.',
    })
    inForceOn: string | null,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<ServiceItemSheet> {
    const sheet = await this.sheets.export(inForceOn, caller.language);
    return { ...sheet, fileName: `service-items${inForceOn ? `-${inForceOn}` : ''}.csv` };
  }

  @Authorized('ADMIN')
  @Mutation(() => ImportServiceItemsPayload, {
    description:
      'Reads services from a CSV file (민원사무 올리기) and reports each row that was refused. Complaints already filed keep their dates.',
  })
  async importServiceItems(
    @Arg('input', () => ImportServiceItemsInput, { description: 'The file.' })
    { csv, dryRun, allOrNothing, idempotencyKey }: ImportServiceItemsInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<ImportServiceItemsPayload> {
    const outcome = await this.sheets.import({ csv, dryRun, allOrNothing }, idempotencyKey, caller as Person);
    if (!outcome.ok) return { ...NOTHING, errors: userErrors(outcome.refusals, caller.language) };
    const { counts, refused, written } = outcome.value;
    return {
      ...{ written, added: counts.ADDED, changed: counts.CHANGED, unchanged: counts.UNCHANGED, errors: [] },
      refused: new Set(refused.map(({ line }) => line)).size,
      refusedRows: refused.map((row) => toRefusedRow(row, caller.language)),
    };
  }
}

function toRefusedRow({ line, serviceCode, refusal }: RefusedRow, language: Language): RefusedRowType {
  const column = refusal.path ? headerText(refusal.path[0] as Column, language) : null;
  return { line, column, serviceCode, error: userErrors([refusal], language)[0]! };
}
