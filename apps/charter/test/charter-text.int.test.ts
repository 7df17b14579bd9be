import { type Someone, type TestService, admin, anonymous, inEnglish, openTestService } from '@charter/service/testing';
import { definition } from '../src/definition';
import { phone, holes } from './fixtures/standards';
import { PUBLISH, SAVE, draft } from './fixtures/charter-text';

const VERSION = `query ($version: Int) { charter(version: $version) {
  version status isInForce inForceFrom inForceUntil title preamble
  commonStandards { category clauses { code text standard { code promise target { text } standard { promise } } } }
  departmentStandards { name phone department { name } standards { code promise target { text } standard { target { text } } } }
  cityDuties { code text } citizenDuties { code text } } }`;

interface Payload {
  charter: { version: number; revision: number } | null;
  errors: { code: string; message: string; path: string[] | null }[];
}

describe('the text of the charter', () => {
  let charter: TestService<never>;
  beforeEach(async () => {
    charter = (await openTestService(definition)) as never;
    charter.clock.set('2026-11-23T10:00:00+09:00');
    const named = async (mutation: string, inputs: object[]) => {
      for (const input of inputs) {
        const text = `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { errors { message } } }`;
        expect((await charter.ask(admin, text, { input })).data).toEqual({ [mutation]: { errors: [] } });
      }
    };
    await named('saveDepartment', [
      { code: 'ROADS', nameKo: '도로과', nameEn: 'Roads', phone: '051-888-1101' },
      { code: 'OLD', nameKo: '옛 과', nameEn: 'Old', closedOn: '2026-12-01', successorCode: 'ROADS' },
    ]);
    await named('saveStandard', [phone, holes, { ...holes, code: 'LATER', validFrom: '2027-01-01' }]);
  });
  afterEach(() => charter.close());

  const saved = async (input: object, who: Someone = admin) => charter.ask<{ saved: Payload }>(who, SAVE, { input });
  const published = async (input: object, who: Someone = admin) =>
    charter.ask<{ published: Payload }>(who, PUBLISH, { input });
  const write = async (input: object = draft): Promise<number> => {
    const { data, errors } = await saved(input);
    expect([errors, data?.saved.errors]).toEqual([undefined, []]);
    return data!.saved.charter!.version;
  };
  const release = async (inForceFrom = '2026-11-23', input: object = draft): Promise<number> => {
    const version = await write(input);
    expect((await published({ version, inForceFrom })).data!.published.errors).toEqual([]);
    return version;
  };
  const read = async <T>(query: string, variables: object = {}, who: Someone = anonymous): Promise<T> => {
    const { data, errors } = await charter.ask<T>(who, query, variables);
    expect(errors).toBeUndefined();
    return data!;
  };

  it('is written, published, read by everybody in their language, and told', async () => {
    expect(await release()).toBe(1);
    expect(await read(VERSION, {}, inEnglish(anonymous))).toEqual({
      charter: {
        ...{ version: 1, status: 'PUBLISHED', isInForce: true, inForceFrom: '2026-11-23', inForceUntil: null },
        ...{ title: draft.titleEn, preamble: draft.preambleEn },
        commonStandards: draft.commonStandards.map(({ category, clauses }) => ({
          category,
          clauses: clauses.map(
            ({ code, textEn, standardCode }: { code: string; textEn: string; standardCode?: string }) => ({
              code,
              text: textEn,
              standard: standardCode
                ? {
                    ...{ code: 'PHONE_RINGS', promise: phone.promiseEn, target: { text: 'at most 3 times' } },
                    standard: { promise: phone.promiseEn },
                  }
                : null,
            }),
          ),
        })),
        departmentStandards: [
          {
            ...{ name: 'Roads', phone: '051-888-1101', department: { name: 'Roads' } },
            standards: [
              {
                ...{ code: 'ROADS_HOLES', promise: holes.promiseEn, target: { text: 'at least 95 %' } },
                standard: { target: { text: 'at least 95 %' } },
              },
            ],
          },
        ],
        cityDuties: [{ code: 'CITY_OPEN', text: draft.cityDuties[0]!.textEn }],
        citizenDuties: [{ code: 'CITIZEN_TRUE', text: draft.citizenDuties[0]!.textEn }],
      },
    });
    expect(await charter.told('charter.published.v1')).toEqual([
      {
        ...{ version: 1, inForceFrom: '2026-11-23', titleKo: draft.titleKo, titleEn: draft.titleEn },
        departmentCodes: ['ROADS'],
      },
    ]);
  });
});
