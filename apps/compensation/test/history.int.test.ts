import { admin, auditor, citizen, manager, officer, otherOfficer } from '@charter/service/testing';
import { Record1700000000499 } from '../src/store/migrations/1700000000499-record';
import { HistoryChain1700000000470 } from '../src/store/migrations/1700000000470-history-chain';
import { approve, claimThatIs, object, opened, otherManager, refuse, review } from './fixtures/claims';
import { type Compensation, MISSED, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';

const AUDIT = '{ claimHistoryAudit { claims lines broken firstBroken { claimId seq why } } }';
const TABLE = '"compensation_claim_history"';

describe('the histories of claims', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    await saveRule(service, { yearlyCeiling: null });
    await setBudget(service, 10_000_000);
  });

  const audit = async (who: object = auditor) =>
    (await service.ask<{ claimHistoryAudit: object }>(who as never, AUDIT)).data!.claimHistoryAudit;
  /** As somebody who can switch the triggers off. */
  const forge = (...statements: readonly string[]) =>
    service.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      for (const sql of statements) await tx.query(sql);
    });

  it('are chains that fit, whatever was done and whoever wrote', async () => {
    await claimThatIs(service, 'REVIEWED');
    const id = await opened(service);
    await review(service, id);
    await refuse(service, id);
    await object(service, id);
    await review(service, id);
    await approve(service, id, otherManager);
    expect(await audit()).toEqual({ claims: 2, lines: 8, broken: 0, firstBroken: null });
    expect(await audit(admin)).toMatchObject({ broken: 0 });
  });

  it('are looked at for auditors and administrators alone', async () => {
    for (const who of [citizen, officer, manager])
      expect((await service.ask(who, AUDIT)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    ['changes', `UPDATE ${TABLE} SET reason = 'x'`],
    ['deletes', `DELETE FROM ${TABLE}`],
    ['empties', `TRUNCATE ${TABLE}`],
  ])('are kept by the database itself from who %s them', async (_name, sql) => {
    await opened(service);
    await expect(service.dataSource.query(sql)).rejects.toThrow('append-only');
  });

  it('show what somebody forged past the triggers, and name the first link', async () => {
    const first = await claimThatIs(service, 'APPROVED');
    service.clock.advance(1_000); // the audit goes by the order of opening
    const second = await claimThatIs(service, 'APPROVED');
    const of = (id: string, seq: number) => `WHERE claim_id = '${id}' AND seq = ${seq}`;
    const [line] = await service.dataSource.query(`SELECT changed_by FROM ${TABLE} ${of(second, 3)}`);
    await forge(`UPDATE ${TABLE} SET changed_by = '${otherOfficer.id}' ${of(second, 3)}`);
    expect(await audit()).toMatchObject({ broken: 1, firstBroken: { claimId: second, seq: 3, why: 'LINE_CHANGED' } });
    await forge(
      `UPDATE ${TABLE} SET changed_by = '${line.changed_by}' ${of(second, 3)}`,
      `DELETE FROM ${TABLE} ${of(first, 2)}`,
    );
    expect(await audit()).toMatchObject({ broken: 1, firstBroken: { claimId: first, seq: 2, why: 'LINE_MISSING' } });
    await forge(
      `DELETE FROM ${TABLE} ${of(second, 3)}`,
      `UPDATE compensation_claim SET status = 'PAID' WHERE id = '${second}'`,
    );
    expect(await audit()).toMatchObject({ broken: 2 });
    await forge(`DELETE FROM ${TABLE} WHERE claim_id = '${first}'`);
    expect(await audit()).toMatchObject({ broken: 2, firstBroken: { claimId: first, seq: 1, why: 'END_MISSING' } });
  });

  it('refuse by the database itself that who refused decides the objection', async () => {
    const id = await claimThatIs(service, 'OBJECTED');
    await review(service, id);
    const cheat = 'UPDATE "compensation_claim" SET decided_by = refused_by WHERE id = $1';
    await expect(service.dataSource.query(cheat, [id])).rejects.toThrow('objection_eyes');
    await refuse(service, id, manager); // another head than the one who refused first
    expect(await audit()).toMatchObject({ broken: 0 });
  });

  it('that were written before there were chains are linked in the order in which they were written', async () => {
    const [first, second] = [await opened(service), await opened(service)];
    await review(service, second);
    await review(service, first);
    const runner = service.dataSource.createQueryRunner();
    const migration = new HistoryChain1700000000470();
    const record = new Record1700000000499(); // it stands on these lines as they are
    await record.down(runner);
    await migration.down(runner);
    await migration.up(runner);
    await record.up(runner);
    await runner.release();
    await approve(service, first);
    expect(await audit()).toEqual({ claims: 2, lines: 5, broken: 0, firstBroken: null });
    await expect(service.dataSource.query(`DELETE FROM ${TABLE}`)).rejects.toThrow('append-only');
  });
});
