import { anonymous, citizen, manager, officer, otherCitizen, otherOfficer } from '@charter/service/testing';
import { type City, bringTo, deputy, openCity, parks, someone } from './fixtures/city';

const NOW = new Date('2026-11-24T02:00:00Z');
const reason = '보행 안전에 도움이 되나 예산이 한정되어 있습니다.';

describe('the examination of a proposal', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity(NOW);
  });
  afterAll(() => city.close());
  beforeEach(async () => {
    city.clock.set(NOW);
    await city.dataSource.query('TRUNCATE outbox_event CASCADE');
  });

  const does = async (who: object, mutation: string, input: object, fields?: string) => {
    const { proposal, errors } = await city.act(who as never, mutation, input, fields);
    expect([mutation, errors]).toEqual([mutation, []]);
    return proposal!;
  };
  const told = async (type: string) =>
    (
      await city.dataSource.query('SELECT payload FROM outbox_event WHERE type = $1 ORDER BY occurred_at, id', [type])
    ).map(({ payload }: { payload: object }) => payload);

  it('hears two departments, is decided, awarded, planned and carried out, for everybody to see', async () => {
    const id = await city.submit({ share: 60, jointAuthors: [{ name: '김철수', share: 40 }] });
    await city.act(otherCitizen, 'followProposal', { proposalId: id });
    await does(officer, 'examineProposal', { proposalId: id, departmentCodes: ['PARKS', 'WATER'] });
    const asked = (await told('proposal.opinion-asked.v1')) as { departmentCode: string }[];
    expect(asked.sort((a, b) => (a.departmentCode < b.departmentCode ? -1 : 1))).toMatchObject([
      { departmentCode: 'PARKS', officerId: null, dueAt: '2026-12-02T15:00:00.000Z' },
      { departmentCode: 'WATER', officerId: null },
    ]);
    expect(await city.refused(officer, 'decideProposal', { proposalId: id, decision: 'ADOPTED', reason })).toEqual([
      'TOO_EARLY',
    ]);
    await does(parks, 'giveProposalOpinion', {
      proposalId: id,
      stance: 'IN_FAVOUR',
      text: '가로수와 겹치지 않습니다.',
    });
    expect(
      await city.refused(parks, 'giveProposalOpinion', { proposalId: id, stance: 'AGAINST', text: '다시' }),
    ).toEqual(['ALREADY_DONE']);
    // Before the decision opinions are the office's; everybody reads them after it.
    expect((await city.see(citizen, id, 'opinions { departmentCode }'))!['opinions']).toEqual([]);
    expect((await city.see(otherOfficer, id, 'opinions { departmentCode stance }'))!['opinions']).toHaveLength(2);
    city.clock.set(new Date('2026-12-03T02:00:00Z')); // the other department's time has passed
    await does(officer, 'decideProposal', { proposalId: id, decision: 'PARTLY_ADOPTED', reason });
    expect(await told('proposal.decided.v1')).toMatchObject([{ decision: 'PARTLY_ADOPTED', late: false }]);
    expect(await city.see(anonymous, id, 'status decision decisionReason opinions { stance text }')).toMatchObject({
      ...{ status: 'PARTLY_ADOPTED', decision: 'PARTLY_ADOPTED', decisionReason: reason },
      opinions: [
        { stance: 'IN_FAVOUR', text: '가로수와 겹치지 않습니다.' },
        { stance: null, text: null },
      ],
    });
    const jury = {
      ...{ heldOn: '2026-12-03', seatsInside: 5, seatsOutside: 6, presentInside: 3, presentOutside: 4 },
      minutes: '위원 7명이 금상으로 의결하였다.',
    };
    await does(manager, 'awardProposal', { proposalId: id, grade: 'GOLD', jury });
    expect(await city.see(anonymous, id, 'award { grade amount jury { minutes } } authors { name share }')).toEqual({
      award: { grade: 'GOLD', amount: 8_000_000, jury: { minutes: jury.minutes } },
      authors: [
        { name: '홍*동', share: 60 },
        { name: '김*수', share: 40 },
      ],
    });
    const milestones = [
      { title: '설계', dueOn: '2026-12-31' },
      { title: '설치', dueOn: '2027-06-26' }, // a Saturday
    ];
    await does(officer, 'planImplementation', { proposalId: id, milestones });
    const planned = (await city.see(anonymous, id, 'status milestones { id title deadline { kind dueAt state } }'))!;
    expect(planned).toMatchObject({
      status: 'IN_PROGRESS',
      milestones: [
        { title: '설계', deadline: { kind: 'MILESTONE', state: 'RUNNING', dueAt: '2027-01-01T00:00:00+09:00' } },
        { title: '설치', deadline: { dueAt: '2027-06-29T00:00:00+09:00' } }, // the Monday after
      ],
    });
    const [first, second] = planned['milestones'] as [{ id: string }, { id: string }];
    const report = (milestoneId: string | null, percent: number, text: string) =>
      does(officer, 'reportImplementation', { proposalId: id, milestoneId, percent, text }, 'status');
    expect(await report(first.id, 100, '설계를 마쳤습니다.')).toEqual({ status: 'IN_PROGRESS' });
    expect(await report(second.id, 50, '절반을 설치했습니다.')).toEqual({ status: 'IN_PROGRESS' });
    expect(await report(second.id, 100, '모두 설치했습니다.')).toEqual({ status: 'IMPLEMENTED' });
    expect(
      await city.see(
        anonymous,
        id,
        'implementedAt progress { percent text } milestones { percent deadline { state } }',
      ),
    ).toEqual({
      implementedAt: '2026-12-03T11:00:00+09:00',
      progress: [
        { percent: 100, text: '설계를 마쳤습니다.' },
        { percent: 50, text: '절반을 설치했습니다.' },
        { percent: 100, text: '모두 설치했습니다.' },
      ],
      milestones: [
        { percent: 100, deadline: { state: 'MET' } },
        { percent: 100, deadline: { state: 'MET' } },
      ],
    });
    const steps = (await city.see(anonymous, id, 'timeline { step status }'))!['timeline'] as { step: string }[];
    expect(steps.map(({ step }) => step)).toEqual([
      ...['submit', 'examine', 'giveOpinion', 'decide', 'award', 'plan', 'report', 'report', 'report'],
    ]);
    const news = (await told('proposal.news.v1')) as { citizenId: string; news: string; status: string }[];
    expect(news.map((each) => each.news).sort()).toEqual(
      ['examine', 'decide', 'award', 'plan', 'report', 'report', 'report'].sort(),
    );
    expect(new Set(news.map(({ citizenId }) => citizenId))).toEqual(new Set([otherCitizen.id]));
    expect(news.filter(({ status }) => status === 'IMPLEMENTED')).toHaveLength(1);
  });

  it('has a month by the Civil Code, stands still for an expert and a supplement, and is extended once', async () => {
    const id = await city.submit();
    const review = async () => (await city.see(citizen, id, 'deadline { state dueAt announcedDueAt }'))!['deadline'];
    // 24 November + a month, the day of receipt not counted: the end of 24 December.
    expect(await review()).toMatchObject({ state: 'RUNNING', dueAt: '2026-12-25T00:00:00+09:00' });
    await does(officer, 'examineProposal', { proposalId: id });
    await does(officer, 'seekProposalExpert', { proposalId: id, weeks: 2, reason });
    expect(await review()).toMatchObject({ state: 'PAUSED', dueAt: null });
    city.clock.set(new Date('2026-12-01T02:00:00Z'));
    await does(officer, 'recordProposalExpert', { proposalId: id, opinion: '효과가 있을 것으로 봅니다.' });
    // The period begins on 25 November: from then to 1 December, both included, are 7 days.
    expect(await review()).toMatchObject({ state: 'RUNNING', dueAt: '2027-01-01T00:00:00+09:00' });
    await does(officer, 'requestProposalSupplement', { proposalId: id, text: '위치도를 보내 주십시오.' });
    expect(await city.refused(officer, 'examineProposal', { proposalId: id })).toEqual(['TOO_EARLY']);
    await does(citizen, 'submitProposalSupplement', { proposalId: id, text: '시청 앞 네거리입니다.' });
    // The day was paused already.
    expect(await review()).toMatchObject({ dueAt: '2027-01-01T00:00:00+09:00' });
    await does(officer, 'extendProposalReview', { proposalId: id, reason });
    expect(await review()).toEqual({
      ...{ state: 'RUNNING', dueAt: '2027-02-02T00:00:00+09:00', announcedDueAt: '2026-12-25T00:00:00+09:00' },
    });
    expect(await city.refused(officer, 'extendProposalReview', { proposalId: id, reason })).toEqual(['LIMIT_REACHED']);
    expect(await told('proposal.review-extended.v1')).toHaveLength(1);
  });

  it('goes on, or excludes, when a supplement did not come', async () => {
    const ids = [await bringTo(city, 'SUPPLEMENT_REQUESTED'), await bringTo(city, 'SUPPLEMENT_REQUESTED')];
    const exclude = { ground: 'NO_SUPPLEMENT', reason };
    expect(await city.refused(officer, 'excludeProposal', { proposalId: ids[0]!, ...exclude })).toEqual(['TOO_EARLY']);
    city.clock.set(new Date('2026-12-02T02:00:00Z'));
    await does(officer, 'excludeProposal', { proposalId: ids[0]!, ...exclude });
    await does(officer, 'examineProposal', { proposalId: ids[1]! });
    expect(await city.see(citizen, ids[0]!, 'status exclusionGround deadline { state }')).toEqual({
      ...{ status: 'EXCLUDED', exclusionGround: 'NO_SUPPLEMENT', deadline: { state: 'MET' } },
    });
    expect(await city.see(citizen, ids[1]!, 'status deadline { state }')).toEqual({
      ...{ status: 'UNDER_EXAMINATION', deadline: { state: 'RUNNING' } },
    });
  });

  it('is looked at again within 15 days, and within two years if the city does it after all', async () => {
    const id = await bringTo(city, 'NOT_ADOPTED');
    city.clock.set(new Date('2026-12-09T14:59:59Z'));
    const ask = (basis: string) => ({ proposalId: id, basis, reason: '다른 구에서는 시행하고 있습니다.' });
    await does(citizen, 'requestProposalReReview', ask('REJECTION'));
    expect(await city.see(citizen, id, 'status decision deadline { dueAt }')).toEqual({
      ...{ status: 'UNDER_EXAMINATION', decision: null, deadline: { dueAt: '2027-01-12T00:00:00+09:00' } },
    });
    await does(officer, 'decideProposal', { proposalId: id, decision: 'NOT_ADOPTED', reason });
    expect(await city.refused(citizen, 'requestProposalReReview', ask('REJECTION'))).toEqual(['LIMIT_REACHED']);
    city.clock.set(new Date('2028-11-30T02:00:00Z'));
    await does(citizen, 'requestProposalReReview', ask('CARRIED_OUT'));
  });

  it('tells who owes what when dates come near and pass, and when a holiday moves them', async () => {
    city.clock.set(new Date(Date.now() - 60 * 86_400_000));
    const id = await bringTo(city, 'UNDER_EXAMINATION');
    // The sweep goes by the database's clock: dates of the other proposals here pass some day, too.
    const late = async () =>
      ((await told('proposal.task-overdue.v1')) as { proposalId: string }[]).filter(
        ({ proposalId }) => proposalId === id,
      );
    await city.sweep();
    expect(await late()).toMatchObject([{ task: 'REVIEW', officerId: officer.id }]);
    await city.sweep();
    expect(await late()).toHaveLength(1);
    city.clock.set(new Date(Date.now() - 3_600_000));
    const open = await city.submit();
    const due = (await city.see(citizen, open, 'deadline { dueAt }'))!['deadline'] as { dueAt: string };
    const lastDay = new Date(Date.parse(due.dueAt) - 1).toISOString().slice(0, 10);
    const holiday = { date: lastDay, nameKo: '임시공휴일', nameEn: 'Declared holiday' };
    await city.hear('participation-charter', 'holiday.declared.v1', holiday as never);
    const moved = (await told('proposal.due-date-moved.v1')) as {
      proposalId: string;
      previousDueAt: string;
      dueAt: string;
    }[];
    const own = moved.filter(({ proposalId }) => proposalId === open);
    expect(own).toMatchObject([
      { task: 'REVIEW', previousDueAt: new Date(due.dueAt).toISOString(), reason: '임시공휴일 지정: 임시공휴일' },
    ]);
    expect(Date.parse(own[0]!.dueAt)).toBeGreaterThan(Date.parse(due.dueAt));
    await city.hear('participation-charter', 'holiday.revoked.v1', { date: lastDay } as never);
    expect((await city.see(citizen, open, 'deadline { dueAt }'))!['deadline']).toEqual(due);
  });

  it('is hidden with a reason, from everybody but its proposer and its department, and an appeal is decided by another head', async () => {
    const proposalId = await city.submit();
    const hide = { proposalId, reason: '개인을 비방하는 내용입니다.' };
    await does(manager, 'hideProposal', hide);
    expect([await city.see(anonymous, proposalId, 'id'), await city.see(otherCitizen, proposalId, 'id')]).toEqual([
      null,
      null,
    ]);
    expect(await city.refused(otherCitizen, 'endorseProposal', { proposalId })).toEqual(['NOT_FOUND']);
    expect(await city.see(citizen, proposalId, 'visibility hiddenReason')).toEqual({
      visibility: 'HIDDEN',
      hiddenReason: hide.reason,
    });
    const { data } = await city.ask<{ proposals: { edges: { node: { id: string } }[] } }>(
      anonymous,
      '{ proposals(first: 100) { edges { node { id } } } }',
    );
    expect(data!.proposals.edges.map(({ node }) => node.id)).not.toContain(proposalId);
    await does(citizen, 'appealProposalHiding', { proposalId, text: '사실을 적었을 뿐입니다.' });
    expect(await told('moderation.appealed.v1')).toMatchObject([
      { thing: 'PROPOSAL', commentId: null, dueAt: '2026-12-02T15:00:00.000Z' },
    ]);
    const decision = { proposalId, restore: false, reason: '비방에 해당합니다.' };
    expect(await city.refused(manager, 'decideProposalAppeal', decision)).toEqual(['SAME_PERSON']);
    // Decided meanwhile, the appeal is still owed an answer.
    await does(officer, 'examineProposal', { proposalId });
    await does(officer, 'decideProposal', { proposalId, decision: 'NOT_ADOPTED', reason });
    const open = await city.dataSource.query(`SELECT kind FROM deadline WHERE subject_id = $1 AND closed_at IS NULL`, [
      proposalId,
    ]);
    expect(open).toEqual([{ kind: 'APPEAL' }]);
    await does(deputy, 'decideProposalAppeal', decision);
    expect(await city.see(citizen, proposalId, 'visibility')).toEqual({ visibility: 'CONFIRMED' });
    await does(officer, 'restoreProposal', { proposalId, reason: '표현을 고쳐 주셨습니다.' });
    expect(await city.see(anonymous, proposalId, 'visibility')).toEqual({ visibility: 'VISIBLE' });
  });

  it('tells who follows, and whose comment was answered, nothing of what was hidden meanwhile', async () => {
    const proposalId = await city.submit();
    const { proposal: comment } = await city.act(
      citizen,
      'commentOnProposal',
      { proposalId, body: '고맙습니다.' },
      'id',
    );
    const facts = async (eventType: string, recipientId: string) => {
      const about = eventType.startsWith('comment')
        ? { subjectType: 'COMMENT', subjectId: comment!['id'] }
        : { subjectType: 'PROPOSAL', subjectId: proposalId };
      return city.internal('/internal/notice-facts', { eventType, ...about, recipientId, deadlineId: null });
    };
    const title = { title: '횡단보도에 그늘막을' };
    for (const event of ['proposal.news.v1', 'comment.written.v1'])
      expect(await facts(event, otherCitizen.id)).toMatchObject({ stillTrue: true, words: title });
    await does(manager, 'hideProposal', { proposalId, reason });
    for (const event of ['proposal.news.v1', 'comment.written.v1'])
      expect(await facts(event, otherCitizen.id)).toEqual({ stillTrue: false, contact: null, words: {} });
    expect(await facts('moderation.hidden.v1', citizen.id)).toMatchObject({
      stillTrue: true,
      words: { ...title, reason },
    });
  });

  it('shows what is alike before something is handed in', async () => {
    const alike = await city.submit({
      title: '버스 정류장에 온열 의자를',
      body: '겨울철 버스 정류장마다 온열 의자를 놓아 주십시오.',
    });
    const hidden = await city.submit({
      title: '버스 정류장 온열의자',
      body: '버스 정류장에 온열 의자를 놓아 주십시오.',
    });
    await does(manager, 'hideProposal', { proposalId: hidden, reason });
    const { data } = await city.ask<{ similarProposals: { likeness: number; proposal: { id: string } }[] }>(
      anonymous,
      '{ similarProposals(text: "정류장에 따뜻한 온열의자 설치를 제안합니다", first: 3) { likeness proposal { id title } } }',
    );
    expect(data!.similarProposals.map(({ proposal }) => proposal.id)).toEqual([alike]);
    expect(data!.similarProposals[0]!.likeness).toBeGreaterThan(0.2);
    const { errors } = await city.ask(anonymous, '{ similarProposals(text: "가", first: 0) { likeness } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is counted for its department, in one statement for several', async () => {
    await bringTo(city, 'ADOPTED', { departmentCode: 'ROADS' });
    const { data } = await city.ask<{ _entities: { proposalPerformance: Record<string, number> }[] }>(
      anonymous,
      `{ _entities(representations: [{ __typename: "Department", code: "ROADS" }, { __typename: "Department", code: "WATER" }]) {
         ... on Department { proposalPerformance(period: { from: "2026-01-01", to: "2029-12-31" }) {
           received decided adopted partlyAdopted notAdopted open openLate onTimeRate adoptionRate implemented } } } }`,
    );
    const [roads, water] = data!._entities.map(({ proposalPerformance }) => proposalPerformance);
    const [counted] = await city.dataSource.query(
      `SELECT count(*)::int AS received, count(*) FILTER (WHERE decision IS NOT NULL)::int AS decided,
         count(*) FILTER (WHERE decision = 'ADOPTED')::int AS adopted FROM proposal
       WHERE department_code = 'ROADS' AND submitted_at >= '2025-12-31T15:00:00Z'`,
    );
    expect(roads).toMatchObject(counted);
    expect(roads!['adoptionRate']).toBeCloseTo((roads!['adopted']! + roads!['partlyAdopted']!) / roads!['decided']!);
    expect(water).toMatchObject({ received: 0, onTimeRate: null, adoptionRate: null });
  });

  it('costs a fixed number of statements for a list, whatever its length', async () => {
    for (let n = 0; n < 6; n += 1)
      await city.act(
        someone(n + 50),
        'commentOnProposal',
        { proposalId: await bringTo(city, 'IN_PROGRESS'), body: '좋습니다.' },
        'id',
      );
    const list = (first: number) =>
      city.ask(
        citizen,
        `{ proposals(first: ${first}, filter: { status: [IN_PROGRESS] }) { edges { node { title proposerName authors { name } endorsedByMe followedByMe deadline { state segments { kind } history { change } }
           answerDeadline { dueAt } opinions { stance } award { grade } milestones { deadline { dueAt } } progress { text } timeline { step }
           comments(first: 3) { edges { node { body versions { body } } } } mergedInto { id } } } } }`,
      );
    const costs = [await city.statements(() => list(2)), await city.statements(() => list(6))];
    expect(costs[1]).toBe(costs[0]);
  });
});
