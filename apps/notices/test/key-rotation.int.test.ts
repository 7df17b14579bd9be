import { randomBytes } from 'node:crypto';
import { KEY_ROTATION_PATHS, type ServiceName } from '@charter/contracts';
import { KeyRotation } from '@charter/personal-data';
import { readPrivacyKeys } from '@charter/privacy';
import { ServiceUnavailable, keyRotationRoutes } from '@charter/service';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  manager,
  officer,
  unlistedSealed,
} from '@charter/service/testing';
import { ProfileStore } from '../src/store/profile.store';
import { sealed } from '../src/store/sealed';
import { Office } from './fixtures/office';

const key = () => randomBytes(32).toString('base64');
const [k1, k2, lookup] = [key(), key(), key()];
const keysOf = (current: string, keys: object) => JSON.stringify({ current, keys, lookup });

const FIELDS = 'service state keyId otherKeyIds values waiting unreadable finishedAt';
const LIST = `{ keyRotation { ${FIELDS} } }`;
const ROTATE = `mutation { rotateKeys { rotations { ${FIELDS} } errors { code } } }`;
interface Shown {
  readonly service: string;
  readonly state: string | null;
}

describe('the keys of personal data', () => {
  let office: Office;
  let rotation: KeyRotation;

  /** Notices answers really, after its keys were changed; charter keeps nothing sealed; the others are away. */
  const post = async (owner: ServiceName, path: string, question: unknown) => {
    if (owner === 'charter') return { rotation: null };
    if (owner !== 'notices') throw new ServiceUnavailable(owner);
    const answer = await keyRotationRoutes(rotation, office.service.clock)[path]!(question, undefined as never);
    return JSON.parse(JSON.stringify(answer)) as unknown;
  };
  const list = async (who: Someone = admin) =>
    (await office.service.ask<{ keyRotation: Shown[] }>(who, LIST)).data!.keyRotation;
  const own = (rotations: readonly Shown[]) => rotations.find(({ service }) => service === 'notices');

  beforeAll(async () => {
    office = await Office.open('smtp://127.0.0.1:9', { post, env: { PRIVACY_KEYS: keysOf('k1', { k1 }) } });
    await office.reset();
    const keys = readPrivacyKeys(keysOf('k2', { k1, k2 }));
    rotation = new KeyRotation({ dataSource: office.sql, keys, columns: sealed });
  });
  afterAll(() => office.close());

  it('are rotated at an administrator’s word: asked for, under way, through; and then the old one is not needed', async () => {
    const found = await list();
    expect(found.map(({ service, state }) => [service, state])).toEqual([
      ...[
        ['complaints', null],
        ['participation', null],
        ['surveys', null],
        ['compensation', null],
      ],
      ['notices', 'NEEDED'],
    ]);
    expect(own(found)).toMatchObject({ keyId: 'k2', otherKeyIds: ['k1'], values: 12, waiting: 12, finishedAt: null });
    const { data } = await office.service.ask<{ rotateKeys: { rotations: Shown[] } }>(admin, ROTATE);
    expect(own(data!.rotateKeys.rotations)).toMatchObject({ state: 'RUNNING', waiting: 12 });
    while ((await rotation.step()) !== 'NOTHING');
    expect(own(await list(auditor))).toMatchObject({
      ...{ state: 'DONE', otherKeyIds: [], values: 12, waiting: 0, unreadable: 0, finishedAt: expect.any(String) },
    });
    const withoutOld = new ProfileStore(office.sql, readPrivacyKeys(keysOf('k2', { k2 })));
    const [profile] = await withoutOld.byIds([citizen.id]);
    expect(profile).toMatchObject({ name: '홍길동', email: 'hong@example.kr' });
    const lines = await office.sql.query('SELECT person_id, action FROM "admin_action"');
    expect(lines).toEqual([{ person_id: admin.id, action: 'rotateKeys' }]);
  });

  it('cannot be forgotten for a column: one that is not listed is found', async () => {
    expect(await unlistedSealed(office.sql, sealed)).toEqual([]);
    const without = sealed.filter(({ column }) => column !== 'phone');
    expect(await unlistedSealed(office.sql, without)).toEqual(['profile.phone']);
    const gone = { table: 'profile', column: 'nickname', key: ['person_id'] };
    expect(await unlistedSealed(office.sql, [...sealed, gone])).toEqual(['profile.nickname']);
  });

  it('are the administrator’s alone; the auditor reads', async () => {
    for (const who of [citizen, officer, manager]) {
      for (const query of [LIST, ROTATE]) {
        const { errors } = await office.service.ask(who, query);
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    }
    expect((await office.service.ask(auditor, ROTATE)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await office.service.ask(anonymous, LIST)).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  it('are asked about only by services, which say who asked', async () => {
    await expect(post('notices', KEY_ROTATION_PATHS.request, { by: 'somebody' })).rejects.toThrow('uuid');
  });
});
