import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { KeyRotation } from '@charter/personal-data';
import { readPrivacyKeys } from '@charter/privacy';
import { ServiceUnavailable } from '@charter/service';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  inEnglish,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { LetterJob } from '../src/jobs/letter.job';
import { LetterStore } from '../src/store/letters/letter.store';
import { sealed } from '../src/store/sealed';
import { approve, claimThatIs, does, opened, otherManager, review, step } from './fixtures/claims';
import { type Compensation, MISSED, NAME, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { flat, readPdf } from './fixtures/letters';
import { entries, reverse } from './fixtures/ledger';

const LETTERS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CompensationClaim { letters {
  id number version sentAt amount form payOn correctBy sha256Ko sha256En holds takenBy { by language }
  ko: text(language: KO) { ...T } en: text(language: EN) { ...T } text { language } } } } }
fragment T on CompensationLetterText { title to { label value } subject { value } opening closing sender
  sections { kind mark heading rows { label value } paragraphs } foot { label value } }`;
const ISSUE = `mutation ($input: IssueLetterInput!) { issueLetter(input: $input) {
  file { name downloadUrl expiresAt sha256 } errors { code } } }`;

interface Row {
  readonly label: string;
  readonly value: string;
}
interface Text {
  readonly to: Row;
  readonly sections: readonly { readonly kind: string; readonly rows: readonly Row[]; readonly paragraphs: string[] }[];
  readonly foot: readonly Row[];
}
interface Letter {
  readonly id: string;
  readonly number: string;
  readonly sha256Ko: string;
  readonly sha256En: string;
  readonly ko: Text;
  readonly en: Text;
}
interface File {
  readonly name: string;
  readonly downloadUrl: string;
  readonly sha256: string;
}

const base64 = (): string => randomBytes(32).toString('base64');
const KEYS = {
  PRIVACY_KEYS: JSON.stringify({ current: 'k1', keys: { k1: base64() }, lookup: base64() }),
};

describe('letters of apology and correction', () => {
  let service: Compensation;
  let away = false;
  beforeAll(async () => {
    service = await openCompensation(KEYS, {
      post: async (name) => {
        if (away) throw new ServiceUnavailable(name, 503);
        return { addressee: NAME };
      },
    });
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    away = false;
    await saveRule(service, { yearlyCeiling: null });
    await setBudget(service, 1_000_000);
  });

  const job = () => service.parts.loops!.find((loop): loop is LetterJob => loop instanceof LetterJob)!;
  const lettersOf = async (claimId: string, who: Someone = citizen): Promise<Letter[]> =>
    (
      await service.ask<{ _entities: ({ letters: Letter[] } | null)[] }>(who, LETTERS, {
        of: [{ __typename: 'CompensationClaim', id: claimId }],
      })
    ).data!._entities[0]?.letters ?? [];
  const issue = async (who: Someone, letterId: string, language?: 'KO' | 'EN') => {
    const { data, errors } = await service.ask<{ issueLetter: { file: File } | null }>(who, ISSUE, {
      input: { letterId, language },
    });
    return { file: data?.issueLetter?.file, code: errors?.[0]?.extensions.code };
  };
  const fetched = async (url: string) => {
    const answer = await fetch(url.replace('http://charter.test', service.url));
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const sent = async (): Promise<{ claimId: string; letter: Letter }> => {
    const claimId = await claimThatIs(service, 'APPROVED');
    await job().runOnce();
    return { claimId, letter: (await lettersOf(claimId))[0]! };
  };
  const section = ({ sections }: Text, kind: string) => sections.find((each) => each.kind === kind)!;

  it('go with every approval, in both languages: what went wrong, what is put right, how much, who answers', async () => {
    await service.hear('compensation-charter', 'department.saved.v1', {
      ...{ code: 'ROADS', nameKo: '도로관리과', nameEn: 'Roads Department', phone: '051-888-1234' },
      ...{ parentCode: null, closedOn: null, successorCode: null },
    });
    const claimId = await opened(service);
    service.clock.set('2026-11-25T10:00:00+09:00');
    const letter = {
      handlerName: '김하늘',
      correctionKo: '담당자를 늘렸습니다.',
      correctionEn: 'More people work on it.',
    };
    await does(service, officer, 'reviewClaim', {
      ...{ claimId, note: '늦음', letter: { ...letter, correctBy: '2026-11-24' } },
    });
    expect(await lettersOf(claimId)).toEqual([]);
    await approve(service, claimId);
    expect(await lettersOf(claimId)).toEqual([]); // written, but not sent yet
    await job().runOnce();
    const [found] = await lettersOf(claimId);
    expect(found).toMatchObject({
      ...{
        number: expect.stringMatching(/^COMP-2026-\d{6}$/),
        version: 1,
        amount: 15_000,
        form: 'CASH',
      },
      ...{ payOn: '2026-11-30', correctBy: '2026-11-24', holds: true, takenBy: [], text: { language: 'KO' } },
      sentAt: '2026-11-25T10:00:00+09:00',
    });
    const { ko, en } = found!;
    expect(ko.to).toEqual({ label: '수신', value: '남궁뷁 귀하' });
    expect(section(ko, 'FAULT').paragraphs).toEqual([
      '귀하께서 신청하신 민원(접수번호 2026-000001-7)을 법정 처리기한인 2026. 11. 23. 24:00까지 처리하여야 하였으나, 2026. 11. 25. 현재 근무시간으로 9시간(2근무일째) 늦어지고 있으며 아직 처리를 마치지 못하였습니다.',
    ]);
    expect(section(ko, 'CORRECTION')).toMatchObject({
      rows: [{ label: '시정한 날', value: '2026. 11. 24.' }],
      paragraphs: ['담당자를 늘렸습니다.'],
    });
    expect(section(en, 'COMPENSATION').rows).toContainEqual({ label: 'Amount', value: 'KRW 15,000' });
    expect(section(en, 'CORRECTION').paragraphs).toEqual(['More people work on it.']);
    expect(section(ko, 'REMEDIES').paragraphs.join(' ')).toContain('국민권익위원회');
    expect(ko.foot).toContainEqual({ label: '담당', value: '도로관리과 김하늘' });
    expect(en.foot).toContainEqual({ label: 'Telephone', value: '051-888-1234' });
    expect(await service.told('claim.apologised.v1')).toMatchObject([{ claimId, letterId: found!.id }]);
  });

  it('are the same file for ever, which a reader of PDFs reads: in Korean, and in English', async () => {
    const { letter } = await sent();
    service.clock.set('2027-02-01T10:00:00+09:00');
    const twice = [await issue(citizen, letter.id), await issue(citizen, letter.id, 'KO')];
    const [one, two] = await Promise.all(twice.map(({ file }) => fetched(file!.downloadUrl)));
    expect(one!.body.equals(two!.body)).toBe(true);
    expect(createHash('sha256').update(one!.body).digest('hex')).toBe(letter.sha256Ko);
    expect(twice[0]!.file!.sha256).toBe(letter.sha256Ko);
    expect(Object.fromEntries(one!.headers)).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' },
      'content-disposition': `attachment; filename*=UTF-8''${letter.number}-ko.pdf`,
    });
    const korean = readPdf(one!.body);
    expect(korean).toMatchObject({ language: 'ko-KR', marked: true, title: `사과 및 시정 공문 ${letter.number}` });
    expect(flat(korean.pages[0]!.text)).toContain(`수신 ${NAME} 귀하`);
    const inEn = await issue(inEnglish(citizen), letter.id);
    const english = readPdf((await fetched(inEn.file!.downloadUrl)).body);
    expect(english.language).toBe('en-GB');
    expect(flat(english.pages[0]!.text)).toContain(`To ${NAME}`);
  });

  it('are for the citizen and the department; the name is masked for whoever else may read, and takings are on record', async () => {
    const { claimId, letter } = await sent();
    for (const who of [officer, manager, auditor]) {
      const [read] = await lettersOf(claimId, who);
      expect([read!.ko.to.value, read!.en.to.value]).toEqual(['남*뷁 귀하', '남*뷁']);
    }
    for (const who of [otherCitizen, otherOfficer, admin, anonymous]) expect(await lettersOf(claimId, who)).toEqual([]);
    for (const [who, code] of [
      [otherCitizen, 'NOT_FOUND'],
      [otherOfficer, 'NOT_FOUND'],
      [auditor, 'FORBIDDEN'],
      [admin, 'FORBIDDEN'],
      [anonymous, 'UNAUTHENTICATED'],
    ] as const)
      expect(await issue(who, letter.id)).toEqual({ file: undefined, code });
    for (const id of [randomUUID(), 'nonsense']) expect((await issue(citizen, id)).code).toBe('NOT_FOUND');
    await issue(citizen, letter.id);
    await issue(officer, letter.id, 'EN');
    const taken = [{ by: officer.id, language: 'EN' }];
    expect(await service.told('personal-data.read.v1')).toMatchObject([
      {
        ...{ readerId: officer.id, readerRole: 'OFFICER', purpose: 'LETTER', operation: 'letters' },
        subjects: [{ citizenId: citizen.id, subjectType: 'CLAIM', subjectId: claimId, kinds: ['NAME'] }],
      },
    ]);
    expect(await lettersOf(claimId)).toMatchObject([{ takenBy: taken }]);
    expect(await lettersOf(claimId, auditor)).toMatchObject([{ takenBy: taken }]);
    expect(await lettersOf(claimId, manager)).toMatchObject([{ takenBy: [] }]);
  });

  it('are given out by an address of five minutes for one letter and language alone', async () => {
    const { letter } = await sent();
    const { downloadUrl } = (await issue(citizen, letter.id)).file!;
    for (const url of [
      downloadUrl.replace('language=ko', 'language=en'),
      downloadUrl.replace(letter.id, randomUUID()),
      downloadUrl.replace(letter.id, 'nonsense'),
      downloadUrl.split('?')[0]!,
    ])
      expect((await fetched(url)).status).toBe(403);
    service.clock.set(new Date(service.clock.now().getTime() + 5 * 60_000).toISOString());
    expect((await fetched(downloadUrl)).status).toBe(403);
  });

  it('wait while nobody says who they are for, hold up no other, and are sent once by two workers', async () => {
    const [first, second] = [await claimThatIs(service, 'APPROVED'), await claimThatIs(service, 'APPROVED')];
    away = true;
    expect(await job().runOnce()).toBe(2);
    expect(await job().runOnce()).toBe(0); // not yet again
    expect(await service.told('claim.apologised.v1')).toEqual([]);
    away = false;
    service.clock.set(new Date(service.clock.now().getTime() + 30_000).toISOString());
    await Promise.all([job().runOnce(), job().runOnce()]);
    const told = await service.told('claim.apologised.v1');
    expect(told.map(({ claimId }) => claimId).sort()).toEqual([first, second].sort());
  });

  it('are not sent for an approval that was taken back; the next approval has its own', async () => {
    const claimId = await claimThatIs(service, 'APPROVED');
    const [reserved] = await entries(service);
    await reverse(service, reserved!.id);
    await job().runOnce();
    expect(await lettersOf(claimId)).toEqual([]);
    await approve(service, claimId);
    await job().runOnce();
    const [second] = await lettersOf(claimId);
    expect(second).toMatchObject({ version: 2, holds: true });
    const [again] = await entries(service);
    await reverse(service, again!.id);
    expect(await lettersOf(claimId)).toMatchObject([{ version: 2, holds: false }]); // what was sent stays
    await approve(service, claimId, otherManager);
    await job().runOnce();
    expect(await lettersOf(claimId)).toMatchObject([
      { version: 3, holds: true },
      { version: 2, holds: false },
    ]);
  });

  it('are kept by the database itself from who changes, deletes or empties them', async () => {
    await sent();
    for (const sql of [
      `UPDATE compensation_letter SET facts = '{}'`,
      'DELETE FROM compensation_letter',
      'TRUNCATE compensation_letter CASCADE',
    ])
      await expect(service.dataSource.query(sql)).rejects.toThrow('does not change');
  });

  it('are sealed under a new key also after they were sent, and stay what they are', async () => {
    const { letter } = await sent();
    const given = readPrivacyKeys(KEYS.PRIVACY_KEYS);
    const rotated = { ...given, current: 'k2', keys: { ...given.keys, k2: randomBytes(32) } };
    const { dataSource } = service;
    const rotation = new KeyRotation({ dataSource, keys: rotated, columns: sealed });
    await rotation.request('admin', new Date());
    for (let step = await rotation.step(); step !== 'NOTHING'; step = await rotation.step())
      expect(step).toBe('RESEALED');
    expect((await rotation.show()).values.map(({ keyId }) => keyId)).toEqual(['k2']);
    const withoutOld = new LetterStore(dataSource, { ...rotated, keys: { k2: rotated.keys['k2']! } });
    const kept = await withoutOld.sent(letter.id);
    expect(withoutOld.peopleOf(kept!)).toMatchObject({ addressee: NAME });
  });

  it('are not given out when they were changed past the database', async () => {
    const { letter } = await sent();
    const { downloadUrl } = (await issue(citizen, letter.id)).file!;
    await service.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(`UPDATE compensation_letter SET facts = facts || '{"amount": 1}'`);
    });
    const { status, body } = await fetched(downloadUrl);
    expect([status, body.toString()]).toEqual([500, expect.not.stringContaining('Letter')]);
  });

  it.each([
    ['a resident number', { handlerName: '900101-1234568' }, 'RESIDENT_NUMBER_PRESENT'],
    ['no telephone number', { handlerPhone: '공일공' }, 'INVALID_VALUE'],
    ['one language alone', { correctionKo: '고쳤습니다.' }, 'INVALID_VALUE'],
    ['a far day', { correctBy: '2029-01-01' }, 'INVALID_VALUE'],
  ])('take no %s from the office, and the step is not done', async (_name, letter, code) => {
    const claimId = await opened(service);
    expect(await step(service, officer, 'reviewClaim', { claimId, note: '늦음', letter })).toEqual([code]);
    await review(service, claimId);
    expect(await step(service, manager, 'approveClaim', { claimId, letter })).toEqual([code]);
    expect([await service.count('letter_terms'), await service.count('compensation_letter')]).toEqual([0, 0]);
  });

  it('keep names sealed', async () => {
    await claimThatIs(service, 'REVIEWED');
    await sent();
    const rows = await service.dataSource.query('SELECT * FROM compensation_letter, letter_terms');
    const letters = await service.dataSource.query('SELECT * FROM compensation_letter');
    expect(JSON.stringify([rows, letters])).not.toContain(NAME);
  });
});
